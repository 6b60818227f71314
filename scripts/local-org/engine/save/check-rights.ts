// What a user may not write: objects without the right to create or edit, records of others, references to records that are not to be seen.
import type { Value } from '../../../platform/record.ts';
import type { Deed } from '../access/record-condition.ts';
import { sharingSetting } from '../access/sharing-setting.ts';
import type { UserView } from '../access/user-view.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { OrgCore, SaveContext } from '../org-core.ts';
import { fail, isChanged, isSound, type Draft } from './draft.ts';
import { insufficientAccess, insufficientAccessTo, notInsertable } from './save-errors.ts';

/** Fails all of the drafts, which are all new or all updates, when the user has no right to save such records; true when there is one. */
export function checkRights(view: UserView, { object }: ObjectPlan, drafts: readonly Draft[]): boolean {
  const isNew = drafts[0]?.prior === undefined;
  const rights = view.grants.object(object.name);
  if (isNew ? rights.create : rights.edit) return true;
  for (const draft of drafts) fail(draft, isNew ? notInsertable(object) : insufficientAccess());
  return false;
}

/** Fails drafts that change a record of others, give it away or refer to what the user may not refer to. A query for each kind of deed and chunk. */
export function checkRecordAccess(context: SaveContext, view: UserView, plan: ObjectPlan, drafts: readonly Draft[]): void {
  const { core } = context;
  const { name } = plan.object;
  const changed = drafts.filter((draft) => draft.prior !== undefined && isSound(draft));
  refuse(changed, refusedIds(core, view, name, 'edit', changed.map(priorId)));
  const given = changed.filter((draft) => isSound(draft) && isChanged(draft, 'OwnerId') && plan.hasOwner);
  refuse(given, refusedIds(core, view, name, 'transfer', given.map(priorId)));
  const parents = new Map(sharingSetting(plan.object)?.parents.map((parent) => [parent.field, parent]));
  for (const field of plan.references) {
    const parent = parents.get(field.name);
    const naming = drafts.filter((draft) => isSound(draft) && typeof draft.record[field.name] === 'string' && isChanged(draft, field.name));
    const deed = parent && !parent.readIsEnough ? 'edit' : 'read';
    const byObject = Map.groupBy(naming, (draft) => core.schema.objectOfId(String(draft.record[field.name]))?.name ?? '');
    for (const [object, same] of byObject) {
      const refused = refusedIds(
        core,
        view,
        object,
        deed,
        same.map((draft) => String(draft.record[field.name])),
      );
      for (const draft of refused.size === 0 ? [] : same) {
        const id = String(draft.record[field.name]);
        if (refused.has(id)) fail(draft, insufficientAccessTo(id, field.name));
      }
    }
  }
}

/** Those of the records with which the user may not do it: by id, whether the user may at least read the record. */
export function refusedIds(
  core: OrgCore,
  view: UserView,
  object: string,
  deed: Deed,
  ids: readonly string[],
): ReadonlyMap<string, boolean> {
  const wanted = [...new Set(ids)];
  const missing = wanted.length === 0 ? [] : without(core, view, object, deed, wanted);
  const unreadable = new Set(missing.length === 0 || deed === 'read' ? missing : without(core, view, object, 'read', missing));
  return new Map(missing.map((id) => [id, !unreadable.has(id)]));
}

function without(core: OrgCore, view: UserView, object: string, deed: Deed, ids: readonly string[]): readonly string[] {
  const parameters: Value[] = [JSON.stringify(ids)];
  const condition = view.records(object, deed, 't', (value) => `?${parameters.push(value)}`);
  if (condition === undefined) return [];
  const sql = `SELECT t."Id" FROM "${object}" AS t WHERE t."Id" IN (SELECT value FROM json_each(?1)) AND ${condition}`;
  const allowed = new Set([...core.store.select(sql, parameters)].map(([id]) => id));
  return ids.filter((id) => !allowed.has(id));
}

function refuse(drafts: readonly Draft[], refused: ReadonlyMap<string, boolean>): void {
  for (const draft of refused.size === 0 ? [] : drafts) {
    const id = priorId(draft);
    const isReadable = refused.get(id);
    if (isReadable !== undefined) fail(draft, isReadable ? insufficientAccess() : insufficientAccessTo(id));
  }
}

function priorId({ prior }: Draft): string {
  return prior?.Id ?? '';
}
