// Reads blocks of the inspected file, and notices when it is no longer the file that was inspected.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { SourceBlock, SourceInspection } from '../source/inspection.ts';
import type { Language } from '../source/language.ts';
import { refusal } from '../source/messages.ts';

export class BlockReader {
  readonly #inspection: SourceInspection;
  readonly #language: Language;
  readonly #file: number;
  #buffer = Buffer.allocUnsafeSlow(0);

  constructor(inspection: SourceInspection, language: Language) {
    this.#inspection = inspection;
    this.#language = language;
    this.#file = openSync(inspection.dataPath, 'r');
  }

  /** The bytes of a block, valid until the next call. Throws ImportRefusal when the file has changed since it was inspected. */
  read({ offset, length }: SourceBlock): Buffer {
    const { size, mtimeMs } = fstatSync(this.#file);
    if (size !== this.#inspection.size || mtimeMs !== this.#inspection.modifiedAt) {
      throw refusal(this.#language, 'FILE_CHANGED', { path: this.#inspection.path });
    }
    if (this.#buffer.length < length) this.#buffer = Buffer.allocUnsafeSlow(Math.ceil(length * 1.25));
    let filled = 0;
    while (filled < length) {
      const bytesRead = readSync(this.#file, this.#buffer, filled, length - filled, offset + filled);
      if (bytesRead === 0) throw refusal(this.#language, 'FILE_CHANGED', { path: this.#inspection.path });
      filled += bytesRead;
    }
    return this.#buffer.subarray(0, length);
  }

  close(): void {
    closeSync(this.#file);
  }
}
