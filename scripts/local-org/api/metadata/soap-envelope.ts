// SOAP as the Metadata API speaks it: one operation in the body, the session in the header, answers and faults in envelopes.
import { XMLParser } from 'fast-xml-parser';
import { malformedRequest } from '../errors.ts';

export interface SoapCall {
  readonly operation: string;
  readonly sessionId: string | undefined;
  readonly body: SoapNode;
}

/** A parsed element: text, children by name, or a list where a name is repeated. */
export interface SoapNode {
  readonly [name: string]: SoapValue | undefined;
}
export type SoapValue = string | SoapNode | readonly (string | SoapNode)[];

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const parser = new XMLParser({ removeNSPrefix: true, ignoreAttributes: true, parseTagValue: false, processEntities: true });

/** Throws ApiError 400 for what is no SOAP request. */
export function readCall(text: string): SoapCall {
  let envelope: SoapNode | undefined;
  try {
    envelope = nodeAt(parser.parse(text, true) as SoapNode, 'Envelope');
  } catch (error) {
    throw malformedRequest(`The SOAP request is not well-formed XML: ${error instanceof Error ? error.message : String(error)}`);
  }
  const content = envelope && nodeAt(envelope, 'Body');
  const operation = content && Object.keys(content)[0];
  if (!content || !operation) throw malformedRequest('The SOAP request has no body.');
  const session = nodeAt(nodeAt(envelope ?? {}, 'Header') ?? {}, 'SessionHeader')?.['sessionId'];
  return { operation, sessionId: typeof session === 'string' ? session : undefined, body: nodeAt(content, operation) ?? {} };
}

export function nodeAt(node: SoapNode, name: string): SoapNode | undefined {
  const value = node[name];
  return typeof value === 'object' && !Array.isArray(value) ? (value as SoapNode) : undefined;
}

export function nodesAt(node: SoapNode, name: string): readonly SoapNode[] {
  const value = node[name];
  if (value === undefined || typeof value === 'string') return [];
  return Array.isArray(value) ? value.filter((one): one is SoapNode => typeof one === 'object') : [value as SoapNode];
}

export function textsAt(node: SoapNode, name: string): readonly string[] {
  const value = node[name];
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string');
}

export function textAt(node: SoapNode, name: string): string | undefined {
  return textsAt(node, name)[0];
}

/** What goes into an element: text, numbers and flags as they are, objects as elements, lists as repeated elements. */
export type SoapContent = string | number | boolean | undefined | { readonly [name: string]: SoapContent | readonly SoapContent[] };

export function answerEnvelope(operation: string, result: SoapContent | readonly SoapContent[]): string {
  return envelopeOf(`<${operation}Response>${element('result', result)}</${operation}Response>`);
}

/** A fault as the platform writes it; `code` such as `sf:INVALID_SESSION_ID`. */
export function faultEnvelope(code: string, message: string): string {
  return envelopeOf(`<soapenv:Fault>${element('faultcode', `sf:${code}`)}${element('faultstring', `${code}: ${message}`)}</soapenv:Fault>`);
}

function envelopeOf(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${NAMESPACE}" xmlns:sf="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

function element(name: string, content: SoapContent | readonly SoapContent[]): string {
  if (content === undefined) return '';
  if (Array.isArray(content)) return content.map((one: SoapContent) => element(name, one)).join('');
  if (typeof content !== 'object') return `<${name}>${escaped(String(content))}</${name}>`;
  const inside = Object.entries(content).map(([key, value]) => element(key, value));
  return `<${name}>${inside.join('')}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
