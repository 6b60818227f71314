// Where the rows of this run stand in the file and what they said: on disk, so that memory does not follow the file's size.
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';

/** What is kept of a row besides its key. */
export interface LoggedRow {
  /** Physical line. */
  readonly line: number;
  /** Bytes in the file that rows were read from. */
  readonly offset: number;
  readonly length: number;
  readonly printLow: number;
  readonly printHigh: number;
}

const ENTRY = 24;
const BUFFERED = 1 << 14;

/** Appends rows and reads them back by number, from 0. Throws the system's error when the disk is full. */
export class RowLog {
  readonly #path: string;
  readonly #file: number;
  readonly #buffer = new DataView(new ArrayBuffer(ENTRY * BUFFERED));
  readonly #entry = new DataView(new ArrayBuffer(ENTRY));
  #written = 0;
  #buffered = 0;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'w+', 0o600);
  }

  append(line: number, offset: number, length: number, printLow: number, printHigh: number): void {
    const at = this.#buffered * ENTRY;
    this.#buffer.setFloat64(at, offset);
    this.#buffer.setUint32(at + 8, line);
    this.#buffer.setUint32(at + 12, length);
    this.#buffer.setUint32(at + 16, printLow);
    this.#buffer.setUint32(at + 20, printHigh);
    this.#buffered += 1;
    if (this.#buffered === BUFFERED) this.#flush();
  }

  read(row: number): LoggedRow {
    if (row >= this.#written) return entryAt(this.#buffer, (row - this.#written) * ENTRY);
    const read = readSync(this.#file, this.#entry, 0, ENTRY, row * ENTRY);
    if (read !== ENTRY) throw new Error(`Row ${row} is not in ${this.#path}.`);
    return entryAt(this.#entry, 0);
  }

  /** Ends the log and removes its file. */
  close(): void {
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
  }

  #flush(): void {
    writeSync(this.#file, this.#buffer, 0, this.#buffered * ENTRY, this.#written * ENTRY);
    this.#written += this.#buffered;
    this.#buffered = 0;
  }
}

function entryAt(view: DataView, at: number): LoggedRow {
  return {
    offset: view.getFloat64(at),
    line: view.getUint32(at + 8),
    length: view.getUint32(at + 12),
    printLow: view.getUint32(at + 16),
    printHigh: view.getUint32(at + 20),
  };
}
