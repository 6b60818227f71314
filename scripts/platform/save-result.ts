// What the platform answers for each record of a save.

/** One reason why a record was not saved; `statusCode` is the platform's, for example REQUIRED_FIELD_MISSING. */
export interface SaveError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** Outcome of one record, in the order of the request. `created` is told for upserts and inserts. */
export type SaveResult =
  | { readonly success: true; readonly id: string; readonly created: boolean; readonly errors: readonly [] }
  | { readonly success: false; readonly id: string | null; readonly created: false; readonly errors: readonly SaveError[] };
