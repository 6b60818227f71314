// Standard objects: data files in standard-objects/, one per object, filled up with the fields that every record has.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldDefinition } from './custom-field.ts';
import type { ObjectDefinition } from './object-definition.ts';
import { isObjectLacking, type OrgFeature } from './org-feature.ts';
import type { Field, FieldType, UniqueReferences } from './schema.ts';
import { AUDIT_FIELDS, DELETED_FIELD, ID_FIELD, ownerField, standardField } from './system-fields.ts';

/** A field as the data files write it: what differs from an optional, writable field. */
interface StandardFieldData extends Partial<Omit<Field, 'name' | 'label' | 'type' | 'picklist'>> {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly childRelationshipName?: string;
  /** Values of an unrestricted picklist; the one that ends in `*` is the default. */
  readonly values?: readonly string[];
  readonly restricted?: boolean;
  readonly readOnly?: boolean;
}

interface StandardObjectData {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  /** Objects that may own a record; left out where records have no owner. */
  readonly owners?: readonly string[];
  /** Which platform fields there are: audit fields and deletion mark, audit fields only, or the id alone. */
  readonly system: 'full' | 'audit' | 'none';
  readonly fields: readonly StandardFieldData[];
  readonly uniqueTogether?: readonly UniqueReferences[];
}

const FOLDER = join(import.meta.dirname, 'standard-objects');

/** Text types whose length the platform fixes. */
const FIXED_LENGTH: Partial<Record<FieldType, number>> = {
  reference: 18,
  picklist: 255,
  email: 80,
  phone: 40,
  url: 255,
  multipicklist: 4099,
};

/** The standard objects of an org that lacks these features, in order of name; references to objects that it has not got are left out. */
export function standardObjects(without: readonly OrgFeature[] = []): readonly ObjectDefinition[] {
  const isThere = (object: string): boolean => !isObjectLacking(object, without);
  return dataIn(FOLDER)
    .filter(({ name }) => isThere(name))
    .map((data) => standardObject({ ...data, fields: data.fields.filter(({ referenceTo = [] }) => referenceTo.every(isThere)) }));
}

/** The objects that the data files of another folder describe, in order of name. */
export function objectsIn(folder: string): readonly ObjectDefinition[] {
  return dataIn(folder).map(standardObject);
}

function dataIn(folder: string): readonly StandardObjectData[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as StandardObjectData);
}

function standardObject(data: StandardObjectData): ObjectDefinition {
  const platform = data.system === 'none' ? [] : data.system === 'audit' ? AUDIT_FIELDS : [...AUDIT_FIELDS, DELETED_FIELD];
  return {
    name: data.name,
    label: data.label,
    labelPlural: data.labelPlural,
    keyPrefix: data.keyPrefix,
    custom: false,
    fields: [ID_FIELD, ...(data.owners ? [ownerField(data.owners)] : []), ...data.fields.map(field), ...platform],
    validationRules: [],
    ...(data.uniqueTogether ? { uniqueTogether: data.uniqueTogether } : {}),
  };
}

function field(data: StandardFieldData): FieldDefinition {
  const { name, label, type, childRelationshipName, values, restricted, readOnly, ...said } = data;
  return {
    field: standardField(name, label, type, {
      length: FIXED_LENGTH[type] ?? 0,
      ...(type === 'boolean' && !readOnly ? { defaultValue: 'false' } : {}),
      ...(readOnly ? { createable: false, updateable: false } : {}),
      ...(values ? { picklist: { restricted: restricted ?? false, sorted: false, values: values.map(picklistValue) } } : {}),
      ...said,
    }),
    ...(childRelationshipName ? { childRelationshipName } : {}),
  };
}

function picklistValue(text: string) {
  const value = text.replace(/\*$/, '');
  return { value, label: value, active: true, default: value !== text };
}
