// Platform events reach the flows that listen to them after the transaction that published them, in transactions of their own.
import type { StoredRow } from '../../../platform/record.ts';
import { runSubscriber } from '../../flow/run-flow.ts';
import { BATCH_SIZE, runAutomaticBatch, RunTally, type FlowRun } from './automatic-run.ts';
import type { OrgCore } from '../org-core.ts';
import type { Session } from '../session.ts';

/** Events that events have caused are delivered too, so many times; a circle would go on forever. */
const MOST_ROUNDS = 50;

/**
 * Call it when no transaction is open. Flows that fail are listed as flow errors; they change nothing for whoever published. Gives what ran.
 */
export function deliverEvents(core: OrgCore, session: Session): readonly FlowRun[] {
  const runs: FlowRun[] = [];
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const events = core.events.take();
    if (events.length === 0) break;
    for (const [object, same] of Map.groupBy(events, (event) => event.object)) {
      for (const flow of core.flows.filter(({ event }) => event === object)) {
        const tally = new RunTally();
        for (let at = 0; at < same.length; at += BATCH_SIZE) {
          const records = same.slice(at, at + BATCH_SIZE).map(({ fields }) => fields as StoredRow);
          runAutomaticBatch(core, session, { flow, records, run: (open, host) => runSubscriber(flow, open, host) }, tally);
        }
        runs.push(tally.of(flow, null));
      }
    }
  }
  return runs;
}
