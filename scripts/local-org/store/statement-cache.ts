// Prepared statements by their text, ready to be used again.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SqlValue } from './column.ts';

const LARGEST = 400;

/** Rows come as arrays in column order. */
export class StatementCache {
  readonly #database: DatabaseSync;
  readonly #idle = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Runs a statement that gives no rows, once for each set of parameters. */
  run(sql: string, parameterSets: Iterable<readonly SqlValue[]>): void {
    const statement = this.#take(sql);
    for (const parameters of parameterSets) statement.run(...parameters);
    this.#give(sql, statement);
  }

  /** All rows at once. */
  all(sql: string, parameters: readonly SqlValue[]): readonly (readonly SqlValue[])[] {
    const statement = this.#take(sql);
    const rows = statement.all(...parameters);
    this.#give(sql, statement);
    return rows as unknown as readonly (readonly SqlValue[])[];
  }

  /** Rows one by one. The statement is not lent to anybody else before the last row was taken or the loop was left. */
  *stream(sql: string, parameters: readonly SqlValue[]): Generator<readonly SqlValue[]> {
    const statement = this.#take(sql);
    for (const row of statement.iterate(...parameters)) yield row as unknown as readonly SqlValue[];
    this.#give(sql, statement);
  }

  #take(sql: string): StatementSync {
    const idle = this.#idle.get(sql);
    if (idle) {
      this.#idle.delete(sql);
      return idle;
    }
    const statement = this.#database.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  }

  /** Puts a statement last in the order of use; the one unused for longest makes room. */
  #give(sql: string, statement: StatementSync): void {
    this.#idle.set(sql, statement);
    const oldest = this.#idle.size > LARGEST ? this.#idle.keys().next().value : undefined;
    if (oldest !== undefined) this.#idle.delete(oldest);
  }
}
