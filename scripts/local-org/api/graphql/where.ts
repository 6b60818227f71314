// Turns a `where` argument into a SOQL condition.
import { GraphQLError } from 'graphql';
import type { Schema, SObjectType } from '../../metadata/schema.ts';
import { rangeSoql } from './date-literals.ts';
import { kindOf } from './field-kinds.ts';
import type { FieldKind } from './field-kinds.ts';
import { quotedText } from '../../soql/quoted-text.ts';
import { soqlLiteral } from './soql-literal.ts';

type Input = Readonly<Record<string, unknown>>;

const COMPARISONS: Readonly<Record<string, string>> = { eq: '=', ne: '!=', lt: '<', gt: '>', lte: '<=', gte: '>=', like: 'LIKE' };
const LISTS: Readonly<Record<string, string>> = { in: 'IN', nin: 'NOT IN', includes: 'INCLUDES', excludes: 'EXCLUDES' };
const JOINS: Readonly<Record<string, string>> = { inq: 'IN', ninq: 'NOT IN' };

/** Undefined when the filter says nothing. Throws GraphQLError for input that has no single meaning. */
export function whereSoql(schema: Schema, object: SObjectType, filter: Input | null | undefined, path = ''): string | undefined {
  const conditions = Object.entries(filter ?? {}).flatMap(([name, input]) => condition(schema, object, name, input, path) ?? []);
  return conditions.length > 1 ? `(${conditions.join(' AND ')})` : conditions[0];
}

function condition(schema: Schema, object: SObjectType, name: string, input: unknown, path: string): string | undefined {
  if (name === 'and' || name === 'or') {
    const parts = (input as readonly (Input | null)[] | null)?.flatMap((one) => whereSoql(schema, object, one, path) ?? []) ?? [];
    return parts.length > 1 ? `(${parts.join(name === 'and' ? ' AND ' : ' OR ')})` : parts[0];
  }
  if (name === 'not') {
    const part = whereSoql(schema, object, input as Input | null, path);
    return part === undefined ? undefined : `(NOT ${part})`;
  }
  const field = object.field(name);
  if (field) return fieldCondition(schema, `${path}${field.name}`, kindOf(field), input as Input | null);
  return parentCondition(schema, object, name, input as Input | null, path);
}

function parentCondition(schema: Schema, object: SObjectType, name: string, input: Input | null, path: string): string | undefined {
  const reference = object.parentRelationship(name);
  if (!reference) throw new GraphQLError(`${name} is no field of ${object.name}`);
  const parentPath = `${path}${name}.`;
  const only = reference.referenceTo.length === 1 ? schema.object(reference.referenceTo[0] ?? '') : undefined;
  if (only) return whereSoql(schema, only, input, parentPath);
  const parts = Object.entries(input ?? {}).flatMap(([parentName, filter]) => {
    const parent = schema.object(parentName);
    return parent
      ? [`${parentPath}Type = ${quotedText(parent.name)}`, whereSoql(schema, parent, filter as Input | null, parentPath) ?? []].flat()
      : [];
  });
  return parts.length > 1 ? `(${parts.join(' AND ')})` : parts[0];
}

function fieldCondition(schema: Schema, path: string, kind: FieldKind | undefined, input: Input | null): string | undefined {
  const parts = Object.entries(input ?? {}).map(([operator, operand]) => {
    if (operator in JOINS) return `${path} ${JOINS[operator]} (${joinSoql(schema, operand as Input)})`;
    if (operator in LISTS)
      return `${path} ${LISTS[operator]} (${(operand as readonly unknown[]).map((one) => operandSoql(one, kind)).join(', ')})`;
    return `${path} ${COMPARISONS[operator]} ${operandSoql(operand, kind)}`;
  });
  return parts.length > 1 ? `(${parts.join(' AND ')})` : parts[0];
}

function operandSoql(operand: unknown, kind: FieldKind | undefined): string {
  if (operand === null) return 'null';
  switch (kind?.comparison) {
    case 'date':
      return dateSoql(operand as Input);
    case 'number':
      return soqlLiteral(operand, false);
    case 'boolean':
      return operand === true ? 'TRUE' : 'FALSE';
    default:
      return kind?.name === 'Time' ? String(operand) : quotedText(String(operand));
  }
}

/** One of `{value}`, `{literal}`, `{range}`. */
function dateSoql(input: Input): string {
  const given = Object.entries(input);
  const [[name, operand] = ['', undefined]] = given;
  if (given.length !== 1) throw new GraphQLError('A date operand takes one of value, literal and range');
  if (name !== 'range') return operand === null ? 'null' : String(operand);
  const ranges = Object.entries((operand ?? {}) as Input);
  const [[range, count] = ['', undefined]] = ranges;
  if (ranges.length !== 1 || typeof count !== 'number') throw new GraphQLError('A date range takes one member with a number');
  return rangeSoql(range, count);
}

/** `{Contact: {…}, ApiName: "AccountId"}`: a semi-join. */
function joinSoql(schema: Schema, input: Input): string {
  const { ApiName: field, ...objects } = input;
  const [[name, filter] = ['', undefined], ...others] = Object.entries(objects);
  const object = schema.object(name);
  if (!object || others.length > 0 || typeof field !== 'string' || !object.field(field)) {
    throw new GraphQLError('A join takes one object with its filter, and the ApiName of a field of that object');
  }
  const where = whereSoql(schema, object, filter as Input | null);
  return `SELECT ${object.field(field)?.name} FROM ${object.name}${where === undefined ? '' : ` WHERE ${where}`}`;
}
