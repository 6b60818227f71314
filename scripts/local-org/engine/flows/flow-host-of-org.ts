// What a running flow may ask: records of this org, and saves that are part of the same transaction.
import type { Row, StoredRow } from '../../../platform/record.ts';
import type { SaveResult } from '../../../platform/save-result.ts';
import type { FlowHost } from '../../flow/flow-host.ts';
import type { SaveContext } from '../org-core.ts';
import { TIME_ZONE } from '../time-zone.ts';
import { putInOutbox } from './outbox.ts';
import { selectById } from './select-by-id.ts';
import { selectionSoql } from './selection-soql.ts';
import type { SaveKind } from '../transaction.ts';

/** Saves count as one level deeper than the save that started the flow; `context` is that deeper level. */
export function flowHost(context: SaveContext): FlowHost {
  const { core, session, transaction, environment } = context;
  const permissions = new Map<string, boolean>();
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
    select: (selection) =>
      selectById(core, selection) ?? (core.queryRows(session, selectionSoql(core.schema, selection)) as readonly StoredRow[]),
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
    parents: (object, ids) => core.records.rows(object, ids),
    computed: (name, record, field) => {
      const object = core.schema.object(name);
      return (object && core.plan(object).computedField(field)?.evaluate(record, environment)) ?? null;
    },
    send: (message) => putInOutbox(context, message),
    hasCustomPermission(name) {
      let has = permissions.get(name);
      if (has === undefined) permissions.set(name, (has = core.hasCustomPermission(session, name)));
      return has;
    },
  };
}
