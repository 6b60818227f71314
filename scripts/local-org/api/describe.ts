// Objects as describe tells them: the short form of the global list and the full form with fields (REST, "sObject Describe").
import type { Schema, SObjectType } from '../metadata/schema.ts';
import { describeField } from './describe-field.ts';

type Json = Readonly<Record<string, unknown>>;

/** Objects whose records the platform itself makes; clients read them. */
const READ_ONLY: ReadonlySet<string> = new Set([
  'Organization',
  'Profile',
  'RecordType',
  'EntityDefinition',
  'FieldDefinition',
  'FlowDefinitionView',
  'CustomObject',
  'CustomField',
  'ValidationRule',
  'FlowDefinition',
  'Flow',
]);

/** What records without record types have. */
const MASTER_RECORD_TYPE: Json = {
  active: true,
  available: true,
  defaultRecordTypeMapping: true,
  developerName: 'Master',
  master: true,
  name: 'Master',
  recordTypeId: '012000000000000AAA',
  urls: {},
};

/** An entry of GET /sobjects. `base` is the path up to the version, such as `/services/data/v68.0`. */
export function describeObjectBriefly(object: SObjectType, base: string): Json {
  const url = `${base}/sobjects/${object.name}`;
  const writeable = !READ_ONLY.has(object.name);
  const { create, edit, delete: remove } = object.rights ?? { create: true, edit: true, delete: true };
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: writeable && create,
    custom: object.custom,
    customSetting: false,
    deepCloneable: false,
    deletable: writeable && remove && object.name !== 'User',
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mergeable: false,
    mruEnabled: false,
    name: object.name,
    queryable: true,
    replicateable: false,
    retrieveable: true,
    searchable: false,
    triggerable: true,
    undeletable: false,
    updateable: writeable && edit,
    urls: { sobject: url, describe: `${url}/describe`, rowTemplate: `${url}/{ID}` },
  };
}

/** The whole of GET /sobjects/X/describe; `schema` decides which child objects exist. */
export function describeObject(schema: Schema, object: SObjectType, base: string): Json {
  const brief = describeObjectBriefly(object, base);
  const children = object.childRelationships.filter((child) => schema.object(child.childObject) !== undefined);
  return {
    actionOverrides: [],
    childRelationships: children.map((child) => ({
      cascadeDelete: child.cascadeDelete,
      childSObject: child.childObject,
      deprecatedAndHidden: false,
      field: child.field,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: child.relationshipName ?? null,
      restrictedDelete: schema.object(child.childObject)?.field(child.field)?.onParentDelete === 'restrict',
    })),
    compactLayoutable: true,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: object.fields.map(describeField),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: [MASTER_RECORD_TYPE],
    searchLayoutable: false,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [],
    ...brief,
  };
}

/** GET /sobjects. */
export function describeGlobal(schema: Schema, base: string): Json {
  return { encoding: 'UTF-8', maxBatchSize: 200, sobjects: schema.objects.map((object) => describeObjectBriefly(object, base)) };
}
