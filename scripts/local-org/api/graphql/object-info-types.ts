// `uiapi.objectInfos`: objects and their fields as pages need to know them, in the user's language.
import type { GraphQLFieldConfig, GraphQLFieldConfigMap } from 'graphql';
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLError,
  GraphQLID,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import type { Field, SObjectType } from '../../metadata/schema.ts';
import { describeObjectBriefly } from '../describe.ts';
import { DATA_TYPES, MASTER_RECORD_TYPE } from '../ui-api/object-info.ts';
import type { RequestContext } from './request-context.ts';

/** Fields of an object, as far as the request named some. */
interface ObjectSource {
  readonly object: SObjectType;
  readonly fieldNames: readonly string[] | undefined;
}

interface InfoInput {
  readonly apiName: string;
  readonly fieldNames?: readonly string[] | null;
  readonly recordTypeIDs?: readonly string[] | null;
}

type Fields<Source> = GraphQLFieldConfigMap<Source, RequestContext>;

const text = <Source>(resolve: (source: Source) => string | null | undefined): GraphQLFieldConfig<Source, RequestContext> => ({
  type: GraphQLString,
  resolve,
});
const flag = <Source>(resolve: (source: Source) => unknown): GraphQLFieldConfig<Source, RequestContext> => ({
  type: new GraphQLNonNull(GraphQLBoolean),
  resolve,
});
const whole = <Source>(resolve: (source: Source) => number): GraphQLFieldConfig<Source, RequestContext> => ({ type: GraphQLInt, resolve });

const DATA_TYPE = new GraphQLEnumType({
  name: 'DataType',
  values: Object.fromEntries([...new Set(Object.values(DATA_TYPES))].map((name) => [name.toUpperCase(), {}])),
});
const REFERENCE_INFO = new GraphQLObjectType<SObjectType, RequestContext>({
  name: 'ReferenceToInfo',
  fields: { ApiName: text((object) => object.name), nameFields: { type: new GraphQLList(GraphQLString), resolve: nameFields } },
});
const PICKLIST_VALUE = new GraphQLObjectType({
  name: 'PicklistValueInfo',
  fields: { label: { type: GraphQLString }, value: { type: GraphQLString } },
});
const BY_RECORD_TYPE = new GraphQLObjectType<Field, RequestContext>({
  name: 'PicklistValuesByRecordTypeID',
  fields: {
    recordTypeID: { type: GraphQLID, resolve: () => MASTER_RECORD_TYPE },
    defaultValue: {
      type: PICKLIST_VALUE,
      resolve: (field) => field.picklist?.values.find((value) => value.active && value.default) ?? null,
    },
    picklistValues: {
      type: new GraphQLList(PICKLIST_VALUE),
      resolve: (field) => field.picklist?.values.filter((value) => value.active) ?? [],
    },
  },
});
const FIELD_MEMBERS: Fields<Field> = {
  ApiName: text((field) => field.name),
  label: text((field) => field.label),
  dataType: { type: DATA_TYPE, resolve: (field) => DATA_TYPES[field.type].toUpperCase() },
  inlineHelpText: text((field) => field.inlineHelpText),
  calculated: flag((field) => field.formula !== undefined || field.summary !== undefined),
  createable: flag((field) => field.createable),
  updateable: flag((field) => field.updateable),
  custom: flag((field) => field.custom),
  nameField: flag((field) => field.nameField),
  reference: flag((field) => field.type === 'reference'),
  required: flag((field) => field.required),
  unique: flag((field) => field.unique),
  length: whole((field) => field.length),
  precision: whole((field) => field.precision),
  scale: whole((field) => field.scale),
  relationshipName: text((field) => field.relationshipName),
  referenceToInfos: {
    type: new GraphQLList(REFERENCE_INFO),
    resolve: (field, _args, { schema }) => field.referenceTo.flatMap((name) => schema.object(name) ?? []),
  },
};
const FIELD = new GraphQLInterfaceType({
  name: 'Field',
  fields: FIELD_MEMBERS as GraphQLFieldConfigMap<unknown, unknown>,
  resolveType: (field: Field) => (field.picklist ? 'PicklistField' : 'StandardField'),
});
const PLAIN_FIELD = new GraphQLObjectType<Field, RequestContext>({ name: 'StandardField', interfaces: [FIELD], fields: FIELD_MEMBERS });
const PICKLIST_FIELD = new GraphQLObjectType<Field, RequestContext>({
  name: 'PicklistField',
  interfaces: [FIELD],
  fields: { ...FIELD_MEMBERS, picklistValuesByRecordTypeIDs: { type: new GraphQLList(BY_RECORD_TYPE), resolve: (field) => [field] } },
});
const CHILD = new GraphQLObjectType({
  name: 'ChildRelationship',
  fields: {
    childObjectApiName: text((child: SObjectType['childRelationships'][number]) => child.childObject),
    fieldName: text((child: SObjectType['childRelationships'][number]) => child.field),
    relationshipName: text((child: SObjectType['childRelationships'][number]) => child.relationshipName),
  },
});
const OBJECT_INFO = new GraphQLObjectType<ObjectSource, RequestContext>({
  name: 'ObjectInfo',
  fields: {
    ApiName: text(({ object }) => object.name),
    label: text(({ object }) => object.label),
    labelPlural: text(({ object }) => object.labelPlural),
    keyPrefix: text(({ object }) => object.keyPrefix),
    custom: flag(({ object }) => object.custom),
    createable: flag(({ object }) => describeObjectBriefly(object, '')['createable']),
    updateable: flag(({ object }) => describeObjectBriefly(object, '')['updateable']),
    deletable: flag(({ object }) => describeObjectBriefly(object, '')['deletable']),
    queryable: flag(() => true),
    defaultRecordTypeId: { type: GraphQLID, resolve: () => MASTER_RECORD_TYPE },
    nameFields: { type: new GraphQLList(GraphQLString), resolve: ({ object }) => nameFields(object) },
    fields: {
      type: new GraphQLList(FIELD),
      resolve: ({ object, fieldNames }) => (fieldNames ? fieldNames.flatMap((name) => object.field(name) ?? []) : object.fields),
    },
    childRelationships: { type: new GraphQLList(CHILD), resolve: ({ object }) => object.childRelationships },
  },
});

/** Concrete types that are only reached through an interface. */
export const OBJECT_INFO_TYPES = [PLAIN_FIELD, PICKLIST_FIELD];

/** Takes either apiNames or objectInfoInputs. */
export const OBJECT_INFOS: GraphQLFieldConfig<
  unknown,
  RequestContext,
  { apiNames?: readonly string[]; objectInfoInputs?: readonly InfoInput[] }
> = {
  type: new GraphQLList(OBJECT_INFO),
  args: {
    apiNames: { type: new GraphQLList(GraphQLString) },
    objectInfoInputs: {
      type: new GraphQLList(
        new GraphQLInputObjectType({
          name: 'ObjectInfoInput',
          fields: {
            apiName: { type: new GraphQLNonNull(GraphQLString) },
            fieldNames: { type: new GraphQLList(GraphQLString) },
            recordTypeIDs: { type: new GraphQLList(GraphQLID) },
          },
        }),
      ),
    },
  },
  resolve: (_source, { apiNames, objectInfoInputs }, { schema }): ObjectSource[] => {
    if ((apiNames === undefined) === (objectInfoInputs === undefined)) throw new GraphQLError('Give either apiNames or objectInfoInputs');
    const asked: readonly InfoInput[] = objectInfoInputs ?? (apiNames ?? []).map((apiName) => ({ apiName }));
    return asked.map(({ apiName, fieldNames }) => {
      const object = schema.object(apiName);
      if (!object) throw new GraphQLError(`Object ${apiName} is not supported in UI API`);
      return { object, fieldNames: fieldNames ?? undefined };
    });
  },
};

function nameFields(object: SObjectType): readonly string[] {
  return object.fields.filter((field) => field.nameField).map((field) => field.name);
}
