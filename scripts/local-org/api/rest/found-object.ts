// The object, field or record that a path names.
import { notImplemented } from '../../../platform/api-error.ts';
import { toId18 } from '../../../platform/record-id.ts';
import type { Org, QueriedRecord, Session } from '../../engine/org.ts';
import type { Field, SObjectType } from '../../metadata/schema.ts';
import { quotedText } from '../../soql/quoted-text.ts';
import { recordNotFound, unknownColumn, unknownObject } from '../errors.ts';
import type { ApiRequest } from '../route.ts';

/** Throws ApiError 404 NOT_FOUND. */
export function objectOf(request: ApiRequest, org: Org): SObjectType {
  return objectNamed(org, request.params['object'] ?? '');
}

/** Throws ApiError 404 NOT_FOUND. */
export function objectNamed(org: Org, name: string): SObjectType {
  const object = org.schema.object(name);
  if (org.schema.event(name)) throw notImplemented(`platform events over REST (${name})`);
  if (!object) throw unknownObject(name);
  return object;
}

/** The 18-character id in a path; throws ApiError 404 when it is no id of this object. */
export function idOf(object: SObjectType, text: string): string {
  const id = toId18(text);
  if (id === undefined || !id.startsWith(object.keyPrefix)) throw recordNotFound(text);
  return id;
}

/** An external id or idLookup field in a path; throws ApiError 404 as the platform does for other fields. */
export function keyFieldOf(object: SObjectType, name: string): Field {
  const field = object.field(name);
  if (!field || !(field.idLookup || field.externalId || field.type === 'id')) throw recordNotFound(name);
  return field;
}

/** Field names of a `fields` parameter, as the schema writes them; every field when absent. Throws ApiError INVALID_FIELD. */
export function fieldNames(object: SObjectType, names: readonly string[] | undefined): readonly string[] {
  if (!names) return object.fields.map((field) => field.name);
  return names.map((name) => {
    const field = object.field(name.trim());
    if (!field) throw unknownColumn(name.trim(), object.name);
    return field.name;
  });
}

/** Records whose field holds the value, by SOQL; the text is quoted here. */
export function recordsWith(
  org: Org,
  session: Session,
  object: SObjectType,
  fields: readonly string[],
  key: Field,
  value: string,
): readonly QueriedRecord[] {
  const literal = isNumeric(key) ? String(Number(value)) : quotedText(value);
  if (literal === 'NaN') return [];
  return org.query(session, `SELECT ${fields.join(', ')} FROM ${object.name} WHERE ${key.name} = ${literal} LIMIT 200`).records;
}

function isNumeric(field: Field): boolean {
  return field.type === 'double' || field.type === 'int' || field.type === 'currency' || field.type === 'percent';
}
