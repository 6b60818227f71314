// Deleting records with what hangs on them: details go too, lookups are emptied or hold the record back.
import { toId18 } from '../../../platform/record-id.ts';
import type { StoredRow } from '../../../platform/record.ts';
import type { SaveError, SaveResult } from '../../../platform/save-result.ts';
import type { Field, SObjectType } from '../../metadata/schema.ts';
import type { SaveContext } from '../org-core.ts';
import { runBeforeDeleteFlows } from './run-flows.ts';
import { LimitExceeded, SYNCHRONOUS, Transaction } from '../transaction.ts';
import { applyRollUps } from './apply-roll-ups.ts';
import {
  deleteRestricted,
  insufficientAccess,
  insufficientAccessTo,
  limitExceeded,
  malformedRecordId,
  recordDeleted,
} from './save-errors.ts';
import { refusedIds } from './check-rights.ts';
import { CHUNK_SIZE } from './save-chunk.ts';
import { saveMasters } from './save-masters.ts';

/** Undoes the removal of a chunk because a record of it must stay. */
class RemovalRefused extends Error {
  readonly errors: ReadonlyMap<string, readonly SaveError[]>;

  constructor(errors: ReadonlyMap<string, readonly SaveError[]>) {
    super('a record cannot be removed');
    this.errors = errors;
  }
}

/** Removes records; there is no recycle bin. Each record stands for itself: one that must stay is told why and the others go. */
export function removeRecords(context: SaveContext, object: SObjectType, ids: readonly string[]): readonly SaveResult[] {
  const outcome = new Map<string, SaveResult>();
  if (context.view && !context.view.grants.object(object.name).delete)
    return ids.map((id) => refused(toId18(id) ?? null, [insufficientAccess()]));
  const wanted = ids.map((id) => ({ given: id, id: toId18(id) }));
  const valid = wanted.map(({ id }) => id).filter((id) => id !== undefined && id.startsWith(object.keyPrefix)) as string[];
  const unique = [...new Set(valid)];
  for (let at = 0; at < unique.length; at += CHUNK_SIZE) removeChunk(context, object, unique.slice(at, at + CHUNK_SIZE), outcome);
  const gone = new Set<string>();
  return wanted.map(({ given, id }) => {
    const found = id === undefined ? undefined : outcome.get(id);
    if (id === undefined || !found) return refused(null, [malformedRecordId(given)]);
    if (gone.has(id)) return refused(id, [recordDeleted()]);
    gone.add(id);
    return found;
  });
}

function removeChunk(context: SaveContext, object: SObjectType, ids: readonly string[], outcome: Map<string, SaveResult>): void {
  const { core } = context;
  let open = [...core.records.rows(object.name, ids).keys()];
  const present = new Set(open);
  for (const id of ids) if (!present.has(id)) outcome.set(id, refused(id, [recordDeleted()]));
  const closed = context.view ? refusedIds(core, context.view, object.name, 'delete', open) : new Map<string, boolean>();
  for (const [id, isReadable] of closed) outcome.set(id, refused(id, [isReadable ? insufficientAccess() : insufficientAccessTo(id)]));
  open = open.filter((id) => !closed.has(id));
  while (open.length > 0) {
    const errors = attempt(context.depth > 0 ? context : { ...context, transaction: new Transaction(SYNCHRONOUS) }, object, open);
    for (const id of open) {
      const found = errors.get(id);
      if (found) outcome.set(id, refused(id, found));
      else outcome.set(id, { success: true, id, created: false, errors: [] });
    }
    if (errors.size === 0) return;
    open = open.filter((id) => !errors.has(id));
  }
}

/** Removes all of the records or none; gives the errors of those that must stay. */
function attempt(context: SaveContext, object: SObjectType, ids: readonly string[]): ReadonlyMap<string, readonly SaveError[]> {
  const { core } = context;
  try {
    core.store.transaction(() => {
      const refused = runBeforeDeleteFlows(context, core.plan(object), [...core.records.rows(object.name, ids).values()]);
      if (refused.size > 0) throw new RemovalRefused(refused);
      const errors = new Map<string, readonly SaveError[]>();
      removeWithDetails({ context, errors, leaving: new Set() }, object, new Map(ids.map((id) => [id, id])));
      if (errors.size > 0) throw new RemovalRefused(errors);
    });
    return new Map();
  } catch (error) {
    core.forget();
    if (error instanceof RemovalRefused) return error.errors;
    if (error instanceof LimitExceeded && context.depth === 0) return new Map(ids.map((id) => [id, [limitExceeded(error)]]));
    throw error;
  }
}

interface Removal {
  readonly context: SaveContext;
  /** By the id of the record that the request named. */
  readonly errors: Map<string, readonly SaveError[]>;
  /** Records that go in this removal: their roll-ups need no update. */
  readonly leaving: Set<string>;
}

/** `roots` tells for each record which record of the request it is removed for. */
function removeWithDetails(removal: Removal, object: SObjectType, roots: ReadonlyMap<string, string>): void {
  const { context, errors, leaving } = removal;
  const { core } = context;
  const ids = [...roots.keys()];
  for (const id of ids) leaving.add(id);
  const rows = [...core.records.rows(object.name, ids).values()];
  const blame = (id: string, found: readonly SaveError[]): void => {
    const root = roots.get(id) ?? id;
    errors.set(root, [...(errors.get(root) ?? []), ...found]);
  };
  for (const { childObject, field } of object.childRelationships) {
    const child = core.schema.object(childObject);
    const reference = child?.field(field);
    if (child && reference && !reference.formula) removeOrRelease(removal, child, reference, roots);
  }
  core.store.remove(object.name, ids);
  core.records.drop(object.name, ids);
  core.records.dropKeys(object.name);
  core.selections.drop(object.name);
  const plan = core.plan(object);
  const changes = rows.filter((row) => !plan.rollUps.every(({ foreignKey }) => leaving.has(String(row[foreignKey]))));
  const failed = applyRollUps(
    context,
    plan,
    changes.map((row) => ({ before: row, after: undefined })),
    saveMasters(context),
  );
  if (failed.size === 0) return;
  for (const row of rows)
    for (const { foreignKey } of plan.rollUps) for (const error of failed.get(String(row[foreignKey])) ?? []) blame(row.Id, [error]);
}

function removeOrRelease(removal: Removal, child: SObjectType, reference: Field, roots: ReadonlyMap<string, string>): void {
  const { store, records, selections } = removal.context.core;
  const children = store.findChildren(child.name, reference.name, [...roots.keys()]);
  if (children.size === 0) return;
  const rootOf = new Map([...children].flatMap(([parent, ids]) => ids.map((id) => [id, roots.get(parent) ?? parent] as const)));
  if (reference.onParentDelete === 'cascade') {
    removeWithDetails(removal, child, rootOf);
  } else if (reference.onParentDelete === 'restrict' || reference.required) {
    for (const [parent, ids] of children)
      removal.errors.set(roots.get(parent) ?? parent, [deleteRestricted(`${child.labelPlural}: ${ids.slice(0, 5).join(', ')}`)]);
  } else {
    // The platform empties such lookups without running rules or flows.
    const rows: readonly StoredRow[] = [...rootOf.keys()].map((Id) => ({ Id, [reference.name]: null }));
    store.update(child.name, rows, [reference.name]);
    records.drop(child.name, [...rootOf.keys()]);
    selections.drop(child.name);
  }
}

function refused(id: string | null, errors: readonly SaveError[]): SaveResult {
  return { success: false, id, created: false, errors };
}
