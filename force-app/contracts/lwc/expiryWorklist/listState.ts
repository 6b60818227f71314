// Which of its states the worklist shows.
import type { Failure } from 'c/dataFailure';

export type ListState = Readonly<Record<'forbidden' | 'failed' | 'answered' | 'loading' | 'empty' | 'rows', boolean>>;

export function listState(failure: Failure | undefined, isLoaded: boolean, rows: number): ListState {
  const isSettled = isLoaded && !failure;
  return {
    forbidden: failure === 'no-permission',
    failed: failure === 'failed',
    answered: failure === undefined,
    loading: !isLoaded && !failure,
    empty: isSettled && rows === 0,
    rows: isSettled && rows > 0,
  };
}
