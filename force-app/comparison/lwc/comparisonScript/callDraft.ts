// What was typed during a call, kept by the browser until it is saved: an error, another page or a reload loses nothing.
import type { CallField, CallValues } from 'c/callCapture';

export interface CallDraft {
  /** Names the typed answers for the org, so that saving them twice makes one call. */
  readonly key: string;
  readonly values: CallValues;
}

/** As much of `Storage` as is needed, for tests too. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'comparisonScript.draft.';

/** The draft of what `about` names: a user, an account and a contract; a new one with the key when there is none, or none that can be read. */
export function keptDraft(store: DraftStore, about: string, makeKey: () => string): CallDraft {
  try {
    const kept: unknown = JSON.parse(store.getItem(PREFIX + about) ?? 'null');
    if (isDraft(kept)) return kept;
  } catch {
    // what cannot be read is no draft
  }
  return { key: makeKey(), values: {} };
}

/** The draft with one answer changed, kept. */
export function changedDraft(store: DraftStore, about: string, draft: CallDraft, name: CallField, value: string): CallDraft {
  const changed = { ...draft, values: { ...draft.values, [name]: value } };
  keepDraft(store, about, changed);
  return changed;
}

/** A browser that keeps nothing (private mode, full) does not stop the call. */
export function keepDraft(store: DraftStore, about: string, draft: CallDraft): void {
  try {
    store.setItem(PREFIX + about, JSON.stringify(draft));
  } catch {
    // the answers then live as long as the page
  }
}

export function forgetDraft(store: DraftStore, about: string): void {
  store.removeItem(PREFIX + about);
}

/** A line of the script that was said. */
export interface UsedLine {
  readonly id: string;
  readonly words: string;
  /** What it answers; blank for other lines. */
  readonly objection: string;
}

/** What marking a line fills in; marking the marked one again takes it back. */
export function lineAnswers({ id, words, objection }: UsedLine, values: CallValues): readonly (readonly [CallField, string])[] {
  const isAgain = values.lineId === id;
  const isNewObjection = Boolean(objection) && !isAgain && !values.objection;
  return [
    ['lineId', isAgain ? '' : id],
    ['lineWords', isAgain ? '' : words],
    ...(isNewObjection ? [['objection', objection] as const] : []),
  ];
}

export function isAnythingTyped({ values }: CallDraft): boolean {
  return Object.values(values).some(Boolean);
}

function isDraft(kept: unknown): kept is CallDraft {
  if (typeof kept !== 'object' || kept === null) return false;
  const { key, values } = kept as { key?: unknown; values?: unknown };
  return typeof key === 'string' && typeof values === 'object' && values !== null;
}

/** Two calls never get the same. Not randomUUID, which browsers have in secure contexts only. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
