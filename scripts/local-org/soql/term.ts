// A value in SQL: a field, a formula or a function of one, with its type.
import type { Value } from '../../platform/record.ts';
import type { Field, FieldType } from '../metadata/schema.ts';

export interface Term {
  readonly sql: string;
  readonly type: FieldType;
  /** What the user calls it, for messages: the field's name or the function. */
  readonly name: string;
  /** The field that the value comes from, unchanged. */
  readonly field?: Field;
  /** Alias of the table, when the value is a column of its own. */
  readonly alias?: string;
}

const TEXT: ReadonlySet<FieldType> = new Set([
  'string',
  'textarea',
  'picklist',
  'multipicklist',
  'email',
  'phone',
  'url',
  'encryptedstring',
]);
const NUMBERS: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);

/** Text that compares without regard to case. */
export function isText(type: FieldType): boolean {
  return TEXT.has(type);
}

export function isNumber(type: FieldType): boolean {
  return NUMBERS.has(type);
}

/** A column's value as the platform holds it. */
export function platformValue(type: FieldType, value: Value | undefined): Value {
  if (value === undefined || value === null) return type === 'boolean' ? false : null;
  return type === 'boolean' ? value === 1 : value;
}

/** Text areas above 255 characters: neither filtered nor sorted nor grouped, as on the platform. */
export function isLongText(term: Term): boolean {
  return term.type === 'textarea' && (term.field?.length ?? 0) > 255;
}
