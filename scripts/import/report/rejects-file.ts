// The file of rejected rows: every row as it was, with line, reason and suggestion, ready to be corrected and imported again.
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Reject, RejectSink } from '../plan/import-outcome.ts';
import type { SourceInspection } from '../source/inspection.ts';
import { guardFormula, isRejectColumn, REJECT_COLUMNS, unguardFormula } from '../source/reject-columns.ts';
import { cellDecoder } from '../source/text-decoder.ts';
import { splitRow } from './split-row.ts';

const BYTE_ORDER_MARK = '\u{feff}';
const CHUNK = 1 << 14;

/**
 * Collects rejects in any order, on disk, and writes `rejects.csv` by line. UTF-8 with byte order mark and the delimiter of the source,
 * so that a spreadsheet opens it; our own columns stand first, because a row may have any number of cells.
 */
export class RejectsFile implements RejectSink {
  readonly #folder: string;
  readonly #inspection: SourceInspection;
  readonly #notes: string;
  #file: number | undefined;
  #written = 0;
  #pending: string[] = [];
  /** Line, then start and end of the note in the notes file, of every reject. */
  #entries = new Float64Array(3 * 256);
  #size = 0;

  constructor(folder: string, inspection: SourceInspection) {
    this.#folder = folder;
    this.#inspection = inspection;
    this.#notes = join(folder, 'rejects.notes');
  }

  get size(): number {
    return this.#size;
  }

  add(reject: Reject): void {
    const note = JSON.stringify(reject);
    if (this.#size * 3 === this.#entries.length) {
      const larger = new Float64Array(this.#entries.length * 2);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    const end = this.#written + Buffer.byteLength(note);
    this.#entries.set([reject.line, this.#written, end], this.#size * 3);
    this.#size += 1;
    this.#written = end;
    this.#pending.push(note);
    if (this.#pending.length >= 1_000) this.#flush();
  }

  /** Writes the file and returns its path, or null when there is nothing to write. Ends the collection. */
  finish(): string | null {
    this.#flush();
    if (this.#file === undefined) return null;
    const path = join(this.#folder, 'rejects.csv');
    const target = openSync(path, 'w', 0o600);
    const source = openSync(this.#inspection.dataPath, 'r');
    try {
      this.#writeRows(target, source, this.#file);
    } finally {
      closeSync(source);
      closeSync(target);
      closeSync(this.#file);
      this.#file = undefined;
      rmSync(this.#notes, { force: true });
    }
    return path;
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    this.#file ??= openSync(this.#notes, 'w+', 0o600);
    writeSync(this.#file, this.#pending.join(''));
    this.#pending = [];
  }

  #writeRows(target: number, source: number, notes: number): void {
    const { columns, delimiter, dataEncoding } = this.#inspection;
    const own = columns.map(({ header }) => isRejectColumn(header));
    const isRejectsFile = own.includes(true);
    const decode = cellDecoder(dataEncoding);
    const line = (cells: readonly string[]): string => `${cells.map((cell) => quoted(guardFormula(cell), delimiter)).join(delimiter)}\r\n`;
    const headers = columns.filter((_, at) => !own[at]).map(({ header }) => header);
    let text = BYTE_ORDER_MARK + line([...REJECT_COLUMNS, ...headers]);
    for (const entry of this.#byLine()) {
      const [start, end] = [this.#entries[entry * 3 + 1] ?? 0, this.#entries[entry * 3 + 2] ?? 0];
      const reject = JSON.parse(bytesOf(notes, start, end - start).toString('utf8')) as Reject;
      const row = bytesOf(source, reject.offset, reject.length);
      const cells = splitRow(decode(row, 0, row.length).replace(/[\r\n]+$/, ''), delimiter).filter((_, at) => !own[at]);
      const original = isRejectsFile ? cells.map(unguardFormula) : cells;
      text += line([String(reject.line), reject.column, reject.code, reject.reason, reject.suggestion, ...original]);
      if (text.length > CHUNK) {
        writeSync(target, text);
        text = '';
      }
    }
    writeSync(target, text);
  }

  #byLine(): Uint32Array {
    const order = Uint32Array.from({ length: this.#size }, (_, entry) => entry);
    return order.sort((one, other) => (this.#entries[one * 3] ?? 0) - (this.#entries[other * 3] ?? 0) || one - other);
  }
}

function bytesOf(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  const read = readSync(file, bytes, 0, length, offset);
  return bytes.subarray(0, read);
}

function quoted(cell: string, delimiter: string): string {
  const needsQuotes = cell.includes('"') || cell.includes(delimiter) || /[\r\n]/.test(cell) || /^\s|\s$/.test(cell);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}
