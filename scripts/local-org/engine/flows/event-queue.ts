// Platform events between their publication and the flows that listen to them.
import { randomUUID } from 'node:crypto';
import type { Row } from '../../../platform/record.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import type { Store } from '../../store/store.ts';

export interface PublishedEvent {
  readonly object: string;
  readonly fields: Row;
}

const LIST = 'platform events';
const MOST_AT_ONCE = 10_000;

/**
 * What was published and not yet heard. Events that are published immediately wait outside of the database, so that they outlive the
 * transaction; the others are part of it and go when it is undone.
 */
export class EventQueue {
  readonly #store: Store;
  readonly #out: PublishedEvent[] = [];
  #replayId = 0;
  /** Whether the database may hold events: at the start those of an earlier run. */
  #waiting = true;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Publishes one event; gives its replay id. */
  publish({ name, publish }: SObjectType, said: Row): number {
    this.#replayId += 1;
    const event = { object: name, fields: { ...said, ReplayId: String(this.#replayId), EventUuid: randomUUID() } };
    if (publish === 'immediately') this.#out.push(event);
    else {
      this.#store.entries.add(LIST, JSON.stringify(event));
      this.#waiting = true;
    }
    return this.#replayId;
  }

  /** Takes out all that may be heard; call it outside of transactions. */
  take(): readonly PublishedEvent[] {
    const out = this.#out.splice(0);
    if (!this.#waiting) return out;
    const committed = this.#store.entries.after(LIST, 0, MOST_AT_ONCE);
    this.#waiting = committed.length === MOST_AT_ONCE;
    if (committed.length > 0) {
      this.#store.transaction(() =>
        this.#store.entries.remove(
          LIST,
          committed.map(({ serial }) => serial),
        ),
      );
    }
    return [...out, ...committed.map(({ content }) => JSON.parse(content) as PublishedEvent)];
  }
}
