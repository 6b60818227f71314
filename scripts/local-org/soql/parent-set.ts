// A condition on a parent alone, as the set of the parents that meet it.
import type { ConditionTree } from './condition-tree.ts';
import { inverted } from './condition-tree.ts';
import type { QueryContext } from './query-context.ts';
import { SelectPlan, mentioned } from './select-plan.ts';
import type { Field, SObjectType } from '../metadata/schema.ts';

/** Compiles a condition over another plan. */
export type CompileOver = (tree: ConditionTree, plan: SelectPlan) => string;

/** Up to so many parents are looked up one by one faster than the parent of every record is fetched. */
export const FEW = 2000;

/**
 * SQL of a condition whose fields are all those of one parent, where few parents meet it, or few do not. SQLite otherwise fetches the parent of
 * every record that the rest of the query finds: `Account.Owner.IsActive = FALSE` reads all accounts, and finds none. Undefined where the
 * condition is about more than one parent, or about none, and where the parents are many.
 */
export function parentSetSql(tree: ConditionTree, plan: SelectPlan, context: QueryContext, compile: CompileOver): string | undefined {
  const reference = commonReference(tree, plan.root.object, context);
  const parent = context.schema.object(reference?.referenceTo[0] ?? '');
  if (!reference || !parent) return undefined;
  const own = `${plan.root.alias}."${reference.name}"`;
  const numberOf = (sql: string): number => Number([...context.store.select(sql, mentioned(sql, plan.parameters.values))][0]?.[0]);
  const isFew = (select: string): boolean => numberOf(`SELECT count(*) FROM (${select} LIMIT ${FEW + 1})`) <= FEW;
  const parentsOf = (condition: ConditionTree): { readonly select: string; readonly ofBlank: string } => {
    const nested = new SelectPlan(parent, plan.parameters, plan.parameters.nestedPrefix());
    const where = compile(condition, nested);
    return {
      select: `SELECT ${nested.root.alias}."Id" ${nested.from()} WHERE ${where}`,
      ofBlank: `SELECT EXISTS (SELECT 1 ${nested.fromBlank()} WHERE ${where})`,
    };
  };
  const condition = withoutFirstName(tree);
  const meeting = parentsOf(condition);
  // `Account__r.City__c = null` is true of a record without an account too: the parents that it selects would not lead to that one
  const isOfParents = isAlwaysThere(reference) || numberOf(meeting.ofBlank) === 0;
  if (isOfParents && isFew(meeting.select)) return `${own} IN (${meeting.select})`;
  const opposite = inverted(condition);
  if (!opposite || !isIndexed(condition, parent)) return undefined;
  const failing = parentsOf(opposite).select;
  // asked once, so that nobody looks at the records' parents where there is none that fails
  return isFew(failing) ? `(NOT EXISTS (${failing}) OR (${own} IN (${failing})) IS NOT TRUE)` : undefined;
}

/** The reference through which every field of a condition is reached. */
function commonReference(tree: ConditionTree, object: SObjectType, context: QueryContext): Field | undefined {
  if (tree.kind === 'not') return commonReference(tree.condition, object, context);
  if (tree.kind !== 'comparison') {
    const [first, ...others] = tree.conditions.map((one) => commonReference(one, object, context));
    return others.every((other) => other === first) ? first : undefined;
  }
  const { comparison } = tree;
  if (!('field' in comparison) || 'valueQuery' in comparison) return undefined;
  const [name = '', ...rest] = comparison.field.split('.');
  const reference = object.parentRelationship(name);
  return reference?.referenceTo.length === 1 && isStored(rest, reference, context) ? reference : undefined;
}

/** Whether a path from a parent on leads to a column; formulas of all parents would take longer than those of the records that are found. */
function isStored(path: readonly string[], reference: Field, context: QueryContext): boolean {
  const [name = '', ...rest] = path;
  const parent = reference.referenceTo.length === 1 ? context.schema.object(reference.referenceTo[0] ?? '') : undefined;
  if (rest.length === 0) {
    const field = parent?.field(name);
    return field !== undefined && !field.formula;
  }
  const next = parent?.parentRelationship(name);
  return next !== undefined && isStored(rest, next, context);
}

function withoutFirstName(tree: ConditionTree): ConditionTree {
  if (tree.kind === 'not') return { ...tree, condition: withoutFirstName(tree.condition) };
  if (tree.kind !== 'comparison') return { ...tree, conditions: tree.conditions.map(withoutFirstName) };
  const { comparison } = tree;
  if (!('field' in comparison)) return tree;
  return { ...tree, comparison: { ...comparison, field: comparison.field.slice(comparison.field.indexOf('.') + 1) } };
}

/** A record has an owner and its master, always. */
function isAlwaysThere(reference: Field): boolean {
  return reference.required || reference.masterDetail || reference.name === 'OwnerId';
}

/** Whether those that fail a condition are found without reading all parents: those whose reference is not blank. */
function isIndexed(condition: ConditionTree, parent: SObjectType): boolean {
  return (
    condition.kind === 'comparison' && 'field' in condition.comparison && parent.field(condition.comparison.field)?.type === 'reference'
  );
}
