// Running a flow test against the org: the flow alone, for a record of the test, in a transaction that is always undone.
import { recordId } from '../../../platform/record-id.ts';
import type { Row, StoredRow } from '../../../platform/record.ts';
import type { TriggeredRecord } from '../../flow/flow.ts';
import type { FlowTest } from '../../flow/flow-test.ts';
import { runTraced } from '../../flow/run-flow.ts';
import { computeFields } from '../plan/computed-fields.ts';
import { flowHost } from '../flows/flow-host-of-org.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { OrgCore, SaveContext } from '../org-core.ts';
import type { Session } from '../session.ts';
import { saveContext } from '../save-context.ts';
import { composeNames, defaultRecord } from '../save/fill-defaults.ts';
import { LimitExceeded } from '../transaction.ts';

/** Undoes what a test has done. */
class Undo extends Error {}

/**
 * Runs a flow test and gives what did not hold; none means that it has passed. As on the platform the record is not saved through rules
 * and other flows, and its lookups need not exist; what the flow itself saves is saved as always.
 */
export function runFlowTest(core: OrgCore, session: Session, test: FlowTest): readonly string[] {
  let failures: readonly string[] = [];
  try {
    core.store.transaction(() => {
      failures = execute({ ...saveContext(core, session), depth: 1 }, test);
      throw new Undo();
    });
  } catch (error) {
    if (error instanceof LimitExceeded) return [error.message];
    if (!(error instanceof Undo)) throw error;
  } finally {
    core.forget();
    core.events.take();
  }
  return failures;
}

function execute(context: SaveContext, test: FlowTest): readonly string[] {
  const { core } = context;
  const { flow } = test;
  const object = flow.trigger && core.schema.object(flow.trigger.object);
  const plan = object && core.plan(object);
  const started = plan ? triggered(context, plan, test) : { record: {}, prior: undefined, isNew: false };
  const host = flowHost(context);
  const { interview, started: meets } = runTraced(test, started, host, (prepared) => {
    for (const { name, value } of test.inputs) flow.program.inputs.get(name.toLowerCase())?.write?.(prepared, value);
  });
  const failures = test.atStart.filter(({ holds }) => !holds(interview)).map(({ message }) => message);
  if (!meets) return [...failures, 'The record does not meet the entry conditions of the flow.'];
  if (plan && flow.trigger?.timing === 'after-save') {
    const id = String(started.record['Id']);
    const saved = core.store.read(plan.object.name, [id]).get(id);
    if (saved) interview.record = computeFields(plan, { ...saved }, context.environment);
    interview.version += 1;
  }
  failures.push(...test.atFinish.filter(({ holds }) => !holds(interview)).map(({ message }) => message));
  const expected = test.atFinish.some(({ asksForError }) => asksForError);
  return expected ? failures : [...failures, ...interview.errors.map(({ message }) => message)];
}

/** The record of the test: after the save it is in the database, before the save only what it was before an update. */
function triggered(context: SaveContext, plan: ObjectPlan, { flow, initial, updated }: FlowTest): TriggeredRecord {
  const { store } = context.core;
  const id = recordId(plan.object.keyPrefix, store.takeSerials(plan.object.name, 1));
  const before: Row = { ...defaultRecord(context, plan), ...initial };
  const record: Row = { ...before, ...updated };
  for (const row of [before, record]) {
    composeNames(plan, row);
    if (updated || flow.trigger?.timing === 'after-save') row['Id'] = id;
  }
  const stored = flow.trigger?.timing === 'after-save' ? record : before;
  if (typeof stored['Id'] === 'string') store.insert(plan.object.name, [{ ...stored } as StoredRow]);
  const { environment } = context;
  return {
    record: computeFields(plan, record, environment),
    prior: updated && (computeFields(plan, before, environment) as StoredRow),
    isNew: updated === undefined,
  };
}
