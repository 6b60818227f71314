// The SELECT list of a query for records: fields, parents' fields, FIELDS(), toLabel() and subqueries.
import type { FieldFunctionExpression, FieldType as SelectedField, Subquery } from '@jetstreamapp/soql-parser-js';
import { notImplemented } from '../../platform/api-error.ts';
import { bindPath, bindTerm } from './bind-path.ts';
import type { ChildQuery } from './compiled-query.ts';
import { picklistLabels } from './picklist-labels.ts';
import type { QueryContext } from './query-context.ts';
import { invalidField, malformedQuery } from './query-error.ts';
import { RecordShape } from './record-shape.ts';
import type { ParentStep } from './record-shape.ts';
import type { SelectPlan } from './select-plan.ts';
import type { Term } from './term.ts';

/** What a SELECT list needs around it. */
export interface SelectScope {
  readonly plan: SelectPlan;
  readonly context: QueryContext;
  readonly alias: string | undefined;
  readonly limit: number | undefined;
  child(subquery: Subquery): { readonly key: string; readonly query: ChildQuery };
}

/** Reads the list into a shape; the plan gets the joins and columns. */
export function recordShape(fields: readonly SelectedField[], scope: SelectScope): RecordShape {
  const shape = new RecordShape();
  for (const field of fields) {
    switch (field.type) {
      case 'Field':
      case 'FieldRelationship':
        if ('alias' in field && field.alias) throw malformedQuery('only aggregate expressions use field aliasing');
        addPath(selectedPath(field), shape, scope);
        break;
      case 'FieldFunctionExpression':
        addFunction(field, shape, scope);
        break;
      case 'FieldSubquery':
        shape.addChildren({ kind: 'children', ...scope.child(field.subquery) });
        break;
      default:
        throw notImplemented('TYPEOF in SOQL');
    }
  }
  return shape;
}

/** The path of a field of the SELECT list, without the alias of FROM. */
export function selectedPath(field: Extract<SelectedField, { type: 'Field' | 'FieldRelationship' }>): string {
  return 'relationships' in field ? [...field.relationships, field.field].join('.') : field.field;
}

function addPath(path: string, shape: RecordShape, scope: SelectScope, label?: { readonly alias: string | undefined }): void {
  const { plan, context } = scope;
  const term = bindTerm(path, plan, context, scope.alias);
  const labels = label ? picklistLabels(term, context) : undefined;
  const key = label?.alias ?? term.name;
  shape.add(parentSteps(path, scope), {
    kind: 'value',
    key,
    column: plan.column(term.sql),
    type: term.type,
    ...(labels ? { labels } : {}),
  });
}

/** The parents on the way to a value, each with the column of its id. */
function parentSteps(path: string, scope: SelectScope): readonly ParentStep[] {
  const { plan, context } = scope;
  const bound = bindPath(path, plan, context, scope.alias);
  let source = plan.root;
  return bound.relationships.map((reference) => {
    const key = reference.relationshipName ?? reference.name;
    if (reference === bound.polymorphic) return { key, type: 'Name', idColumn: plan.column(`${source.alias}."${reference.name}"`) };
    const parent = context.schema.object(reference.referenceTo[0] ?? '');
    source = plan.join(source, reference, parent ?? source.object);
    return { key, type: source.object.name, idColumn: plan.column(`${source.alias}."Id"`) };
  });
}

function addFunction(call: FieldFunctionExpression, shape: RecordShape, scope: SelectScope): void {
  const [argument, ...more] = call.parameters;
  const name = call.functionName.toLowerCase();
  if ((name !== 'fields' && name !== 'tolabel') || typeof argument !== 'string' || more.length > 0) {
    throw notImplemented(`the function ${call.functionName}() in the SELECT list of SOQL`);
  }
  if (name === 'tolabel') addPath(argument, shape, scope, { alias: call.alias });
  else for (const field of fieldsOf(argument, scope)) addTerm(bindTerm(field, scope.plan, scope.context), shape, scope);
}

function addTerm(term: Term, shape: RecordShape, scope: SelectScope): void {
  shape.add([], { kind: 'value', key: term.name, column: scope.plan.column(term.sql), type: term.type });
}

const MOST_WITH_ALL_FIELDS = 200;

/** FIELDS(ALL), FIELDS(STANDARD), FIELDS(CUSTOM); the first and the last need a LIMIT of at most 200. */
function fieldsOf(which: string, scope: SelectScope): readonly string[] {
  const kind = which.toUpperCase();
  const { object } = scope.plan.root;
  if (kind !== 'STANDARD' && (scope.limit === undefined || scope.limit > MOST_WITH_ALL_FIELDS)) {
    throw malformedQuery(`The SOQL FIELDS function must have a LIMIT of at most ${MOST_WITH_ALL_FIELDS}`);
  }
  if (kind !== 'ALL' && kind !== 'STANDARD' && kind !== 'CUSTOM')
    throw invalidField(`FIELDS(${which}) is none of FIELDS(ALL), FIELDS(STANDARD), FIELDS(CUSTOM)`);
  const fields = object.fields.filter((field) => kind === 'ALL' || field.custom === (kind === 'CUSTOM'));
  if (fields.length === 0) throw invalidField(`${object.name} has no fields for FIELDS(${kind})`);
  return fields.map((field) => field.name);
}
