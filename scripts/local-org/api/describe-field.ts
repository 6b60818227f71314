// A field as describe tells it (SOAP API Developer Guide, "Field" of DescribeSObjectResult).
import type { Field, FieldType } from '../metadata/schema.ts';

const SOAP_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  address: 'urn:address',
  anyType: 'xsd:anyType',
};
const NUMERIC: ReadonlySet<FieldType> = new Set(['double', 'currency', 'percent']);
const NEITHER_SORTED_NOR_GROUPED: ReadonlySet<FieldType> = new Set(['address', 'base64', 'anyType']);

/** Whether the value is markup that a formula makes. */
export function isMarkup({ formula }: Field): boolean {
  return /\b(?:HYPERLINK|IMAGE)\s*\(/i.test(formula?.source ?? '');
}

/** One entry of `fields`; every key that jsforce, the sf CLI and SFDMU read is there. */
export function describeField(field: Field): Readonly<Record<string, unknown>> {
  const calculated = field.formula !== undefined || field.summary !== undefined;
  const long = field.type === 'textarea' && field.length > 255;
  const plain = !NEITHER_SORTED_NOR_GROUPED.has(field.type) && !long;
  const picklist = field.picklist?.values.filter((value) => value.active) ?? [];
  return {
    aggregatable: plain && field.type !== 'boolean',
    aiPredictionField: false,
    autoNumber: field.autoNumber !== undefined,
    byteLength: field.length * 3,
    calculated,
    calculatedFormula: field.formula?.source ?? null,
    cascadeDelete: field.masterDetail,
    caseSensitive: field.caseSensitive,
    compoundFieldName: null,
    controllerName: null,
    createable: field.createable,
    custom: field.custom,
    defaultValue: field.type === 'boolean' ? field.defaultValue?.toLowerCase() === 'true' : null,
    defaultValueFormula: field.type === 'boolean' ? null : (field.defaultValue ?? null),
    defaultedOnCreate: isDefaulted(field),
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    displayLocationInDecimal: false,
    encrypted: field.type === 'encryptedstring',
    externalId: field.externalId,
    extraTypeInfo: field.type === 'textarea' ? 'plaintextarea' : null,
    filterable: plain,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: field.formula?.blankAs === 'zero',
    groupable: plain && !NUMERIC.has(field.type) && field.type !== 'datetime' && field.type !== 'time',
    highScaleNumber: false,
    htmlFormatted: isMarkup(field),
    idLookup: field.idLookup,
    inlineHelpText: field.inlineHelpText ?? null,
    label: field.label,
    length: field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField,
    namePointing: field.referenceTo.length > 1,
    nillable: !field.required && field.type !== 'boolean' && field.type !== 'id' && field.autoNumber === undefined,
    permissionable: field.custom && !field.required && !field.masterDetail,
    picklistValues: picklist.map(({ value, label, default: isDefault }) => ({
      active: true,
      defaultValue: isDefault,
      label,
      validFor: null,
      value,
    })),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: NUMERIC.has(field.type) ? field.precision : 0,
    queryByDistance: false,
    referenceTargetField: null,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName ?? null,
    relationshipOrder: field.masterDetail ? 0 : null,
    restrictedDelete: field.type === 'reference' && field.onParentDelete === 'restrict',
    restrictedPicklist: field.picklist?.restricted ?? false,
    scale: field.scale,
    searchPrefilterable: field.type === 'reference',
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    sortable: plain && field.type !== 'multipicklist',
    type: field.type,
    unique: field.unique,
    updateable: field.updateable,
    writeRequiresMasterRead: false,
  };
}

function isDefaulted(field: Field): boolean {
  return (
    field.type === 'boolean' ||
    field.type === 'id' ||
    field.autoNumber !== undefined ||
    field.defaultValue !== undefined ||
    field.name === 'OwnerId' ||
    (field.picklist?.values.some((value) => value.default) ?? false)
  );
}
