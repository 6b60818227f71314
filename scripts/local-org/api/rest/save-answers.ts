// Save results as REST writes them: one record with an HTTP status, many records as a list.
import type { SaveError, SaveResult } from '../../../platform/save-result.ts';
import type { ApiResponse } from '../route.ts';

const NOT_FOUND_CODES: ReadonlySet<string> = new Set(['NOT_FOUND', 'ENTITY_IS_DELETED']);

/** An entry of a composite answer; `created` is told for upserts only. */
export function resultEntry(result: SaveResult, upsert = false): object {
  if (result.success) return { id: result.id, success: true, errors: [], ...(upsert ? { created: result.created } : {}) };
  const errors = result.errors.map(({ statusCode, message, fields }) => ({ statusCode, message, fields }));
  return { ...(result.id === null ? {} : { id: result.id }), success: false, errors, ...(upsert ? { created: false } : {}) };
}

/** The errors of one refused record: `[{message, errorCode, fields}]`, 404 when the record is not there, else 400. */
export function refusedRecord(errors: readonly SaveError[]): ApiResponse {
  const missing = errors.some((error) => NOT_FOUND_CODES.has(error.statusCode));
  return {
    status: missing ? 404 : 400,
    json: errors.map(({ statusCode, message, fields }) => ({ message, errorCode: statusCode, fields })),
  };
}

/** The result for the only record of a request. */
export function only(results: readonly SaveResult[]): SaveResult {
  const [result] = results;
  if (result === undefined) throw new Error('a save of one record gave no result');
  return result;
}
