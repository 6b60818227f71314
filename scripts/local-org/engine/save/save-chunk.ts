// One chunk of at most 200 records through the platform's order of execution, inside a savepoint of its own.
import type { Row, StoredRow } from '../../../platform/record.ts';
import type { SaveError } from '../../../platform/save-result.ts';
import { recordId } from '../../../platform/record-id.ts';
import type { Field } from '../../metadata/schema.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { SaveContext } from '../org-core.ts';
import { runAfterSaveFlows, runBeforeSaveFlows } from './run-flows.ts';
import { LimitExceeded, SYNCHRONOUS, Transaction } from '../transaction.ts';
import { applyRollUps } from './apply-roll-ups.ts';
import { assignAutoNumbers } from './auto-number.ts';
import { bindRows } from './bind-rows.ts';
import { checkRecords, checkReferences } from './check-records.ts';
import { checkRecordAccess, checkRights } from './check-rights.ts';
import { checkRules } from './check-rules.ts';
import { checkUnique } from './check-unique.ts';
import { checkUniqueTogether } from './check-unique-together.ts';
import { checkActivityOwners, DERIVED_OF_ACTIVITIES, deriveActivities, isActivity } from './derive-activity.ts';
import { fail, idOf, isSound, NO_ERRORS, type Draft } from './draft.ts';
import { composeNames, defaultRecord, touch } from './fill-defaults.ts';
import { limitExceeded, tooDeep, tooManyRetries } from './save-errors.ts';
import { saveMasters } from './save-masters.ts';

/** The platform saves in chunks of this many records. */
export const CHUNK_SIZE = 200;
/** Saves inside saves that the platform allows before it suspects a loop. */
const MAX_DEPTH = 16;
/** A chunk whose records fail after they were written is undone and tried again without them. */
const ATTEMPTS = 3;

/** A row on its way in: its place in the caller's list, and the stored record when it is an update. */
export interface ChunkRow {
  readonly place: number;
  readonly input: Row;
  readonly prior: StoredRow | undefined;
}

/** What every save writes. */
const AUDIT: ReadonlySet<string> = new Set(['LastModifiedDate', 'LastModifiedById', 'SystemModstamp']);

/** Undoes a chunk because some of its records failed after they had been written. */
class LateFailure extends Error {}

/**
 * Saves rows that are all new or all updates. Drafts without errors are written when this returns.
 * `known` is a unique field whose values are known to be free (the key of an upsert).
 */
export function saveChunk(context: SaveContext, plan: ObjectPlan, rows: readonly ChunkRow[], known?: Field): readonly Draft[] {
  const settled: Draft[] = [];
  let open = rows;
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const drafts = newDrafts(context, plan, open);
    if (attempt > ATTEMPTS || context.depth > MAX_DEPTH) {
      for (const draft of drafts) fail(draft, attempt > ATTEMPTS ? tooManyRetries() : tooDeep(plan.object.name));
      return [...settled, ...drafts];
    }
    if (writtenWithinLimits(context, plan, drafts, known)) return settled.length === 0 ? drafts : [...settled, ...drafts];
    const failed = drafts.filter((draft) => !isSound(draft));
    settled.push(...failed);
    const places = new Set(failed.map(({ place }) => place));
    open = open.filter(({ place }) => !places.has(place));
  }
  return settled;
}

/** Each attempt at a chunk that a client sends is a transaction with limits of its own; what exceeds them fails all of its records. */
function writtenWithinLimits(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[], known: Field | undefined): boolean {
  if (context.depth > 0) return written(context, plan, drafts, known);
  try {
    return written({ ...context, transaction: new Transaction(SYNCHRONOUS) }, plan, drafts, known);
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    for (const draft of drafts) if (isSound(draft)) fail(draft, limitExceeded(error));
    context.faults.push({ flow: error.flow?.name ?? '', element: null, recordId: null, message: error.message });
    return false;
  }
}

/** False when the chunk had to be undone. */
function written(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[], known: Field | undefined): boolean {
  const { core } = context;
  try {
    core.store.transaction(() => saveDrafts(context, plan, drafts, known));
    return true;
  } catch (error) {
    core.forget();
    if (error instanceof LateFailure) return false;
    throw error;
  }
}

function saveDrafts(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[], known: Field | undefined): void {
  if (context.view && !checkRights(context.view, plan, drafts)) return;
  bindRows(context, plan, drafts);
  const verified = new Map<Field, Set<string>>();
  checkReferences(context, plan, drafts, verified);
  if (context.view) checkRecordAccess(context, context.view, plan, drafts);
  const flowsRan = runBeforeSaveFlows(context, plan, drafts.filter(isSound));
  for (const draft of drafts) if (plan.composed.length > 0) composeNames(plan, draft.record);
  deriveActivities(context, plan, drafts);
  checkActivityOwners(context, plan, drafts);
  const touched = flowsRan ? undefined : touchedFields(plan, drafts);
  checkRecords(context, plan, drafts, touched);
  if (flowsRan) checkReferences(context, plan, drafts, verified);
  checkRules(context, plan, drafts);
  const passed = drafts.filter(isSound);
  giveIds(context, plan, passed);
  checkUnique(context, plan, passed, known);
  checkUniqueTogether(context, plan, passed);
  const sound = passed.filter(isSound);
  if (sound.length === 0) return;
  write(context, plan, sound, touched);
  runAfterSaveFlows(context, plan, sound);
  failChildren(
    plan,
    sound,
    applyRollUps(
      context,
      plan,
      sound.map(({ prior, record }) => ({ before: prior, after: record })),
      saveMasters(context),
    ),
  );
  if (!sound.every(isSound)) throw new LateFailure();
}

function newDrafts(context: SaveContext, plan: ObjectPlan, rows: readonly ChunkRow[]): readonly Draft[] {
  const fresh = rows.some(({ prior }) => prior === undefined) ? defaultRecord(context, plan) : plan.blank;
  return rows.map(({ place, input, prior }) => {
    const record: Row = prior === undefined ? plan.copyNew(fresh) : plan.copyStored(prior);
    return { place, input, prior, record, errors: NO_ERRORS };
  });
}

function giveIds(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[]): void {
  const fresh = drafts.filter(({ prior }) => prior === undefined);
  if (fresh.length === 0) return;
  let serial = context.core.store.takeSerials(plan.object.name, fresh.length);
  for (const { record } of fresh) {
    const id = recordId(plan.object.keyPrefix, serial++);
    record['Id'] = id;
    // A custom object's record without a name is called by its id.
    if (plan.namedById && record['Name'] === null) record['Name'] = id;
  }
}

/** Fields that an update without flows may have changed; undefined when it may be any. */
function touchedFields(plan: ObjectPlan, drafts: readonly Draft[]): ReadonlySet<string> | undefined {
  const touched = new Set([...plan.composed.map(({ name }) => name), ...(isActivity(plan) ? DERIVED_OF_ACTIVITIES : [])]);
  for (const { input, prior } of drafts) {
    if (prior === undefined) return undefined;
    for (const name in input) {
      const target = plan.target(name);
      if (target.kind !== 'id') touched.add(target.kind === 'field' ? target.field.name : target.reference.name);
    }
  }
  return touched;
}

function write(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[], touched: ReadonlySet<string> | undefined): void {
  const { store, records, selections } = context.core;
  const object = plan.object.name;
  const fresh = drafts.filter(({ prior }) => prior === undefined);
  if (fresh.length > 0) {
    assignAutoNumbers(context, plan, fresh);
    store.insert(
      object,
      fresh.map(({ record }) => record as StoredRow),
    );
  }
  if (fresh.length < drafts.length) {
    const known = fresh.length === 0 ? drafts : drafts.filter(({ prior }) => prior !== undefined);
    for (const { record } of known) if (plan.hasAudit) touch(context, record);
    const changed = changedNames(plan, known, touched);
    store.update(
      object,
      known.map(({ record }) => record as StoredRow),
      changed,
    );
    records.drop(object, known.map(idOf));
    if (plan.uniques.some(({ name }) => changed.includes(name))) records.dropKeys(object);
  }
  selections.drop(object);
}

/** Fields in which any of the records differs from what is stored. */
function changedNames(plan: ObjectPlan, drafts: readonly Draft[], touched: ReadonlySet<string> | undefined): readonly string[] {
  const names = touched ? plan.storedNames.filter((name) => touched.has(name) || AUDIT.has(name)) : plan.storedNames;
  return names.filter((name) => drafts.some(({ record, prior }) => record[name] !== prior?.[name]));
}

/** A master that could not be saved takes its children of this chunk with it. */
function failChildren(plan: ObjectPlan, drafts: readonly Draft[], errors: ReadonlyMap<string, readonly SaveError[]>): void {
  if (errors.size === 0) return;
  const foreignKeys = [...new Set(plan.rollUps.map(({ foreignKey }) => foreignKey))];
  for (const draft of drafts) {
    const masters = foreignKeys.flatMap((name) => [draft.record[name], draft.prior?.[name]]);
    const found = masters.map((id) => (typeof id === 'string' ? errors.get(id) : undefined)).find((list) => list !== undefined);
    for (const error of found ?? []) fail(draft, error);
  }
}
