// Calls that were saved without a connection, kept by the browser until the org has them.

/** One call as it is to be sent. */
export interface WaitingCall {
  /** Names the call for the org, so that sending it twice makes one call. */
  readonly key: string;
  readonly account: { readonly id: string; readonly name: string };
  /** Instant at which it was saved. */
  readonly at: string;
  /** What is sent: only whoever wrote it can read it. */
  readonly content: object;
}

/** As much of `Storage` as is needed, for tests too. */
export type WaitingStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * One list for each user of a shared browser. It holds what a customer said, so nothing stays in it that the org has: a call is taken out as soon
 * as it was sent, and the list goes with its last call.
 */
const keyOf = (userId: string): string => `comparisonScript.waiting.${userId}`;

/** The calls in the order in which they were saved. */
export function waitingCalls(store: WaitingStore, userId: string): readonly WaitingCall[] {
  try {
    const kept: unknown = JSON.parse(store.getItem(keyOf(userId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isCall) : [];
  } catch {
    // what cannot be read cannot be sent either
    return [];
  }
}

/** Puts a call on the list, in place of what the list had of it. */
export function keepWaiting(store: WaitingStore, userId: string, call: WaitingCall): void {
  write(store, userId, [...without(waitingCalls(store, userId), call.key), call]);
}

export function dropWaiting(store: WaitingStore, userId: string, key: string): void {
  const calls = waitingCalls(store, userId);
  if (calls.some((one) => one.key === key)) write(store, userId, without(calls, key));
}

function without(calls: readonly WaitingCall[], key: string): readonly WaitingCall[] {
  return calls.filter((one) => one.key !== key);
}

function write(store: WaitingStore, userId: string, calls: readonly WaitingCall[]): void {
  try {
    if (calls.length > 0) store.setItem(keyOf(userId), JSON.stringify(calls));
    else store.removeItem(keyOf(userId));
  } catch {
    // a browser that keeps nothing: the answers then live as long as the page
  }
}

function isCall(kept: unknown): kept is WaitingCall {
  if (typeof kept !== 'object' || kept === null) return false;
  const { key, account, at, content } = kept as Partial<Record<keyof WaitingCall, unknown>>;
  const isNamed = typeof account === 'object' && account !== null && 'id' in account && 'name' in account;
  return typeof key === 'string' && isNamed && typeof at === 'string' && typeof content === 'object' && content !== null;
}
