// A record on its way through a save.
import type { Row, StoredRow, Value } from '../../../platform/record.ts';
import type { SaveError } from '../../../platform/save-result.ts';

export interface Draft {
  /** Place in the caller's rows. */
  readonly place: number;
  /** What the caller sent. */
  readonly input: Row;
  /** The record before the save; undefined for a new one. */
  readonly prior: StoredRow | undefined;
  /** The whole record as it will be; Id is null until a new record is written. */
  record: Row;
  /** Empty while nothing is wrong. */
  errors: readonly SaveError[];
}

export const NO_ERRORS: readonly SaveError[] = [];

export function fail(draft: Draft, error: SaveError): void {
  draft.errors = [...draft.errors, error];
}

export function isSound(draft: Draft): boolean {
  return draft.errors.length === 0;
}

/** The value differs from the stored one, or the record is new. */
export function isChanged(draft: Draft, name: string): boolean {
  return draft.prior === undefined || draft.prior[name] !== draft.record[name];
}

/** The id of a record that has one. */
export function idOf(draft: Draft): string {
  const id: Value | undefined = draft.record['Id'];
  if (typeof id !== 'string') throw new Error('the record has no id yet');
  return id;
}
