// GraphQL types of `uiapi.aggregate`: groups of records, with the grouped values and functions over the others.
import type { GraphQLFieldConfig, GraphQLFieldConfigMap } from 'graphql';
import { GraphQLError, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql';
import type { Field, Schema, SObjectType } from '../../metadata/schema.ts';
import { AggregateInputs, DATE_FUNCTIONS } from './aggregate-inputs.ts';
import { camelCase, columnValue, queryGroups } from './aggregate-query.ts';
import type { GroupArguments, GroupConnection, GroupSource } from './aggregate-query.ts';
import { cursorOf } from './cursor.ts';
import type { FieldKind } from './field-kinds.ts';
import { ALL_KINDS, kindOf } from './field-kinds.ts';
import type { FilterTypes } from './filter-types.ts';
import { PAGE_INFO, pageInfo, SCOPES } from './record-types.ts';
import type { RequestContext, ValueSource } from './request-context.ts';
import { valueTypeOf } from './value-types.ts';

/** A field of a group: `path` leads to it from the object that is grouped. */
interface AggregateSource {
  readonly group: GroupSource;
  readonly object: SObjectType;
  readonly field: Field;
  readonly path: string;
}

type AggregateFields = GraphQLFieldConfigMap<AggregateSource, RequestContext>;

const COUNTS = ['count', 'countDistinct'] as const;
const NUMBERS: ReadonlySet<string> = new Set(['Int', 'Double', 'Currency', 'Percent']);

/** The grouped value itself, for `value` and `displayValue`; throws when the field is not grouped. */
function groupedValue({ group, object, field, path }: AggregateSource): ValueSource {
  const value = columnValue(group, path);
  if (value === undefined) throw new GraphQLError(`Field '${path}' must be grouped to select its value`);
  return { object: object.name, field, value };
}

/** What a function gives: counts are whole numbers, averages decimals, the rest is of the field's own kind. */
function functionField(name: string, kind: string): GraphQLFieldConfig<AggregateSource, RequestContext> {
  return {
    type: valueTypeOf(kind),
    resolve: ({ group, object, field, path }): ValueSource => {
      const value = columnValue(group, `${path}/${name}`) ?? null;
      return {
        object: object.name,
        field,
        value,
        ...(kind === 'Long' || kind === 'Int' ? { shownAs: value === null ? '' : String(value) } : {}),
      };
    },
  };
}

function aggregateType(kind: FieldKind): GraphQLObjectType<AggregateSource, RequestContext> {
  const value = valueTypeOf(kind.name).getFields();
  const own: AggregateFields = Object.fromEntries(
    Object.entries(value).map(([name, { type, resolve }]) => [
      name,
      {
        type,
        resolve: (source: AggregateSource, args: Record<string, unknown>, context: RequestContext, info) =>
          resolve?.(groupedValue(source), args, context, info),
      },
    ]),
  );
  const functions: AggregateFields = {};
  if (kind.name !== 'Boolean') {
    for (const name of COUNTS) functions[name] = functionField(name, 'Long');
    for (const name of ['min', 'max']) functions[name] = functionField(name, kind.name);
  }
  if (NUMBERS.has(kind.name)) {
    functions['sum'] = functionField('sum', kind.name === 'Int' ? 'Long' : kind.name);
    functions['avg'] = functionField('avg', 'Double');
  }
  if (kind.comparison === 'date')
    for (const part of DATE_FUNCTIONS) functions[camelCase(part)] = functionField(camelCase(part), part === 'DAY_ONLY' ? 'Date' : 'Int');
  return new GraphQLObjectType<AggregateSource, RequestContext>({ name: `${kind.name}Aggregate`, fields: { ...own, ...functions } });
}

const TYPES = new Map(ALL_KINDS.filter((kind) => kind.comparison !== 'none').map((kind) => [kind.name, aggregateType(kind)]));

export class AggregateTypes {
  readonly #schema: Schema;
  readonly #filters: FilterTypes;
  readonly #inputs: AggregateInputs;
  readonly #aggregates = new Map<string, GraphQLObjectType<GroupSource, RequestContext>>();

  constructor(schema: Schema, filters: FilterTypes) {
    this.#schema = schema;
    this.#filters = filters;
    this.#inputs = new AggregateInputs(schema);
  }

  /** The entry of an object below `uiapi.aggregate`. */
  rootField(object: SObjectType): GraphQLFieldConfig<unknown, RequestContext, GroupArguments> {
    return {
      type: this.#connection(object),
      args: {
        first: { type: GraphQLInt },
        after: { type: GraphQLString },
        where: { type: this.#filters.filter(object) },
        groupBy: { type: this.#inputs.groupBy(object) },
        orderBy: { type: this.#inputs.orderBy(object) },
        scope: { type: SCOPES },
      },
      resolve: (_source, args, context, info) => queryGroups(object, args, info, context),
    };
  }

  #connection(object: SObjectType): GraphQLObjectType<GroupConnection, RequestContext> {
    const result = new GraphQLObjectType<GroupSource, RequestContext>({
      name: `${object.name}Result`,
      fields: () => ({ aggregate: { type: this.#aggregate(object), resolve: (group) => group } }),
    });
    const edge = new GraphQLObjectType<{ node: GroupSource; cursor: string }, RequestContext>({
      name: `${object.name}AggregateEdge`,
      fields: { node: { type: result }, cursor: { type: new GraphQLNonNull(GraphQLString) } },
    });
    return new GraphQLObjectType<GroupConnection, RequestContext>({
      name: `${object.name}AggregateConnection`,
      fields: {
        edges: {
          type: new GraphQLList(edge),
          resolve: ({ groups, offset }) => groups.map((node, index) => ({ node, cursor: cursorOf(offset + index) })),
        },
        pageInfo: { type: new GraphQLNonNull(PAGE_INFO), resolve: (connection) => pageInfo(connection, connection.groups.length) },
        totalCount: { type: new GraphQLNonNull(GraphQLInt), resolve: ({ totalCount }) => totalCount() },
        pageResultCount: { type: new GraphQLNonNull(GraphQLInt), resolve: ({ groups }) => groups.length },
      },
    });
  }

  /** `<Object>Aggregate`, also reached from its children by their relationship to it. */
  #aggregate(object: SObjectType): GraphQLObjectType<GroupSource, RequestContext> {
    let type = this.#aggregates.get(object.name);
    if (!type) {
      type = new GraphQLObjectType<GroupSource, RequestContext>({ name: `${object.name}Aggregate`, fields: () => this.#fields(object) });
      this.#aggregates.set(object.name, type);
    }
    return type;
  }

  #fields(object: SObjectType): GraphQLFieldConfigMap<GroupSource, RequestContext> {
    const fields: GraphQLFieldConfigMap<GroupSource, RequestContext> = {};
    for (const field of object.fields) {
      const type = TYPES.get(kindOf(field)?.name ?? '');
      if (type)
        fields[field.name] = { type, resolve: (group): AggregateSource => ({ group, object, field, path: group.path + field.name }) };
      const parent = field.referenceTo.length === 1 ? this.#schema.object(field.referenceTo[0] ?? '') : undefined;
      const relationship = field.relationshipName;
      if (!parent || relationship === undefined) continue;
      fields[relationship] = {
        type: this.#aggregate(parent),
        resolve: (group): GroupSource => ({ ...group, path: `${group.path}${relationship}.` }),
      };
    }
    return fields;
  }
}
