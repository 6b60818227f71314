// The file of rejected rows: every row as it was, but for citizens' numbers, with line, reason and suggestion, ready to be corrected and
// imported again.
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Reject, RejectSink } from '../plan/import-outcome.ts';
import type { SourceInspection } from '../source/inspection.ts';
import type { SourceField } from '../source/source-field.ts';
import { guardFormula, isRejectColumn, REJECT_COLUMNS, unguardFormula } from '../source/reject-columns.ts';
import { cellDecoder } from '../source/text-decoder.ts';
import { foldHeader } from '../source/header-name.ts';
import { splitRow } from '../source/split-row.ts';
import { picklistValue } from '../transform/values/picklist-value.ts';
import { mayHoldCitizensNumber } from '../transform/values/vat-number.ts';

const BYTE_ORDER_MARK = '\u{feff}';
const CHUNK = 1 << 14;
const PLACES_PER_PIECE = 1 << 14;

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
  readonly #places = new NotePlaces();

  constructor(folder: string, inspection: SourceInspection) {
    this.#folder = folder;
    this.#inspection = inspection;
    this.#notes = join(folder, 'rejects.notes');
  }

  add(reject: Reject): void {
    const note = JSON.stringify(reject);
    this.#places.add(reject.line, this.#written);
    this.#written += Buffer.byteLength(note);
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
    const rows = new NearbyBytes(source);
    const kept = new NearbyBytes(notes);
    const { columns, delimiter, dataEncoding } = this.#inspection;
    const own = columns.map(({ header }) => isRejectColumn(header));
    const isRejectsFile = own.includes(true);
    const decode = cellDecoder(dataEncoding);
    const veil = citizensNumbersOut(this.#inspection);
    const line = (cells: readonly string[]): string => `${cells.map((cell) => quoted(guardFormula(cell), delimiter)).join(delimiter)}\r\n`;
    const headers = columns.filter((_, at) => !own[at]).map(({ header }) => header);
    let text = BYTE_ORDER_MARK + line([...REJECT_COLUMNS, ...headers]);
    for (const entry of this.#places.byLine()) {
      const start = this.#places.start(entry);
      const end = entry + 1 < this.#places.size ? this.#places.start(entry + 1) : this.#written;
      const reject = JSON.parse(kept.read(start, end - start).toString('utf8')) as Reject;
      const row = rows.read(reject.offset, reject.length);
      const cells = veil(splitRow(decode(row, 0, row.length).replace(/[\r\n]+$/, ''), delimiter)).filter((_, at) => !own[at]);
      const original = isRejectsFile ? cells.map(unguardFormula) : cells;
      text += line([String(reject.line), reject.column, reject.code, reject.reason, reject.suggestion, ...original]);
      if (text.length > CHUNK) {
        writeSync(target, text);
        text = '';
      }
    }
    writeSync(target, text);
  }
}

/** Columns that hold nothing else, folded. */
const CITIZENS_NUMBERS = /^(?:bsn|burgerservicenummer|sofinummer|sofinr|citizenservicenumber)/;

/** Empties cells with citizen service numbers, and of VAT numbers those that are, or may be, one of a sole trader: no copy may be made. */
function citizensNumbersOut({ columns, fixed }: SourceInspection): (cells: readonly string[]) => readonly string[] {
  const place = (field: SourceField): number => columns.findIndex((column) => column.field === field);
  const [vat, form] = [place('vatNumber'), place('legalForm')];
  const citizens = columns.flatMap(({ header }, at) => (CITIZENS_NUMBERS.test(foldHeader(header)) ? [at] : []));
  return (row) => {
    const cells = citizens.length === 0 ? row : row.map((cell, at) => (citizens.includes(at) ? '' : cell));
    if (vat < 0) return cells;
    const verdict = picklistValue('Legal_Form', form < 0 ? (fixed.legalForm ?? '') : (cells[form]?.trim() ?? ''), 'LEGAL_FORM_UNKNOWN');
    const isOne = mayHoldCitizensNumber(cells[vat]?.trim() ?? '', verdict.kind === 'value' ? verdict.value : undefined);
    return isOne ? cells.with(vat, '') : cells;
  };
}

/** Line and place in the notes file of every reject, in the order of adding: twelve bytes each, in pieces that are never copied. */
class NotePlaces {
  readonly #lines: Uint32Array[] = [];
  readonly #starts: Float64Array[] = [];
  size = 0;

  add(line: number, start: number): void {
    const at = this.size % PLACES_PER_PIECE;
    if (at === 0) {
      this.#lines.push(new Uint32Array(PLACES_PER_PIECE));
      this.#starts.push(new Float64Array(PLACES_PER_PIECE));
    }
    this.#lines.at(-1)?.fill(line, at, at + 1);
    this.#starts.at(-1)?.fill(start, at, at + 1);
    this.size += 1;
  }

  start(entry: number): number {
    return this.#starts[Math.floor(entry / PLACES_PER_PIECE)]?.[entry % PLACES_PER_PIECE] ?? 0;
  }

  /** Entry numbers sorted by line; rejects of the org come after those of the file, so the order of adding is not that of the lines. */
  byLine(): Uint32Array {
    const order = Uint32Array.from({ length: this.size }, (_, entry) => entry);
    return order.sort((one, other) => this.#line(one) - this.#line(other) || one - other);
  }

  #line(entry: number): number {
    return this.#lines[Math.floor(entry / PLACES_PER_PIECE)]?.[entry % PLACES_PER_PIECE] ?? 0;
  }
}

/** Reads a file in places that nearly always lie closely behind one another: many of them with one request. */
class NearbyBytes {
  readonly #file: number;
  #bytes = Buffer.allocUnsafeSlow(CHUNK);
  #from = 0;
  #length = 0;

  constructor(file: number) {
    this.#file = file;
  }

  /** The bytes at `offset`, fewer at the end of the file; valid until the next call. */
  read(offset: number, length: number): Buffer {
    if (offset < this.#from || offset + length > this.#from + this.#length) {
      if (length > this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(length);
      this.#from = offset;
      this.#length = readSync(this.#file, this.#bytes, 0, this.#bytes.length, offset);
    }
    const at = offset - this.#from;
    return this.#bytes.subarray(at, Math.min(at + length, this.#length));
  }
}

function quoted(cell: string, delimiter: string): string {
  const needsQuotes = cell.includes('"') || cell.includes(delimiter) || /[\r\n]/.test(cell) || /^\s|\s$/.test(cell);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}
