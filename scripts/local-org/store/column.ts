// How fields are kept: column names, declared types, and values on their way in and out.
import type { Row, Value } from '../../platform/record.ts';
import type { Field, FieldType, SObjectType } from '../metadata/schema.ts';
import { keyColumn, keyHash } from './key-column.ts';

/** What SQLite takes and gives: booleans travel as 0 and 1. */
export type SqlValue = string | number | null;

/** A column of a table: a field, or the hash of a key field. */
export interface Column {
  readonly name: string;
  /** Declared type, as the database remembers it. */
  readonly type: string;
  readonly field: Field;
  readonly isHash: boolean;
}

/** A quoted identifier. API names are word characters only; the quotes keep words such as Group and Order from being keywords. */
export function quoted(name: string): string {
  return `"${name}"`;
}

/** The columns of an object. Formulas have none: they are computed when they are read. */
export function columnsOf(object: SObjectType): readonly Column[] {
  return object.fields.flatMap((field): Column[] => (field.formula ? [] : fieldColumns(field)));
}

/** The column of a field, and the hash column of a key field. */
export function fieldColumns(field: Field): Column[] {
  const hash = keyColumn(field);
  const own: Column = { name: field.name, type: columnType(field), field, isHash: false };
  return hash === undefined ? [own] : [own, { name: hash, type: 'INTEGER', field, isHash: true }];
}

const NUMBERS: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);
/** Text that is compared byte by byte: ids, and dates whose order as text is their order in time. */
const EXACT: ReadonlySet<FieldType> = new Set(['id', 'reference', 'date', 'datetime', 'time', 'base64']);

/** Text compares without case as on the platform, unless the field is case-sensitive. A boolean is never null. */
function columnType(field: Field): string {
  if (field.type === 'id') return 'TEXT PRIMARY KEY NOT NULL';
  if (field.type === 'boolean') return 'INTEGER NOT NULL DEFAULT 0';
  if (NUMBERS.has(field.type)) return 'REAL';
  return EXACT.has(field.type) || field.caseSensitive ? 'TEXT' : 'TEXT COLLATE NOCASE';
}

/** A value as a bound parameter. */
export function bound(value: Value): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** What a row has for a column; what it does not mention is blank. */
export function columnValue({ field, isHash }: Column, row: Row): SqlValue {
  const value = row[field.name];
  if (value === undefined || value === null) return field.type === 'boolean' ? 0 : null;
  if (isHash) return keyHash(field, String(value));
  return typeof value === 'boolean' ? Number(value) : value;
}
