// Roll-ups after a chunk was written: masters are brought up to date from the changes, once per master and chunk.
import type { Row, StoredRow, Value } from '../../../platform/record.ts';
import type { SaveError } from '../../../platform/save-result.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { SaveContext } from '../org-core.ts';
import { roundTo } from './coerce-value.ts';
import { summarize, type RollUp } from './roll-up.ts';

/** One child before and after; a created child has no before, a deleted one no after. */
export interface ChildChange {
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** What changed for one summary of one master. */
interface Change {
  /** For counts and sums. */
  difference: number;
  /** For minimum and maximum: best value that came, and best that went. */
  came: number | string | undefined;
  went: number | string | undefined;
}

/** Saves masters; gives the errors of those that could not be saved. */
export type SaveMasters = (object: string, rows: readonly StoredRow[]) => ReadonlyMap<string, readonly SaveError[]>;

/**
 * Brings the masters of changed children up to date and saves those whose summaries changed, so that their own rules, flows and
 * roll-ups run. Gives errors by master id; the save of their children must be undone.
 */
export function applyRollUps(
  context: SaveContext,
  plan: ObjectPlan,
  changes: readonly ChildChange[],
  save: SaveMasters,
): ReadonlyMap<string, readonly SaveError[]> {
  const errors = new Map<string, readonly SaveError[]>();
  for (const [, rollUps] of Map.groupBy(plan.rollUps, ({ parentObject, foreignKey }) => `${parentObject}.${foreignKey}`)) {
    const [first] = rollUps;
    if (!first) continue;
    const perMaster = collect(context, rollUps, changes);
    if (perMaster.size === 0) continue;
    const rows = changedMasters(context, plan, rollUps, perMaster);
    if (rows.length > 0) for (const [id, found] of save(first.parentObject, rows)) errors.set(id, found);
  }
  return errors;
}

function collect(
  context: SaveContext,
  rollUps: readonly RollUp[],
  changes: readonly ChildChange[],
): ReadonlyMap<string, readonly Change[]> {
  const perMaster = new Map<string, Change[]>();
  const of = (master: Value | undefined, index: number): Change | undefined => {
    if (typeof master !== 'string') return undefined;
    let found = perMaster.get(master);
    if (!found) perMaster.set(master, (found = rollUps.map(() => ({ difference: 0, came: undefined, went: undefined }))));
    return found[index];
  };
  for (const { before, after } of changes) {
    for (let index = 0; index < rollUps.length; index += 1) {
      const rollUp = rollUps[index] as RollUp;
      const from = before?.[rollUp.foreignKey];
      const to = after?.[rollUp.foreignKey];
      const old = before && rollUp.contribution(before, context.environment);
      const now = after && rollUp.contribution(after, context.environment);
      if (from === to && old === now) continue;
      if (old !== undefined) leave(of(from, index), rollUp, old);
      if (now !== undefined) arrive(of(to, index), rollUp, now);
    }
  }
  return perMaster;
}

function arrive(change: Change | undefined, rollUp: RollUp, value: number | string): void {
  if (!change) return;
  if (rollUp.operation === 'count' || rollUp.operation === 'sum') change.difference += Number(value);
  else change.came = best(rollUp, change.came, value);
}

function leave(change: Change | undefined, rollUp: RollUp, value: number | string): void {
  if (!change) return;
  if (rollUp.operation === 'count' || rollUp.operation === 'sum') change.difference -= Number(value);
  else change.went = best(rollUp, change.went, value);
}

function best(rollUp: RollUp, a: number | string | undefined, b: number | string): number | string {
  if (a === undefined) return b;
  return (rollUp.operation === 'min') === a < b ? a : b;
}

/** Masters with new values; a minimum or maximum that lost its best child is computed from the children again. */
function changedMasters(
  context: SaveContext,
  plan: ObjectPlan,
  rollUps: readonly RollUp[],
  perMaster: ReadonlyMap<string, readonly Change[]>,
): readonly StoredRow[] {
  const masters = context.core.records.rows(rollUps[0]?.parentObject ?? '', perMaster.keys());
  const rows: StoredRow[] = [];
  const recount = new Map<string, RollUp[]>();
  const changed = new Map<string, StoredRow>();
  for (const [id, changes] of perMaster) {
    const master = masters.get(id);
    if (!master) continue;
    const row: StoredRow = { Id: id };
    for (const [index, rollUp] of rollUps.entries()) {
      const change = changes[index];
      const value = change && newValue(rollUp, master[rollUp.summary.name] ?? null, change);
      if (value === undefined) recount.set(id, [...(recount.get(id) ?? []), rollUp]);
      else if (value !== (master[rollUp.summary.name] ?? null)) row[rollUp.summary.name] = value;
    }
    changed.set(id, row);
  }
  recompute(context, plan, recount, changed, masters);
  for (const row of changed.values()) if (Object.keys(row).length > 1) rows.push(row);
  return rows;
}

/** The value that follows from the old one, or undefined when only the children can tell. */
function newValue(rollUp: RollUp, current: Value, change: Change): Value | undefined {
  if (rollUp.operation === 'count' || rollUp.operation === 'sum')
    return roundTo(Number(current ?? 0) + change.difference, rollUp.summary.scale);
  const { came, went } = change;
  const known = typeof current === 'number' || typeof current === 'string' ? current : undefined;
  if (came !== undefined && (known === undefined || best(rollUp, known, came) === came)) return came;
  return went !== undefined && went === known ? undefined : current;
}

function recompute(
  context: SaveContext,
  plan: ObjectPlan,
  recount: ReadonlyMap<string, readonly RollUp[]>,
  changed: ReadonlyMap<string, StoredRow>,
  masters: ReadonlyMap<string, StoredRow>,
): void {
  if (recount.size === 0) return;
  const { store } = context.core;
  const object = plan.object.name;
  const [rollUp] = recount.values().next().value ?? [];
  const children = store.findChildren(object, rollUp?.foreignKey ?? '', [...recount.keys()]);
  const rows = store.read(object, [...children.values()].flat());
  for (const [id, rollUps] of recount) {
    const own = (children.get(id) ?? []).map((child) => rows.get(child)).filter((row) => row !== undefined);
    const target = changed.get(id);
    for (const each of rollUps) {
      const value = summarize(each, own, context.environment);
      if (target && value !== (masters.get(id)?.[each.summary.name] ?? null)) target[each.summary.name] = value;
    }
  }
}
