// The list of flows that have failed without a fault path: what the platform would mail to the administrator.
import type { Store } from '../store/store.ts';

export interface FlowError {
  /** Instant of the org's clock. */
  readonly occurredAt: string;
  readonly flow: string;
  /** The element at which the flow failed, where it is known. */
  readonly element: string | null;
  /** The record for which the flow ran, if any. */
  readonly recordId: string | null;
  readonly message: string;
}

const LIST = 'flow errors';

/** Remembers a failure; call it outside of the transaction that the failure undoes. */
export function addFlowError(store: Store, error: FlowError): void {
  store.entries.add(LIST, JSON.stringify(error));
}

/** Failures after a serial, oldest first. */
export function readFlowErrors(store: Store, after: number, count: number): readonly (FlowError & { readonly serial: number })[] {
  return store.entries.after(LIST, after, count).map(({ serial, content }) => ({ serial, ...(JSON.parse(content) as FlowError) }));
}

export function countFlowErrors(store: Store): number {
  return store.entries.count(LIST);
}
