// The XML of Bulk API 1.0 (Bulk API 2.0 and Bulk API Developer Guide, "Bulk API").
import { XMLParser } from 'fast-xml-parser';
import { oneError } from './one-error.ts';

const NAMESPACE = 'http://www.force.com/2009/06/asyncapi/dataload';
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const parser = new XMLParser({ removeNSPrefix: true, ignoreAttributes: true, parseTagValue: false });

export type XmlFields = Readonly<Record<string, string | number | undefined>>;

/** The elements of a `jobInfo`; throws for what is none. */
export function readJobInfo(text: string): Readonly<Record<string, string>> {
  let parsed: { readonly jobInfo?: unknown };
  try {
    parsed = parser.parse(text, true) as typeof parsed;
  } catch (error) {
    throw oneError('InvalidJob', `Unable to parse Job: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { jobInfo } = parsed;
  if (typeof jobInfo !== 'object' || jobInfo === null) throw oneError('InvalidJob', 'Unable to parse Job');
  return Object.fromEntries(Object.entries(jobInfo).map(([name, value]) => [name, String(value)]));
}

/** A document with one element and its fields, without those that are undefined. */
export function document(name: string, fields: XmlFields): string {
  return root(name, fieldsXml(fields));
}

/** A list of elements of one name. */
export function listDocument(name: string, item: string, fields: readonly XmlFields[]): string {
  return root(name, fields.map((one) => `<${item}>${fieldsXml(one)}</${item}>`).join(''));
}

/** The ids of the results of a query batch. */
export function resultList(ids: readonly string[]): string {
  return root('result-list', ids.map((id) => `<result>${id}</result>`).join(''));
}

function root(name: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${name} xmlns="${NAMESPACE}">${inside}</${name}>`;
}

function fieldsXml(fields: XmlFields): string {
  return Object.entries(fields)
    .map(([name, value]) => (value === undefined ? '' : `<${name}>${escaped(String(value))}</${name}>`))
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
