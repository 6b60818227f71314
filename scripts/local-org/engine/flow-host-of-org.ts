// What a running flow may ask: records of this org, and saves that are part of the same transaction.
import type { Row, StoredRow } from '../../platform/record.ts';
import type { SaveResult } from '../../platform/save-result.ts';
import type { FlowHost } from '../flow/flow-host.ts';
import { withComputedFields } from './computed-fields.ts';
import { TIME_ZONE, type SaveContext } from './org-core.ts';
import { putInOutbox } from './outbox.ts';
import { selectionSoql } from './selection-soql.ts';
import type { SaveKind } from './transaction.ts';

/** Saves count as one level deeper than the save that started the flow; `context` is that deeper level. */
export function flowHost(context: SaveContext): FlowHost {
  const { core, session, transaction } = context;
  const alone = { allOrNone: false } as const;
  const change = (kind: SaveKind, object: string, rows: number, save: () => readonly SaveResult[]): readonly SaveResult[] => {
    transaction.countStatement(rows);
    const results = save();
    transaction.tally(kind, object, results);
    return results;
  };
  const publish = (object: string, rows: readonly Row[]): readonly SaveResult[] => {
    transaction.countImmediatePublish();
    return core.saves.insert(context, object, rows, alone);
  };
  return {
    today: core.today(),
    now: core.now(),
    language: session.language,
    userId: session.userId,
    timeZone: TIME_ZONE,
    remembered: (object) => core.selections.remembered(object),
    select: (selection) => core.queryRows(session, selectionSoql(core.schema, selection)) as readonly StoredRow[],
    countQuery(rows) {
      transaction.countQuery();
      transaction.countQueryRows(rows);
    },
    create: (object, rows) =>
      core.schema.event(object)?.publish === 'immediately'
        ? publish(object, rows)
        : change('created', object, rows.length, () => core.saves.insert(context, object, rows, alone)),
    update: (object, rows) => change('updated', object, rows.length, () => core.saves.update(context, object, rows, alone)),
    remove: (object, ids) => change('deleted', object, ids.length, () => core.saves.remove(context, object, ids, alone)),
    parents: (object, ids) => parents(context, object, ids),
    send: (message) => putInOutbox(context, message),
    hasCustomPermission: (name) => core.hasCustomPermission(session, name),
  };
}

function parents(context: SaveContext, objectName: string, ids: readonly string[]): ReadonlyMap<string, StoredRow> {
  const { core, environment } = context;
  const rows = core.records.rows(objectName, ids);
  const object = core.schema.object(objectName);
  const plan = object && core.plan(object);
  if (!plan || plan.computed.length === 0) return rows;
  const computing = new Map<string, StoredRow>();
  for (const [id, row] of rows) computing.set(id, withComputedFields(plan, row, environment));
  return computing;
}
