// Records as JSON bodies carry them, turned into rows: parents by external id flattened, values checked for their JSON type.
import { ApiError } from '../../../platform/api-error.ts';
import type { Row, Value } from '../../../platform/record.ts';
import { coerceValue } from '../../engine/save/coerce-value.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import { malformedRequest, unknownColumn, unreadableJson } from '../errors.ts';

/** True for a JSON object, not an array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Throws ApiError 400 when the body is not a JSON object. */
export function jsonObject(body: unknown, what = 'The request body'): Readonly<Record<string, unknown>> {
  if (!isObject(body)) throw malformedRequest(`${what} must be a JSON object.`);
  return body;
}

/**
 * A row from a record in JSON. `{"Account__r": {"KvK_Number__c": "…"}}` becomes `Account__r.KvK_Number__c`; `attributes` is left out.
 * Throws ApiError 400: INVALID_FIELD for unknown fields, JSON_PARSER_ERROR for values that the field's type cannot be read from.
 */
export function toRow(object: SObjectType, record: Readonly<Record<string, unknown>>): Row {
  const row: Row = {};
  for (const [name, value] of Object.entries(record)) {
    if (name === 'attributes') continue;
    if (isObject(value)) addParent(object, row, name, value);
    else row[name] = fieldValue(object, name, value);
  }
  return row;
}

function fieldValue(object: SObjectType, name: string, value: unknown): Value {
  const field = object.field(name);
  if (!field) throw unknownColumn(name, object.name);
  if (value === null) return null;
  if (typeof value === 'object') throw unreadableJson(`Cannot deserialize instance of ${field.type} from ${jsonToken(value)}`);
  const scalar = value as Value;
  if (field.type !== 'reference' && coerceValue(field, scalar) === undefined) {
    throw unreadableJson(
      `Cannot deserialize instance of ${field.type} from ${jsonToken(value)} value ${String(value)} or request may be missing a required field`,
    );
  }
  return scalar;
}

function addParent(object: SObjectType, row: Row, name: string, value: Readonly<Record<string, unknown>>): void {
  const reference = object.parentRelationship(name);
  if (!reference) throw unknownColumn(name, object.name);
  const keys = Object.entries(value).filter(([key]) => key !== 'attributes');
  const [key, keyValue] = keys[0] ?? [];
  if (keys.length !== 1 || key === undefined || isObject(keyValue) || Array.isArray(keyValue)) {
    throw new ApiError(400, 'INVALID_FIELD', `A parent must be named by exactly one external id field: ${name}`, { fields: [name] });
  }
  row[`${name}.${key}`] = keyValue as Value;
}

function jsonToken(value: unknown): string {
  if (Array.isArray(value)) return 'START_ARRAY';
  if (typeof value === 'object') return 'START_OBJECT';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  if (typeof value === 'number') return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
  return 'VALUE_STRING';
}
