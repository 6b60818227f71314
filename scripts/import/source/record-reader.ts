// Reads a file forward in large pieces and hands out record after record, at constant memory.

import type { FileHandle } from 'node:fs/promises';
import type { RecordScanner, ScanResult } from './record-scanner.ts';

/** The longest record that is read; a longer one is no record. */
const BUFFER_BYTES = 2 * 1024 * 1024;

/** What `readRecords` tells its caller. Offsets in `bytes` are those of the scanner; `base` makes them offsets in the file. */
export interface RecordVisitor {
  /** A record; its cells stand in the scanner. `line` is its first physical line. */
  record(bytes: Buffer, base: number, start: number, line: number, result: 'record' | 'malformed'): void;
  /** A stretch of whole records that were all visited. */
  region(bytes: Buffer): void;
  /** Bytes as they come from the file. */
  raw(bytes: Buffer): void;
  /** The record that begins at this line cannot be split: an open quote (with the line on which it opened) or no end in 2 MB. */
  stuck(reason: 'unbalanced' | 'too-long', line: number): never;
}

/** Visits all records from byte `from`, which is the start of line 1. */
export async function readRecords(file: FileHandle, from: number, scanner: RecordScanner, visitor: RecordVisitor): Promise<void> {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let filled = 0;
  let base = from;
  let line = 1;
  for (;;) {
    const { bytesRead } = await file.read(buffer, filled, BUFFER_BYTES - filled, base + filled);
    const isLast = bytesRead === 0;
    visitor.raw(buffer.subarray(filled, filled + bytesRead));
    filled += bytesRead;
    let at = 0;
    let result: ScanResult = 'record';
    while (at < filled) {
      result = scanner.scan(buffer, at, filled, isLast);
      if (result === 'unbalanced') visitor.stuck('unbalanced', line + scanner.openedAfterBreaks);
      if (result === 'incomplete') break;
      visitor.record(buffer, base, at, line, result as 'record' | 'malformed');
      line += scanner.breaks;
      at = scanner.next;
    }
    if (at > 0) visitor.region(buffer.subarray(0, at));
    else if (filled === BUFFER_BYTES) visitor.stuck('too-long', line);
    if (isLast) return;
    buffer.copyWithin(0, at, filled);
    base += at;
    filled -= at;
  }
}
