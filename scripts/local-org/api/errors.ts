// Every error that the API itself answers, in the platform's codes and words (REST API Developer Guide, "Status Codes and Error Responses").
import { ApiError } from '../../platform/api-error.ts';

export const invalidSession = (): ApiError => new ApiError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');

export const resourceNotFound = (): ApiError => new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');

/** A record named by id or external id that is not there, on get, update and delete. */
export const recordNotFound = (named: string): ApiError =>
  new ApiError(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${named}`);

export const methodNotAllowed = (method: string, allowed: readonly string[]): ApiError =>
  new ApiError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${allowed.join(',')}`);

export const unreadableJson = (detail: string, cause?: unknown): ApiError => new ApiError(400, 'JSON_PARSER_ERROR', detail, { cause });

export const unknownObject = (name: string): ApiError => new ApiError(404, 'NOT_FOUND', `The requested resource does not exist: ${name}`);

export const unknownColumn = (field: string, object: string): ApiError =>
  new ApiError(400, 'INVALID_FIELD', `No such column '${field}' on sobject of type ${object}`);

export const invalidLocator = (): ApiError => new ApiError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');

export const bodyTooLarge = (limit: number): ApiError =>
  new ApiError(413, 'REQUEST_TOO_LARGE', `The request body is larger than the limit of ${limit} bytes.`);

export const unreadableEncoding = (encoding: string): ApiError =>
  new ApiError(415, 'UNSUPPORTED_MEDIA_TYPE', `The content encoding '${encoding}' is not supported; send gzip, deflate or no encoding.`);

export const missingParameter = (name: string): ApiError => new ApiError(400, 'MISSING_ARGUMENT', `The '${name}' parameter is required.`);

export const tooManyRecords = (limit: number): ApiError =>
  new ApiError(400, 'EXCEEDED_MAX_ENTITIES', `The number of records in the request exceeds the limit of ${limit}.`);

export const malformedRequest = (message: string): ApiError => new ApiError(400, 'BAD_REQUEST', message);

/** The request came under a host name that is not this machine: a web page elsewhere may have pointed its own name here. */
export const foreignHost = (): ApiError =>
  new ApiError(
    403,
    'FORBIDDEN',
    'The local org answers only requests addressed to 127.0.0.1 or localhost, from its own pages or from programs.',
  );

/** Something that should not happen; the id leads to the details on stderr. */
export const unexpected = (errorId: string): ApiError =>
  new ApiError(500, 'UNKNOWN_EXCEPTION', `An unexpected error occurred. Please include this ErrorId if you contact support: ${errorId}`);
