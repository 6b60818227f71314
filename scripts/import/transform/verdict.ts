// What a normaliser says about one cell.

import type { RejectCode, WarningCode } from './messages.ts';

/** Words that the sentence of a fault needs, by placeholder. */
export type FaultDetail = Readonly<Record<string, string>>;

/** `unknown`: the cell says nothing, which is no fault. `warning` is counted, the row is loaded. */
export type Verdict<Value> =
  | { readonly kind: 'value'; readonly value: Value; readonly warning: WarningCode | undefined }
  | { readonly kind: 'unknown'; readonly warning: WarningCode | undefined }
  | { readonly kind: 'fault'; readonly code: RejectCode; readonly detail: FaultDetail };

export function known<Value>(value: Value, warning?: WarningCode): Verdict<Value> {
  return { kind: 'value', value, warning };
}

/** A blank cell, or with a warning, a cell that stood for "unknown". */
export function unknown(warning?: WarningCode): Verdict<never> {
  return { kind: 'unknown', warning };
}

export function fault(code: RejectCode, detail: FaultDetail = {}): Verdict<never> {
  return { kind: 'fault', code, detail };
}
