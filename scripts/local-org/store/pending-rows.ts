// New rows that wait to be written into their table, and how they are found meanwhile.
import type { StoredRow, Value } from '../../platform/record.ts';
import type { Field, SObjectType } from '../metadata/schema.ts';
import { columnsOf, quoted } from './column.ts';
import type { Column, SqlValue } from './column.ts';
import { keyColumn, keyText } from './key-column.ts';
import { rowWriter, type WriteRow } from './row-code.ts';
import type { StatementCache } from './statement-cache.ts';

/** What waits for one table, as parameters of its INSERT. */
interface PendingTable {
  readonly columns: readonly Column[];
  readonly sql: string;
  readonly write: WriteRow;
  /** Replaced, never emptied, when it is written, so that a snapshot keeps what it saw. */
  rows: SqlValue[][];
  /** Ids by value, for each field that was asked for. */
  readonly lookups: Map<string, Lookup>;
}

interface Lookup {
  readonly ids: Map<string, string[]>;
  /** How many of the rows have been entered. */
  entered: number;
}

/** How far the tables were at some moment. */
export type PendingSnapshot = readonly { readonly table: PendingTable; readonly rows: SqlValue[][]; readonly length: number }[];

/**
 * A row that is written inside a savepoint makes SQLite keep copies of all the index pages that it touches, which doubles the cost of a
 * load. So new rows wait until the savepoints around them are released, or until somebody asks for what only the table can tell.
 */
export class PendingRows {
  readonly #statements: StatementCache;
  readonly #tables = new Map<string, PendingTable>();
  #count = 0;

  constructor(statements: StatementCache) {
    this.#statements = statements;
  }

  /** Rows that wait, in all tables. */
  get count(): number {
    return this.#count;
  }

  /** Rows that wait, by table. */
  counts(): readonly (readonly [table: string, rows: number])[] {
    return Array.from(this.#tables, ([name, { rows }]) => [name, rows.length] as const);
  }

  add(object: SObjectType, rows: readonly StoredRow[]): void {
    const { write, rows: waiting } = this.#table(object);
    for (const row of rows) waiting.push(write(row));
    this.#count += rows.length;
  }

  /** Writes what waits for an object's table, or for all tables. One row a statement: with many indexes that is faster than twenty. */
  write(object?: SObjectType): void {
    if (this.#count === 0) return;
    const tables = object ? [this.#tables.get(object.name)] : this.#tables.values();
    for (const table of tables) {
      if (!table || table.rows.length === 0) continue;
      this.#statements.run(table.sql, table.rows);
      this.#count -= table.rows.length;
      table.rows = [];
      table.lookups.clear();
    }
  }

  /** Writes an object's rows if one of the ids is among them. */
  writeIfHolding(object: SObjectType, ids: readonly string[]): void {
    const id = object.field('Id');
    if (id && this.#count > 0 && this.find(object, id, ids).size > 0) this.write(object);
  }

  /** Whether waiting rows can be found by a field's values: by ids and keys. */
  finds(field: Field): boolean {
    return field.type === 'id' || keyColumn(field) !== undefined;
  }

  /** Ids of waiting rows by the values of a field. */
  find(object: SObjectType, field: Field, values: readonly Value[]): ReadonlyMap<Value, readonly string[]> {
    const found = new Map<Value, readonly string[]>();
    const table = this.#tables.get(object.name);
    if (!table || table.rows.length === 0) return found;
    const { ids } = upToDate(table, field);
    for (const value of values) {
      const known = value === null ? undefined : ids.get(textOf(field, value));
      if (known) found.set(value, known);
    }
    return found;
  }

  snapshot(): PendingSnapshot {
    return Array.from(this.#tables.values(), (table) => ({ table, rows: table.rows, length: table.rows.length }));
  }

  /** Goes back to a snapshot, as the database goes back to a savepoint: what came later is gone, what was written since waits again. */
  restore(snapshot: PendingSnapshot): void {
    for (const table of this.#tables.values()) {
      table.rows = [];
      table.lookups.clear();
    }
    this.#count = 0;
    for (const { table, rows, length } of snapshot) {
      rows.length = length;
      table.rows = rows;
      this.#count += length;
    }
  }

  #table(object: SObjectType): PendingTable {
    const known = this.#tables.get(object.name);
    if (known) return known;
    const columns = columnsOf(object);
    const names = columns.map((column) => quoted(column.name)).join(', ');
    const sql = `INSERT INTO ${quoted(object.name)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
    const table: PendingTable = { columns, sql, write: rowWriter(columns), rows: [], lookups: new Map() };
    this.#tables.set(object.name, table);
    return table;
  }
}

function textOf(field: Field, value: SqlValue | Value): string {
  return field.type === 'id' ? String(value) : keyText(field, String(value));
}

/** The look-up of a field, with all waiting rows entered. */
function upToDate({ columns, rows, lookups }: PendingTable, field: Field): Lookup {
  let lookup = lookups.get(field.name);
  if (!lookup) lookups.set(field.name, (lookup = { ids: new Map(), entered: 0 }));
  const [id, own] = [columns.findIndex(({ name }) => name === 'Id'), columns.findIndex(({ name }) => name === field.name)];
  for (; lookup.entered < rows.length; lookup.entered += 1) {
    const row = rows[lookup.entered];
    const value = row?.[own] ?? null;
    if (value === null) continue;
    const text = textOf(field, value);
    const same = lookup.ids.get(text);
    if (same) same.push(String(row?.[id]));
    else lookup.ids.set(text, [String(row?.[id])]);
  }
  return lookup;
}
