// Indexes that are built when somebody first looks records up by their column, and dropped when a load outgrows them.
import type { DatabaseSync } from 'node:sqlite';
import type { Schema } from '../metadata/schema.ts';
import { quoted } from './column.ts';
import { columnIndexes, figuresOf, undatedOf, withoutDate, type ColumnIndex } from './index-policy.ts';

/** Rows that a table may always grow by before its indexes are worth dropping. */
const LEAST_GROWTH = 5_000;
const TABLES = /(?:FROM|JOIN) "(\w+)" AS (\w+)/g;
const PARENTS = /JOIN "\w+" AS (\w+) ON \1\."Id" = (\w+)\."(\w+)"/g;
const COLUMNS = /\b(\w+)\."(\w+)"/g;
const SORTED_BY = /ORDER BY (\w+)\."(\w+)"/g;

/** Rows that a load may still add before an index is dropped. */
interface Allowance {
  rows: number;
}

/** Table and column of an index. */
type Use = readonly [table: string, column: string];

/**
 * Each index slows every load down; to build it anew from all rows costs a load less than to keep it up row by row. Records are found
 * without it too, only by reading them all: what is asked for is right whether the index is there or not.
 */
export class DeferredIndexes {
  readonly #database: DatabaseSync;
  readonly #indexes = new Map<string, ColumnIndex>();
  /** Indexes that are there, by table and name. */
  readonly #built = new Map<string, Map<string, Allowance>>();
  /** What statements that were run lately look up. */
  readonly #uses = new Map<string, readonly Use[]>();

  constructor(database: DatabaseSync, schema: Schema) {
    this.#database = database;
    for (const object of schema.objects)
      for (const index of columnIndexes(object)) if (index.deferred) this.#indexes.set(key(object.name, index.column), index);
  }

  /** Tells that records of a table are about to be found or sorted by a column. */
  need(table: string, column: string): void {
    const index = this.#indexes.get(key(table, column));
    if (!index || this.#builtOn(table).has(index.name)) return;
    this.#database.exec(index.sql);
    this.#builtOn(table).set(index.name, this.#allowance(table));
  }

  /** Tells which statement is about to be run: what it filters or sorts by is needed, and the references to parents that it filters by. */
  needFor(sql: string): void {
    let uses = this.#uses.get(sql);
    if (!uses) {
      if (this.#uses.size > 1_000) this.#uses.clear();
      this.#uses.set(sql, (uses = usesOf(sql).filter(([table, column]) => this.#indexes.has(key(table, column)))));
    }
    for (const [table, column] of uses) this.need(table, column);
  }

  /** Tells that a load adds rows. Outside of savepoints only: what they undo would come back unnoticed. */
  grow(table: string, rows: number): void {
    for (const [name, allowance] of this.#builtOn(table)) {
      allowance.rows -= rows;
      if (allowance.rows >= 0) continue;
      try {
        this.#database.exec(`DROP INDEX ${quoted(name)}`);
        this.#builtOn(table).delete(name);
      } catch (error) {
        // Somebody is still reading from the table; the index is kept up a little longer.
        if (!/locked/.test((error as Error).message)) throw error;
      }
    }
  }

  /** Tells that something was undone, perhaps the building of an index. */
  forget(): void {
    this.#built.clear();
  }

  #builtOn(table: string): Map<string, Allowance> {
    const known = this.#built.get(table);
    if (known) return known;
    const names = this.#database.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ?").all(table);
    const deferred = new Set(Array.from(this.#indexes.values(), ({ name }) => name));
    const built = new Map<string, Allowance>();
    for (const { name } of names) if (deferred.has(String(name))) built.set(String(name), this.#allowance(table));
    this.#built.set(table, built);
    return built;
  }

  /** As many rows as there are: to build the index anew costs no more than to have kept it up for them. */
  #allowance(table: string): Allowance {
    const rows = this.#database.prepare(`SELECT max(rowid) AS rows FROM ${quoted(table)}`).get()?.['rows'];
    return { rows: Math.max(LEAST_GROWTH, Number(rows ?? 0)) };
  }
}

function key(table: string, column: string): string {
  return `${table}.${column}`;
}

/** The columns that a statement of `soql/` looks up or groups by: those after WHERE, and the references by which the tables among them are joined. */
function usesOf(sql: string): readonly Use[] {
  const from = /\b(?:WHERE|ORDER BY|GROUP BY) /.exec(sql)?.index;
  if (from === undefined) return [];
  const tables = new Map([...sql.matchAll(TABLES)].map(([, table = '', alias = '']) => [alias, table]));
  const parents = new Map([...sql.matchAll(PARENTS)].map(([, parent = '', child = '', column = '']) => [parent, [child, column] as const]));
  // as soql/counted-figures.ts writes them; other groups are read from the records, which an index would not spare
  const isFigures = sql.includes('count(*) AS "records"');
  const uses: Use[] = [];
  for (const [, alias = '', column = ''] of sql.slice(from).matchAll(COLUMNS)) {
    uses.push([tables.get(alias) ?? '', column]);
    if (isFigures) uses.push([tables.get(alias) ?? '', figuresOf(column)]);
    for (let link = parents.get(alias); link; link = parents.get(link[0])) uses.push([tables.get(link[0]) ?? '', link[1]]);
  }
  for (const [, alias = '', number = ''] of sql.matchAll(SORTED_BY)) {
    for (const [, of, date = ''] of sql.matchAll(COLUMNS)) {
      if (of === alias && sql.includes(withoutDate(`${alias}."${date}"`))) uses.push([tables.get(alias) ?? '', undatedOf(number, date)]);
    }
  }
  return uses;
}
