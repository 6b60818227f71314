// Creating, changing and deleting records through UI API, with its own shape for errors of a record.
import { ApiError } from '../../../platform/api-error.ts';
import type { Row, Value } from '../../../platform/record.ts';
import type { SaveError, SaveResult } from '../../../platform/save-result.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import type { ApiRequest, ApiResponse } from '../route.ts';
import { allFields } from './read-records.ts';
import { recordWith } from './record-representation.ts';
import type { UserInterface } from './ui-request.ts';
import { namedObject, namedRecord, recordNotThere } from './ui-request.ts';

const ALL_OR_NONE = { allOrNone: true };

/** POST /ui-api/records with `{apiName, fields}`. */
export async function createRecord(request: ApiRequest, ui: UserInterface): Promise<ApiResponse> {
  const { apiName, fields } = await readInput(request, ['apiName', 'fields', 'allowSaveOnDuplicate']);
  const object = namedObject(ui.schema, typeof apiName === 'string' ? apiName : '');
  const [result] = ui.org.insert(ui.session, object.name, [readFields(object, fields)], ALL_OR_NONE);
  if (!result?.success) return refused(object, result, 'create');
  return { status: 201, json: recordWith(ui, object, result.id, allFields(object)) };
}

/** PATCH /ui-api/records/{id} with `{fields}`; `If-Modified-Since` guards against overwriting a newer record (412). */
export async function updateRecord(request: ApiRequest, ui: UserInterface): Promise<ApiResponse> {
  const { object, id } = namedRecord(ui.schema, request.params['id']);
  const { fields } = await readInput(request, ['apiName', 'fields', 'allowSaveOnDuplicate']);
  const row = readFields(object, fields);
  checkUnmodified(request, ui, object, id);
  const [result] = ui.org.update(ui.session, object.name, [{ ...row, Id: id }], ALL_OR_NONE);
  if (!result?.success) return refused(object, result, 'update');
  return { status: 200, json: recordWith(ui, object, id, allFields(object)) };
}

/** DELETE /ui-api/records/{id}. */
export function deleteRecord(request: ApiRequest, ui: UserInterface): ApiResponse {
  const { object, id } = namedRecord(ui.schema, request.params['id']);
  const [result] = ui.org.remove(ui.session, object.name, [id], ALL_OR_NONE);
  return result?.success ? { status: 204 } : refused(object, result, 'delete');
}

function checkUnmodified(request: ApiRequest, ui: UserInterface, object: SObjectType, id: string): void {
  const [record] = ui.org.query(ui.session, `SELECT SystemModstamp FROM ${object.name} WHERE Id = '${id}'`).records;
  if (!record) throw recordNotThere();
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  // The header counts whole seconds.
  const modified = Math.floor(Date.parse(String(record['SystemModstamp'])) / 1_000) * 1_000;
  if (modified > since) {
    throw new ApiError(
      412,
      'PRECONDITION_FAILED',
      'The record you are trying to edit was changed by someone else. Look at the new values and try again.',
    );
  }
}

async function readInput(request: ApiRequest, known: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const body = await request.json();
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body must be a JSON object');
  const unknown = Object.keys(body).find((member) => !known.includes(member));
  if (unknown !== undefined) throw new ApiError(400, 'JSON_PARSER_ERROR', `Unrecognized field "${unknown}"`);
  return body as Readonly<Record<string, unknown>>;
}

/** Field values as they were sent; the engine reads them by type. An empty string clears, as null does. */
function readFields(object: SObjectType, fields: unknown): Row {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'fields must be a JSON object');
  const row: Row = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && typeof value === 'object')
      throw new ApiError(400, 'JSON_PARSER_ERROR', `The value of ${name} must not be an object`);
    const field = object.field(name);
    if (!field) throw new ApiError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    if (field.name !== 'Id') row[field.name] = value === '' ? null : (value as Value);
  }
  return row;
}

function refused(object: SObjectType, result: SaveResult | undefined, verb: 'create' | 'update' | 'delete'): ApiResponse {
  const errors = result?.errors ?? [];
  if (errors.some((error) => error.statusCode === 'ENTITY_IS_DELETED' || error.statusCode === 'NOT_FOUND')) throw recordNotThere();
  const fieldErrors = Map.groupBy(
    errors.flatMap((error) => error.fields.map((field) => entry(object, error, field))),
    (one) => one.field ?? '',
  );
  const pageErrors = errors.filter((error) => error.fields.length === 0).map((error) => entry(object, error, undefined));
  return {
    status: 400,
    json: {
      message: `An error occurred while trying to ${verb} the record. Please try again.`,
      statusCode: 400,
      errorCode: 'INVALID_INPUT',
      enhancedErrorType: 'RecordError',
      output: { errors: pageErrors, fieldErrors: Object.fromEntries(fieldErrors) },
    },
  };
}

interface ErrorEntry {
  readonly constituentField: null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: string | null;
  readonly fieldLabel: string | null;
  readonly message: string;
}

function entry(object: SObjectType, error: SaveError, field: string | undefined): ErrorEntry {
  return {
    constituentField: null,
    duplicateRecordError: null,
    errorCode: error.statusCode,
    field: field ?? null,
    fieldLabel: field === undefined ? null : (object.field(field)?.label ?? field),
    message: error.message,
  };
}
