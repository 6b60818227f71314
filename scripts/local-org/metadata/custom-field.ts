// A custom field from its `.field-meta.xml`.
import { CUSTOM_FIELD_TYPES, FORMULA_TEXT_LENGTH, FORMULA_TYPES } from './custom-field-type.ts';
import type { CustomFieldType } from './custom-field-type.ts';
import { MetadataRefusal } from './metadata-refusal.ts';
import type { XmlElement } from './metadata-xml.ts';
import { roundedSummary, summaryDefinition } from './summary-field.ts';
import type { Field } from './schema.ts';
import { fieldPicklist } from './value-set.ts';
import type { GlobalValueSet } from './value-set.ts';

/** A field with the plural name under which its parent's subqueries know the children. */
export interface FieldDefinition {
  readonly field: Field;
  readonly childRelationshipName?: string;
}

/** Elements that mean something to the local org, or that change nothing in what an org stores and answers. */
const KNOWN = new Set(
  (
    'fullName label type length precision scale required unique externalId caseSensitive defaultValue description inlineHelpText ' +
    'formula formulaTreatBlanksAs valueSet referenceTo relationshipName relationshipLabel relationshipOrder reparentableMasterDetail ' +
    'writeRequiresMasterRead deleteConstraint visibleLines displayFormat startingNumber populateExistingRows ' +
    'summarizedField summaryForeignKey summaryOperation summaryFilterItems ' +
    'trackHistory trackTrending trackFeedHistory businessOwnerGroup businessOwnerUser businessStatus securityClassification complianceGroup ' +
    'isFilteringDisabled isNameField isSortingDisabled stripMarkup'
  ).split(' '),
);

/** Reads `<CustomField>`. Throws MetadataRefusal naming the file and the type or element that is not supported. */
export function customField(xml: XmlElement, globals: ReadonlyMap<string, GlobalValueSet>): FieldDefinition {
  const stranger = xml.names.find((name) => !KNOWN.has(name));
  if (stranger) throw new MetadataRefusal(xml.file, `has <${stranger}>, which the local org does not implement`);
  const name = xml.required('fullName');
  if (!/^[A-Za-z]\w*__c$/.test(name)) throw new MetadataRefusal(xml.file, `"${name}" is no API name of a custom field`);
  const typeName = xml.required('type');
  const type = CUSTOM_FIELD_TYPES[typeName];
  if (!type) throw new MetadataRefusal(xml.file, `is of type ${typeName}, which the local org does not implement`);
  const source = xml.text('formula');
  if (source !== undefined && !FORMULA_TYPES.has(typeName)) throw new MetadataRefusal(xml.file, `a formula cannot be of type ${typeName}`);
  const computed = source !== undefined || typeName === 'Summary' || typeName === 'AutoNumber';
  const masterDetail = typeName === 'MasterDetail';
  const isReference = type.type === 'reference';
  const relationship = xml.text('relationshipName');
  const defaultValue = xml.text('defaultValue') ?? (typeName === 'Checkbox' && !computed ? 'false' : undefined);
  const picklist = typeName === 'Picklist' || typeName === 'MultiselectPicklist' ? fieldPicklist(xml, globals) : undefined;
  const field: Field = {
    name,
    label: xml.text('label') ?? name,
    type: type.type,
    custom: true,
    required: masterDetail || (xml.flag('required') ?? false),
    createable: !computed,
    updateable: !computed && (!masterDetail || (xml.flag('reparentableMasterDetail') ?? false)),
    unique: xml.flag('unique') ?? false,
    caseSensitive: xml.flag('caseSensitive') ?? false,
    externalId: xml.flag('externalId') ?? false,
    idLookup: xml.flag('externalId') ?? false,
    nameField: false,
    length: source !== undefined && typeName === 'Text' ? FORMULA_TEXT_LENGTH : lengthOf(xml, type),
    ...digits(xml, type),
    ...optional('description', xml.text('description')),
    ...optional('inlineHelpText', xml.text('inlineHelpText')),
    ...optional('defaultValue', defaultValue),
    ...optional('picklist', picklist),
    ...optional('formula', source === undefined ? undefined : { source, blankAs: blankAs(xml) }),
    ...optional('summary', typeName === 'Summary' ? summaryDefinition(xml) : undefined),
    ...(typeName === 'Summary' ? roundedSummary(xml) : {}),
    ...optional('autoNumber', typeName === 'AutoNumber' ? xml.required('displayFormat') : undefined),
    ...optional('startingNumber', xml.number('startingNumber')),
    referenceTo: isReference ? [xml.required('referenceTo')] : [],
    ...optional('relationshipName', isReference ? name.replace(/__c$/, '__r') : undefined),
    masterDetail,
    reparentable: xml.flag('reparentableMasterDetail') ?? false,
    ...(xml.flag('writeRequiresMasterRead') ? { writeRequiresMasterRead: true } : {}),
    onParentDelete: masterDetail ? 'cascade' : onParentDelete(xml),
  };
  return { field, ...optional('childRelationshipName', isReference && relationship ? `${relationship}__r` : undefined) };
}

function lengthOf(xml: XmlElement, type: CustomFieldType): number {
  if (!type.hasLength) return type.length ?? 0;
  const length = xml.number('length');
  if (length === undefined) throw new MetadataRefusal(xml.file, 'has no <length>');
  return length;
}

/** A formula number may leave precision out: the platform's default is 18 digits. */
function digits(xml: XmlElement, type: CustomFieldType): { precision: number; scale: number } {
  if (!type.hasPrecision) return { precision: 0, scale: 0 };
  const precision = xml.number('precision') ?? (xml.text('formula') === undefined ? undefined : 18);
  if (precision === undefined) throw new MetadataRefusal(xml.file, 'has no <precision>');
  return { precision, scale: xml.number('scale') ?? 0 };
}

function blankAs(xml: XmlElement): 'zero' | 'blank' {
  const text = xml.text('formulaTreatBlanksAs') ?? 'BlankAsZero';
  if (text === 'BlankAsZero') return 'zero';
  if (text === 'BlankAsBlank') return 'blank';
  throw new MetadataRefusal(xml.file, `<formulaTreatBlanksAs> is "${text}", neither BlankAsZero nor BlankAsBlank`);
}

function onParentDelete(xml: XmlElement): Field['onParentDelete'] {
  const text = xml.text('deleteConstraint') ?? 'SetNull';
  if (text === 'SetNull') return 'setNull';
  if (text === 'Restrict') return 'restrict';
  if (text === 'Cascade') return 'cascade';
  throw new MetadataRefusal(xml.file, `<deleteConstraint> is "${text}", none of SetNull, Restrict, Cascade`);
}

/** A property that is left out when it has no value. */
function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}
