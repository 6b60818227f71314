// Starting the record-triggered flows of a chunk, in their order, with what they may ask of the org.
import type { StoredRow, Value } from '../../../platform/record.ts';
import type { SaveError } from '../../../platform/save-result.ts';
import type { Flow, FlowOutcome, FlowTrigger, TriggeredRecord } from '../../flow/flow.ts';
import type { FlowHost } from '../../flow/flow-host.ts';
import { runAfterSave, runBeforeDelete, runBeforeSave } from '../../flow/run-flow.ts';
import { computeFields, passesComputed, withComputedFields } from '../plan/computed-fields.ts';
import { flowHost } from '../flows/flow-host-of-org.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { RunningFlow, SaveContext } from '../org-core.ts';
import { followPaths } from '../flows/scheduled-paths.ts';
import { fail, isSound, type Draft } from './draft.ts';
import { LimitExceeded } from '../transaction.ts';

type Run = (flow: Flow, batch: readonly TriggeredRecord[], host: FlowHost) => readonly FlowOutcome[];

/** Flows write into the drafts' records; false when none has run for any of them. */
export function runBeforeSaveFlows(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[]): boolean {
  return runOnDrafts(context, plan, drafts, 'before-save', runBeforeSave);
}

/** Flows run on the written records; their errors fail the drafts, whose save must then be undone. */
export function runAfterSaveFlows(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[]): void {
  runOnDrafts(context, plan, drafts, 'after-save', runAfterSave);
}

/** Flows run on records that are about to be deleted; gives the errors of those that must stay, by id. */
export function runBeforeDeleteFlows(
  context: SaveContext,
  plan: ObjectPlan,
  rows: readonly StoredRow[],
): ReadonlyMap<string, readonly SaveError[]> {
  const errors = new Map<string, readonly SaveError[]>();
  const flows = context.core.flows.filter(({ trigger }) => trigger?.object === plan.object.name && trigger.timing === 'before-delete');
  for (const flow of flows) {
    const started = rows.filter(({ Id }) => !errors.has(Id) && !isRunning(context, flow, Id));
    if (started.length === 0) continue;
    const ids = started.map(({ Id }) => Id);
    const batch = started.map((row) => {
      const prior = withComputedFields(plan, row, context.environment);
      return { record: prior, prior, isNew: false };
    });
    const outcomes = withinLimits(flow, () => runBeforeDelete(flow, batch, flowHost(innerContext(context, flow, ids))));
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome.errors.length > 0) errors.set(ids[at] ?? '', outcome.errors);
      noteFaults(context, flow, outcome, ids[at]);
    }
  }
  return errors;
}

function runOnDrafts(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[], timing: FlowTrigger['timing'], run: Run): boolean {
  const isNew = drafts[0]?.prior === undefined;
  const flows = drafts.length === 0 ? [] : flowsOf(context.core.flows, plan.object.name, timing, isNew);
  let ran = false;
  for (const flow of flows) {
    const started = drafts.filter((draft) => isSound(draft) && !isRunning(context, flow, draft.prior?.Id));
    if (started.length === 0) continue;
    const batch = triggeredRecords(context, plan, flow, started);
    const host = hostOf(context, flow, started);
    const outcomes = startsNow(flow, isNew) ? withinLimits(flow, () => run(flow, batch, host)) : [];
    for (const [index, outcome] of outcomes.entries()) {
      const draft = started[index];
      if (!draft) continue;
      ran ||= outcome.started;
      for (const error of outcome.errors) fail(draft, error);
      noteFaults(context, flow, outcome, draft.prior?.Id);
    }
    if (timing === 'after-save' && flow.paths.length > 0) followPaths(context, flow, batch, outcomes, host);
  }
  return ran;
}

function triggeredRecords(context: SaveContext, plan: ObjectPlan, flow: Flow, drafts: readonly Draft[]): readonly TriggeredRecord[] {
  if (!passesComputed(flow, context.core.flows, plan))
    return drafts.map(({ record, prior }) => ({ record, prior, isNew: prior === undefined }));
  return drafts.map(({ record, prior }) => ({
    record: computeFields(plan, record, context.environment),
    prior: prior && withComputedFields(plan, prior, context.environment),
    isNew: prior === undefined,
  }));
}

function hostOf(context: SaveContext, flow: Flow, drafts: readonly Draft[]): FlowHost {
  const ids = drafts.map(({ record }) => record['Id']);
  return flowHost(innerContext(context, flow, ids));
}

/** What a flow says on purpose is for the user; that it has failed is for the administrator too. */
function noteFaults(context: SaveContext, flow: Flow, { errors, element }: FlowOutcome, id: string | undefined): void {
  for (const { statusCode, message } of errors) {
    if (statusCode !== 'CANNOT_EXECUTE_FLOW_TRIGGER') continue;
    context.faults.push({ flow: flow.name, element: element ?? null, recordId: id ?? null, message });
  }
}

/** A limit that is exceeded is told of the outermost flow. */
function withinLimits<T>(flow: Flow, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof LimitExceeded) error.flow = flow;
    throw error;
  }
}

/** A flow is not started again for a record for which it is running: its own changes do not call it back. */
function innerContext(context: SaveContext, flow: Flow, ids: readonly (Value | undefined)[]): SaveContext {
  const running: RunningFlow = { flow, ids, around: context.running };
  return { ...context, depth: context.depth + 1, running, view: undefined, system: false };
}

function isRunning(context: SaveContext, flow: Flow, id: string | undefined): boolean {
  if (id === undefined) return false;
  for (let { running } = context; running; running = running.around) if (running.flow === flow && running.ids.includes(id)) return true;
  return false;
}

/**
 * Active flows for an event: by trigger order, those without one in order of name between 1,000 and 1,001 as on the platform. Flows with
 * scheduled paths are told of every update, since what waits may have to change.
 */
function flowsOf(flows: readonly Flow[], object: string, timing: FlowTrigger['timing'], isNew: boolean): readonly Flow[] {
  const known = sorted.get(flows) ?? new Map<string, readonly Flow[]>();
  sorted.set(flows, known);
  const key = `${timing} ${isNew} ${object}`;
  const found = known.get(key);
  if (found) return found;
  const fresh = sortedFlows(flows, object, timing, isNew);
  known.set(key, fresh);
  return fresh;
}

/** Flows by event, for each list of flows; every chunk asks. */
const sorted = new WeakMap<readonly Flow[], Map<string, readonly Flow[]>>();

function sortedFlows(flows: readonly Flow[], object: string, timing: FlowTrigger['timing'], isNew: boolean): readonly Flow[] {
  return flows
    .filter(({ trigger }) => trigger?.object === object && trigger.timing === timing)
    .filter((flow) => startsNow(flow, isNew) || (!isNew && flow.paths.length > 0))
    .sort((a, b) => (a.trigger?.order ?? 1_000.5) - (b.trigger?.order ?? 1_000.5) || (a.name < b.name ? -1 : 1));
}

function startsNow({ trigger }: Flow, isNew: boolean): boolean {
  return trigger?.on.includes(isNew ? 'create' : 'update') === true;
}
