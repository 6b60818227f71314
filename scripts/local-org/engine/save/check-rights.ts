// What a user may not write: objects without the right to create or edit.
import type { UserView } from '../access/user-view.ts';
import type { ObjectPlan } from '../object-plan.ts';
import { fail, type Draft } from './draft.ts';
import { insufficientAccess, notInsertable } from './save-errors.ts';

/** Fails all of the drafts, which are all new or all updates, when the user has no right to save such records; true when there is one. */
export function checkRights(view: UserView, { object }: ObjectPlan, drafts: readonly Draft[]): boolean {
  const isNew = drafts[0]?.prior === undefined;
  const rights = view.grants.object(object.name);
  if (isNew ? rights.create : rights.edit) return true;
  for (const draft of drafts) fail(draft, isNew ? notInsertable(object) : insufficientAccess());
  return false;
}
