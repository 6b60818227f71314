// Query results that are handed out page by page.
import type { QueriedRecord } from '../engine/org.ts';
import { recordId } from '../../platform/record-id.ts';

/** The platform keeps ten cursors a user; the oldest is dropped for the eleventh. */
const KEPT = 10;

export interface QueryLocators {
  /** Keeps a result; gives its locator. */
  keep(userId: string, records: readonly QueriedRecord[]): string;
  /** The records behind a locator, for the user who asked for them; undefined when it was dropped or is another's. */
  find(userId: string, locator: string): readonly QueriedRecord[] | undefined;
  drop(locator: string): void;
}

export function createQueryLocators(): QueryLocators {
  const kept = new Map<string, { readonly userId: string; readonly records: readonly QueriedRecord[] }>();
  let serial = 0;
  return {
    keep(userId, records) {
      const own = [...kept].filter(([, entry]) => entry.userId === userId);
      if (own.length >= KEPT && own[0]) kept.delete(own[0][0]);
      const locator = recordId('01g', (serial += 1));
      kept.set(locator, { userId, records });
      return locator;
    },
    find(userId, locator) {
      const entry = kept.get(locator);
      return entry?.userId === userId ? entry.records : undefined;
    },
    drop: (locator) => void kept.delete(locator),
  };
}
