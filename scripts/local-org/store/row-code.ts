// Functions that copy, read and write the rows of one object, compiled for its columns.
import type { StoredRow, Value } from '../../platform/record.ts';
import { bound, type Column, type SqlValue } from './column.ts';
import { keyHash } from './key-column.ts';

/** A record from the values of its columns, key hashes left out. */
export type ReadRow = (values: readonly SqlValue[]) => StoredRow;
/** The parameters of an INSERT of all columns; what a row does not mention is blank. */
export type WriteRow = (row: StoredRow) => SqlValue[];

/**
 * Written as code because V8 looks `row[name]` up anew each time when names and kinds of rows vary, which costs twenty times as much: some
 * 50 fields, a million rows. Names are API names, so word characters only.
 */
function compile<T>(parameters: readonly string[], body: string): T {
  return new Function(...parameters, `'use strict'; return ${body};`) as T;
}

/** The parts of a function that reads records. */
export function rowReader(columns: readonly Column[]): ReadRow {
  const members = columns
    .filter(({ isHash }) => !isHash)
    .map(({ name, field }, at) => `${JSON.stringify(name)}: ${field.type === 'boolean' ? `values[${at}] === 1` : `values[${at}]`}`);
  return compile<ReadRow>(['values'], `{ ${members.join(', ')} }`);
}

/** See WriteRow. */
export function rowWriter(columns: readonly Column[]): WriteRow {
  const blankOr = (blank: SqlValue, value: Value | undefined): SqlValue => (value === undefined || value === null ? blank : bound(value));
  const hashes = columns.map(
    ({ field }) =>
      (value: Value | undefined): SqlValue =>
        value === undefined || value === null ? null : keyHash(field, String(value)),
  );
  const members = columns.map(({ field, isHash }, at) => {
    const value = `row[${JSON.stringify(field.name)}]`;
    return isHash ? `hashes[${at}](${value})` : `blankOr(${field.type === 'boolean' ? 0 : null}, ${value})`;
  });
  const make = compile<(blank: typeof blankOr, of: typeof hashes) => WriteRow>(['blankOr', 'hashes'], `(row) => [${members.join(', ')}]`);
  return make(blankOr, hashes);
}

/** A function that copies rows which have all of the fields and no others. */
export function rowCopier<T extends object>(names: readonly string[]): (row: T) => T {
  return compile<(row: T) => T>(['row'], `{ ${names.map((name) => `${JSON.stringify(name)}: row[${JSON.stringify(name)}]`).join(', ')} }`);
}
