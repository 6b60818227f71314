// Compiles SOQL to one SQL statement, with one more for each subquery.
import type { FieldType as SelectedField, Query, Subquery } from '@jetstreamapp/soql-parser-js';
import { ApiError, notImplemented } from '../../platform/api-error.ts';
import { API_VERSION } from '../../platform/api-version.ts';
import type { SObjectType } from '../metadata/schema.ts';
import { bindTerm } from './bind-path.ts';
import { chosenRecordsSql } from './chosen-records.ts';
import { aggregateParts, isAggregate } from './compile-aggregate.ts';
import { conditionSql, treeSql } from './compile-condition.ts';
import type { ConditionScope } from './condition-scope.ts';
import { sortedByDate } from './days-from-date.ts';
import { orderSql } from './compile-order.ts';
import { recordShape, selectedPath } from './compile-select.ts';
import type { SelectScope } from './compile-select.ts';
import type { ChildQuery, CompiledQuery } from './compiled-query.ts';
import { figuresOf, figuresSql } from './counted-figures.ts';
import { withPosition } from './error-position.ts';
import { checkClauses, parseSoql } from './parse-soql.ts';
import { parentSetSql, type CompileOver } from './parent-set.ts';
import type { QueryContext } from './query-context.ts';
import { malformedQuery, noSuchChild, noSuchObject } from './query-error.ts';
import { rowFunctionTerm } from './row-function.ts';
import { Parameters, SelectPlan } from './select-plan.ts';
import { sortedWalk } from './sorted-walk.ts';

const MOST_OFFSET = 2000;

/**
 * Binds a query to the schema. Values become bound parameters; the present moment is fixed now.
 * Throws ApiError: MALFORMED_QUERY, INVALID_FIELD, INVALID_TYPE, NUMBER_OUTSIDE_VALID_RANGE, or NOT_IMPLEMENTED (501) naming the feature.
 */
export function compileQuery(soql: string, context: QueryContext): CompiledQuery {
  const query = parseSoql(soql);
  const object = context.schema.object(query.sObject ?? '');
  if (context.schema.event(query.sObject ?? ''))
    throw new ApiError(400, 'INVALID_TYPE_FOR_OPERATION', `entity type ${query.sObject} does not support query`);
  if (!object) throw noSuchObject(query.sObject ?? '');
  try {
    return compileStatement(query, new SelectPlan(object, new Parameters()), context, []);
  } catch (error) {
    throw withPosition(error, soql);
  }
}

/** Compiles one statement over a plan; `conditions` are SQL that the records must meet besides its own WHERE. */
function compileStatement(query: Query | Subquery, plan: SelectPlan, context: QueryContext, conditions: readonly string[]): CompiledQuery {
  checkNumbers(query);
  const alias = query.sObjectAlias;
  const fields = query.fields ?? [];
  const scope: SelectScope = {
    plan,
    context,
    alias,
    limit: query.limit,
    child: (subquery) => childQuery(subquery, plan.root.object, context),
  };
  const kind = kindOf(query, fields);
  const asked = listOf(query.orderBy);
  const orderBy = kind === 'records' ? asked.map((clause) => sortedByDate(clause, plan.root.object)) : asked;
  const walk = kind === 'records' && conditions.length === 0 ? sortedWalk(query, orderBy, plan, context) : undefined;
  const isBounded = conditions.length === 0 && (kind !== 'records' || query.limit !== undefined);
  const condition: ConditionScope = {
    ...conditionScope(plan, context, alias),
    walk,
    ...(isBounded ? { parents: parentsOf(plan, context) } : {}),
  };
  const whereOf = (own: ConditionScope): string => {
    const where = [
      ...conditions,
      ...readableCondition(plan, context),
      ...scopeCondition(query, plan, context),
      ...(query.where ? [conditionSql(query.where, own)] : []),
    ];
    return where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
  };
  const compiled = {
    object: plan.root.object.name,
    kind,
    limit: query.limit,
    offset: query.offset ?? 0,
    objectOfId: (id: string) => context.schema.objectOfId(id)?.name,
    base: context.base ?? `/services/data/v${API_VERSION}`,
  };
  const whereSql = whereOf(condition);
  if (kind === 'count') {
    if (orderBy.length > 0 || query.groupBy || query.having) throw malformedQuery('COUNT() takes neither GROUP BY nor HAVING nor ORDER BY');
    const sql = `SELECT count(*) ${plan.from()} ${whereSql}`;
    return { ...compiled, sql, countSql: sql, parameters: plan.parameters.values, idColumn: undefined, slots: [], columns: [] };
  }
  if (kind === 'aggregate') {
    const parts = aggregateParts({ fields, groupBy: listOf(query.groupBy), having: query.having, orderBy }, scope, condition);
    if (query.limit !== undefined && !parts.groupBy)
      throw malformedQuery('Non-grouped query that uses overall aggregate functions cannot also use LIMIT');
    const columns = plan.columns.join(', ');
    const grouped = `${parts.groupBy} ${parts.having}`;
    const figures = parts.groupBy ? figuresOf(plan, [whereSql, columns, grouped, parts.orderBy]) : undefined;
    const figuresWhere = figures && whereOf({ ...condition, walk: figures.walk });
    const selecting = (what: string, after: string): string =>
      figures ? figuresSql(figures, plan, figuresWhere ?? '', [what, after]) : `SELECT ${what} ${plan.from()} ${whereSql} ${after}`;
    const sql = selecting(columns, `${grouped} ${parts.orderBy}`);
    // without groups there is one row, whatever the table holds
    const countSql = parts.groupBy || parts.having ? `SELECT count(*) FROM (${selecting('1', grouped)})` : 'SELECT 1';
    return finished(compiled, sql, countSql, plan, undefined, parts.shape);
  }
  if (query.having) throw malformedQuery('HAVING needs GROUP BY');
  const idColumn = plan.column(`${plan.root.alias}."Id"`);
  const shape = recordShape(fields, scope);
  const order = orderSql(orderBy, plan.parameters, condition);
  const body = `${plan.from()} ${whereSql}`;
  const records = query.limit === undefined || conditions.length > 0 || walk ? undefined : query.limit + compiled.offset;
  const rows = chosenRecordsSql(plan, whereSql, order, records) ?? `${body} ${order}`;
  return finished(compiled, `SELECT ${plan.columns.join(', ')} ${rows}`, `SELECT count(*) ${body}`, plan, idColumn, shape);
}

function finished(
  compiled: Pick<CompiledQuery, 'object' | 'kind' | 'limit' | 'offset' | 'objectOfId' | 'base'>,
  sql: string,
  countSql: string,
  plan: SelectPlan,
  idColumn: number | undefined,
  shape: ReturnType<typeof recordShape>,
): CompiledQuery {
  return { ...compiled, sql, countSql, parameters: plan.parameters.values, idColumn, slots: shape.slots(), columns: shape.columns() };
}

function conditionScope(plan: SelectPlan, context: QueryContext, alias: string | undefined): ConditionScope {
  const field = (path: string) => bindTerm(path, plan, context, alias);
  return {
    parameters: plan.parameters,
    context,
    field,
    function(call) {
      if (isAggregate(call.functionName)) throw malformedQuery(`Aggregate functions belong in HAVING: ${call.functionName ?? ''}`);
      return rowFunctionTerm(call, field, context);
    },
    semiJoin: (query) => semiJoinSql(query, plan.parameters, context),
  };
}

/** Conditions on a parent alone are asked of the parents, and those on its own parent of that. */
function parentsOf(plan: SelectPlan, context: QueryContext): NonNullable<ConditionScope['parents']> {
  const compile: CompileOver = (tree, nested) =>
    treeSql(tree, { ...conditionScope(nested, context, undefined), parents: parentsOf(nested, context) });
  return (tree) => parentSetSql(tree, plan, context, compile);
}

function kindOf(query: Query | Subquery, fields: readonly SelectedField[]): CompiledQuery['kind'] {
  const calls = fields.flatMap((field) => (field.type === 'FieldFunctionExpression' && isAggregate(field.functionName) ? [field] : []));
  const countAll = calls.find((call) => call.functionName.toUpperCase() === 'COUNT' && call.parameters.length === 0);
  if (countAll && (fields.length > 1 || countAll.alias))
    throw malformedQuery('COUNT() must stand alone; use COUNT(Id) beside other fields');
  if (countAll) return 'count';
  return calls.length > 0 || query.groupBy ? 'aggregate' : 'records';
}

function checkNumbers(query: Query | Subquery): void {
  if (query.offset !== undefined && query.offset > MOST_OFFSET) {
    throw new ApiError(400, 'NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MOST_OFFSET}`);
  }
}

/** Records that the user may not read are not there. */
function readableCondition(plan: SelectPlan, context: QueryContext): readonly string[] {
  const sql = context.readable?.(plan.root.object.name, plan.root.alias, (value) => plan.parameters.add(value));
  return sql === undefined ? [] : [sql];
}

/** USING SCOPE everything and mine; the other scopes are refused with 501. */
function scopeCondition(query: Query | Subquery, plan: SelectPlan, context: QueryContext): readonly string[] {
  const scope = query.usingScope?.toLowerCase();
  if (scope === undefined || scope === 'everything') return [];
  if (scope !== 'mine' || !plan.root.object.field('OwnerId')) throw notImplemented(`USING SCOPE ${query.usingScope ?? ''} in SOQL`);
  return [`${plan.root.alias}."OwnerId" = ${plan.parameters.add(context.userId)}`];
}

function semiJoinSql(query: Query, parameters: Parameters, context: QueryContext): string {
  checkClauses(query);
  const object = context.schema.object(query.sObject ?? '');
  if (!object) throw noSuchObject(query.sObject ?? '');
  const [field, ...more] = query.fields ?? [];
  if ((field?.type !== 'Field' && field?.type !== 'FieldRelationship') || more.length > 0)
    throw malformedQuery('semi join sub-selects must select exactly one field');
  if (query.orderBy || query.limit !== undefined || query.offset !== undefined || query.groupBy || query.having || query.usingScope) {
    throw malformedQuery('semi join sub-selects take WHERE only');
  }
  const plan = new SelectPlan(object, parameters, parameters.nestedPrefix());
  const scope = conditionScope(plan, context, query.sObjectAlias);
  const term = scope.field(selectedPath(field));
  if (term.type !== 'id' && term.type !== 'reference')
    throw malformedQuery(`semi join sub-selects must select an id or reference field: ${term.name}`);
  const where = [...readableCondition(plan, context), ...(query.where ? [conditionSql(query.where, scope)] : [])];
  return `SELECT ${term.sql} ${plan.from()}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`}`;
}

function childQuery(subquery: Subquery, parent: SObjectType, context: QueryContext): { key: string; query: ChildQuery } {
  checkClauses(subquery);
  if (subquery.sObjectPrefix) throw notImplemented('a path before the relationship of a SOQL subquery');
  const relationship = parent.childRelationship(subquery.relationshipName);
  const object = context.schema.object(relationship?.childObject ?? '');
  if (!relationship?.relationshipName || !object) throw noSuchChild(subquery.relationshipName);
  const plan = new SelectPlan(object, new Parameters());
  const link = `${plan.root.alias}."${relationship.field}"`;
  const parents = plan.parameters.add('[]');
  const parentColumn = plan.column(link);
  const query = compileStatement(subquery, plan, context, [`${link} IN (SELECT value FROM json_each(${parents}))`]);
  if (query.kind !== 'records') throw malformedQuery('aggregates cannot stand in a subquery');
  return { key: relationship.relationshipName, query: { query, parentsParameter: 0, parentColumn } };
}

function listOf<T>(clause: T | T[] | undefined): readonly T[] {
  return clause === undefined ? [] : Array.isArray(clause) ? clause : [clause];
}
