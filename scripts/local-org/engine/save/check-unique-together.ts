// References that are unique together, such as the campaign and the contact of a campaign member.
import type { UniqueReferences } from '../../metadata/schema.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { SaveContext } from '../org-core.ts';
import { fail, idOf, isChanged, isSound, type Draft } from './draft.ts';
import { alreadyThere } from './save-errors.ts';

/** Fails drafts that repeat the references of another record, or of an earlier draft of the chunk. Drafts must have ids already. */
export function checkUniqueTogether(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[]): void {
  for (const unique of plan.object.uniqueTogether ?? []) {
    const first = new Map<string, Draft>();
    for (const draft of drafts) {
      const key = keyOf(unique, draft.record);
      if (key === undefined || !isSound(draft) || !unique.fields.some((name) => isChanged(draft, name))) continue;
      if (first.has(key)) fail(draft, alreadyThere(unique.message));
      else first.set(key, draft);
    }
    if (first.size > 0) checkStored(context, plan, unique, first);
  }
}

/** The last reference leads to the fewest records: a campaign has many members, a person is in few campaigns. */
function checkStored(context: SaveContext, plan: ObjectPlan, unique: UniqueReferences, drafts: ReadonlyMap<string, Draft>): void {
  const { store, records } = context.core;
  const last = unique.fields.at(-1) ?? '';
  const parents = Array.from(drafts.values(), ({ record }) => String(record[last]));
  const ids = [...store.findChildren(plan.object.name, last, parents).values()].flat();
  for (const [id, row] of records.rows(plan.object.name, ids)) {
    const draft = drafts.get(keyOf(unique, row) ?? '');
    if (draft && id !== idOf(draft)) fail(draft, alreadyThere(unique.message));
  }
}

/** Undefined when one of the references is blank. */
function keyOf({ fields }: UniqueReferences, record: Draft['record']): string | undefined {
  const values = fields.map((name) => record[name]);
  return values.every((value) => typeof value === 'string') ? values.join(' ') : undefined;
}
