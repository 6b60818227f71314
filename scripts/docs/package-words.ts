// The words that users see for what the package is made of: labels of objects, fields and custom labels.
import type { PackageModel } from '../build/metadata/package-model.ts';
import { textOf } from '../build/metadata/xml-document.ts';
import type { Schema } from '../local-org/metadata/schema.ts';

export interface PackageWords {
  /** `Competitor_Contract__c` → `Competitor Contract`; the name itself for what is unknown. */
  object(name: string): string;
  /** Label of a field by the name of its object; the name itself for what is unknown. */
  field(object: string, name: string): string;
  /** Label of a field behind references, the last first: `Name of the Account`; undefined for what is unknown. */
  path(object: string, path: string): string | undefined;
  /** Text of a custom label, or its name. */
  label(name: string): string;
}

export function packageWords(model: PackageModel, schema: Schema): PackageWords {
  const labels = new Map(model.labels.map(({ name, node }) => [name, textOf(node, 'value') ?? name]));
  const events = new Map(model.tree.of('object').map((file) => [file.name, file.root]));
  return {
    object: (name) => schema.object(name)?.label ?? textOf(events.get(name) ?? EMPTY, 'label') ?? name,
    field: (object, name) => schema.object(object)?.field(name)?.label ?? name,
    path: (object, path) => pathWords(schema, object, path.split('.')),
    label: (name) => labels.get(name) ?? name,
  };
}

function pathWords(schema: Schema, objectName: string, [first = '', ...rest]: readonly string[]): string | undefined {
  const object = schema.object(objectName);
  if (rest.length === 0) return object?.field(first)?.label;
  const reference = object?.parentRelationship(first);
  const behind = reference && pathWords(schema, reference.referenceTo[0] ?? '', rest);
  return behind === undefined ? undefined : `${behind} of the ${reference?.label.replace(/ ID$/, '')}`;
}

/** `a` or `an` before a word. */
export function withArticle(word: string): string {
  return `${/^[AEIO]|^U(?![ns]e)/i.test(word) ? 'an' : 'a'} ${word}`;
}

const EMPTY = { name: '', line: 0, text: '', attributes: {}, children: [] };
