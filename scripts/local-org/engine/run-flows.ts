// Starting the record-triggered flows of a chunk, in their order, with what they may ask of the org.
import type { Value } from '../../platform/record.ts';
import type { Flow, FlowOutcome, FlowTrigger, TriggeredRecord } from '../flow/flow.ts';
import type { FlowHost } from '../flow/flow-host.ts';
import { runAfterSave, runBeforeSave } from '../flow/run-flow.ts';
import { computeFields, mentionsComputed, withComputedFields } from './computed-fields.ts';
import { flowHost } from './flow-host-of-org.ts';
import type { ObjectPlan } from './object-plan.ts';
import type { SaveContext } from './org-core.ts';
import { fail, isSound, type Draft } from './save/draft.ts';
import { LimitExceeded } from './transaction.ts';

type Run = (flow: Flow, batch: readonly TriggeredRecord[], host: FlowHost) => readonly FlowOutcome[];

/** Flows write into the drafts' records; false when there was none to run. */
export function runBeforeSaveFlows(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[]): boolean {
  return runOnDrafts(context, plan, drafts, 'before-save', runBeforeSave);
}

/** Flows run on the written records; their errors fail the drafts, whose save must then be undone. */
export function runAfterSaveFlows(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[]): void {
  runOnDrafts(context, plan, drafts, 'after-save', runAfterSave);
}

function runOnDrafts(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[], timing: FlowTrigger['timing'], run: Run): boolean {
  const isNew = drafts[0]?.prior === undefined;
  const flows = drafts.length === 0 ? [] : flowsOf(context.core.flows, plan.object.name, timing, isNew);
  for (const flow of flows) {
    const started = drafts.filter((draft) => isSound(draft) && !isRunning(context, flow, draft.prior?.Id));
    if (started.length === 0) continue;
    const computing = mentionsComputed(flow, context.core.flows, plan);
    const batch = started.map(({ record, prior }) => ({
      record: computing ? computeFields(plan, record, context.environment) : record,
      prior: prior && computing ? withComputedFields(plan, prior, context.environment) : prior,
      isNew: prior === undefined,
    }));
    const host = flowHost(
      innerContext(
        context,
        flow,
        started.map(({ record }) => record['Id']),
      ),
    );
    for (const [index, outcome] of withinLimits(flow, () => run(flow, batch, host)).entries()) {
      const draft = started[index];
      if (draft) for (const error of outcome.errors) fail(draft, error);
    }
  }
  return flows.length > 0;
}

/** A limit that is exceeded is told of the outermost flow. */
function withinLimits<T>(flow: Flow, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof LimitExceeded) error.flow = flow.label;
    throw error;
  }
}

/** A flow is not started again for a record for which it is running: its own changes do not call it back. */
function innerContext(context: SaveContext, flow: Flow, ids: readonly (Value | undefined)[]): SaveContext {
  const running = new Set(context.running);
  for (const id of ids) if (typeof id === 'string') running.add(`${flow.name} ${id}`);
  return { ...context, depth: context.depth + 1, running, system: false };
}

function isRunning(context: SaveContext, flow: Flow, id: string | undefined): boolean {
  return id !== undefined && context.running.has(`${flow.name} ${id}`);
}

/** Active flows for an event: by trigger order, those without one in order of name between 1,000 and 1,001 as on the platform. */
function flowsOf(flows: readonly Flow[], object: string, timing: FlowTrigger['timing'], isNew: boolean): readonly Flow[] {
  const event = isNew ? 'create' : 'update';
  return flows
    .filter(({ trigger }) => trigger?.object === object && trigger.timing === timing && trigger.on.includes(event))
    .sort((a, b) => (a.trigger?.order ?? 1_000.5) - (b.trigger?.order ?? 1_000.5) || (a.name < b.name ? -1 : 1));
}
