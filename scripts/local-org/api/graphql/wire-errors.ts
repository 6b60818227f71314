// GraphQL errors as the platform words them (its server is graphql-java).
import type { GraphQLError } from 'graphql';
import { ApiError } from '../../../platform/api-error.ts';

export interface WireError {
  readonly message: string;
  readonly locations: readonly { readonly line: number; readonly column: number }[];
  readonly paths: readonly (string | number)[];
  readonly extensions: { readonly ErrorType: string };
}

/** A document that does not parse. */
export function syntaxError(error: GraphQLError): WireError {
  return wire(error, `Invalid Syntax : ${error.message}`, 'InvalidSyntax');
}

/** A document that does not fit the schema; unknown fields in the platform's own words. */
export function validationError(error: GraphQLError): WireError {
  const unknown = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message);
  const message = unknown
    ? `Validation error (FieldUndefined@[${pathOf(error)}]) : Field '${unknown[1]}' in type '${unknown[2]}' is undefined`
    : `Validation error : ${error.message}`;
  return wire(error, message, 'ValidationError');
}

/** An error while running: an unclear operation, wrong variables, or (with a path) while fetching. Refusals of the org keep their code and words. */
export function fetchError(error: GraphQLError): WireError {
  const cause = error.originalError;
  if (cause instanceof ApiError) return wire(error, `${cause.errorCode}: ${cause.message}`, 'DataFetchingException');
  if (error.path) return wire(error, error.message, 'DataFetchingException');
  return wire(error, error.message, /operation/i.test(error.message) ? 'OperationNotSupported' : 'ValidationError');
}

function wire(error: GraphQLError, message: string, type: string): WireError {
  return {
    message,
    locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
    paths: error.path ?? [],
    extensions: { ErrorType: type },
  };
}

/** Names of the fields from the root to the one at fault. */
function pathOf(error: GraphQLError): string {
  const node = error.nodes?.[0];
  const text = error.source?.body;
  if (node?.kind !== 'Field' || !node.loc || text === undefined) return '';
  return fieldsAround(text, node.loc.start).concat(node.name.value).join('/');
}

/** The names before each brace that is open at a position, found from the text since validation errors carry no ancestors. */
function fieldsAround(text: string, position: number): string[] {
  const open: string[] = [];
  const before = text.slice(0, position).replaceAll(/#[^\n]*|"(?:[^"\\]|\\.)*"/g, '');
  let flat = before;
  for (let last = ''; last !== flat;) {
    last = flat;
    flat = flat.replaceAll(/\([^()]*\)/g, '');
  }
  for (const [, name, mark] of flat.matchAll(/(\w+)?(?:\s*@\w+)*\s*([{}])/g)) {
    if (mark === '{') open.push(name ?? '');
    else open.pop();
  }
  return open.slice(1).filter((name) => name !== '');
}
