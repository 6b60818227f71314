// GraphQL types of records: a node type per object, its edges and connections, and the query root over them.
import type { GraphQLFieldConfig, GraphQLFieldConfigArgumentMap, GraphQLFieldConfigMap, GraphQLOutputType } from 'graphql';
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLID,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql';
import type { Value } from '../../../platform/record.ts';
import type { QueriedRecord } from '../../engine/org.ts';
import type { ChildRelationship, Field, Schema, SObjectType } from '../../metadata/schema.ts';
import { cursorOf } from './cursor.ts';
import { kindOf } from './field-kinds.ts';
import type { FilterTypes } from './filter-types.ts';
import type { OrderTypes } from './order-by.ts';
import { childConnection, queryConnection, recordById } from './record-query.ts';
import type { Connection, ConnectionArguments } from './record-query.ts';
import type { RecordSource, RequestContext, ValueSource } from './request-context.ts';
import { SCALARS } from './scalars.ts';
import { recordSelection } from './selection.ts';
import { valueTypeOf } from './value-types.ts';

type Fields<Source> = GraphQLFieldConfigMap<Source, RequestContext>;

export const PAGE_INFO = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
  },
});
export const SCOPES = new GraphQLEnumType({
  name: 'SupportedScopes',
  values: {
    ASSIGNEDTOME: {},
    ENTITLED: {},
    EVERYTHING: {},
    MINE: {},
    MINE_AND_MY_GROUPS: {},
    MY_TEAM_TERRITORY: {},
    MY_TERRITORY: {},
    TEAM: {},
  },
});
const RECORD = new GraphQLInterfaceType({
  name: 'Record',
  fields: {
    Id: { type: new GraphQLNonNull(GraphQLID) },
    ApiName: { type: new GraphQLNonNull(GraphQLString) },
    WeakEtag: { type: new GraphQLNonNull(SCALARS.Long) },
    DisplayValue: { type: GraphQLString },
  },
  resolveType: (source: RecordSource) => source.object.name,
});

/** What `pageInfo` tells of a page. */
export function pageInfo(
  { offset, hasNextPage }: { readonly offset: number; readonly hasNextPage: boolean },
  count: number,
): Record<string, unknown> {
  return {
    hasNextPage,
    hasPreviousPage: offset > 0,
    startCursor: count > 0 ? cursorOf(offset) : null,
    endCursor: count > 0 ? cursorOf(offset + count - 1) : null,
  };
}

export class RecordTypes {
  readonly #schema: Schema;
  readonly #filters: FilterTypes;
  readonly #orders: OrderTypes;
  readonly #nodes = new Map<string, GraphQLObjectType<RecordSource, RequestContext>>();
  readonly #connections = new Map<string, GraphQLObjectType<Connection, RequestContext>>();

  constructor(schema: Schema, filters: FilterTypes, orders: OrderTypes) {
    this.#schema = schema;
    this.#filters = filters;
    this.#orders = orders;
  }

  /** The node type, named as the object. */
  node(object: SObjectType): GraphQLObjectType<RecordSource, RequestContext> {
    let type = this.#nodes.get(object.name);
    if (!type) {
      type = new GraphQLObjectType<RecordSource, RequestContext>({
        name: object.name,
        interfaces: [RECORD],
        fields: () => this.#fields(object),
      });
      this.#nodes.set(object.name, type);
    }
    return type;
  }

  /** The entry of an object below `uiapi.query`. */
  rootField(object: SObjectType): GraphQLFieldConfig<unknown, RequestContext, ConnectionArguments> {
    return {
      type: this.#connection(object),
      args: { ...this.#arguments(object), scope: { type: SCOPES } },
      resolve: (_source, args, context, info) => queryConnection(object, args, info.fieldNodes, info, context),
    };
  }

  #arguments(object: SObjectType): GraphQLFieldConfigArgumentMap {
    return {
      first: { type: GraphQLInt },
      after: { type: GraphQLString },
      where: { type: this.#filters.filter(object) },
      orderBy: { type: this.#orders.orderBy(object) },
      upperBound: { type: GraphQLInt },
    };
  }

  #fields(object: SObjectType): Fields<RecordSource> {
    const nameField = object.fields.find((field) => field.nameField)?.name ?? 'Id';
    const fields: Fields<RecordSource> = {
      Id: { type: new GraphQLNonNull(GraphQLID), resolve: ({ record }) => record['Id'] },
      ApiName: { type: new GraphQLNonNull(GraphQLString), resolve: () => object.name },
      WeakEtag: { type: new GraphQLNonNull(SCALARS.Long), resolve: ({ record }) => Date.parse(String(record['SystemModstamp'])) },
      DisplayValue: { type: GraphQLString, resolve: ({ record }) => record[nameField] },
    };
    for (const field of object.fields) {
      const kind = kindOf(field);
      // what every record has comes before a field of that name (FlowDefinitionView has an ApiName of its own)
      if (kind && !(field.name in fields))
        fields[field.name] = { type: valueTypeOf(kind.name), resolve: ({ record }) => valueSource(object, field, record) };
      const parent = this.#parent(object, field);
      if (parent && field.relationshipName !== undefined)
        fields[field.relationshipName] = this.#parentField(field.relationshipName, field, parent);
    }
    for (const relationship of object.childRelationships) {
      const child = this.#schema.object(relationship.childObject);
      if (child && relationship.relationshipName !== undefined)
        fields[relationship.relationshipName] ??= this.#childField(relationship, child);
    }
    return fields;
  }

  #parent(object: SObjectType, field: Field): GraphQLOutputType | undefined {
    const parents = field.referenceTo.flatMap((name) => this.#schema.object(name) ?? []);
    const [only] = parents;
    if (!only || field.referenceTo.length === 1) return only && this.node(only);
    const name = `${object.name}_${field.relationshipName}_Union`;
    return new GraphQLUnionType({
      name,
      types: () => parents.map((parent) => this.node(parent)),
      resolveType: (source: RecordSource) => source.object.name,
    });
  }

  #parentField(relationship: string, { referenceTo }: Field, type: GraphQLOutputType): GraphQLFieldConfig<RecordSource, RequestContext> {
    return {
      type,
      resolve: ({ record }, _args, context, info): RecordSource | null => {
        const parent = record[relationship] as QueriedRecord | null | undefined;
        const object = parent && this.#schema.objectOfId(String(parent['Id']));
        if (!parent || !object) return null;
        if (referenceTo.length === 1) return { object, record: parent, prefetched: new Map() };
        // SOQL gives no more than the name of a parent that may be of several kinds.
        const { paths } = recordSelection(this.#schema, object, info.fieldNodes, info);
        const isNamed = [...paths].every((path) => path === 'Id' || path === 'Name');
        return isNamed
          ? { object, record: parent, prefetched: new Map() }
          : recordById(object, String(parent['Id']), info.fieldNodes, info, context);
      },
    };
  }

  #childField(relationship: ChildRelationship, child: SObjectType): GraphQLFieldConfig<RecordSource, RequestContext, ConnectionArguments> {
    return {
      type: this.#connection(child),
      args: this.#arguments(child),
      resolve: (source, args, context, info) => childConnection(source, relationship, child, args, info, context),
    };
  }

  #connection(object: SObjectType): GraphQLObjectType<Connection, RequestContext> {
    let type = this.#connections.get(object.name);
    if (!type) {
      const edge = new GraphQLObjectType<{ node: RecordSource; cursor: string }, RequestContext>({
        name: `${object.name}Edge`,
        fields: () => ({ node: { type: this.node(object) }, cursor: { type: new GraphQLNonNull(GraphQLString) } }),
      });
      type = new GraphQLObjectType<Connection, RequestContext>({
        name: `${object.name}Connection`,
        fields: {
          edges: {
            type: new GraphQLList(edge),
            resolve: ({ nodes, offset }) => nodes.map((node, index) => ({ node, cursor: cursorOf(offset + index) })),
          },
          pageInfo: { type: new GraphQLNonNull(PAGE_INFO), resolve: (connection) => pageInfo(connection, connection.nodes.length) },
          totalCount: { type: new GraphQLNonNull(GraphQLInt), resolve: ({ totalCount }) => totalCount() },
          pageResultCount: { type: new GraphQLNonNull(GraphQLInt), resolve: ({ nodes }) => nodes.length },
        },
      });
      this.#connections.set(object.name, type);
    }
    return type;
  }
}

function valueSource(object: SObjectType, field: Field, record: QueriedRecord): ValueSource {
  return { object: object.name, field, value: (record[field.name] ?? null) as Value };
}
