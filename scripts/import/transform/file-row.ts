// What the rows of a kind of file are transformed by.

import type { RecordScanner } from '../source/record-scanner.ts';
import type { ImportKind } from '../source/import-kind.ts';
import type { LineBuffer } from './batch-buffers.ts';
import { ConsentRow } from './consent/consent-row.ts';
import { ContractRow } from './contract-row.ts';
import type { WarningCode } from './messages.ts';
import type { RowFault } from './row-fault.ts';
import type { SlotContext } from './slots.ts';

/** Reads, judges and writes one row after another. What it tells besides is about the row that was read, or written, last. */
export interface FileRow {
  /** KvK number as an integer; 0 when it has none. */
  readonly account: number;
  /** Day number on which it was obtained; NO_NUMBER when the file does not say so for each row. */
  readonly obtained: number;
  /** Low and high word of the hash of what the row is about, then of what it says. */
  readonly hashes: Uint32Array;
  /** What is wrong with the row, undefined for a good one. */
  read(bytes: Buffer, scanner: RecordScanner): readonly RowFault[] | undefined;
  /** Writes the row as a CSV line. */
  write(out: LineBuffer): void;
  warnings(tell: (code: WarningCode) => void): void;
}

/** A file has one kind of rows, so that the code which handles millions of them sees one class only. */
export const FILE_ROWS: Readonly<Record<ImportKind, new (context: SlotContext) => FileRow>> = {
  contracts: ContractRow,
  consent: ConsentRow,
};
