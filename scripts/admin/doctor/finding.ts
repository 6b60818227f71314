// What the doctor says: one sentence in plain language, and what mends it.

/** `bad` keeps the product from working, `look` deserves attention, `good` needs nothing. */
export type Level = 'bad' | 'look' | 'good';

export interface Finding {
  readonly level: Level;
  /** One sentence: what is so, with the numbers. */
  readonly what: string;
  /** The command or the click path that mends it; absent when nothing has to be done. */
  readonly fix?: string;
}

/** A question that the doctor asks the org; `name` is its heading. */
export interface Check {
  readonly name: string;
  readonly look: (org: OrgUnderCare) => Promise<readonly Finding[]>;
}

/** The org as the checks see it. */
export interface OrgUnderCare {
  /** What the user typed behind --target-org, to repeat in commands. */
  readonly target: string;
  /** Every object that the user can see, by API name. */
  readonly objects: ReadonlySet<string>;
  /** The records of a query, at most 2,000. */
  readonly query: (soql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** The number that a `SELECT COUNT()` gives. */
  readonly count: (soql: string) => Promise<number>;
  /** Names of the metadata of a type, or undefined when this user may not ask or the org does not answer. */
  readonly metadataNames: (type: string) => Promise<readonly string[] | undefined>;
  readonly limits: () => Promise<Readonly<Record<string, { readonly Max: number; readonly Remaining: number }>>>;
}
