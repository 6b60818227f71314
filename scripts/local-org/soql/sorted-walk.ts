// Keeps SQLite on the index of the field by which the first so many records are asked.
import type { OrderByClause, Query, Subquery } from '@jetstreamapp/soql-parser-js';
import { isSortIndexed } from '../store/index-policy.ts';
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
 * For a LIMIT query sorted by an indexed date or name of its own object. SQLite does not weigh LIMIT: given `Account.OwnerId = x` it collects all
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
  const field = first && 'field' in first ? plan.root.object.field(first.field) : undefined;
  if (query.limit === undefined || query.limit > FEW || !field || !isSortIndexed(plan.root.object, field)) return undefined;
  const numberOf = (sql: string): number => {
    const [row] = [...context.store.select(sql, mentioned(sql, plan.parameters.values))];
    return Number(row?.[0]);
  };
  const isFew = (rows: string): boolean => numberOf(`SELECT count(*) FROM (${rows} LIMIT ${FEW + 1})`) <= FEW;
  return {
    comparison(term, sql) {
      const rows = `SELECT 1 FROM "${plan.root.object.name}" AS ${plan.root.alias} WHERE ${sql}`;
      const leads = term.alias === plan.root.alias && (term.type !== 'reference' || isFew(rows));
      return leads ? sql : `(${sql}) IS TRUE`;
    },
    semiJoin: (sql, select) => (isFew(select) ? sql : `(${sql}) IS TRUE`),
  };
}
