// The list of flows that have failed without a fault path: what the platform would mail to the administrator.
import type { Store } from '../../store/store.ts';

/** A flow that has failed for a record. */
export interface FlowFault {
  readonly flow: string;
  /** The element at which the flow failed, where it is known. */
  readonly element: string | null;
  /** The record for which the flow ran, if any. */
  readonly recordId: string | null;
  readonly message: string;
}

/** Equal failures of one save or one batch, told of once. */
export interface FlowError extends FlowFault {
  /** Instant of the org's clock. */
  readonly occurredAt: string;
  /** For how many records the flow has failed in this way; `recordId` is the first. */
  readonly count: number;
}

const LIST = 'flow errors';

/** Remembers failures; call it outside of the transaction that they undo. */
export function addFlowErrors(store: Store, occurredAt: string, faults: readonly FlowFault[]): void {
  if (faults.length === 0) return;
  store.transaction(() => {
    for (const [, same] of Map.groupBy(faults, ({ flow, element, message }) => JSON.stringify([flow, element, message]))) {
      const [first] = same;
      if (first) store.entries.add(LIST, JSON.stringify({ ...first, occurredAt, count: same.length } satisfies FlowError));
    }
  });
}

/** Failures after a serial, oldest first. */
export function readFlowErrors(store: Store, after: number, count: number): readonly (FlowError & { readonly serial: number })[] {
  return store.entries.after(LIST, after, count).map(({ serial, content }) => ({ serial, ...(JSON.parse(content) as FlowError) }));
}

export function countFlowErrors(store: Store): number {
  return store.entries.count(LIST);
}
