// Inputs of `uiapi.aggregate`: groupBy and orderBy.
import type { GraphQLInputFieldConfigMap } from 'graphql';
import { GraphQLBoolean, GraphQLEnumType, GraphQLInputObjectType } from 'graphql';
import type { Field, Schema, SObjectType } from '../../metadata/schema.ts';
import { kindOf } from './field-kinds.ts';
import type { FieldKind } from './field-kinds.ts';
import { NULL_ORDER, RESULT_ORDER } from './order-by.ts';

/** Parts of a date that rows are grouped by; the field of a `DateAggregate` that holds one is the same name in camel case. */
export const DATE_FUNCTIONS = [
  'CALENDAR_MONTH',
  'CALENDAR_QUARTER',
  'CALENDAR_YEAR',
  'DAY_IN_MONTH',
  'DAY_IN_WEEK',
  'DAY_IN_YEAR',
  'DAY_ONLY',
  'FISCAL_MONTH',
  'FISCAL_QUARTER',
  'FISCAL_YEAR',
  'HOUR_IN_DAY',
  'WEEK_IN_MONTH',
  'WEEK_IN_YEAR',
] as const;

const DATE_FUNCTION = new GraphQLEnumType({
  name: 'GroupByFunction',
  values: Object.fromEntries(DATE_FUNCTIONS.map((name) => [name, {}])),
});
const GROUP_CLAUSE = new GraphQLInputObjectType({
  name: 'GroupByClause',
  fields: { group: { type: GraphQLBoolean }, function: { type: DATE_FUNCTION } },
});
/** Moments are too fine to group by; only their parts are offered. */
const GROUP_DATE_FUNCTION = new GraphQLInputObjectType({ name: 'GroupByDateFunction', fields: { function: { type: DATE_FUNCTION } } });
const GROUP_BY_TYPE = new GraphQLEnumType({ name: 'GroupByType', values: { GROUP_BY: {}, ROLLUP: {}, CUBE: {} } });

const PLAIN_ORDER = { order: { type: RESULT_ORDER }, nulls: { type: NULL_ORDER } };
const NO_FUNCTION_ORDER = new GraphQLInputObjectType({ name: 'NoFunctionAggregateOrderByClause', fields: PLAIN_ORDER });
const NUMBER_ORDER = orderClause('Number', ['AVG', 'COUNT', 'COUNT_DISTINCT', 'MAX', 'MIN', 'SUM']);
const STRING_ORDER = orderClause('String', ['COUNT', 'COUNT_DISTINCT', 'MAX', 'MIN']);

function orderClause(kind: string, functions: readonly string[]): GraphQLInputObjectType {
  const type = new GraphQLEnumType({
    name: `AggregateOrderBy${kind}Function`,
    values: Object.fromEntries(functions.map((name) => [name, {}])),
  });
  return new GraphQLInputObjectType({ name: `AggregateOrderBy${kind}Clause`, fields: { ...PLAIN_ORDER, function: { type } } });
}

export class AggregateInputs {
  readonly #schema: Schema;
  readonly #groups = new Map<string, GraphQLInputObjectType>();
  readonly #orders = new Map<string, GraphQLInputObjectType>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** `<Object>_GroupBy`: groupable fields and those of parents. */
  groupBy(object: SObjectType): GraphQLInputObjectType {
    return remembered(this.#groups, object.name, () => ({
      name: `${object.name}_GroupBy`,
      fields: () => ({
        type: { type: GROUP_BY_TYPE },
        ...this.#members(
          object,
          (parent) => this.groupBy(parent),
          ({ name, groupable }) => {
            if (name === 'DateTime') return GROUP_DATE_FUNCTION;
            return groupable ? GROUP_CLAUSE : undefined;
          },
        ),
      }),
    }));
  }

  /** `<Object>_AggregateOrderBy`: grouped fields as they are, others through a function. */
  orderBy(object: SObjectType): GraphQLInputObjectType {
    return remembered(this.#orders, object.name, () => ({
      name: `${object.name}_AggregateOrderBy`,
      fields: () =>
        this.#members(
          object,
          (parent) => this.orderBy(parent),
          ({ comparison }, field) => {
            if (comparison === 'number') return NUMBER_ORDER;
            return comparison === 'boolean' || field.type === 'reference' ? NO_FUNCTION_ORDER : STRING_ORDER;
          },
        ),
    }));
  }

  #members(
    object: SObjectType,
    ofParent: (parent: SObjectType) => GraphQLInputObjectType,
    ofField: (kind: FieldKind, field: Field) => GraphQLInputObjectType | undefined,
  ): GraphQLInputFieldConfigMap {
    const members: GraphQLInputFieldConfigMap = {};
    for (const field of object.fields) {
      const kind = kindOf(field);
      const type = kind && kind.comparison !== 'none' ? ofField(kind, field) : undefined;
      if (type) members[field.name] = { type };
      const parent = field.referenceTo.length === 1 ? this.#schema.object(field.referenceTo[0] ?? '') : undefined;
      if (parent && field.relationshipName !== undefined) members[field.relationshipName] = { type: ofParent(parent) };
    }
    return members;
  }
}

function remembered(
  types: Map<string, GraphQLInputObjectType>,
  key: string,
  config: () => ConstructorParameters<typeof GraphQLInputObjectType>[0],
): GraphQLInputObjectType {
  let type = types.get(key);
  if (!type) {
    type = new GraphQLInputObjectType(config());
    types.set(key, type);
  }
  return type;
}
