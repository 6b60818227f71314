// What a running GraphQL request carries along.
import type { Org, QueriedRecord, Session } from '../../engine/org.ts';
import type { Field, Schema, SObjectType } from '../../metadata/schema.ts';

export interface RequestContext {
  readonly org: Org;
  readonly session: Session;
  /** The schema with labels in the session's language. */
  readonly schema: Schema;
  /** Variables as they were sent: their members keep their order, which matters to orderBy. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A record node; `prefetched` names the child relationships that came with it, by the response key that asked. */
export interface RecordSource {
  readonly object: SObjectType;
  readonly record: QueriedRecord;
  readonly prefetched: ReadonlyMap<string, string>;
}

/** A field of a record on its way to `value` and `displayValue`. */
export interface ValueSource {
  /** Name of the object that the field belongs to. */
  readonly object: string;
  readonly field: Field;
  readonly value: string | number | boolean | null;
  /** Overrides the display by the field, as for counts. */
  readonly shownAs?: string;
}
