// The fields that the platform itself adds to objects: id, owner, audit fields.
import type { FieldDefinition } from './custom-field.ts';
import type { Field, FieldType } from './schema.ts';

/** Everything a field has when nothing is said about it: optional, writable, no text. */
const PLAIN: Omit<Field, 'name' | 'label' | 'type'> = {
  custom: false,
  required: false,
  createable: true,
  updateable: true,
  unique: false,
  caseSensitive: false,
  externalId: false,
  idLookup: false,
  nameField: false,
  length: 0,
  precision: 0,
  scale: 0,
  referenceTo: [],
  masterDetail: false,
  reparentable: false,
  onParentDelete: 'setNull',
};

/** A standard field: what is said, and for the rest optional and writable. */
export function standardField(name: string, label: string, type: FieldType, said: Partial<Field> = {}): Field {
  return { ...PLAIN, ...said, name, label, type };
}

const READ_ONLY = { createable: false, updateable: false } as const;

/** The record id. */
export const ID_FIELD: FieldDefinition = {
  field: standardField('Id', 'Record ID', 'id', { ...READ_ONLY, length: 18, idLookup: true, caseSensitive: true }),
};

/** The owner, who may be a queue too where the object allows it. */
export function ownerField(owners: readonly string[]): FieldDefinition {
  return { field: standardField('OwnerId', 'Owner ID', 'reference', { length: 18, referenceTo: owners, relationshipName: 'Owner' }) };
}

/** The recycle-bin mark. */
export const DELETED_FIELD: FieldDefinition = { field: standardField('IsDeleted', 'Deleted', 'boolean', READ_ONLY) };

const CREATION = [
  standardField('CreatedDate', 'Created Date', 'datetime', READ_ONLY),
  standardField('CreatedById', 'Created By ID', 'reference', {
    ...READ_ONLY,
    length: 18,
    referenceTo: ['User'],
    relationshipName: 'CreatedBy',
  }),
];

/** Who created a record or an event, and when. Set by the engine alone. */
export const CREATION_FIELDS: readonly FieldDefinition[] = CREATION.map((field) => ({ field }));

/** Who created and last changed a record, and when. Set by the engine alone. */
export const AUDIT_FIELDS: readonly FieldDefinition[] = [
  ...CREATION,
  standardField('LastModifiedDate', 'Last Modified Date', 'datetime', READ_ONLY),
  standardField('LastModifiedById', 'Last Modified By ID', 'reference', {
    ...READ_ONLY,
    length: 18,
    referenceTo: ['User'],
    relationshipName: 'LastModifiedBy',
  }),
  standardField('SystemModstamp', 'System Modstamp', 'datetime', READ_ONLY),
].map((field) => ({ field }));
