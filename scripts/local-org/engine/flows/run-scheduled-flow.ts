// A scheduled flow on its day: one interview for each record that its start selects, or one without a record.
import type { Flow } from '../../flow/flow.ts';
import { runScheduled } from '../../flow/run-flow.ts';
import { BATCH_SIZE, runAutomaticBatch, RunTally, type FlowRun } from './automatic-run.ts';
import { withComputedFields } from '../plan/computed-fields.ts';
import { addFlowErrors } from './flow-errors-list.ts';
import { flowHost } from './flow-host-of-org.ts';
import { IdList } from './id-list.ts';
import type { OrgCore } from '../org-core.ts';
import type { Session } from '../session.ts';
import { saveContext } from '../save-context.ts';
import { selectionSoql } from './selection-soql.ts';

/** Interviews of scheduled flows that the platform starts in 24 hours, for an org of up to 1,250 users. */
export const MOST_SCHEDULED_INTERVIEWS = 250_000;

/**
 * Runs a flow's schedule once; `left` is how many interviews the day still allows, the rest is not started and told of as an error.
 * `pause` is awaited between batches, so that the org answers others meanwhile.
 */
export async function runScheduledFlow(
  core: OrgCore,
  session: Session,
  flow: Flow,
  left: number,
  pause: () => Promise<void>,
): Promise<FlowRun> {
  const tally = new RunTally();
  const run = (records: Parameters<typeof runScheduled>[1], host: Parameters<typeof runScheduled>[2]) => runScheduled(flow, records, host);
  const selection = flow.schedule?.records?.(flowHost(saveContext(core, session)));
  if (!selection) {
    runAutomaticBatch(core, session, { flow, records: [], run }, tally);
    return tally.of(flow, null);
  }
  const object = core.schema.object(selection.object);
  if (!object) throw new Error(`the org has no object ${selection.object}`);
  const plan = core.plan(object);
  const ids = new IdList();
  for (const id of core.streamIds(session, selectionSoql(core.schema, { ...selection, fields: ['Id'] }))) ids.add(id);
  let rest = left;
  for (const batch of ids.batches(BATCH_SIZE)) {
    if (rest < batch.length) break;
    rest -= batch.length;
    const { environment } = saveContext(core, session);
    const records = [...core.records.rows(object.name, batch).values()].map((row) => withComputedFields(plan, row, environment));
    if (records.length > 0) runAutomaticBatch(core, session, { flow, records, run }, tally);
    await pause();
  }
  const notStarted = ids.length - (left - rest);
  if (notStarted > 0) {
    const message = `${notStarted} of ${ids.length} interviews were not started: the platform starts ${MOST_SCHEDULED_INTERVIEWS} interviews of scheduled flows in 24 hours.`;
    addFlowErrors(core.store, core.now().toISOString(), [{ flow: flow.name, element: null, recordId: null, message }]);
    tally.faults += 1;
  }
  return tally.of(flow, null);
}
