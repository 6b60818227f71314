// A small org for tests of the engine: garages with repairs, their roll-ups, rules and flows, from fixture metadata.
import { join } from 'node:path';
import type { Row } from '../../platform/record.ts';
import type { SaveResult } from '../../platform/save-result.ts';
import { loadFlows } from '../flow/load-flows.ts';
import { loadSchema } from '../metadata/load-schema.ts';
import { openStore } from '../store/open-store.ts';
import { openOrg } from './open-org.ts';
import type { Org } from './org.ts';
import { defaultSeed } from './seed/seed-org.ts';
import type { Session } from './session.ts';

export const WORKSHOP_FOLDER = join(import.meta.dirname, '__fixtures__', 'workshop');

export interface Workshop {
  readonly org: Org;
  readonly session: Session;
  /** Rows of a query without attributes. */
  rows(soql: string): readonly Readonly<Record<string, unknown>>[];
  /** Inserts each row for itself. */
  insert(object: string, ...rows: readonly Row[]): readonly SaveResult[];
  update(object: string, ...rows: readonly Row[]): readonly SaveResult[];
  /** Inserts one row that must be taken; gives its id. */
  made(object: string, row: Row): string;
}

/** An org in memory on 22 November 2026, 10:00 UTC, unless `now` says otherwise. */
export function openWorkshop(now: () => Date = () => new Date('2026-11-22T10:00:00Z')): Workshop {
  const schema = loadSchema([WORKSHOP_FOLDER]);
  const org = openOrg({
    schema,
    store: openStore(schema, ':memory:'),
    flows: loadFlows([WORKSHOP_FOLDER], schema),
    now,
    users: defaultSeed(),
  });
  const session = org.session(org.defaultUserId);
  if (!session) throw new Error('the workshop has no default user');
  const each = { allOrNone: false } as const;
  return {
    org,
    session,
    rows: (soql) =>
      org
        .query(session, soql)
        .records.map((record) => Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'attributes'))),
    insert: (object, ...rows) => org.insert(session, object, rows, each),
    update: (object, ...rows) => org.update(session, object, rows, each),
    made(object, row) {
      const [result] = org.insert(session, object, [row], each);
      if (!result?.success) throw new Error(`${object} is refused: ${JSON.stringify(result?.errors)}`);
      return result.id;
    },
  };
}
