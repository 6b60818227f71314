// The type of a field as Setup writes it: FieldDefinition.DataType (Tooling API, "FieldDefinition").
import type { Field, FieldType } from '../../metadata/schema.ts';

const sized = (words: string) => (field: Field) => `${words}(${field.length})`;
const numbered = (words: string) => (field: Field) => `${words}(${field.precision - field.scale}, ${field.scale})`;
const plain = (words: string) => () => words;

const WORDS: Readonly<Partial<Record<FieldType, (field: Field) => string>>> = {
  string: sized('Text'),
  textarea: (field) => (field.length > 255 ? `Long Text Area(${field.length})` : `Text Area(${field.length})`),
  boolean: plain('Checkbox'),
  date: plain('Date'),
  datetime: plain('Date/Time'),
  time: plain('Time'),
  double: numbered('Number'),
  int: numbered('Number'),
  currency: numbered('Currency'),
  percent: numbered('Percent'),
  picklist: plain('Picklist'),
  multipicklist: plain('Picklist (Multi-Select)'),
  email: plain('Email'),
  phone: plain('Phone'),
  url: sized('URL'),
  id: plain('Record ID'),
  reference: ({ masterDetail, referenceTo }) => `${masterDetail ? 'Master-Detail' : 'Lookup'}(${referenceTo.join(',')})`,
};

/** The words for formulas' results, which name no size. */
const RESULTS: Readonly<Partial<Record<FieldType, string>>> = {
  string: 'Text',
  double: 'Number',
  currency: 'Currency',
  percent: 'Percent',
};

export function dataTypeOf(field: Field): string {
  const words = WORDS[field.type]?.(field) ?? field.type;
  if (field.formula) return `Formula (${RESULTS[field.type] ?? words})`;
  if (field.summary) return `Roll-Up Summary (${field.summary.operation.toUpperCase()} ${field.summary.childObject})`;
  return field.autoNumber === undefined ? words : 'Auto Number';
}
