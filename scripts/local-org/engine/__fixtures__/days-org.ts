// An org for tests of what runs by itself: standard objects and the flows of the fixture folder, from 22 November 2026, 10:00 UTC.
import { join } from 'node:path';
import type { Row } from '../../../platform/record.ts';
import { loadFlows } from '../../flow/load-flows.ts';
import { loadSchema } from '../../metadata/load-schema.ts';
import { openStore } from '../../store/open-store.ts';
import { loadNotificationTypes } from '../seed/notification-types.ts';
import { openOrg } from '../open-org.ts';
import type { Org } from '../org.ts';
import type { Session } from '../session.ts';
import type { DayReport } from '../automation/run-days.ts';
import { defaultSeed } from '../seed/seed-org.ts';

export const DAYS_FOLDER = join(import.meta.dirname, 'days');
/** Flows that use more than a transaction allows. */
export const LIMITS_FOLDER = join(import.meta.dirname, 'limits');

export interface DaysOrg {
  readonly org: Org;
  readonly session: Session;
  /** Values of one field, in the order of the query. */
  values(field: string, rest: string): readonly unknown[];
  /** Ids of the records that are made; throws when one is refused. */
  made(object: string, ...rows: readonly Row[]): readonly string[];
  /** Runs the days up to one. */
  until(day: string): Promise<readonly DayReport[]>;
}

/** `folder` keeps the database between calls; `metadata` stands in for the fixture folder. */
export function openDaysOrg(options: { readonly folder?: string; readonly metadata?: string; readonly now?: () => Date } = {}): DaysOrg {
  const { metadata = DAYS_FOLDER } = options;
  const schema = loadSchema([metadata]);
  const org = openOrg({
    schema,
    store: openStore(schema, options.folder === undefined ? ':memory:' : join(options.folder, 'org.sqlite')),
    flows: loadFlows([metadata], schema),
    now: options.now ?? (() => new Date('2026-11-22T10:00:00Z')),
    users: defaultSeed(),
    notificationTypes: loadNotificationTypes([metadata]),
  });
  const session = org.session(org.defaultUserId);
  if (!session) throw new Error('the org has no default user');
  return {
    org,
    session,
    values: (field, rest) => org.query(session, `SELECT ${field} FROM ${rest}`).records.map((record) => record[field]),
    made: (object, ...rows) =>
      org.insert(session, object, rows, { allOrNone: false }).map((result) => {
        if (!result.success) throw new Error(`${object} is refused: ${JSON.stringify(result.errors)}`);
        return result.id;
      }),
    async until(day) {
      const reports: DayReport[] = [];
      for await (const report of org.automation.advanceClock(day)) reports.push(report);
      return reports;
    },
  };
}
