// The GraphQL schema of an org, built from the org's own schema.
import { GraphQLDirective, DirectiveLocation, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, specifiedDirectives } from 'graphql';
import type { Schema } from '../../metadata/schema.ts';
import { AggregateTypes } from './aggregate-types.ts';
import { FilterTypes } from './filter-types.ts';
import { mutationRoot } from './mutation-types.ts';
import { OBJECT_INFO_TYPES, OBJECT_INFOS } from './object-info-types.ts';
import { OrderTypes } from './order-by.ts';
import { recordById } from './record-query.ts';
import { RecordTypes } from './record-types.ts';
import type { RequestContext } from './request-context.ts';

/** Leaves out fields that the user may not see, instead of failing (see optional-fields.ts). */
const OPTIONAL = new GraphQLDirective({ name: 'optional', locations: [DirectiveLocation.FIELD] });
const HERE = { resolve: () => ({}) };

export function buildGraphqlSchema(schema: Schema): GraphQLSchema {
  const filters = new FilterTypes(schema);
  const records = new RecordTypes(schema, filters, new OrderTypes(schema));
  const query = new GraphQLObjectType<unknown, RequestContext>({
    name: 'RecordQuery',
    fields: () => Object.fromEntries(schema.objects.map((object) => [object.name, records.rootField(object)])),
  });
  const aggregates = new AggregateTypes(schema, filters);
  const aggregate = new GraphQLObjectType<unknown, RequestContext>({
    name: 'RecordQueryAggregate',
    fields: () => Object.fromEntries(schema.objects.map((object) => [object.name, aggregates.rootField(object)])),
  });
  const user = schema.object('User');
  const uiapi = new GraphQLObjectType<unknown, RequestContext>({
    name: 'UIAPI',
    fields: {
      query: { type: new GraphQLNonNull(query), ...HERE },
      aggregate: { type: new GraphQLNonNull(aggregate), ...HERE },
      objectInfos: OBJECT_INFOS,
      ...(user
        ? {
            currentUser: {
              type: records.node(user),
              resolve: (_source, _args, context, info) => recordById(user, context.session.userId, info.fieldNodes, info, context),
            },
          }
        : {}),
    },
  });
  return new GraphQLSchema({
    query: new GraphQLObjectType<unknown, RequestContext>({
      name: 'Query',
      fields: { uiapi: { type: new GraphQLNonNull(uiapi), ...HERE } },
    }),
    mutation: mutationRoot(schema, records),
    types: OBJECT_INFO_TYPES,
    directives: [...specifiedDirectives, OPTIONAL],
  });
}
