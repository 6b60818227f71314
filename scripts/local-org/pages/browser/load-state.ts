// How far a part of a page has come that asks the org for something.
import { RequestError } from './request.ts';

/** How the local org answers what it does not imitate, by name. */
const NOT_IMPLEMENTED = 501;

export type LoadState =
  { readonly kind: 'loading' | 'shown' | 'empty' | 'missing' } | { readonly kind: 'failed'; readonly message: string };

/**
 * What is not there, or not for this user, is told apart from what went wrong. Of that, only what the org refuses by a reason is said
 * in its own words: those of a lost connection or a broken server help nobody.
 */
export function stateAfter(error: unknown): LoadState {
  if (error instanceof RequestError && error.status === 404) return { kind: 'missing' };
  const isRefused = error instanceof RequestError && ((error.status >= 400 && error.status < 500) || error.status === NOT_IMPLEMENTED);
  return { kind: 'failed', message: isRefused ? error.message : '' };
}
