// Inputs of `uiapi.aggregate`: groupBy and orderBy.
import type { GraphQLInputFieldConfigMap } from 'graphql';
import { GraphQLBoolean, GraphQLEnumType, GraphQLInputObjectType } from 'graphql';
import type { Schema, SObjectType } from '../../metadata/schema.ts';
import { kindOf } from './field-kinds.ts';
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
export const AGGREGATE_FUNCTIONS = ['COUNT', 'COUNT_DISTINCT', 'MIN', 'MAX', 'SUM', 'AVG'] as const;

const DATE_FUNCTION = new GraphQLEnumType({
  name: 'GroupByFunction',
  values: Object.fromEntries(DATE_FUNCTIONS.map((name) => [name, {}])),
});
const AGGREGATE_FUNCTION = new GraphQLEnumType({
  name: 'AggregateOrderByFunction',
  values: Object.fromEntries(AGGREGATE_FUNCTIONS.map((name) => [name, {}])),
});
const GROUP_CLAUSE = new GraphQLInputObjectType({
  name: 'GroupByClause',
  fields: { group: { type: GraphQLBoolean }, function: { type: DATE_FUNCTION } },
});
/** Moments are too fine to group by; only their parts are offered. */
const GROUP_DATE_FUNCTION = new GraphQLInputObjectType({ name: 'GroupByDateFunction', fields: { function: { type: DATE_FUNCTION } } });
const ORDER_CLAUSE = new GraphQLInputObjectType({
  name: 'AggregateOrderByClause',
  fields: { function: { type: AGGREGATE_FUNCTION }, order: { type: RESULT_ORDER }, nulls: { type: NULL_ORDER } },
});

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
      fields: () =>
        this.#members(
          object,
          (parent) => this.groupBy(parent),
          (kind, groupable) => {
            if (kind === 'DateTime') return GROUP_DATE_FUNCTION;
            return groupable ? GROUP_CLAUSE : undefined;
          },
        ),
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
          () => ORDER_CLAUSE,
        ),
    }));
  }

  #members(
    object: SObjectType,
    ofParent: (parent: SObjectType) => GraphQLInputObjectType,
    ofField: (kind: string, groupable: boolean) => GraphQLInputObjectType | undefined,
  ): GraphQLInputFieldConfigMap {
    const members: GraphQLInputFieldConfigMap = {};
    for (const field of object.fields) {
      const kind = kindOf(field);
      const type = kind && kind.comparison !== 'none' ? ofField(kind.name, kind.groupable) : undefined;
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
