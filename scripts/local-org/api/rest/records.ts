// One record: create, read, update, delete, and the same by external id (REST API Developer Guide, "sObject Rows").
import { ApiError } from '../../../platform/api-error.ts';
import type { Org, QueriedRecord } from '../../engine/org.ts';
import type { Field, SObjectType } from '../../metadata/schema.ts';
import { recordNotFound } from '../errors.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { fieldNames, idOf, keyFieldOf, objectOf, recordsWith } from './found-object.ts';
import { writeRecord } from './queried-records.ts';
import { jsonObject, toRow } from './record-input.ts';
import { only, refusedRecord } from './save-answers.ts';

const ALONE = { allOrNone: true } as const;

export const recordRoutes: readonly Route[] = [
  { method: 'POST', path: '/sobjects/:object', handle: create },
  { method: 'GET', path: '/sobjects/:object/:id', handle: (request, org) => read(request, org, byId(request, org)) },
  { method: 'PATCH', path: '/sobjects/:object/:id', handle: (request, org) => update(request, org, byId(request, org)) },
  { method: 'DELETE', path: '/sobjects/:object/:id', handle: (request, org) => remove(request, org, byId(request, org)) },
  { method: 'GET', path: '/sobjects/:object/:field/:value', handle: (request, org) => read(request, org, byKey(request, org)) },
  { method: 'PATCH', path: '/sobjects/:object/:field/:value', handle: upsert },
  { method: 'DELETE', path: '/sobjects/:object/:field/:value', handle: (request, org) => remove(request, org, byKey(request, org)) },
];

/** Which record a path names. */
interface Named {
  readonly object: SObjectType;
  readonly key: Field;
  readonly value: string;
}

function byId(request: ApiRequest, org: Org): Named {
  const object = objectOf(request, org);
  return { object, key: keyFieldOf(object, 'Id'), value: idOf(object, request.params['id'] ?? '') };
}

function byKey(request: ApiRequest, org: Org): Named {
  const object = objectOf(request, org);
  return { object, key: keyFieldOf(object, request.params['field'] ?? ''), value: request.params['value'] ?? '' };
}

async function create(request: ApiRequest, org: Org): Promise<ApiResponse> {
  const object = objectOf(request, org);
  const row = toRow(object, jsonObject(await request.json()));
  const result = only(org.insert(request.session, object.name, [row], ALONE));
  if (!result.success) return refusedRecord(result.errors);
  const location = `${request.base}/sobjects/${object.name}/${result.id}`;
  return { status: 201, headers: { location }, json: { id: result.id, success: true, errors: [] } };
}

function read(request: ApiRequest, org: Org, named: Named): ApiResponse {
  const fields = fieldNames(named.object, request.query.get('fields')?.split(','));
  const records = recordsWith(org, request.session, named.object, fields, named.key, named.value);
  const [record] = records;
  if (!record) throw recordNotFound(named.value);
  return records.length > 1
    ? choices(request, named.object, records)
    : { status: 200, json: writeRecord(record, { schema: org.schema, base: request.base }) };
}

async function update(request: ApiRequest, org: Org, named: Named): Promise<ApiResponse> {
  const row = toRow(named.object, jsonObject(await request.json()));
  const result = only(org.update(request.session, named.object.name, [{ ...row, Id: named.value }], ALONE));
  return result.success ? { status: 204 } : refusedRecord(result.errors);
}

function remove(request: ApiRequest, org: Org, named: Named): ApiResponse {
  const [record, ...others] = recordsWith(org, request.session, named.object, ['Id'], named.key, named.value);
  if (!record) throw recordNotFound(named.value);
  if (others.length > 0) return choices(request, named.object, [record, ...others]);
  const result = only(org.remove(request.session, named.object.name, [String(record['Id'])], ALONE));
  return result.success ? { status: 204 } : refusedRecord(result.errors);
}

async function upsert(request: ApiRequest, org: Org): Promise<ApiResponse> {
  const { object, key, value } = byKey(request, org);
  const row = toRow(object, jsonObject(await request.json()));
  if (Object.keys(row).some((name) => object.field(name) === key)) {
    throw new ApiError(400, 'INVALID_FIELD', `The ${key.name} field should not be specified in the sobject data.`, { fields: [key.name] });
  }
  const matches = recordsWith(org, request.session, object, ['Id'], key, value);
  if (matches.length > 1) return choices(request, object, matches);
  const result = only(org.upsert(request.session, object.name, key.name, [{ ...row, [key.name]: value }], ALONE));
  if (!result.success) return refusedRecord(result.errors);
  return { status: result.created ? 201 : 200, json: { id: result.id, success: true, errors: [], created: result.created } };
}

/** 300: the value names several records; the client gets their addresses. */
function choices(request: ApiRequest, object: SObjectType, records: readonly QueriedRecord[]): ApiResponse {
  return { status: 300, json: records.map((record) => `${request.base}/sobjects/${object.name}/${String(record['Id'])}`) };
}
