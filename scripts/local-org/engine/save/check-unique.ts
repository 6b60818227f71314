// Unique fields, as the database index of the platform enforces them when records are written.
import type { Value } from '../../../platform/record.ts';
import type { Field } from '../../metadata/schema.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { SaveContext } from '../org-core.ts';
import { fail, idOf, isChanged, isSound, type Draft } from './draft.ts';
import { duplicateValue } from './save-errors.ts';

/**
 * Fails drafts whose value another record has, or an earlier draft of the chunk. Drafts must have ids already.
 * `known` is a field whose values were looked up before the save (the key of an upsert) and are free in the database.
 */
export function checkUnique(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[], known: Field | undefined): void {
  for (const field of plan.uniques) {
    const first = new Map<Value, Draft>();
    for (const draft of drafts) {
      const value = draft.record[field.name] ?? null;
      if (value === null || !isSound(draft) || !isChanged(draft, field.name)) continue;
      const folded = fold(field, value);
      const other = first.get(folded);
      if (other) fail(draft, duplicateValue(field, idOf(other)));
      else first.set(folded, draft);
    }
    if (first.size > 0 && field !== known) checkStored(context, plan, field, first);
  }
}

function checkStored(context: SaveContext, plan: ObjectPlan, field: Field, drafts: ReadonlyMap<Value, Draft>): void {
  const values = Array.from(drafts.values(), (draft) => draft.record[field.name] ?? null);
  const found = context.core.store.findIds(plan.object.name, field.name, values);
  if (found.size === 0) return;
  for (const draft of drafts.values()) {
    const own = draft.record['Id'];
    const other = found.get(draft.record[field.name] ?? null)?.find((id) => id !== own);
    if (other !== undefined) fail(draft, duplicateValue(field, other));
  }
}

/** Text is compared without regard to case unless the field says otherwise. */
export function fold(field: Field, value: Value): Value {
  return typeof value === 'string' && !field.caseSensitive ? value.toLowerCase() : value;
}
