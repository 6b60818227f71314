// What somebody is typing, kept in the browser's session until it is saved: it survives errors, navigation and reloads.
import USER_ID from '@salesforce/user/Id';

/** Values of a form by the names of its fields. */
export type Draft = Readonly<Record<string, string | boolean>>;

/** Whoever signs in next in the same tab does not read it. */
const PREFIX = `draft.${USER_ID}.`;

export function dropDraft(key: string): void {
  window.sessionStorage.removeItem(PREFIX + key);
}

/** `key` names the form and its record. A form without anything in it has no draft. */
export function keepDraft(key: string, draft: Draft): void {
  const isBlank = Object.values(draft).every((value) => value === '' || value === false);
  if (isBlank) dropDraft(key);
  else window.sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
}

/** What was kept; empty when nothing was, or when it can no longer be read. */
export function draftOf(key: string): Draft {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(PREFIX + key) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'string' || typeof value === 'boolean')) as Draft;
  } catch {
    return {};
  }
}
