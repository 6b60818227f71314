// Keeps SQLite on the index of the field by which the first so many records are asked.
import type { OrderByClause, Query, Subquery } from '@jetstreamapp/soql-parser-js';
import type { Field, SObjectType } from '../metadata/schema.ts';
import { isSortIndexed, isUndatedIndexed } from '../store/index-policy.ts';
import { conditionTree, type ConditionTree } from './condition-tree.ts';
import { FEW } from './parent-set.ts';
import type { QueryContext } from './query-context.ts';
import { mentioned } from './select-plan.ts';
import type { SelectPlan } from './select-plan.ts';
import type { Term } from './term.ts';

/** Decides about a condition whether SQLite may use it to find records, or only to test them. */
export interface SortedWalk {
  /** SQL of a comparison. */
  comparison(term: Term, sql: string): string;
  /** SQL of a semi-join over the given SELECT. */
  semiJoin(sql: string, select: string): string;
}

/**
 * For a LIMIT query sorted by an indexed date or name of its own object, or by a number while such a date must be blank. SQLite does not weigh LIMIT: given `Account.OwnerId = x` it collects all
 * contracts of all accounts of the owner and sorts them, where the first fifty of the index would do. So a condition that is found to
 * select few records leads to them (and one that selects few parents is asked of those, see `parentSetSql`); any other that could lead
 * SQLite away from the index is made a mere test by `IS TRUE`.
 * Undefined for other queries.
 */
export function sortedWalk(
  query: Query | Subquery,
  orderBy: readonly OrderByClause[],
  plan: SelectPlan,
  context: QueryContext,
): SortedWalk | undefined {
  const [first] = orderBy;
  const { object } = plan.root;
  const field = first && 'field' in first ? object.field(first.field) : undefined;
  if (query.limit === undefined || query.limit > FEW || !field) return undefined;
  const missing = isSortIndexed(object, field) || !query.where ? undefined : blankDate(conditionTree(query.where), object, field);
  if (!isSortIndexed(object, field) && !missing) return undefined;
  const numberOf = (sql: string): number => {
    const [row] = [...context.store.select(sql, mentioned(sql, plan.parameters.values))];
    return Number(row?.[0]);
  };
  const isFew = (rows: string): boolean => numberOf(`SELECT count(*) FROM (${rows} LIMIT ${FEW + 1})`) <= FEW;
  return {
    comparison(term, sql) {
      // the form of which there is an index in the order of the number
      if (missing && term.field === missing) return `(${sql}) IS TRUE`;
      const rows = `SELECT 1 FROM "${object.name}" AS ${plan.root.alias} WHERE ${sql}`;
      const leads = term.alias === plan.root.alias && (term.type !== 'reference' || isFew(rows));
      return leads ? sql : `(${sql}) IS TRUE`;
    },
    semiJoin: (sql, select) => (isFew(select) ? sql : `(${sql}) IS TRUE`),
  };
}

/** The date that must be blank for a record to meet a condition, and without which records are indexed by a number. */
function blankDate(tree: ConditionTree, object: SObjectType, number: Field): Field | undefined {
  if (tree.kind === 'and') {
    for (const condition of tree.conditions) {
      const found = blankDate(condition, object, number);
      if (found) return found;
    }
  }
  if (tree.kind !== 'comparison' || !('field' in tree.comparison) || !('literalType' in tree.comparison)) return undefined;
  const { field: name, operator, literalType } = tree.comparison;
  const date = operator === '=' && literalType === 'NULL' ? object.field(name) : undefined;
  return date && isUndatedIndexed(object, number, date) ? date : undefined;
}
