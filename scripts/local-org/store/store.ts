// What the engine asks of the database. Nothing above this folder knows that it is SQLite.
import type { StoredRow, Value } from '../../platform/record.ts';
import type { Entries } from './entries.ts';

export interface Store {
  /** What the org keeps beside its records. */
  readonly entries: Entries;
  /** Runs the work in a transaction (a savepoint when one is open); rolls back when it throws. */
  transaction<T>(work: () => T): T;
  /**
   * Like `transaction`, but the commit waits for `settle`, the next `transaction` or `close`: loads write the same index pages again and
   * again, and then write them to the disk once. Everybody sees the work at once; a crash before the commit undoes it. Throws when
   * earlier work had to be undone meanwhile, until `settle` has told so.
   */
  unsettled<T>(work: () => T): T;
  /** Commits what `unsettled` has left open. Throws when that fails, or has failed before; all of the work is undone then. */
  settle(): void;
  /** The next `count` serials of an object's ids; gives the first. */
  takeSerials(object: string, count: number): number;
  /** The next `count` numbers of an auto-number field; gives the first. */
  takeNumbers(object: string, field: string, count: number): number;
  /** Stored records by id, with every stored (not computed) field. Unknown ids are absent. */
  read(object: string, ids: readonly string[]): Map<string, StoredRow>;
  /** Ids by the value of a unique or external-id field; text is folded as the field demands. A value may have several ids. */
  findIds(object: string, field: string, values: readonly Value[]): Map<Value, string[]>;
  /** Ids of the records whose reference field holds one of the ids. */
  findChildren(object: string, referenceField: string, parentIds: readonly string[]): Map<string, string[]>;
  insert(object: string, rows: readonly StoredRow[]): void;
  /** Writes the named fields of each row. */
  update(object: string, rows: readonly StoredRow[], fields: readonly string[]): void;
  remove(object: string, ids: readonly string[]): void;
  /** Rows of a SELECT that `soql/` has built, as arrays in column order; streams. */
  select(sql: string, parameters: readonly Value[]): Iterable<readonly Value[]>;
  /** Makes a pure function callable in SQL under a name of word characters. */
  defineFunction(name: string, deterministic: boolean, call: (...values: Value[]) => Value): void;
  close(): void;
}
