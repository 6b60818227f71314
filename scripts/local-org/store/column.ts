// How a field is kept: column name, declared type, and values on their way in and out.
import type { Value } from '../../platform/record.ts';
import type { Field, FieldType, SObjectType } from '../metadata/schema.ts';

/** What SQLite takes and gives: booleans travel as 0 and 1. */
export type SqlValue = string | number | null;

/** A quoted identifier. API names are word characters only; the quotes keep words such as Group and Order from being keywords. */
export function quoted(name: string): string {
  return `"${name}"`;
}

/** The fields of an object that have a column: formulas are computed when they are read. */
export function storedFields(object: SObjectType): readonly Field[] {
  return object.fields.filter((field) => field.formula === undefined);
}

const NUMBERS: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);
/** Text that is compared byte by byte: ids, and dates whose order as text is their order in time. */
const EXACT: ReadonlySet<FieldType> = new Set(['id', 'reference', 'date', 'datetime', 'time', 'base64']);

/** Column type. Text compares without case as on the platform, unless the field is case-sensitive. A boolean is never null. */
export function columnType(field: Field): string {
  if (field.type === 'boolean') return 'INTEGER NOT NULL DEFAULT 0';
  if (NUMBERS.has(field.type)) return 'REAL';
  return EXACT.has(field.type) || field.caseSensitive ? 'TEXT' : 'TEXT COLLATE NOCASE';
}

/** A value as a bound parameter. */
export function bound(value: Value): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** A value for a field's column; what a row does not mention is blank. */
export function columnValue(field: Field, value: Value | undefined): SqlValue {
  if (value === undefined || value === null) return field.type === 'boolean' ? 0 : null;
  return typeof value === 'boolean' ? Number(value) : value;
}

/** A column's value as the platform holds it. */
export function fieldValue(field: Field, value: SqlValue): Value {
  return field.type === 'boolean' ? value === 1 : value;
}
