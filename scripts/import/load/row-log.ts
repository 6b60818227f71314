// Where the rows of this run stand in the file, what they said and their keys: on disk, so that memory does not follow the file's size.
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

/** Bytes of a row: its place, what it said, and its key behind them. */
const ENTRY = 32;
const KEY_AT = 24;
const BUFFERED = 1 << 14;

/** Appends rows and reads them back by number, from 0. Throws the system's error when the disk is full. */
export class RowLog {
  readonly #path: string;
  readonly #file: number;
  readonly #bytes = new Uint8Array(ENTRY * BUFFERED);
  readonly #buffer = new DataView(this.#bytes.buffer);
  /** One row from the disk. Files are read and written as bytes: Node's optimised code has refused a DataView as none. */
  readonly #entryBytes = new Uint8Array(ENTRY);
  readonly #entry = new DataView(this.#entryBytes.buffer);
  #written = 0;
  #buffered = 0;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'w+', 0o600);
  }

  append(line: number, offset: number, length: number, printLow: number, printHigh: number, keyLow: number, keyHigh: number): void {
    const at = this.#buffered * ENTRY;
    this.#buffer.setFloat64(at, offset);
    this.#buffer.setUint32(at + 8, line);
    this.#buffer.setUint32(at + 12, length);
    this.#buffer.setUint32(at + 16, printLow);
    this.#buffer.setUint32(at + 20, printHigh);
    this.#buffer.setUint32(at + KEY_AT, keyLow);
    this.#buffer.setUint32(at + KEY_AT + 4, keyHigh);
    this.#buffered += 1;
    if (this.#buffered === BUFFERED) this.#flush();
  }

  read(row: number): LoggedRow {
    if (row >= this.#written) return entryAt(this.#buffer, (row - this.#written) * ENTRY);
    this.#fetch(row);
    return entryAt(this.#entry, 0);
  }

  /** Writes low and high word of a row's key into `out`. */
  key(row: number, out: Uint32Array): void {
    const isBuffered = row >= this.#written;
    if (!isBuffered) this.#fetch(row);
    const view = isBuffered ? this.#buffer : this.#entry;
    const at = isBuffered ? (row - this.#written) * ENTRY : 0;
    out[0] = view.getUint32(at + KEY_AT);
    out[1] = view.getUint32(at + KEY_AT + 4);
  }

  #fetch(row: number): void {
    const read = readSync(this.#file, this.#entryBytes, 0, ENTRY, row * ENTRY);
    if (read !== ENTRY) throw new Error(`Row ${row} is not in ${this.#path}.`);
  }

  /** Ends the log and removes its file. */
  close(): void {
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
  }

  #flush(): void {
    writeSync(this.#file, this.#bytes, 0, this.#buffered * ENTRY, this.#written * ENTRY);
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
