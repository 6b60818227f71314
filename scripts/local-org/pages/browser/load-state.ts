// How far a part of a page has come that asks the org for something.
import { RequestError } from './request.ts';

/** How the local org answers what it does not imitate, by name. */
const NOT_IMPLEMENTED = 501;
/** Said at the head of the page. */
const SIGNED_OUT = 401;

export type LoadState =
  { readonly kind: 'loading' | 'shown' | 'empty' | 'missing' | 'forbidden' } | { readonly kind: 'failed'; readonly message: string };

/**
 * What is not there, or not for this user, is told apart from what went wrong. Of that, only what the org refuses by a reason is said
 * in its own words: those of a lost connection or a broken server help nobody.
 */
export function stateAfter(error: unknown): LoadState {
  if (!(error instanceof RequestError)) return { kind: 'failed', message: '' };
  const { status, message } = error;
  if (status === 404) return { kind: 'missing' };
  if (status === 403) return { kind: 'forbidden' };
  const isReason = status === NOT_IMPLEMENTED || (status >= 400 && status < 500 && status !== SIGNED_OUT);
  return { kind: 'failed', message: isReason ? message : '' };
}

/** After asking for an object: one that the user may not see does not exist for that user. */
export function stateOfObject(error: unknown): LoadState {
  const state = stateAfter(error);
  const isHidden = state.kind === 'missing' || (error instanceof RequestError && error.status === 400);
  return isHidden ? { kind: 'forbidden' } : state;
}
