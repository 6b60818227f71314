// A WHERE or HAVING clause in SQL.
import type { ConditionWithValueQuery, HavingClause, Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import { notImplemented } from '../../platform/api-error.ts';
import { comparisonSql } from './compile-comparison.ts';
import { conditionTree } from './condition-tree.ts';
import type { ConditionScope } from './condition-scope.ts';
import type { ConditionTree } from './condition-tree.ts';
import { labelComparison } from './label-comparison.ts';
import type { Literal } from './literal.ts';
import { malformedQuery } from './query-error.ts';

const KNOWN: ReadonlySet<string> = new Set([
  'field',
  'fn',
  'operator',
  'value',
  'valueQuery',
  'literalType',
  'dateLiteralVariable',
  'openParen',
  'closeParen',
]);

/** SQL that is true for the records the clause selects; false or NULL for the others. */
export function conditionSql(clause: WhereClause | HavingClause, scope: ConditionScope): string {
  return treeSql(conditionTree(clause), scope);
}

/** SQL of a condition that is a tree already, or of a part of one. */
export function treeSql(tree: ConditionTree, scope: ConditionScope): string {
  const parents = scope.parents?.(tree);
  if (parents !== undefined) return parents;
  switch (tree.kind) {
    case 'comparison':
      return leafSql(tree.comparison, scope);
    case 'not':
      // A comparison with a blank is false on the platform, so its negation is true.
      return `(${treeSql(tree.condition, scope)}) IS NOT TRUE`;
    default:
      return `(${tree.conditions.map((condition) => treeSql(condition, scope)).join(tree.kind === 'and' ? ' AND ' : ' OR ')})`;
  }
}

function leafSql(comparison: ConditionWithValueQuery, scope: ConditionScope): string {
  const unseen = Object.keys(comparison).find((key) => !KNOWN.has(key));
  if (unseen) throw notImplemented(`the part "${unseen}" of a SOQL condition`);
  if (!('operator' in comparison)) throw malformedQuery('unexpected token in a condition');
  if ('valueQuery' in comparison) return semiJoinSql(comparison.field, comparison.operator, comparison.valueQuery, scope);
  const literals = literalsOf(comparison.value, comparison.literalType);
  if (!('field' in comparison) && comparison.fn.functionName?.toLowerCase() === 'tolabel') {
    return labelComparison(comparison.fn, comparison.operator, literals, scope);
  }
  const term = 'field' in comparison ? scope.field(comparison.field) : scope.function(comparison.fn);
  const sql = comparisonSql(term, comparison.operator, literals, scope.parameters, scope.context);
  return scope.walk ? scope.walk.comparison(term, sql) : sql;
}

function literalsOf(value: string | readonly string[], type: string | readonly string[] | undefined): readonly Literal[] {
  const texts = typeof value === 'string' ? [value] : value;
  return texts.map((text, at) => ({ text, type: (typeof type === 'string' ? type : type?.[at]) ?? 'unknown' }));
}

function semiJoinSql(path: string, operator: string, query: Query, scope: ConditionScope): string {
  const term = scope.field(path);
  if (term.type !== 'id' && term.type !== 'reference')
    throw malformedQuery(`The left operand of a semi join must be an id or reference field: ${term.name}`);
  const select = scope.semiJoin(query);
  const sql = `${term.sql} IN (${select})`;
  if (operator.toUpperCase() === 'NOT IN') return `(${sql}) IS NOT TRUE`;
  if (operator.toUpperCase() !== 'IN') throw malformedQuery(`unexpected token: '${operator}'`);
  return scope.walk ? scope.walk.semiJoin(sql, select) : sql;
}
