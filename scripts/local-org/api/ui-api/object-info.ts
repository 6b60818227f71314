// Objects as UI API describes them to pages, in the user's language (UI API, "Object Info").
import type { Field, FieldType, Schema, SObjectType } from '../../metadata/schema.ts';
import { isMarkup } from '../describe-field.ts';
import { describeObjectBriefly } from '../describe.ts';
import type { Json } from './record-representation.ts';
import { eTag } from './record-representation.ts';

/** The record type of objects without record types. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

export const DATA_TYPES: Readonly<Record<FieldType, string>> = {
  id: 'Reference',
  reference: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  address: 'Address',
  encryptedstring: 'EncryptedString',
  base64: 'Base64',
  anyType: 'AnyType',
};

/** The whole representation of an object; `base` is the path up to the version. */
export function objectInfo(schema: Schema, object: SObjectType, base: string): Json {
  const brief = describeObjectBriefly(object, base);
  const body = {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: object.childRelationships
      .filter((child) => child.relationshipName !== undefined && schema.object(child.childObject))
      .map((child) => ({
        childObjectApiName: child.childObject,
        fieldName: child.field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: child.relationshipName,
      })),
    compactLayoutable: true,
    createable: brief['createable'],
    custom: object.custom,
    defaultRecordTypeId: MASTER_RECORD_TYPE,
    deletable: brief['deletable'],
    dependentFields: {},
    feedEnabled: false,
    fields: Object.fromEntries(object.fields.map((field) => [field.name, fieldInfo(schema, field)])),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: true,
    mruEnabled: false,
    nameFields: nameFields(object),
    queryable: true,
    recordTypeInfos: {
      [MASTER_RECORD_TYPE]: {
        available: true,
        defaultRecordTypeMapping: true,
        master: true,
        name: 'Master',
        recordTypeId: MASTER_RECORD_TYPE,
      },
    },
    searchLayoutable: false,
    searchable: false,
    themeInfo: null,
    updateable: brief['updateable'],
  };
  return { ...body, eTag: eTag(body) };
}

/** An entry of the directory of objects. */
export function objectEntry(object: SObjectType, base: string): Json {
  return {
    apiName: object.name,
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    nameFields: nameFields(object),
    objectInfoUrl: `${base}/ui-api/object-info/${object.name}`,
  };
}

function nameFields(object: SObjectType): readonly string[] {
  return object.fields.filter((field) => field.nameField).map((field) => field.name);
}

function fieldInfo(schema: Schema, field: Field): Json {
  const isReference = field.type === 'reference';
  return {
    apiName: field.name,
    calculated: field.formula !== undefined || field.summary !== undefined,
    compound: field.type === 'address',
    compoundComponentName: null,
    compoundFieldName: null,
    controllerName: null,
    controllingFields: [],
    createable: field.createable,
    custom: field.custom,
    dataType: DATA_TYPES[field.type],
    extraTypeInfo: field.type === 'textarea' ? 'PlainTextArea' : null,
    filterable: field.type !== 'address' && !(field.type === 'textarea' && field.length > 255),
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: isMarkup(field),
    inlineHelpText: field.inlineHelpText ?? null,
    label: field.label,
    length: field.length,
    maskType: null,
    nameField: field.nameField,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    reference: isReference,
    referenceTargetField: null,
    referenceToInfos: field.referenceTo.flatMap((name) => {
      const parent = schema.object(name);
      return parent ? [{ apiName: parent.name, nameFields: nameFields(parent) }] : [];
    }),
    relationshipName: field.relationshipName ?? null,
    required: field.required,
    scale: field.scale,
    searchPrefilterable: false,
    sortable: field.type !== 'multipicklist' && field.type !== 'address' && !(field.type === 'textarea' && field.length > 255),
    unique: field.unique,
    updateable: field.updateable,
  };
}
