// Validation rules: a record is refused when a rule's formula is true for it.
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { SaveContext } from '../org-core.ts';
import { fail, isSound, type Draft } from './draft.ts';
import { ruleFailed } from './save-errors.ts';

/** Evaluates every active rule; a record gets the messages of all rules that it breaks, in the user's language. */
export function checkRules(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[]): void {
  if (plan.rules.length === 0) return;
  for (const reference of plan.ruleParents) readParents(context, plan, reference, drafts);
  for (const draft of drafts) {
    if (!isSound(draft)) continue;
    const save = { isNew: draft.prior === undefined, prior: draft.prior };
    for (const { rule, condition } of plan.rules) {
      if (condition.evaluate(draft.record, context.environment, save) !== true) continue;
      fail(draft, ruleFailed(messageOf(context, plan, rule.name) ?? rule.errorMessage, rule.errorDisplayField));
    }
  }
}

/** Reads the parents of a whole chunk at once; the formulas then find them in the cache. */
function readParents(context: SaveContext, plan: ObjectPlan, reference: string, drafts: readonly Draft[]): void {
  const [parent] = plan.object.field(reference)?.referenceTo ?? [];
  if (parent === undefined) return;
  const ids = new Set(drafts.map((draft) => draft.record[reference]).filter((id) => typeof id === 'string'));
  context.core.records.rows(parent, ids);
}

function messageOf(context: SaveContext, plan: ObjectPlan, rule: string): string | undefined {
  const object = context.core.schema.inLanguage(context.session.language).object(plan.object.name);
  return object?.validationRules.find(({ name }) => name === rule)?.errorMessage;
}
