// Saving for all interviews that wait at a Create, Update or Delete Records element, in as few calls of the host as possible.
import type { SaveResult } from '../../../platform/save-result.ts';
import type { Batch, Interview, Node } from '../flow.ts';
import { dataFault, fail, guarded } from '../flow-errors.ts';

export interface DataChange<R> {
  /** Verb and noun for messages, such as `update records`. */
  readonly action: string;
  /** What one interview wants saved; a text is a fault. */
  readonly collect: (interview: Interview) => readonly R[] | string;
  readonly save: (batch: Batch, rows: readonly R[]) => readonly SaveResult[];
  /** Rows of one id may not stand twice in one call. */
  readonly idOf?: (row: R) => string;
  readonly succeeded?: (interview: Interview, results: readonly SaveResult[]) => void;
  readonly next: Node | undefined;
  readonly faultPath: Node | undefined;
}

interface Wanted<R> {
  readonly interview: Interview;
  readonly rows: readonly R[];
  readonly results: SaveResult[];
}

interface Place<R> {
  readonly wanted: Wanted<R>;
  readonly index: number;
  readonly row: R;
}

/**
 * The platform lets one bulk save change a record twelve times: "Maximum number of duplicate updates in one batch (12 allowed)". A flow
 * that lets each of two hundred records change their common parent fails there.
 */
const MOST_CHANGES_OF_ONE_RECORD = 12;

function tooOften(id: string): SaveResult {
  const message = `Maximum number of duplicate updates in one batch (${MOST_CHANGES_OF_ONE_RECORD} allowed). Attempt to update Id more than once in this Api call: ${id}`;
  return { success: false, id, created: false, errors: [{ statusCode: 'LIMIT_EXCEEDED', message, fields: [] }] };
}

/** Rows in rounds, so that the n-th row of an id is saved in the n-th call. */
function rounds<R>(places: readonly Place<R>[], idOf: DataChange<R>['idOf']): readonly (readonly Place<R>[])[] {
  if (!idOf) return places.length === 0 ? [] : [places];
  const seen = new Map<string, number>();
  const result: Place<R>[][] = [];
  for (const place of places) {
    const id = idOf(place.row);
    const round = seen.get(id) ?? 0;
    seen.set(id, round + 1);
    (result[round] ??= []).push(place);
  }
  return result;
}

/** Moves every waiting interview on: to the next element, down the fault path, or to its end with an error. */
export function changeRecords<R>(waiting: readonly Interview[], batch: Batch, change: DataChange<R>): void {
  const all: Wanted<R>[] = [];
  for (const interview of waiting) {
    guarded(interview, () => {
      const rows = change.collect(interview);
      interview.node = change.next;
      if (typeof rows === 'string') fail(interview, rows, change.faultPath);
      else all.push({ interview, rows, results: [] });
    });
  }
  const places = all.flatMap((wanted) => wanted.rows.map((row, index) => ({ wanted, index, row })));
  for (const [turn, round] of rounds(places, change.idOf).entries()) {
    const rows = round.map((place) => place.row);
    const { idOf } = change;
    const results = idOf && turn >= MOST_CHANGES_OF_ONE_RECORD ? rows.map((row) => tooOften(idOf(row))) : change.save(batch, rows);
    round.forEach((place, index) => {
      const result = results[index];
      if (result) place.wanted.results[place.index] = result;
    });
  }
  if (places.length > 0) {
    batch.selections.clear();
    batch.parents.clear();
  }
  for (const { interview, results } of all) {
    const errors = results.flatMap((result) => result.errors);
    interview.version += 1;
    if (errors.length > 0) fail(interview, dataFault(change.action, errors), change.faultPath);
    else change.succeeded?.(interview, results);
  }
}
