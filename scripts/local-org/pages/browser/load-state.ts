// How far a part of a page has come that asks the org for something.
import { RequestError } from './request.ts';

export type LoadState =
  { readonly kind: 'loading' | 'shown' | 'empty' | 'missing' } | { readonly kind: 'failed'; readonly message: string };

/** What is not there, or not for this user, is told apart from what went wrong. */
export function stateAfter(error: unknown): LoadState {
  if (error instanceof RequestError && error.status === 404) return { kind: 'missing' };
  return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
}
