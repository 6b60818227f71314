// Why a component has no data: the user may not see it, or something failed that trying again may mend.

/** One problem of a GraphQL answer, or the body of a refused UI API request. */
export interface DataProblem {
  readonly message?: string;
  /** Of a refused save: what validation rules and flows say, of the record and of its fields; `message` is then a general one. */
  readonly output?: {
    readonly errors?: readonly { readonly message?: string }[];
    readonly fieldErrors?: Readonly<Record<string, readonly { readonly message?: string }[]>>;
  };
}

/** What `lightning/uiRecordApi` and its neighbours hand over when a request was refused. */
export interface RefusedRequest {
  readonly status?: number;
  readonly body?: DataProblem | readonly DataProblem[];
  readonly message?: string;
}

export type Failure = 'no-permission' | 'failed';

/**
 * Objects and fields that a user may not read do not exist in that user's schema, so the platform calls them undefined
 * (`FieldUndefined`) or unknown instead of forbidden.
 */
const HIDDEN_FROM_USER =
  /FieldUndefined|is undefined|Cannot query field|Unknown type|INSUFFICIENT_ACCESS|INVALID_TYPE|INVALID_FIELD|No such column/i;

/** Of a GraphQL answer. Undefined when there is no problem. */
export function failureOf(problems: readonly DataProblem[] | undefined): Failure | undefined {
  if (!problems?.length) return undefined;
  return problems.some(({ message }) => HIDDEN_FROM_USER.test(message ?? '')) ? 'no-permission' : 'failed';
}

/** Of a UI API request that was refused. Undefined when it was not. */
export function failureOfRequest(refused: RefusedRequest | undefined): Failure | undefined {
  if (!refused) return undefined;
  return refused.status === 403 ? 'no-permission' : failureOf(problemsOf(refused));
}

/** What the org said of a refused save or request, in its own words; blank when it said nothing. */
export function wordsOf(refused: RefusedRequest | undefined): string {
  if (!refused) return '';
  const words = problemsOf(refused).flatMap(({ message, output }) => {
    const details = [...(output?.errors ?? []), ...Object.values(output?.fieldErrors ?? {}).flat()];
    return details.length > 0 ? details.flatMap((detail) => detail.message ?? []) : (message ?? []);
  });
  return [...new Set(words)].join(' ');
}

function problemsOf({ body, message }: RefusedRequest): readonly DataProblem[] {
  if (!body) return [message ? { message } : {}];
  return isList(body) ? body : [body];
}

function isList(body: DataProblem | readonly DataProblem[]): body is readonly DataProblem[] {
  return Array.isArray(body);
}
