// Text of a file from a byte position on, decoded strictly as UTF-8, piece by piece.
import { closeSync, openSync, readSync } from 'node:fs';
import { invalidBatch } from './job-failure.ts';

const BLOCK = 256 * 1024;

export interface TextFile {
  /** The next piece; undefined at the end. Throws JobFailure when the bytes are not UTF-8. */
  read(): string | undefined;
  close(): void;
}

export function openTextFile(path: string, from: number): TextFile {
  const file = openSync(path, 'r');
  const block = Buffer.allocUnsafe(BLOCK);
  // A byte order mark is kept: the platform takes it for a part of the first column's name.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let position = from;
  let ended = false;
  const decode = (bytes: Buffer | undefined): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw Object.assign(invalidBatch('Failed to parse CSV. The data is not UTF-8'), { cause });
    }
  };
  return {
    read() {
      while (!ended) {
        const length = readSync(file, block, 0, BLOCK, position);
        position += length;
        ended = length === 0;
        const text = decode(ended ? undefined : block.subarray(0, length));
        if (text !== '') return text;
      }
      return undefined;
    },
    close: () => closeSync(file),
  };
}
