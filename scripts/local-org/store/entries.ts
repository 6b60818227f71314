// Lists that the org keeps beside its records, such as the outbox and what is due later: entries in order of arrival, some found by key or time.

/** One entry of a list. */
export interface Entry {
  /** Number of the entry; later ones have higher numbers, in all lists together. */
  readonly serial: number;
  readonly key: string | null;
  /** Instant `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly due: string | null;
  /** JSON. */
  readonly content: string;
}

export interface Entries {
  /** Adds an entry; one of the same list and key is replaced. */
  add(list: string, content: string, marks?: { readonly key?: string; readonly due?: string }): void;
  /** Entries after a serial, at most `count`. */
  after(list: string, serial: number, count: number): readonly Entry[];
  /** Entries by key; unknown keys are absent. */
  byKeys(list: string, keys: readonly string[]): readonly Entry[];
  /** Entries that are due at an instant or before it, earliest first, at most `count`. */
  dueUntil(list: string, instant: string, count: number): readonly Entry[];
  count(list: string): number;
  remove(list: string, serials: readonly number[]): void;
}
