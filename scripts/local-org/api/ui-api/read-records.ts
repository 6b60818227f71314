// Reading records through UI API: one, or a batch in which each answers for itself.
import { ApiError, notImplemented } from '../../../platform/api-error.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import type { ApiRequest, ApiResponse } from '../route.ts';
import type { FieldPath } from './field-paths.ts';
import { namesIn, optionalPaths, requiredPaths } from './field-paths.ts';
import type { Json } from './record-representation.ts';
import { recordWith } from './record-representation.ts';
import type { UserInterface } from './ui-request.ts';
import { namedRecord } from './ui-request.ts';

/** Records that one batch may ask for. */
const BATCH_LIMIT = 200;

/** GET /ui-api/records/{id}. */
export function readRecord(request: ApiRequest, ui: UserInterface): ApiResponse {
  return { status: 200, json: recordById(ui, request.params['id'], request.query) };
}

/** GET /ui-api/records/batch/{ids}. */
export function readBatch(request: ApiRequest, ui: UserInterface): ApiResponse {
  const ids = namesIn([request.params['ids'] ?? '']);
  if (ids.length > BATCH_LIMIT)
    throw new ApiError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', `At most ${BATCH_LIMIT} records can be requested at once`);
  const results = ids.map((id) => {
    try {
      return { result: recordById(ui, id, request.query), statusCode: 200 };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { result: [{ errorCode: error.errorCode, message: error.message }], statusCode: error.status };
    }
  });
  return { status: 200, json: { hasErrors: results.some((one) => one.statusCode !== 200), results } };
}

function recordById(ui: UserInterface, text: string | undefined, query: URLSearchParams): Json {
  const { object, id } = namedRecord(ui.schema, text);
  if (query.has('layoutTypes')) throw notImplemented('layoutTypes in UI API; name the fields');
  const required = namesIn(query.getAll('fields'));
  const optional = namesIn(query.getAll('optionalFields'));
  if (required.length + optional.length === 0) {
    throw new ApiError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', 'Specify at least one of fields, optionalFields and layoutTypes');
  }
  return recordWith(ui, object, id, [...requiredPaths(ui.schema, object, required), ...optionalPaths(ui.schema, object, optional)]);
}

/** Every field that can be shown by itself. */
export function allFields(object: SObjectType): readonly FieldPath[] {
  return object.fields.filter((field) => field.type !== 'address' && field.type !== 'base64').map((field) => [field.name]);
}
