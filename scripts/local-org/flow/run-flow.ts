// Runs a record-triggered flow for a batch of records: interviews advance together and wait for one another at data elements.
import type { FormulaMoment } from '../formula/compiled-formula.ts';
import type { SaveError } from '../../platform/save-result.ts';
import type { Batch, Flow, FlowOutcome, Interview, Node, Program, TriggeredRecord } from './flow.ts';
import { fail, guarded } from './flow-errors.ts';
import type { FlowHost } from './flow-host.ts';

/** Elements that one interview may execute; the platform would stop it at its CPU time limit. */
const MOST_ELEMENTS = 50_000;

function newInterview(batch: Batch, program: Program, { record, prior, isNew }: TriggeredRecord): Interview {
  return {
    batch,
    isNew,
    prior,
    record,
    program,
    slots: program.initial.slice(),
    node: program.start,
    frames: [],
    version: 0,
    executed: 0,
    fault: null,
    errors: [],
    assigned: undefined,
  };
}

/** Whether the flow runs for this record: its occasion, its entry conditions now, and if asked not before. */
function starts(flow: Flow, interview: Interview): boolean {
  const { on } = flow.trigger ?? {};
  const { program, isNew, prior } = interview;
  const { entry } = flow.program;
  if ((on === 'create' && !isNew) || (on === 'update' && isNew)) return false;
  if (!entry) return true;
  if (!entry(interview)) return false;
  if (!flow.program.entryNeedsChange || isNew || !prior) return true;
  return !entry({ ...interview, program, record: prior, slots: flow.program.initial.slice(), version: 0 });
}

/** Leaves finished subflows; gives the node to go on with. */
function afterSubflows(interview: Interview): Node | undefined {
  for (;;) {
    const frame = interview.frames.pop();
    if (!frame) return undefined;
    const inner = interview.slots;
    interview.program = frame.program;
    interview.slots = frame.slots;
    frame.leave(interview, inner);
    interview.version += 1;
    if (frame.next) return frame.next;
  }
}

/** Executes elements until the interview ends or stands at one that waits for the others. */
function advance(interview: Interview): void {
  let { node } = interview;
  for (;;) {
    node ??= afterSubflows(interview);
    if (!node?.step) {
      interview.node = node;
      return;
    }
    interview.executed += 1;
    if (interview.executed > MOST_ELEMENTS) {
      fail(interview, `The flow has executed more than ${MOST_ELEMENTS} elements at ${node.name}; it seems to run in a circle.`, undefined);
      return;
    }
    node = node.step(interview);
  }
}

function runBatch(batch: Batch): void {
  let moving: readonly Interview[] = batch.interviews;
  for (;;) {
    for (const interview of moving) guarded(interview, () => advance(interview));
    let earliest: Node | undefined;
    for (const { node } of batch.interviews) if (node && (!earliest || node.order < earliest.order)) earliest = node;
    const serve = earliest;
    if (!serve) return;
    moving = batch.interviews.filter((interview) => interview.node === serve);
    serve.bulk?.(moving, batch);
  }
}

function run(
  flow: Flow,
  records: readonly TriggeredRecord[],
  host: FlowHost,
  timing: 'before-save' | 'after-save',
): readonly FlowOutcome[] {
  const moment: Omit<FormulaMoment, 'isNew'> = {
    today: host.today,
    now: host.now,
    ...(host.timeZone === undefined ? {} : { timeZone: host.timeZone }),
  };
  const interviews: Interview[] = [];
  const batch: Batch = {
    host,
    interviews,
    timing,
    creating: { ...moment, isNew: true },
    updating: { ...moment, isNew: false },
    parents: new Map(),
    selections: new Map(),
  };
  const errors: (readonly SaveError[])[] = [];
  const candidates = records.map((record) => newInterview(batch, flow.program, record));
  for (const interview of candidates) {
    errors.push(interview.errors);
    interviews.push(interview);
  }
  for (const interview of candidates) {
    guarded(interview, () => {
      if (!starts(flow, interview)) interview.node = undefined;
    });
  }
  runBatch(batch);
  return errors.map((found) => ({ errors: found }));
}

/**
 * Runs a before-save flow; it writes into the records. Outcomes stand in the order of the batch; records for which the flow does not
 * start are left as they are. Throws what the host throws.
 */
export function runBeforeSave(flow: Flow, batch: readonly TriggeredRecord[], host: FlowHost): readonly FlowOutcome[] {
  return run(flow, batch, host, 'before-save');
}

/** Runs an after-save flow; the records are not written to, changes go through the host. */
export function runAfterSave(flow: Flow, batch: readonly TriggeredRecord[], host: FlowHost): readonly FlowOutcome[] {
  return run(flow, batch, host, 'after-save');
}
