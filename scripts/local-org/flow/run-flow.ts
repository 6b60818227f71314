// Runs a flow for a batch of records: interviews advance together and wait for one another at data elements.
import type { Row, StoredRow } from '../../platform/record.ts';
import type { Batch, Flow, FlowOutcome, FlowTiming, Interview, Node, ScheduledPath, TriggeredRecord } from './flow.ts';
import { fail, guarded } from './flow-errors.ts';
import type { FlowHost } from './flow-host.ts';
import { newBatch, newInterview } from './interview.ts';

/** Elements that one interview may execute; the platform would stop it at its CPU time limit. */
const MOST_ELEMENTS = 50_000;

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
    interview.at = node;
    interview.trace?.visited.add(node.name);
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
    for (const interview of moving) {
      interview.at = serve;
      interview.trace?.visited.add(serve.name);
    }
    batch.read.clear();
    serve.bulk?.(moving, batch);
    if (batch.read.size > 0) batch.host.countQuery?.([...batch.read].reduce((rows, { length }) => rows + length, 0));
  }
}

function runAll(interviews: readonly Interview[], batch: Batch, starting: (interview: Interview) => boolean): readonly FlowOutcome[] {
  const started = new Set<Interview>();
  for (const interview of interviews) {
    guarded(interview, () => {
      if (starting(interview)) started.add(interview);
      else interview.node = undefined;
    });
  }
  runBatch(batch);
  return interviews.map((interview) => {
    const { errors, at } = interview;
    const outcome = { errors, started: started.has(interview) };
    return errors.length > 0 && at ? { ...outcome, element: at.name } : outcome;
  });
}

function run(flow: Flow, records: readonly TriggeredRecord[], host: FlowHost, timing: FlowTiming): readonly FlowOutcome[] {
  const batch = newBatch(host, timing);
  const interviews = records.map((record) => newInterview(batch, flow.program, record));
  return runAll(interviews, batch, (interview) => starts(flow, interview));
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

/**
 * Runs a scheduled flow for records, or once without a record when it has no object. The records are not written to. Outcomes stand in the
 * order of the records.
 */
export function runScheduled(flow: Flow, records: readonly StoredRow[], host: FlowHost): readonly FlowOutcome[] {
  const batch = newBatch(host, 'scheduled');
  const started: readonly Row[] = flow.schedule?.records ? records : [{}];
  const interviews = started.map((record) => newInterview(batch, flow.program, { record, prior: undefined, isNew: false }));
  return runAll(interviews, batch, () => true);
}

/** Runs a flow for platform events that it listens to. Outcomes stand in the order of the events. */
export function runSubscriber(flow: Flow, events: readonly Row[], host: FlowHost): readonly FlowOutcome[] {
  const batch = newBatch(host, 'scheduled');
  const interviews = events.map((record) => newInterview(batch, flow.program, { record, prior: undefined, isNew: true }));
  return runAll(interviews, batch, () => true);
}

/** Runs a scheduled path for records whose time has come. Outcomes stand in the order of the records. */
export function runPath(flow: Flow, path: ScheduledPath, records: readonly StoredRow[], host: FlowHost): readonly FlowOutcome[] {
  const batch = newBatch(host, 'scheduled');
  const interviews = records.map((record) => newInterview(batch, flow.program, { record, prior: undefined, isNew: false }));
  for (const interview of interviews) interview.node = path.start;
  return runAll(interviews, batch, () => true);
}

/** Runs a flow for records that are about to be deleted. */
export function runBeforeDelete(flow: Flow, batch: readonly TriggeredRecord[], host: FlowHost): readonly FlowOutcome[] {
  return run(flow, batch, host, 'before-delete');
}

/** Whether records meet a flow's entry conditions as they are, whatever has happened to them. */
export function meetEntryConditions(flow: Flow, records: readonly TriggeredRecord[], host: FlowHost): readonly boolean[] {
  const batch = newBatch(host, 'after-save');
  return records.map((record) => flow.program.entry?.(newInterview(batch, flow.program, record)) ?? true);
}

/**
 * Runs a flow, or one of its scheduled paths, for one record or none, and gives the interview as it has ended; `inputs` prepares its
 * variables. For flow tests.
 */
export function runTraced(
  { flow, path }: { readonly flow: Flow; readonly path: ScheduledPath | undefined },
  record: TriggeredRecord,
  host: FlowHost,
  inputs: (interview: Interview) => void,
): { readonly interview: Interview; readonly started: boolean } {
  const batch = newBatch(host, path ? 'scheduled' : (flow.trigger?.timing ?? 'none'));
  const interview = newInterview(batch, flow.program, record, { visited: new Set(), failed: new Set() });
  inputs(interview);
  if (path) interview.node = path.start;
  const [outcome] = runAll([interview], batch, () => !flow.trigger || starts(flow, interview));
  return { interview, started: outcome?.started === true };
}
