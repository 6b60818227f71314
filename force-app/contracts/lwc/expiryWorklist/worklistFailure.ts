// Why the worklist has no data: the user may not see it, or something failed that trying again may mend.

export interface GraphQLProblem {
  readonly message?: string;
}

export type Failure = 'no-permission' | 'failed';

/**
 * Objects and fields that a user may not read do not exist in that user's schema, so the platform calls them undefined
 * (`FieldUndefined`) or unknown instead of forbidden.
 */
const HIDDEN_FROM_USER = /FieldUndefined|is undefined|Cannot query field|INSUFFICIENT_ACCESS|INVALID_TYPE|INVALID_FIELD|No such column/i;

/** Undefined when there is no problem. */
export function failureOf(problems: readonly GraphQLProblem[] | undefined): Failure | undefined {
  if (!problems?.length) return undefined;
  return problems.some(({ message }) => HIDDEN_FROM_USER.test(message ?? '')) ? 'no-permission' : 'failed';
}
