// Every reason why a record is not saved, in the platform's codes and words (see the strings that live orgs answer).
import type { Value } from '../../../platform/record.ts';
import type { SaveError } from '../../../platform/save-result.ts';
import { processFailedMessage } from '../../flow/flow-errors.ts';
import type { Field, SObjectType } from '../../metadata/schema.ts';
import type { LimitExceeded } from '../transaction.ts';

const on = (statusCode: string, message: string, ...fields: readonly string[]): SaveError => ({ statusCode, message, fields });

export const requiredMissing = (fields: readonly string[]): SaveError =>
  on('REQUIRED_FIELD_MISSING', `Required fields are missing: [${fields.join(', ')}]`, ...fields);

export const notOfType = (field: Field, value: Value): SaveError =>
  on('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${value === null ? '' : String(value)}`, field.name);

export const tooLong = (field: Field, value: string): SaveError =>
  on('STRING_TOO_LONG', `${field.label}: data value too large: ${value} (max length=${field.length})`, field.name);

export const outOfRange = (field: Field, value: number): SaveError =>
  on('NUMBER_OUTSIDE_VALID_RANGE', `${field.label}: value outside of valid range on numeric field: ${value}`, field.name);

export const notInPicklist = (field: Field, value: string): SaveError =>
  on('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', `${field.label}: bad value for restricted picklist field: ${value}`, field.name);

export const invalidEmail = (field: Field, value: string): SaveError =>
  on('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, field.name);

export const malformedId = (field: Field, value: Value): SaveError =>
  on('MALFORMED_ID', `${field.label}: id value of incorrect type: ${String(value)}`, field.name);

export const wrongObjectId = (field: Field, value: string): SaveError =>
  on('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${value}`, field.name);

export const unknownReference = (): SaveError => on('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');

export const unknownExternalId = (value: Value, keyField: string, object: string): SaveError =>
  on('INVALID_FIELD', `Foreign key external ID: ${String(value)} not found for field ${keyField} in entity ${object}`);

export const ambiguousExternalId = (keyField: string, ids: readonly string[]): SaveError =>
  on('DUPLICATE_EXTERNAL_ID', `${keyField}: more than one record found for external id field: [${ids.join(', ')}]`, keyField);

export const readOnlyFields = (fields: readonly string[]): SaveError =>
  on(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    ...fields,
  );

/** Tasks and events are done by people; the Automated Process user, for one, cannot own them. */
export const wrongUserType = (): SaveError =>
  on('OP_WITH_INVALID_USER_TYPE_EXCEPTION', 'Operation not valid for this user type', 'OwnerId');

/** The user may not make records of the object at all. */
export const notInsertable = (object: SObjectType): SaveError =>
  on('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be inserted: ${object.label}`);

/** The user may read the record, or some records of the object, but not change or delete this one. */
export const insufficientAccess = (): SaveError => on('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');

/** The user may not read the record, or not write the master that it belongs to. */
export const insufficientAccessTo = (id: string, ...fields: readonly string[]): SaveError =>
  on('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', `insufficient access rights on cross-reference id: ${id}`, ...fields);

export const duplicateValue = (field: Field, id: string): SaveError =>
  on('DUPLICATE_VALUE', `duplicate value found: ${field.name} duplicates value on record with id: ${id}`);

export const alreadyThere = (message: string): SaveError => on('DUPLICATE_VALUE', message);

/** One external id twice in a chunk of an upsert: every such row fails. */
export const duplicateKeyInRequest = (field: Field, value: Value): SaveError =>
  on('DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`, field.name);

export const duplicateIdInRequest = (id: string): SaveError => on('DUPLICATE_VALUE', `Duplicate id specified: ${id}`, 'Id');

export const missingKey = (field: Field): SaveError => on('MISSING_ARGUMENT', `${field.name} not specified`, field.name);

export const missingId = (): SaveError => on('MISSING_ARGUMENT', 'Id not specified in an update call');

export const idOnInsert = (): SaveError => on('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', 'Id');

export const malformedRecordId = (id: string): SaveError => on('MALFORMED_ID', `bad id ${id}`, 'Id');

export const recordDeleted = (): SaveError => on('ENTITY_IS_DELETED', 'entity is deleted');

export const ruleFailed = (message: string, field: string | undefined): SaveError =>
  on('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, ...(field === undefined ? [] : [field]));

export const notReparentable = (field: Field): SaveError =>
  on('FIELD_INTEGRITY_EXCEPTION', `${field.label}: this master-detail relationship cannot be given another parent`, field.name);

export const deleteRestricted = (child: string): SaveError =>
  on(
    'DELETE_FAILED',
    `Your attempt to delete this record could not be completed because it is associated with the following records: ${child}`,
  );

export const rolledBack = (): SaveError =>
  on(
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    'Record rolled back because not all records were valid and the request was using AllOrNone header',
  );

export const tooDeep = (object: string): SaveError =>
  on('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `${object}: maximum trigger depth exceeded`);

export const tooManyRetries = (): SaveError =>
  on('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'Too many batch retries in the presence of triggers and partial failures.');

export const limitExceeded = ({ flow, message }: LimitExceeded): SaveError =>
  on('CANNOT_EXECUTE_FLOW_TRIGGER', processFailedMessage(flow?.label ?? '', message));
