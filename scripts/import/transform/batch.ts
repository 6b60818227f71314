// The one shape in which transformed rows leave the workers: bytes and typed arrays, so that nothing is copied twice.
import type { Reject } from '../plan/import-outcome.ts';

/** Rows that are no data, by cause: blank lines, repeated headers, totals, exact duplicates. */
export type SkipCause = 'blank' | 'repeated-header' | 'totals' | 'duplicate';

/**
 * One batch of accepted rows in file order. Its arrays are lent: they are used again once the next batch is asked for. Row i's CSV line (UTF-8, comma, LF, columns as `LoadColumns`) is
 * `csv.subarray(i === 0 ? 0 : ends[i - 1], ends[i])`.
 */
export interface TransformedBatch {
  readonly csv: Uint8Array;
  readonly ends: Uint32Array;
  /** Physical line numbers. */
  readonly lines: Uint32Array;
  readonly offsets: Float64Array;
  readonly lengths: Uint32Array;
  /** KvK numbers as integers (00012345 → 12345). */
  readonly accounts: Uint32Array;
  /** Day numbers on which the rows were obtained; empty when the file does not say so for each row. */
  readonly obtained: Int32Array;
  /** 64-bit hash of the external id, and of the whole content. */
  readonly keys: BigUint64Array;
  readonly fingerprints: BigUint64Array;
  /** Account rows for `--accounts create`, aligned with the rows above: same layout as csv and ends. */
  readonly accountCsv: Uint8Array;
  readonly accountEnds: Uint32Array;
  readonly rejected: readonly Reject[];
  readonly skipped: Readonly<Record<SkipCause, number>>;
  /** Rows read, whatever became of them. */
  readonly read: number;
  /** Warnings by code with their number and first lines. */
  readonly warnings: readonly { readonly code: string; readonly count: number; readonly lines: readonly number[] }[];
}
