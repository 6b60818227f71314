// The script that was seen last, kept in the browser's session: it stays usable when the connection is lost.
import type { ScriptNode } from 'c/comparisonLines';
import type { AccountNode } from './accountQueries';
import type { CalledContract } from './contractChoice';
import type { DraftStore } from './callDraft';
import type { Offer } from './offers';

/**
 * What the lines of one account need: its name and legal form, its contracts, the scripts of one of them. No contact, no number, no verdict on
 * calling: that may be withdrawn at any moment.
 */
export interface ScriptCopy {
  readonly accountId: string;
  /** The contract that the scripts are for. */
  readonly contractId: string | undefined;
  /** Instant of the answers. */
  readonly at: string;
  /** Civil day of the answers. */
  readonly day: string;
  readonly account: AccountNode;
  readonly contracts: readonly CalledContract[];
  readonly scripts: readonly ScriptNode[];
  readonly offers: readonly Offer[];
}

/** One for each user of a shared browser; each account takes the place of the one before. */
const keyOf = (userId: string): string => `comparisonScript.copy.${userId}`;

export function keepCopy(store: DraftStore, userId: string, copy: ScriptCopy): void {
  try {
    store.setItem(keyOf(userId), JSON.stringify(copy));
  } catch {
    // a browser that keeps nothing has no copy
  }
}

export function dropCopy(store: DraftStore, userId: string): void {
  store.removeItem(keyOf(userId));
}

/** Undefined for another account, and for a copy of another day: by then a claim may have expired. */
export function copyOf(store: DraftStore, userId: string, accountId: string | undefined, today: string): ScriptCopy | undefined {
  try {
    const kept = JSON.parse(store.getItem(keyOf(userId)) ?? 'null') as ScriptCopy | null;
    return kept && kept.accountId === accountId && kept.day === today && Array.isArray(kept.contracts) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** What the card takes over of a copy. */
export function shownOf({ account, contracts, scripts, offers, at }: ScriptCopy): object {
  return { account, contracts, scripts, offers, asOf: at, failure: undefined, isOffline: true, isLoaded: true };
}
