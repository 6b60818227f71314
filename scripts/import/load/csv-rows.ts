// Splits CSV bytes that arrive in pieces (results and query pages of the Bulk API) into rows, without making strings of them.

const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;
const MOST_COLUMNS = 5_000;
const NOTHING = new Uint8Array(0);

/** One row, valid only during the call that receives it. */
export interface CsvRow {
  /** The piece of the stream in which the row stands, from `from` up to and without its line ending at `to`. */
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly cells: number;
  /** Where a cell's content starts and ends in `bytes`, without its quotes. */
  start(cell: number): number;
  end(cell: number): number;
  /** True when doubled quotes stand in the content. */
  isEscaped(cell: number): boolean;
  text(cell: number): string;
}

/** The bytes of a row from one of its cells on, with the quotes around it and without its line ending. */
export function lineOf(row: CsvRow, cell = 0): Uint8Array {
  const start = row.start(cell) - (row.bytes[row.start(cell) - 1] === QUOTE ? 1 : 0);
  return row.bytes.subarray(Math.max(start, row.from), row.bytes[row.to] === QUOTE ? row.to + 1 : row.to);
}

/** The bytes broke off inside a quoted cell. */
export class CsvEndsEarly extends Error {}

/** The one row that a reader tells again and again, so that a million rows make no million objects. */
class CurrentRow implements CsvRow {
  readonly starts = new Int32Array(MOST_COLUMNS);
  readonly ends = new Int32Array(MOST_COLUMNS);
  readonly escaped = new Uint8Array(MOST_COLUMNS);
  bytes: Uint8Array = NOTHING;
  from = 0;
  to = 0;
  cells = 0;

  start(cell: number): number {
    return this.starts[cell] ?? 0;
  }

  end(cell: number): number {
    return this.ends[cell] ?? 0;
  }

  isEscaped(cell: number): boolean {
    return this.escaped[cell] === 1;
  }

  text(cell: number): string {
    if (cell >= this.cells) return '';
    const { bytes } = this;
    const content = Buffer.from(bytes.buffer, bytes.byteOffset + this.start(cell), this.end(cell) - this.start(cell)).toString('utf8');
    return this.isEscaped(cell) ? content.replaceAll('""', '"') : content;
  }
}

/**
 * Reads RFC 4180 CSV with commas: quoted cells may hold commas, doubled quotes and line breaks; lines end with LF or CRLF; empty lines
 * are passed over. Call `push` for every piece and `close` once. Throws when a quote is never closed.
 */
export class CsvRows {
  readonly #onRow: (row: CsvRow) => void;
  readonly #row = new CurrentRow();
  #rest: Uint8Array = NOTHING;

  constructor(onRow: (row: CsvRow) => void) {
    this.#onRow = onRow;
  }

  push(piece: Uint8Array): void {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const used = this.#scan(bytes, false);
    this.#rest = used === bytes.length ? NOTHING : bytes.slice(used);
  }

  close(): void {
    const used = this.#scan(this.#rest, true);
    if (used < this.#rest.length) throw new CsvEndsEarly('The CSV ends inside a quoted cell.');
    this.#rest = NOTHING;
  }

  /** Tells every whole row; returns the position up to which the bytes were used. */
  #scan(bytes: Uint8Array, isLast: boolean): number {
    const row = this.#row;
    row.bytes = bytes;
    let from = 0;
    while (from < bytes.length) {
      let cells = 0;
      let at = from;
      let isWhole = false;
      while (!isWhole) {
        const end = this.#cell(bytes, at, cells, isLast);
        if (end < 0) return from;
        cells += 1;
        const separator = bytes[end];
        at = end + 1;
        isWhole = separator !== COMMA;
        if (separator === CR && bytes[at] === LF) at += 1;
      }
      row.from = from;
      row.to = row.end(cells - 1);
      row.cells = cells;
      const isEmpty = cells === 1 && row.start(0) === from && row.to === from;
      if (!isEmpty) this.#onRow(row);
      from = at;
    }
    return bytes.length;
  }

  /** Notes the cell that starts at `at`; returns the position of what ends it, or -1 when more bytes are needed. */
  #cell(bytes: Uint8Array, at: number, cell: number, isLast: boolean): number {
    if (cell >= MOST_COLUMNS) throw new Error(`The CSV has more than ${MOST_COLUMNS} columns.`);
    if (bytes[at] !== QUOTE) return this.#plainCell(bytes, at, cell, isLast);
    let escaped = 0;
    let quote = closingQuote(bytes, at + 1);
    while (quote >= 0 && bytes[quote + 1] === QUOTE) {
      escaped = 1;
      quote = closingQuote(bytes, quote + 2);
    }
    const isUndecided = quote + 1 >= bytes.length || (bytes[quote + 1] === CR && quote + 2 >= bytes.length);
    if (quote < 0 || (isUndecided && !isLast)) return -1;
    this.#row.starts[cell] = at + 1;
    this.#row.ends[cell] = quote;
    this.#row.escaped[cell] = escaped;
    return quote + 1;
  }

  #plainCell(bytes: Uint8Array, at: number, cell: number, isLast: boolean): number {
    let end = at;
    while (end < bytes.length && bytes[end] !== COMMA && bytes[end] !== LF) end += 1;
    if (end === bytes.length && !isLast) return -1;
    if (bytes[end] !== COMMA && end > at && bytes[end - 1] === CR) end -= 1;
    this.#row.starts[cell] = at;
    this.#row.ends[cell] = end;
    this.#row.escaped[cell] = 0;
    return end;
  }
}

/** A loop, because `indexOf` costs more than it saves on cells of a few bytes. */
function closingQuote(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) if (bytes[at] === QUOTE) return at;
  return -1;
}
