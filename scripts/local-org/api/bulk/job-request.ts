// What a client may ask when it creates an ingest job, checked as the platform checks it.
import { ApiError, notImplemented } from '../../../platform/api-error.ts';
import type { BulkOperation, ColumnDelimiter, LineEnding } from '../../../platform/bulk-job.ts';
import { DELIMITER_CHARACTERS } from '../../../platform/bulk-job.ts';
import type { Schema } from '../../metadata/schema.ts';

export interface CsvRequest {
  readonly columnDelimiter: ColumnDelimiter;
  readonly lineEnding: LineEnding;
}

export interface IngestRequest extends CsvRequest {
  readonly object: string;
  readonly operation: BulkOperation;
  readonly externalIdFieldName?: string;
}

const OPERATIONS: readonly BulkOperation[] = ['insert', 'update', 'upsert', 'delete', 'hardDelete'];
const LINE_ENDINGS: readonly LineEnding[] = ['LF', 'CRLF'];
const MEMBERS = ['object', 'operation', 'externalIdFieldName', 'contentType', 'columnDelimiter', 'lineEnding', 'concurrencyMode'];

/** Reads a JSON body as a job; throws ApiError INVALIDJOB, API_ERROR, JSON_PARSER_ERROR or FEATURENOTENABLED. */
export function readIngestRequest(body: unknown, schema: Schema): IngestRequest {
  const asked = readMembers(body, MEMBERS);
  const operation = choice(asked, 'operation', OPERATIONS, undefined);
  if (operation === 'hardDelete') {
    throw new ApiError(
      400,
      'FEATURENOTENABLED',
      'FeatureNotEnabled : hardDelete operation requires special user profile permission, please contact your system administrator',
    );
  }
  const csv = readCsvRequest(asked);
  const name = asked['object'];
  const object = typeof name === 'string' ? schema.object(name) : undefined;
  if (!object) throw invalidJob(`Unable to find object: ${typeof name === 'string' ? name : ''}`);
  if (operation !== 'upsert') return { ...csv, object: object.name, operation };
  const key = asked['externalIdFieldName'];
  if (typeof key !== 'string') {
    throw invalidJob(`External ID was blank for ${object.name}. An External ID must be specified for upsert.`);
  }
  const field = object.field(key);
  if (!field || !(field.externalId || field.name === 'Id')) {
    throw invalidJob(`Field name provided, ${key} does not match an External ID for ${object.name}`);
  }
  return { ...csv, object: object.name, operation, externalIdFieldName: field.name };
}

/** The members of a JSON object; throws when it is none, or has members that the resource does not know. */
export function readMembers(body: unknown, known: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ApiError(400, 'JSON_PARSER_ERROR', 'The request body must be a JSON object');
  }
  for (const member of Object.keys(body)) {
    if (member === 'assignmentRuleId') throw notImplemented('assignment rules in bulk jobs');
    if (!known.includes(member)) throw new ApiError(400, 'JSON_PARSER_ERROR', `Unrecognized field "${member}", not marked as ignorable`);
  }
  return body as Readonly<Record<string, unknown>>;
}

/** Format of the CSV; throws for a content type other than CSV. */
export function readCsvRequest(asked: Readonly<Record<string, unknown>>): CsvRequest {
  choice(asked, 'contentType', ['CSV'], 'CSV');
  choice(asked, 'concurrencyMode', ['Parallel'], 'Parallel');
  return {
    columnDelimiter: choice(asked, 'columnDelimiter', Object.keys(DELIMITER_CHARACTERS) as ColumnDelimiter[], 'COMMA'),
    lineEnding: choice(asked, 'lineEnding', LINE_ENDINGS, 'LF'),
  };
}

/** One of the choices; the default when the member is absent. */
export function choice<T extends string>(
  asked: Readonly<Record<string, unknown>>,
  member: string,
  choices: readonly T[],
  absent: T | undefined,
): T {
  const value = asked[member] ?? absent;
  const found = choices.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new ApiError(400, 'API_ERROR', `Invalid value: '${String(value ?? '')}' supplied for property: '${member}'`);
}

/** Refusals that concern the job as such. */
export function invalidJob(reason: string): ApiError {
  return new ApiError(400, 'INVALIDJOB', `InvalidJob : ${reason}`);
}

/** A job is not in a state in which the request makes sense. */
export function invalidJobState(reason: string): ApiError {
  return new ApiError(400, 'INVALIDJOBSTATE', `InvalidJobState : ${reason}`);
}
