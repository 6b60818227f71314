// Picklist values for pages, in the user's language (UI API, "Picklist Values").
import { ApiError } from '../../../platform/api-error.ts';
import type { Field, PicklistValue, SObjectType } from '../../metadata/schema.ts';
import { MASTER_RECORD_TYPE } from './object-info.ts';
import type { Json } from './record-representation.ts';
import { eTag } from './record-representation.ts';

/** Every picklist of an object. Throws ApiError 404 for a record type that the object has not. */
export function allPicklistValues(object: SObjectType, recordTypeId: string | undefined, base: string): Json {
  checkRecordType(recordTypeId);
  const fields = object.fields.filter((field) => field.picklist).map((field) => [field.name, fieldValues(object, field, base)]);
  const body = { picklistFieldValues: Object.fromEntries(fields) as Json };
  return { ...body, eTag: eTag(body) };
}

/** One picklist; throws ApiError 404 for a field that is none. */
export function picklistValues(object: SObjectType, recordTypeId: string | undefined, name: string | undefined, base: string): Json {
  checkRecordType(recordTypeId);
  const field = object.field(name ?? '');
  if (!field?.picklist) throw new ApiError(404, 'NOT_FOUND', `${name ?? ''} is no picklist of ${object.name}`);
  const body = fieldValues(object, field, base);
  return { ...body, eTag: eTag(body) };
}

function fieldValues(object: SObjectType, field: Field, base: string): Json {
  const values = (field.picklist?.values ?? []).filter((value) => value.active);
  const standard = values.find((value) => value.default);
  return {
    controllerValues: {},
    defaultValue: standard ? represent(standard) : null,
    url: `${base}/ui-api/object-info/${object.name}/picklist-values/${MASTER_RECORD_TYPE}/${field.name}`,
    values: values.map(represent),
  };
}

function represent({ label, value }: PicklistValue): Json {
  return { attributes: null, label, validFor: [], value };
}

function checkRecordType(recordTypeId: string | undefined): void {
  if (recordTypeId?.slice(0, 15) === MASTER_RECORD_TYPE.slice(0, 15)) return;
  throw new ApiError(404, 'NOT_FOUND', `The record type ${recordTypeId ?? ''} does not exist`);
}
