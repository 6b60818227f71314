// New rows that wait to be written into their table, and how they are found meanwhile.
import type { StoredRow, Value } from '../../platform/record.ts';
import type { Field, SObjectType } from '../metadata/schema.ts';
import { columnsOf, quoted } from './column.ts';
import type { Column, SqlValue } from './column.ts';
import { keyColumn } from './key-column.ts';
import { isSameKey, type AskedValues } from './record-keys.ts';
import { rowWriter, type WriteRow } from './row-code.ts';
import type { StatementCache } from './statement-cache.ts';

/** What waits for one table, as parameters of its INSERT. */
interface PendingTable {
  readonly columns: readonly Column[];
  readonly sql: string;
  readonly write: WriteRow;
  /** Replaced, never emptied, when it is written, so that a snapshot keeps what it saw. */
  rows: SqlValue[][];
  /** Rows by what the index of a field holds for them, for each field that was asked for. */
  readonly lookups: Map<string, Lookup>;
}

interface Lookup {
  readonly rows: Map<SqlValue, SqlValue[][]>;
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
    if (id && this.#count > 0 && this.find(object, id, { values: ids, keys: ids }).size > 0) this.write(object);
  }

  /** Whether waiting rows can be found by a field's values: by ids and keys. */
  finds(field: Field): boolean {
    return field.type === 'id' || keyColumn(field) !== undefined;
  }

  /** Ids of waiting rows by the values of a field. */
  find(object: SObjectType, field: Field, { values, keys }: AskedValues): ReadonlyMap<Value, readonly string[]> {
    const found = new Map<Value, readonly string[]>();
    const table = this.#tables.get(object.name);
    if (!table || table.rows.length === 0) return found;
    const { rows } = upToDate(table, field);
    for (const [at, value] of values.entries()) {
      const same = rows.get(keys[at] ?? null)?.filter((row) => isSameKey(field, row[placeOf(table, field.name)] ?? null, value));
      if (same && same.length > 0)
        found.set(
          value,
          same.map((row) => String(row[placeOf(table, 'Id')])),
        );
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

function placeOf({ columns }: PendingTable, name: string): number {
  return columns.findIndex((column) => column.name === name);
}

/** The look-up of a field, with all waiting rows entered. */
function upToDate(table: PendingTable, field: Field): Lookup {
  let lookup = table.lookups.get(field.name);
  if (!lookup) table.lookups.set(field.name, (lookup = { rows: new Map(), entered: 0 }));
  const place = placeOf(table, keyColumn(field) ?? field.name);
  for (; lookup.entered < table.rows.length; lookup.entered += 1) {
    const row = table.rows[lookup.entered] ?? [];
    const key = row[place] ?? null;
    if (key === null) continue;
    const same = lookup.rows.get(key);
    if (same) same.push(row);
    else lookup.rows.set(key, [row]);
  }
  return lookup;
}
