// The platform's refusals of a query, with its wording.
import { ApiError } from '../../platform/api-error.ts';
import { NamedError } from './error-position.ts';

const REFERENCE = 'Please reference your WSDL or the describe call for the appropriate names.';

/** A query that cannot be read, or asks what the language does not allow. */
export function malformedQuery(message: string, cause?: unknown): ApiError {
  return new ApiError(400, 'MALFORMED_QUERY', message, cause === undefined ? {} : { cause });
}

/** A field or filter value that does not fit the object. */
export function invalidField(message: string): ApiError {
  return new ApiError(400, 'INVALID_FIELD', message);
}

/** A field that the object does not have. */
export function noSuchColumn(name: string, object: string): ApiError {
  const advice = "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.";
  return new NamedError('INVALID_FIELD', `No such column '${name}' on entity '${object}'. ${advice} ${REFERENCE}`, name);
}

/** A parent relationship that the object does not have. */
export function noSuchParent(name: string): ApiError {
  const advice = "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.";
  return new NamedError('INVALID_FIELD', `Didn't understand relationship '${name}' in field path. ${advice} ${REFERENCE}`, name);
}

/** A child relationship that the object does not have. */
export function noSuchChild(name: string): ApiError {
  return new ApiError(
    400,
    'INVALID_TYPE',
    `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${REFERENCE}`,
  );
}

/** An object that the org does not have. */
export function noSuchObject(name: string): ApiError {
  return new ApiError(
    400,
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${REFERENCE}`,
  );
}

/** An operator that a field's type does not take. */
export function invalidOperator(message: string): ApiError {
  return new ApiError(400, 'INVALID_QUERY_FILTER_OPERATOR', message);
}
