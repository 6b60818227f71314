// What one transaction has used of the platform's limits, and what it has saved (Apex Developer Guide, "Execution Governors and Limits").
import type { SaveResult } from '../../platform/save-result.ts';

export interface TransactionLimits {
  readonly queries: number;
  readonly queryRows: number;
  readonly statements: number;
  readonly rows: number;
  /** Calls that publish platform events immediately are counted apart from DML statements. */
  readonly immediatePublishes: number;
}

/** Limits of saves that somebody waits for. */
export const SYNCHRONOUS: TransactionLimits = { queries: 100, queryRows: 50_000, statements: 150, rows: 10_000, immediatePublishes: 150 };
/** Limits of what runs by itself. */
export const ASYNCHRONOUS: TransactionLimits = { ...SYNCHRONOUS, queries: 200 };

/** The transaction must be undone as a whole; no fault path catches it. The message is the platform's. */
export class LimitExceeded extends Error {
  /** The flow that the outermost save has started. */
  flow: { readonly name: string; readonly label: string } | undefined;

  constructor(what: string, limit: number) {
    super(`System.LimitException: Too many ${what}: ${limit + 1}`);
    this.name = 'LimitExceeded';
  }
}

export type SaveKind = 'created' | 'updated' | 'deleted';

/** Counts for one transaction. Saves that roll-ups cause count for nothing, as on the platform. */
export class Transaction {
  readonly #limits: TransactionLimits;
  readonly #used = { queries: 0, queryRows: 0, statements: 0, rows: 0, immediatePublishes: 0 };
  readonly #saved = new Map<string, number>();

  constructor(limits: TransactionLimits) {
    this.#limits = limits;
  }

  /** Throws LimitExceeded. */
  countQuery(): void {
    this.#use('queries', 1, 'SOQL queries');
  }

  /** Throws LimitExceeded. */
  countQueryRows(rows: number): void {
    this.#use('queryRows', rows, 'query rows');
  }

  /** Throws LimitExceeded. */
  countStatement(rows: number): void {
    this.#use('statements', 1, 'DML statements');
    this.#use('rows', rows, 'DML rows');
  }

  /** Throws LimitExceeded. */
  countImmediatePublish(): void {
    this.#use('immediatePublishes', 1, 'publish immediate DML operations');
  }

  /** Remembers which records a flow has saved. */
  tally(kind: SaveKind, object: string, results: readonly SaveResult[]): void {
    const done = results.filter(({ success }) => success).length;
    const key = `${kind} ${object}`;
    if (done > 0) this.#saved.set(key, (this.#saved.get(key) ?? 0) + done);
  }

  /** Records saved by flows, by kind and object such as `created Task`. */
  get saved(): ReadonlyMap<string, number> {
    return this.#saved;
  }

  #use(what: keyof TransactionLimits, amount: number, words: string): void {
    this.#used[what] += amount;
    if (this.#used[what] > this.#limits[what]) throw new LimitExceeded(words, this.#limits[what]);
  }
}
