// Query results that are handed out page by page.
import { recordId } from '../../platform/record-id.ts';
import type { Org, QueriedRecord, Session } from '../engine/org.ts';

/** The platform keeps ten cursors a user; the oldest is dropped for the eleventh. */
const KEPT = 10;
/** Results up to this size are kept as they were when they were asked for; larger ones are read again for each page. */
const KEPT_RECORDS = 50_000;

export interface Page {
  readonly totalSize: number;
  readonly records: readonly QueriedRecord[];
  /** Names the rest of the result; undefined when this page is the last. */
  readonly locator: string | undefined;
}

export interface QueryLocators {
  /** Runs a query and gives its first records. Throws the ApiErrors of queries. */
  first(org: Org, session: Session, soql: string, count: number): Page;
  /** The records from a place on, for the user who asked; undefined when the locator was dropped or is another user's. */
  next(org: Org, session: Session, locator: string, offset: number, count: number): Page | undefined;
}

interface Cursor {
  readonly userId: string;
  readonly soql: string;
  readonly totalSize: number;
  /** The whole result; undefined when it is too large to keep. */
  readonly records: readonly QueriedRecord[] | undefined;
}

export function createQueryLocators(): QueryLocators {
  const cursors = new Map<string, Cursor>();
  let serial = 0;
  return {
    first(org, session, soql, count) {
      const { totalSize, records } = org.query(session, soql, { offset: 0, count });
      // SELECT COUNT() has a size and no records.
      if (records.length === 0 || records.length >= totalSize) return { totalSize, records, locator: undefined };
      const own = [...cursors].filter(([, cursor]) => cursor.userId === session.userId);
      if (own.length >= KEPT && own[0]) cursors.delete(own[0][0]);
      const locator = recordId('01g', (serial += 1));
      const whole = totalSize <= KEPT_RECORDS ? org.query(session, soql).records : undefined;
      cursors.set(locator, { userId: session.userId, soql, totalSize, records: whole });
      return { totalSize, records, locator };
    },
    next(org, session, locator, offset, count) {
      const cursor = cursors.get(locator);
      if (cursor?.userId !== session.userId || offset > cursor.totalSize) return undefined;
      const records = cursor.records?.slice(offset, offset + count) ?? org.query(session, cursor.soql, { offset, count }).records;
      const isLast = offset + count >= cursor.totalSize;
      if (isLast) cursors.delete(locator);
      return { totalSize: cursor.totalSize, records, locator: isLast ? undefined : locator };
    },
  };
}
