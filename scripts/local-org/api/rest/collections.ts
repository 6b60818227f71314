// Up to 200 records in one request, answered in order (REST API Developer Guide, "sObject Collections").
import { toId18 } from '../../../platform/record-id.ts';
import type { Row } from '../../../platform/record.ts';
import type { SaveResult } from '../../../platform/save-result.ts';
import type { Org } from '../../engine/org.ts';
import { SaveRolledBack, rolledBackResult } from '../../engine/save/all-or-none.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import { quotedText } from '../../soql/quoted-text.ts';
import { malformedRequest, missingParameter, tooManyRecords } from '../errors.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { fieldNames, keyFieldOf, objectNamed, objectOf } from './found-object.ts';
import { writeRecord } from './queried-records.ts';
import { jsonObject, isObject, toRow } from './record-input.ts';
import { resultEntry } from './save-answers.ts';

const MAX_RECORDS = 200;
const MAX_READ = 2_000;

export const collectionRoutes: readonly Route[] = [
  { method: 'POST', path: '/composite/sobjects', handle: (request, org) => save(request, org, 'insert') },
  { method: 'PATCH', path: '/composite/sobjects', handle: (request, org) => save(request, org, 'update') },
  { method: 'DELETE', path: '/composite/sobjects', handle: remove },
  { method: 'PATCH', path: '/composite/sobjects/:object/:field', handle: upsert },
  {
    method: 'GET',
    path: '/composite/sobjects/:object',
    handle: (request, org) => read(request, org, list(request, 'ids'), list(request, 'fields')),
  },
  {
    method: 'POST',
    path: '/composite/sobjects/:object',
    async handle(request, org) {
      const body = jsonObject(await request.json());
      return read(request, org, texts(body['ids'], 'ids'), texts(body['fields'], 'fields'));
    },
  },
];

/** Neighbours of one type, saved together; the platform chunks a mixed request the same way. */
interface Run {
  readonly object: SObjectType;
  readonly rows: Row[];
}

async function save(request: ApiRequest, org: Org, operation: 'insert' | 'update'): Promise<ApiResponse> {
  const { records, allOrNone } = await readRecords(request);
  const runs: Run[] = [];
  for (const record of records) {
    const object = objectNamed(org, typeOf(record));
    const row = toRow(object, record);
    if (operation === 'update') row['Id'] = rowId(record);
    const last = runs.at(-1);
    if (last?.object === object) last.rows.push(row);
    else runs.push({ object, rows: [row] });
  }
  return answer(
    together(
      org,
      allOrNone,
      runs.map((run) => () => org[operation](request.session, run.object.name, run.rows, { allOrNone })),
    ),
  );
}

function remove(request: ApiRequest, org: Org): ApiResponse {
  const ids = list(request, 'ids');
  if (ids.length > MAX_RECORDS) throw tooManyRecords(MAX_RECORDS);
  const allOrNone = request.query.get('allOrNone')?.toLowerCase() === 'true';
  const runs: { object: string; ids: string[] }[] = [];
  for (const id of ids) {
    const object = org.schema.objectOfId(id);
    if (!object || toId18(id) === undefined) throw malformedRequest(`malformed id ${id}`);
    const last = runs.at(-1);
    if (last?.object === object.name) last.ids.push(id);
    else runs.push({ object: object.name, ids: [id] });
  }
  return answer(
    together(
      org,
      allOrNone,
      runs.map((run) => () => org.remove(request.session, run.object, run.ids, { allOrNone })),
    ),
  );
}

async function upsert(request: ApiRequest, org: Org): Promise<ApiResponse> {
  const object = objectOf(request, org);
  const key = keyFieldOf(object, request.params['field'] ?? '');
  const { records, allOrNone } = await readRecords(request);
  const rows = records.map((record) => toRow(object, record));
  return answer(org.upsert(request.session, object.name, key.name, rows, { allOrNone }), true);
}

function read(request: ApiRequest, org: Org, ids: readonly string[], fields: readonly string[]): ApiResponse {
  const object = objectOf(request, org);
  if (ids.length > MAX_READ) throw tooManyRecords(MAX_READ);
  const names = new Set(['Id', ...fieldNames(object, fields)]);
  const soql = `SELECT ${[...names].join(', ')} FROM ${object.name} WHERE Id IN (${ids.map(quotedText).join(', ')})`;
  const records = ids.length === 0 ? [] : org.query(request.session, soql).records;
  const byId = new Map(records.map((record) => [record['Id'], writeRecord(record, { schema: org.schema, base: request.base })]));
  return { status: 200, json: ids.map((id) => byId.get(toId18(id) ?? id) ?? null) };
}

/** Saves run after run; with allOrNone a failure in one undoes the others too. */
function together(org: Org, allOrNone: boolean, saves: readonly (() => readonly SaveResult[])[]): readonly SaveResult[] {
  if (!allOrNone || saves.length < 2) return saves.flatMap((run) => run());
  const results: SaveResult[] = [];
  try {
    return org.transaction(() => {
      for (const run of saves) results.push(...run());
      if (results.some((result) => !result.success)) throw new SaveRolledBack();
      return results;
    });
  } catch (error) {
    if (!(error instanceof SaveRolledBack)) throw error;
    return results.map(rolledBackResult);
  }
}

function answer(results: readonly SaveResult[], upserted = false): ApiResponse {
  return { status: 200, json: results.map((result) => resultEntry(result, upserted)) };
}

async function readRecords(request: ApiRequest): Promise<{ records: readonly Readonly<Record<string, unknown>>[]; allOrNone: boolean }> {
  const body = jsonObject(await request.json());
  const { records, allOrNone } = body;
  if (!Array.isArray(records) || !records.every(isObject))
    throw malformedRequest("The request body must hold a list 'records' of JSON objects.");
  if (records.length > MAX_RECORDS) throw tooManyRecords(MAX_RECORDS);
  return { records, allOrNone: allOrNone === true };
}

function typeOf(record: Readonly<Record<string, unknown>>): string {
  const { attributes } = record;
  const type = isObject(attributes) ? attributes['type'] : undefined;
  if (typeof type !== 'string') throw malformedRequest('Each record must name its object in attributes.type.');
  return type;
}

function rowId(record: Readonly<Record<string, unknown>>): string {
  const key = Object.keys(record).find((name) => name.toLowerCase() === 'id');
  const id = key === undefined ? undefined : record[key];
  return typeof id === 'string' ? id : '';
}

function list(request: ApiRequest, name: string): readonly string[] {
  const text = request.query.get(name);
  if (text === null) throw missingParameter(name);
  return text.split(',').map((part) => part.trim());
}

function texts(value: unknown, name: string): readonly string[] {
  if (!Array.isArray(value) || !value.every((part) => typeof part === 'string')) throw missingParameter(name);
  return value as string[];
}
