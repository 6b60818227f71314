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
  /** The record that begins at this line cannot be split: an open quote (with the line on which it opened) or no end in 2 MB. */
  stuck(reason: 'unbalanced' | 'too-long', line: number): never;
}

/** Where the reading came to: the byte behind the last record, and the physical line that begins there. */
export interface ReadUntil {
  readonly end: number;
  readonly line: number;
}

/** Visits the records that begin in the bytes from `from`, which is the start of line 1, up to `until`. */
export async function readRecords(
  file: FileHandle,
  { from, until }: { readonly from: number; readonly until: number },
  scanner: RecordScanner,
  visitor: RecordVisitor,
): Promise<ReadUntil> {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  let filled = 0;
  let base = from;
  let line = 1;
  for (;;) {
    const { bytesRead } = await file.read(buffer, filled, BUFFER_BYTES - filled, base + filled);
    const isLast = bytesRead === 0;
    filled += bytesRead;
    const stop = Math.min(filled, until - base);
    scanner.begin(buffer, filled, isLast);
    let at = 0;
    let result: ScanResult = 'record';
    while (at < stop) {
      result = scanner.scan(at);
      if (result === 'unbalanced') visitor.stuck('unbalanced', line + scanner.openedAfterBreaks);
      if (result === 'incomplete') break;
      visitor.record(buffer, base, at, line, result as 'record' | 'malformed');
      line += scanner.breaks;
      at = scanner.next;
    }
    if (at > 0) visitor.region(buffer.subarray(0, at));
    else if (filled === BUFFER_BYTES) visitor.stuck('too-long', line);
    if (isLast || base + at >= until) return { end: base + at, line };
    buffer.copyWithin(0, at, filled);
    base += at;
    filled -= at;
  }
}
