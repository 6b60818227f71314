// Why a component has no data: the user may not see it, or something failed that trying again may mend.
import tryLater from '@salesforce/label/c.Form_Try_Later';
import deletedMeanwhile from '@salesforce/label/c.State_Deleted_Meanwhile';
import noConnection from '@salesforce/label/c.State_No_Connection';
import notYours from '@salesforce/label/c.State_Not_Yours';
import signedOut from '@salesforce/label/c.State_Signed_Out';

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
 * (`FieldUndefined`) or unknown instead of forbidden, and a filter that names them is no filter of that object.
 */
const HIDDEN_FROM_USER =
  /FieldUndefined|is undefined|is not defined by type|contains a field not in|Cannot query field|Unknown type|INSUFFICIENT_ACCESS|INVALID_TYPE|INVALID_FIELD|No such column/i;

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

/** What browsers and Lightning Data Service say of a request that never arrived, and the org of an ended session and a record that is gone. */
const NOT_REACHED = /failed to fetch|load failed|networkerror|offline|could not be reached/i;
const SIGNED_OUT = /INVALID_SESSION_ID|session expired/i;
/** What is not about what was asked: an org that is broken or busy. */
const OF_THE_ORG = /ErrorId|internal error|unexpected error|unable to obtain exclusive access|UNABLE_TO_LOCK_ROW/i;
/** A record that the user may read but not change, or that lies below one. */
const NOT_YOURS = /insufficient access rights/i;
const DELETED = /ENTITY_IS_DELETED|entity is deleted|requested resource does not exist/i;

/**
 * What people read of a refused save or request: the org's own words, or ours where the org was not reached, the session has ended
 * or the record is gone. Blank when nothing is known that would help, such as the number of an error.
 */
export function wordsOf(refused: RefusedRequest | undefined): string {
  if (!refused) return '';
  const said = saidOf(refused);
  if (refused.status === 0 || NOT_REACHED.test(said)) return noConnection;
  if (refused.status === 401 || SIGNED_OUT.test(said)) return signedOut;
  if (refused.status === 404 || DELETED.test(said)) return deletedMeanwhile;
  if (NOT_YOURS.test(said)) return notYours;
  return (refused.status ?? 0) >= 500 || OF_THE_ORG.test(said) ? '' : said;
}

/** What a form says of what it caught when it saved; never blank. */
export function whyNotSaved(caught: unknown): string {
  return wordsOf(caught as RefusedRequest) || tryLater;
}

function saidOf(refused: RefusedRequest): string {
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
