// Why a save did not happen, in words for the rep; what was typed is kept in any case.
import { fillLabel } from 'c/labelText';

interface Problem {
  readonly message: string;
  readonly paths?: readonly (string | number)[];
}

export interface RefusalWords {
  /** `{0}`: what the org said. */
  readonly notSaved: string;
  readonly notSavedLost: string;
}

/** Said of the operations that were undone because another one failed. */
const UNDONE = /rolled back/i;
/** The same answers were saved before: the first time the connection was lost on the way back. */
const SAVED_BEFORE = /duplicate value found: External_Id__c/i;
/** No word of the org but of the way to it. */
const LOST = /could not be reached|failed to fetch|network|load failed|timed? ?out/i;

export type Refusal = 'saved-before' | { readonly text: string };

/** Undefined when nothing was refused. */
export function refusalOf(problems: readonly Problem[] | undefined, words: RefusalWords): Refusal | undefined {
  if (!problems?.length) return undefined;
  if (problems.some(({ message }) => SAVED_BEFORE.test(message))) return 'saved-before';
  const said = [...new Set(problems.map(({ message }) => message).filter((message) => !UNDONE.test(message)))].join(' ');
  return { text: !said || LOST.test(said) ? words.notSavedLost : fillLabel(words.notSaved, said) };
}
