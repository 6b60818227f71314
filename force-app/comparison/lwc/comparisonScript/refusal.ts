// Why a save did not happen, in words for the rep; what was typed is kept in any case.
import { whyNotSaved } from 'c/dataFailure';
import { fillLabel } from 'c/labelText';

interface Problem {
  readonly message: string;
  readonly paths?: readonly (string | number)[];
}

export interface RefusalWords {
  /** `{0}`: what the org said. */
  readonly notSaved: string;
  /** `{0}`: why that has nothing to do with the answers. */
  readonly notSavedNow: string;
  readonly notSavedLost: string;
  readonly notSavedGone: string;
}

/** Said of the operations that were undone because another one failed. */
const UNDONE = /rolled back/i;
/** The same answers were saved before: the first time the connection was lost on the way back. */
const SAVED_BEFORE = /duplicate value found: External_Id__c/i;
/** No word of the org but of the way to it. */
const LOST = /could not be reached|failed to fetch|network|load failed|timed? ?out/i;

/** The account or the contract is there no more. */
const GONE = /entity is deleted|ENTITY_IS_DELETED|invalid cross reference id|no such record|requested resource does not exist/i;

/** `isLost`: the org said nothing, and may be asked again. */
export type Refusal = 'saved-before' | { readonly text: string; readonly isLost: boolean };

/** Undefined when nothing was refused. */
export function refusalOf(problems: readonly Problem[] | undefined, words: RefusalWords): Refusal | undefined {
  if (!problems?.length) return undefined;
  if (problems.some(({ message }) => SAVED_BEFORE.test(message))) return 'saved-before';
  const said = [...new Set(problems.map(({ message }) => message).filter((message) => !UNDONE.test(message)))].join(' ');
  if (!said || LOST.test(said)) return { text: words.notSavedLost, isLost: true };
  if (GONE.test(said)) return { text: words.notSavedGone, isLost: false };
  const known = whyNotSaved({ message: said });
  return { text: fillLabel(known === said ? words.notSaved : words.notSavedNow, known), isLost: false };
}
