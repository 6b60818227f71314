// What each metadata field type is called by describe, with the lengths the platform fixes for it.
import type { FieldType } from './schema.ts';

export interface CustomFieldType {
  readonly type: FieldType;
  /** Fixed length; a number means that the metadata may not say otherwise. */
  readonly length?: number;
  /** Whether the metadata gives the length. */
  readonly hasLength?: boolean;
  /** Whether the metadata gives precision and scale. */
  readonly hasPrecision?: boolean;
}

/**
 * Metadata type → describe type. Number is `double` also without decimals: `int` is for standard fields only.
 * Not here, so refused: Location, ExternalLookup, IndirectLookup, MetadataRelationship, Array, File, Hierarchy.
 */
export const CUSTOM_FIELD_TYPES: Readonly<Record<string, CustomFieldType>> = {
  AutoNumber: { type: 'string', length: 30 },
  Checkbox: { type: 'boolean' },
  Currency: { type: 'currency', hasPrecision: true },
  Date: { type: 'date' },
  DateTime: { type: 'datetime' },
  Email: { type: 'email', length: 80 },
  Html: { type: 'textarea', hasLength: true },
  LongTextArea: { type: 'textarea', hasLength: true },
  Lookup: { type: 'reference', length: 18 },
  MasterDetail: { type: 'reference', length: 18 },
  MultiselectPicklist: { type: 'multipicklist', length: 4099 },
  Number: { type: 'double', hasPrecision: true },
  Percent: { type: 'percent', hasPrecision: true },
  Phone: { type: 'phone', length: 40 },
  Picklist: { type: 'picklist', length: 255 },
  Summary: { type: 'double' },
  Text: { type: 'string', hasLength: true },
  TextArea: { type: 'textarea', length: 255 },
  Time: { type: 'time' },
  Url: { type: 'url', length: 255 },
};

/** Types that a formula field may have; the length of a text formula is the platform's. */
export const FORMULA_TYPES: ReadonlySet<string> = new Set([
  'Checkbox',
  'Currency',
  'Date',
  'DateTime',
  'Number',
  'Percent',
  'Text',
  'Time',
]);

/** Longest text a formula field gives. */
export const FORMULA_TEXT_LENGTH = 1300;
