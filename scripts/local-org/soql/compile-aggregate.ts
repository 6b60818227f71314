// Queries with aggregate functions or GROUP BY: their columns, groups, HAVING and order.
import type {
  FieldFunctionExpression,
  FieldType as SelectedField,
  FunctionExp,
  GroupByClause,
  HavingClause,
  OrderByClause,
} from '@jetstreamapp/soql-parser-js';
import { notImplemented } from '../../platform/api-error.ts';
import { bindTerm, pathKey } from './bind-path.ts';
import type { ConditionScope } from './condition-scope.ts';
import { conditionSql } from './compile-condition.ts';
import { orderSql } from './compile-order.ts';
import { selectedPath } from './compile-select.ts';
import type { SelectScope } from './compile-select.ts';
import { isDateFunction } from './date-function.ts';
import { invalidField, malformedQuery } from './query-error.ts';
import { RecordShape } from './record-shape.ts';
import { rowFunctionTerm } from './row-function.ts';
import { isLongText, isNumber, isText } from './term.ts';
import type { Term } from './term.ts';

const AGGREGATES: ReadonlySet<string> = new Set(['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX']);

/** Whether a selected function aggregates; the parser says so of date functions too. */
export function isAggregate(name: string | undefined): boolean {
  return AGGREGATES.has(name?.toUpperCase() ?? '');
}

/** The value of an aggregate function. Throws ApiError INVALID_FIELD for a field that it cannot be asked of. */
function aggregateTerm(call: FunctionExp | FieldFunctionExpression, scope: SelectScope): Term {
  const name = call.functionName?.toUpperCase() ?? '';
  const [path, ...more] = call.parameters ?? [];
  if (typeof path !== 'string' || more.length > 0) throw malformedQuery(`${name}() takes one field here`);
  const term = bindTerm(path, scope.plan, scope.context, scope.alias);
  const refusal = invalidField(`field ${term.name} does not support aggregate operator ${name}`);
  if (isLongText(term) || term.type === 'multipicklist') throw refusal;
  if ((name === 'SUM' || name === 'AVG') && !isNumber(term.type)) throw refusal;
  if ((name === 'MIN' || name === 'MAX') && term.type === 'boolean') throw refusal;
  const label = `${name}(${term.name})`;
  // the object's own id is never blank: rows are counted without a look at it
  if (name === 'COUNT') return { sql: term.sql === 't0."Id"' ? 'count(*)' : `count(${term.sql})`, type: 'int', name: label };
  if (name === 'COUNT_DISTINCT') return { sql: `count(DISTINCT ${term.sql})`, type: 'int', name: label };
  // The platform adds decimals, not binary fractions.
  if (name === 'SUM' && term.field) return { sql: `round(sum(${term.sql}), ${term.field.scale})`, type: term.type, name: label };
  return { sql: `${name.toLowerCase()}(${term.sql})`, type: name === 'AVG' ? 'double' : term.type, name: label };
}

/** The parts of an aggregate query's SQL. */
export interface AggregateParts {
  readonly shape: RecordShape;
  readonly groupBy: string;
  readonly having: string;
  readonly orderBy: string;
}

interface AggregateClauses {
  readonly fields: readonly SelectedField[];
  readonly groupBy: readonly GroupByClause[];
  readonly having: HavingClause | undefined;
  readonly orderBy: readonly OrderByClause[];
}

/** Compiles the list, the groups, HAVING and ORDER BY. Everything that is not aggregated must be grouped. */
export function aggregateParts(clauses: AggregateClauses, scope: SelectScope, condition: ConditionScope): AggregateParts {
  const groups = new Map(clauses.groupBy.map((clause) => groupOf(clause, scope)));
  const grouped = (path: string): Term => {
    const term = groups.get(pathKey(path, scope.plan, scope.alias));
    if (!term) throw malformedQuery(`Field must be grouped or aggregated: ${path}`);
    return term;
  };
  const called = (call: FunctionExp | FieldFunctionExpression): Term => {
    if (isAggregate(call.functionName)) return aggregateTerm(call, scope);
    if (!isDateFunction(call.functionName ?? ''))
      throw notImplemented(`the function ${call.functionName ?? ''}() beside aggregates in SOQL`);
    const term = groups.get(functionKey(call));
    if (!term) throw malformedQuery(`Field must be grouped or aggregated: ${call.functionName ?? ''}`);
    return term;
  };
  const shape = new RecordShape();
  let unnamed = 0;
  for (const field of clauses.fields) {
    if (field.type === 'FieldFunctionExpression') {
      const term = called(field);
      addColumn(shape, field.alias ?? `expr${unnamed}`, term, scope);
      if (!field.alias) unnamed += 1;
    } else if (field.type === 'Field' || field.type === 'FieldRelationship') {
      const term = grouped(selectedPath(field));
      addColumn(shape, ('alias' in field ? field.alias : undefined) ?? term.name, term, scope);
    } else {
      throw malformedQuery('subqueries and TYPEOF cannot stand beside aggregates');
    }
  }
  return {
    shape,
    groupBy: groups.size === 0 ? '' : `GROUP BY ${[...new Set(groups.values())].map((term) => term.sql).join(', ')}`,
    having: clauses.having ? `HAVING ${conditionSql(clauses.having, { ...condition, field: grouped, function: called })}` : '',
    orderBy: orderSql(clauses.orderBy, scope.plan.parameters, { field: grouped, function: called }),
  };
}

function addColumn(shape: RecordShape, key: string, term: Term, scope: SelectScope): void {
  shape.add([], { kind: 'value', key, column: scope.plan.column(term.sql), type: term.type });
}

/** A group under the key by which the list, HAVING and ORDER BY find it. */
function groupOf(clause: GroupByClause, scope: SelectScope): readonly [string, Term] {
  const { plan, context, alias } = scope;
  if ('fn' in clause) {
    const name = clause.fn.functionName?.toUpperCase();
    if (name === 'ROLLUP' || name === 'CUBE') throw notImplemented(`GROUP BY ${name} in SOQL`);
    return [functionKey(clause.fn), rowFunctionTerm(clause.fn, (path) => bindTerm(path, plan, context, alias), context)];
  }
  const term = bindTerm(clause.field, plan, context, alias);
  const groupable =
    term.type === 'date' || term.type === 'boolean' || term.type === 'id' || term.type === 'reference' || term.type === 'int';
  if (!groupable && (!isText(term.type) || term.type === 'multipicklist' || term.type === 'textarea')) {
    throw malformedQuery(`field '${term.name}' can not be grouped in a query call`);
  }
  return [pathKey(clause.field, plan, alias), term];
}

function functionKey(call: FunctionExp | FieldFunctionExpression): string {
  return (call.rawValue ?? '').replaceAll(/\s/g, '').toLowerCase();
}
