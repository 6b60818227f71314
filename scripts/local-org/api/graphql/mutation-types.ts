// `mutation { uiapi { <Object>Create, <Object>Update, <Object>Delete } }` (GraphQL API, since version 66.0).
import type { GraphQLFieldConfig, GraphQLFieldConfigMap, GraphQLInputFieldConfigMap } from 'graphql';
import { GraphQLBoolean, GraphQLError, GraphQLID, GraphQLInputObjectType, GraphQLNonNull, GraphQLObjectType } from 'graphql';
import type { Field, Schema, SObjectType } from '../../metadata/schema.ts';
import { kindOf } from './field-kinds.ts';
import type { MutationKind, MutationOutcome, MutationOutcomes } from './run-mutations.ts';
import { runMutations } from './run-mutations.ts';
import { recordById } from './record-query.ts';
import type { RecordTypes } from './record-types.ts';
import type { RequestContext } from './request-context.ts';
import { SCALARS } from './scalars.ts';

const DELETE_INPUT = new GraphQLInputObjectType({
  name: 'RecordDeleteInput',
  fields: { Id: { type: new GraphQLNonNull(SCALARS.IdOrRef) } },
});
const DELETE_PAYLOAD = new GraphQLObjectType<MutationOutcome, RequestContext>({
  name: 'RecordDeletePayload',
  fields: { Id: { type: GraphQLID, resolve: ({ id }) => id } },
});
const OPTIONS = new GraphQLInputObjectType({ name: 'UIAPIMutationsInput', fields: { allOrNone: { type: GraphQLBoolean } } });

/** The root of mutations; all of one request are saved together unless allOrNone is false. */
export function mutationRoot(schema: Schema, records: RecordTypes): GraphQLObjectType<unknown, RequestContext> {
  const mutations = new GraphQLObjectType<MutationOutcomes, RequestContext>({
    name: 'UIAPIMutations',
    fields: () => Object.fromEntries(schema.objects.flatMap((object) => objectMutations(object, records))),
  });
  const uiapi: GraphQLFieldConfig<unknown, RequestContext, { input?: { allOrNone?: boolean | null } | null }> = {
    type: new GraphQLNonNull(mutations),
    args: { input: { type: OPTIONS } },
    resolve: (_source, { input }, context, info) => runMutations(mutations, input?.allOrNone ?? true, info, context),
  };
  return new GraphQLObjectType<unknown, RequestContext>({ name: 'Mutation', fields: { uiapi } });
}

function objectMutations(object: SObjectType, records: RecordTypes): [string, GraphQLFieldConfig<MutationOutcomes, RequestContext>][] {
  const createable = inputFields(object, (field) => field.createable);
  const updateable = inputFields(object, (field) => field.updateable);
  const payload = (kind: 'Create' | 'Update'): GraphQLObjectType<MutationOutcome, RequestContext> =>
    new GraphQLObjectType<MutationOutcome, RequestContext>({
      name: `${object.name}${kind}Payload`,
      fields: () => payloadFields(object, kind, records),
    });
  const input = (kind: 'Create' | 'Update', members: GraphQLInputFieldConfigMap): GraphQLInputObjectType => {
    const representation = new GraphQLInputObjectType({ name: `${object.name}${kind}Representation`, fields: members });
    const id: GraphQLInputFieldConfigMap = kind === 'Update' ? { Id: { type: new GraphQLNonNull(SCALARS.IdOrRef) } } : {};
    return new GraphQLInputObjectType({
      name: `${object.name}${kind}Input`,
      fields: { ...id, [object.name]: { type: new GraphQLNonNull(representation) } },
    });
  };
  const mutation = (
    kind: MutationKind,
    type: GraphQLObjectType,
    argument: GraphQLInputObjectType,
  ): [string, GraphQLFieldConfig<MutationOutcomes, RequestContext>] => [
    `${object.name}${kind}`,
    { type, args: { input: { type: new GraphQLNonNull(argument) } }, extensions: { object, kind }, resolve: outcomeOf },
  ];
  return [
    ...(Object.keys(createable).length > 0 ? [mutation('Create', payload('Create'), input('Create', createable))] : []),
    ...(Object.keys(updateable).length > 0 ? [mutation('Update', payload('Update'), input('Update', updateable))] : []),
    mutation('Delete', DELETE_PAYLOAD, DELETE_INPUT),
  ];
}

function payloadFields(
  object: SObjectType,
  kind: 'Create' | 'Update',
  records: RecordTypes,
): GraphQLFieldConfigMap<MutationOutcome, RequestContext> {
  return {
    Record: {
      type: records.node(object),
      resolve: ({ id }, _args, context, info) => recordById(object, id, info.fieldNodes, info, context),
    },
    ...(kind === 'Update' ? { success: { type: GraphQLBoolean, resolve: () => true } } : {}),
  };
}

function inputFields(object: SObjectType, isWriteable: (field: Field) => boolean): GraphQLInputFieldConfigMap {
  const fields: GraphQLInputFieldConfigMap = {};
  for (const field of object.fields) {
    const kind = kindOf(field);
    if (kind && isWriteable(field) && field.type !== 'id')
      fields[field.name] = { type: field.type === 'reference' ? SCALARS.IdOrRef : kind.scalar };
  }
  return fields;
}

/** What came of a mutation, under the key that asked for it. */
function outcomeOf(
  outcomes: MutationOutcomes,
  _args: unknown,
  _context: RequestContext,
  { path }: { path: { key: string | number } },
): MutationOutcome {
  const outcome = outcomes.get(String(path.key));
  if (outcome instanceof GraphQLError) throw outcome;
  if (!outcome) throw new GraphQLError('The mutation was not run');
  return outcome;
}
