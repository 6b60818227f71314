// What the org does by itself and what came of it, as the API and tests see it.
import type { OrgCore } from './org-core.ts';
import { countOutbox, readOutbox, type OutboxMessage } from './outbox.ts';

export interface Automation {
  /** What flows have sent after a serial, at most `count`, with the number of all messages. */
  outbox(after: number, count: number): { readonly totalSize: number; readonly messages: readonly OutboxMessage[] };
}

export function automationOf(core: OrgCore): Automation {
  return {
    outbox: (after, count) => ({ totalSize: countOutbox(core.store), messages: readOutbox(core.store, after, count) }),
  };
}
