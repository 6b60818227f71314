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
  for (const round of rounds(places, change.idOf)) {
    const results = change.save(
      batch,
      round.map((place) => place.row),
    );
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
