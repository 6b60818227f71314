// The store on SQLite: records in and out of one table per object.
import type { DatabaseSync } from 'node:sqlite';
import type { StoredRow, Value } from '../../platform/record.ts';
import type { Field, Schema, SObjectType } from '../metadata/schema.ts';
import { bound, columnsOf, columnValue, fieldColumns, quoted } from './column.ts';
import type { Column, SqlValue } from './column.ts';
import type { Entries } from './entries.ts';
import { DeferredIndexes } from './deferred-indexes.ts';
import { EntryTable } from './entry-table.ts';
import { PendingRows } from './pending-rows.ts';
import { askedValues, findIdsByValue } from './record-keys.ts';
import { rowReader, type ReadRow } from './row-code.ts';
import { StatementCache } from './statement-cache.ts';
import type { Store } from './store.ts';

/** New rows that may wait when the outermost work is done; more would only make V8 copy them. */
const MOST_PENDING = 2_000;

export class SqliteStore implements Store {
  readonly entries: Entries;
  readonly #database: DatabaseSync;
  readonly #schema: Schema;
  readonly #statements: StatementCache;
  readonly #pending: PendingRows;
  readonly #indexes: DeferredIndexes;
  readonly #columns = new Map<string, readonly Column[]>();
  readonly #readings = new Map<string, { readonly sql: string; readonly read: ReadRow }>();
  #depth = 0;
  /** Whether `unsettled` has left a transaction open. */
  #open = false;
  #failure: { readonly cause: unknown } | undefined;

  constructor(database: DatabaseSync, schema: Schema) {
    this.#database = database;
    this.#schema = schema;
    this.#statements = new StatementCache(database);
    this.#indexes = new DeferredIndexes(database, schema);
    this.#pending = new PendingRows(this.#statements);
    this.entries = new EntryTable(this.#statements);
  }

  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return this.#within(work);
    if (this.#open) {
      this.#tryCommit();
      if (this.#failure) throw this.#failure.cause;
    }
    this.#database.exec('BEGIN IMMEDIATE');
    return this.#within(work);
  }

  unsettled<T>(work: () => T): T {
    if (this.#depth > 0) return this.#within(work);
    if (this.#open && !this.#database.isTransaction) this.#fail(new Error('the database has undone work that was not settled'));
    if (this.#failure) throw this.#failure.cause;
    if (!this.#open) this.#database.exec('BEGIN IMMEDIATE');
    this.#open = true;
    const result = this.#within(work);
    if (this.#pending.count >= MOST_PENDING) this.#writePending();
    return result;
  }

  settle(): void {
    if (!this.#failure) this.#tryCommit();
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure) throw failure.cause;
  }

  /** Work in the transaction that is open: a savepoint, unless the transaction ends with the work. */
  #within<T>(work: () => T): T {
    const level = this.#depth;
    const whole = level === 0 && !this.#open;
    if (!whole) this.#database.exec(`SAVEPOINT level${level}`);
    this.#depth = level + 1;
    const pending = this.#pending.snapshot();
    try {
      const result = work();
      if (whole) this.#pending.write();
      this.#database.exec(whole ? 'COMMIT' : `RELEASE level${level}`);
      return result;
    } catch (error) {
      // A full disk may already have rolled everything back.
      if (this.#database.isTransaction) this.#database.exec(whole ? 'ROLLBACK' : `ROLLBACK TO level${level}; RELEASE level${level}`);
      this.#pending.restore(pending);
      this.#indexes.forget();
      throw error;
    } finally {
      this.#depth = level;
    }
  }

  #tryCommit(): void {
    if (!this.#open) return;
    try {
      this.#pending.write();
      this.#database.exec('COMMIT');
      this.#open = false;
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Outside of all savepoints, where it is cheap. */
  #writePending(): void {
    try {
      for (const [table, rows] of this.#pending.counts()) this.#indexes.grow(table, rows);
      this.#pending.write();
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  /** The failure is kept until `settle`, for whose work it was. */
  #fail(cause: unknown): void {
    this.#open = false;
    this.#failure = { cause };
    this.#pending.restore([]);
    this.#indexes.forget();
    if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
  }

  takeSerials(object: string, count: number): number {
    return this.#take(object, 1, count);
  }

  takeNumbers(object: string, field: string, count: number): number {
    return this.#take(`${object}.${field}`, this.#object(object).field(field)?.startingNumber ?? 1, count);
  }

  read(object: string, ids: readonly string[]): Map<string, StoredRow> {
    this.#pending.writeIfHolding(this.#object(object), ids);
    const { sql, read } = this.#readingOf(object);
    const records = new Map<string, StoredRow>();
    for (const values of this.#statements.all(sql, [JSON.stringify(ids)])) {
      const record = read(values);
      records.set(record.Id, record);
    }
    return records;
  }

  findIds(object: string, field: string, values: readonly Value[]): Map<Value, string[]> {
    const [type, key] = [this.#object(object), this.#field(object, field)];
    if (!this.#pending.finds(key)) {
      this.#pending.write(type);
      this.#indexes.need(object, field);
    }
    const asked = askedValues(key, values);
    const found = findIdsByValue(this.#statements, object, key, asked);
    for (const [value, ids] of this.#pending.find(type, key, asked)) found.set(value, [...(found.get(value) ?? []), ...ids]);
    return found;
  }

  findChildren(object: string, referenceField: string, parentIds: readonly string[]): Map<string, string[]> {
    return this.findIds(object, referenceField, parentIds) as Map<string, string[]>;
  }

  insert(object: string, rows: readonly StoredRow[]): void {
    this.#pending.add(this.#object(object), rows);
    if (this.#depth === 0) this.#pending.write();
  }

  update(object: string, rows: readonly StoredRow[], fields: readonly string[]): void {
    const written = fields.flatMap((name) => fieldColumns(this.#field(object, name)));
    if (written.length === 0) return;
    this.#pending.writeIfHolding(
      this.#object(object),
      rows.map(({ Id }) => Id),
    );
    const sql = `UPDATE ${quoted(object)} SET ${written.map((column) => `${quoted(column.name)} = ?`).join(', ')} WHERE Id = ?`;
    this.#statements.run(
      sql,
      rows.map((row) => [...written.map((column) => columnValue(column, row)), row.Id]),
    );
  }

  remove(object: string, ids: readonly string[]): void {
    this.#pending.writeIfHolding(this.#object(object), ids);
    const sql = `DELETE FROM ${quoted(this.#object(object).name)} WHERE Id IN (SELECT value FROM json_each(?))`;
    this.#statements.run(sql, [[JSON.stringify(ids)]]);
  }

  select(sql: string, parameters: readonly Value[]): Iterable<readonly Value[]> {
    this.#pending.write();
    this.#indexes.needFor(sql);
    return this.#statements.stream(sql, parameters.map(bound));
  }

  defineFunction(name: string, deterministic: boolean, call: (...values: Value[]) => Value): void {
    this.#database.function(name, { deterministic, varargs: true }, (...values) => bound(call(...(values as SqlValue[]))));
  }

  close(): void {
    this.#tryCommit();
    this.#database.close();
  }

  #take(name: string, first: number, count: number): number {
    const sql = 'INSERT INTO local_org_serials VALUES (?1, ?2 + ?3) ON CONFLICT (name) DO UPDATE SET next = next + ?3 RETURNING next - ?3';
    return Number(this.#statements.all(sql, [name, first, count])[0]?.[0]);
  }

  #readingOf(object: string): { readonly sql: string; readonly read: ReadRow } {
    const known = this.#readings.get(object);
    if (known) return known;
    const columns = this.#columnsOf(object);
    const names = columns.filter(({ isHash }) => !isHash).map(({ name }) => `t.${quoted(name)}`);
    const sql = `SELECT ${names.join(', ')} FROM json_each(?) AS k CROSS JOIN ${quoted(object)} AS t ON t.Id = k.value`;
    const reading = { sql, read: rowReader(columns) };
    this.#readings.set(object, reading);
    return reading;
  }

  #columnsOf(object: string): readonly Column[] {
    const known = this.#columns.get(object);
    if (known) return known;
    const columns = columnsOf(this.#object(object));
    this.#columns.set(object, columns);
    return columns;
  }

  #object(name: string): SObjectType {
    const object = this.#schema.object(name);
    if (object?.name !== name) throw new Error(`The store has no table ${name}: objects are named as the schema names them.`);
    return object;
  }

  #field(object: string, name: string): Field {
    const field = this.#columnsOf(object).find((column) => column.name === name)?.field;
    if (!field) throw new Error(`The store has no column ${object}.${name}: stored fields are named as the schema names them.`);
    return field;
  }
}
