// Reads one source-format metadata file: well-formed XML with the expected root, as elements by name.
import { existsSync, readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { MetadataRefusal } from './metadata-refusal.ts';

/** An element's children by name; repeated ones in document order. */
export interface XmlElement {
  readonly file: string;
  /** Names of the child elements, each once. */
  readonly names: readonly string[];
  /** Trimmed text of a child; undefined when it is absent or empty. */
  text(name: string): string | undefined;
  /** Text of a child that must be there. Throws MetadataRefusal. */
  required(name: string): string;
  /** `true` and `false` of a child; undefined when absent. Throws MetadataRefusal for anything else. */
  flag(name: string): boolean | undefined;
  /** A whole number; undefined when absent. Throws MetadataRefusal for anything else. */
  number(name: string): number | undefined;
  /** Every child element of a name, as element. */
  all(name: string): readonly XmlElement[];
  /** The texts of every child of a name. */
  texts(name: string): readonly string[];
}

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  processEntities: true,
  alwaysCreateTextNode: true,
  isArray: () => true,
});

/** Reads a file whose root element has the given name. Throws MetadataRefusal when it is no such thing. */
export function readMetadataXml(file: string, root: string): XmlElement {
  if (!existsSync(file)) throw new MetadataRefusal(file, 'is missing');
  const source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const validity = XMLValidator.validate(source);
  if (validity !== true) throw new MetadataRefusal(file, `is not well-formed XML (line ${validity.err.line}: ${validity.err.msg})`);
  const document: unknown = parser.parse(source);
  const roots = childrenOf(document, root);
  if (roots.length !== 1) throw new MetadataRefusal(file, `has no <${root}> as its root element`);
  return element(file, roots[0]);
}

function childrenOf(node: unknown, name: string): readonly unknown[] {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) return [];
  const children: unknown = (node as Record<string, unknown>)[name];
  return Array.isArray(children) ? children : [children];
}

function textOf(node: unknown): string | undefined {
  const text = childrenOf(node, '#text')[0];
  const trimmed = typeof text === 'string' ? text.trim() : '';
  return trimmed === '' ? undefined : trimmed;
}

function element(file: string, node: unknown): XmlElement {
  const one = (name: string): unknown => {
    const found = childrenOf(node, name);
    if (found.length > 1) throw new MetadataRefusal(file, `has <${name}> more than once`);
    return found[0];
  };
  return {
    file,
    names: typeof node === 'object' && node !== null ? Object.keys(node).filter((name) => name !== '#text') : [],
    text: (name) => textOf(one(name)),
    required(name) {
      const text = textOf(one(name));
      if (text === undefined) throw new MetadataRefusal(file, `has no <${name}>`);
      return text;
    },
    flag(name) {
      const text = textOf(one(name));
      if (text !== undefined && text !== 'true' && text !== 'false') throw new MetadataRefusal(file, `<${name}> is neither true nor false`);
      return text === undefined ? undefined : text === 'true';
    },
    number(name) {
      const text = textOf(one(name));
      if (text !== undefined && !/^\d+$/.test(text)) throw new MetadataRefusal(file, `<${name}> is not a whole number`);
      return text === undefined ? undefined : Number(text);
    },
    all: (name) => childrenOf(node, name).map((child) => element(file, child)),
    texts: (name) => childrenOf(node, name).flatMap((child) => textOf(child) ?? []),
  };
}
