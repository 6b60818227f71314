// Reads XML into elements that know their line; well-formedness is judged by fast-xml-parser's validator.
import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface XmlNode {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  /** Trimmed text of the element itself; '' when it only has children. */
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type ParsedXml = { readonly root: XmlNode } | { readonly fault: { readonly line: number; readonly message: string } };

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
});
/** Comments and CDATA, in which an ampersand means itself. */
const NO_TEXT = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g;
/** The validator lets it pass; an org does not. */
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;
const META = XMLParser.getMetaDataSymbol() as unknown as symbol;

/** A node as the parser gives it: one key with the children, `:@` with the attributes. */
type RawNode = Record<string | symbol, unknown>;

function lineCounter(source: string): (index: number) => number {
  const breaks: number[] = [];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) breaks.push(at);
  return (index) => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

function toNode(raw: RawNode, lineOf: (index: number) => number): XmlNode | undefined {
  const name = Object.keys(raw).find((key) => key !== ':@' && !key.startsWith('#'));
  if (name === undefined) return undefined;
  const inner = raw[name] as readonly RawNode[];
  const meta = raw[META] as { readonly startIndex?: number } | undefined;
  return {
    name,
    line: lineOf(meta?.startIndex ?? 0),
    text: inner
      .map((part) => (typeof part['#text'] === 'string' ? part['#text'] : ''))
      .join('')
      .trim(),
    attributes: (raw[':@'] as Record<string, string> | undefined) ?? {},
    children: inner.map((part) => toNode(part, lineOf)).filter((child) => child !== undefined),
  };
}

/** Parses a document; a fault tells where it stops being well-formed. */
export function parseXml(source: string): ParsedXml {
  const validity = XMLValidator.validate(source);
  if (validity !== true) return { fault: { line: validity.err.line, message: validity.err.msg } };
  const lineOf = lineCounter(source);
  const bare = source.replace(NO_TEXT, (part) => ' '.repeat(part.length)).search(BARE_AMPERSAND);
  if (bare >= 0) return { fault: { line: lineOf(bare), message: 'A bare & stands in the text.' } };
  const roots = (parser.parse(source) as readonly RawNode[]).map((raw) => toNode(raw, lineOf)).filter((node) => node !== undefined);
  const root = roots[0];
  if (root === undefined || roots.length > 1) return { fault: { line: 1, message: 'It must have exactly one root element.' } };
  return { root };
}

/** The first child of a name. */
export function child(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((candidate) => candidate.name === name);
}

/** Every child of a name, in document order. */
export function childrenOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.filter((candidate) => candidate.name === name);
}

/** Text of a child, or of a path of children; undefined when it is absent or empty. */
export function textOf(node: XmlNode, ...path: readonly string[]): string | undefined {
  let at: XmlNode | undefined = node;
  for (const name of path) at = at && child(at, name);
  return at?.text === '' ? undefined : at?.text;
}

/** Every element below, in document order, the node itself first. */
export function* descendants(node: XmlNode): Iterable<XmlNode> {
  yield node;
  for (const inner of node.children) yield* descendants(inner);
}
