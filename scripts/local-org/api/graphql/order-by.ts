// `orderBy`: its inputs, and the SOQL that follows from it. The order of its members is the order of sorting.
import type { FieldNode, GraphQLInputFieldConfigMap, GraphQLResolveInfo } from 'graphql';
import { GraphQLEnumType, GraphQLInputObjectType, valueFromASTUntyped } from 'graphql';
import type { Schema, SObjectType } from '../../metadata/schema.ts';
import { kindOf } from './field-kinds.ts';
import type { RequestContext } from './request-context.ts';

type Input = Readonly<Record<string, unknown>>;

export const RESULT_ORDER = new GraphQLEnumType({ name: 'ResultOrder', values: { ASC: {}, DESC: {} } });
export const NULL_ORDER = new GraphQLEnumType({ name: 'NullOrder', values: { FIRST: {}, LAST: {} } });
const ORDER_CLAUSE = new GraphQLInputObjectType({
  name: 'OrderByClause',
  fields: { order: { type: RESULT_ORDER }, nulls: { type: NULL_ORDER } },
});

export class OrderTypes {
  readonly #schema: Schema;
  readonly #types = new Map<string, GraphQLInputObjectType>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** `<Object>_OrderBy`: every field that SOQL can sort by, and the same of its parents. */
  orderBy(object: SObjectType): GraphQLInputObjectType {
    let type = this.#types.get(object.name);
    if (!type) {
      type = new GraphQLInputObjectType({ name: `${object.name}_OrderBy`, fields: () => this.#members(object) });
      this.#types.set(object.name, type);
    }
    return type;
  }

  #members(object: SObjectType): GraphQLInputFieldConfigMap {
    const members: GraphQLInputFieldConfigMap = {};
    for (const field of object.fields) {
      const kind = kindOf(field);
      if (kind && kind.comparison !== 'none' && kind.comparison !== 'multipicklist') members[field.name] = { type: ORDER_CLAUSE };
      const parent = field.referenceTo.length === 1 ? this.#schema.object(field.referenceTo[0] ?? '') : undefined;
      if (parent && field.relationshipName !== undefined) members[field.relationshipName] = { type: this.orderBy(parent) };
    }
    return members;
  }
}

/** An argument with its members in the order in which the client wrote them, which coercion by GraphQL does not keep. */
export function argumentAsWritten(node: FieldNode, name: string, info: GraphQLResolveInfo, context: RequestContext): unknown {
  const argument = node.arguments?.find((one) => one.name.value === name);
  return argument && valueFromASTUntyped(argument.value, { ...info.variableValues, ...context.variables });
}

/** `Account__r.Name ASC NULLS FIRST, …`; undefined when nothing is asked. */
export function orderSoql(schema: Schema, object: SObjectType, input: unknown, path = ''): string | undefined {
  const parts = Object.entries((input ?? {}) as Input).flatMap(([name, clause]) => {
    if (clause === null || clause === undefined) return [];
    const field = object.field(name);
    if (!field) {
      const parent = schema.object(object.parentRelationship(name)?.referenceTo[0] ?? '');
      return (parent && orderSoql(schema, parent, clause, `${path}${name}.`)) ?? [];
    }
    const { order, nulls } = clause as { order?: string | null; nulls?: string | null };
    return `${path}${field.name} ${order ?? 'ASC'}${nulls === null || nulls === undefined ? '' : ` NULLS ${nulls}`}`;
  });
  return parts.length > 0 ? parts.join(', ') : undefined;
}
