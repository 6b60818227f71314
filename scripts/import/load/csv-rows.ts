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

/**
 * Reads RFC 4180 CSV with commas: quoted cells may hold commas, doubled quotes and line breaks; lines end with LF or CRLF; empty lines
 * are passed over. Call `push` for every piece and `close` once. Throws when a quote is never closed.
 */
export class CsvRows {
  readonly #onRow: (row: CsvRow) => void;
  readonly #starts = new Int32Array(MOST_COLUMNS);
  readonly #ends = new Int32Array(MOST_COLUMNS);
  readonly #escaped = new Uint8Array(MOST_COLUMNS);
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
    if (used < this.#rest.length) throw new Error('The CSV ends inside a quoted cell.');
    this.#rest = NOTHING;
  }

  /** Tells every whole row; returns the position up to which the bytes were used. */
  #scan(bytes: Uint8Array, isLast: boolean): number {
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
      const isEmpty = cells === 1 && this.#starts[0] === from && this.#ends[0] === from;
      if (!isEmpty) this.#onRow(this.#row(bytes, from, this.#ends[cells - 1] ?? from, cells));
      from = at;
    }
    return bytes.length;
  }

  /** Notes the cell that starts at `at`; returns the position of what ends it, or -1 when more bytes are needed. */
  #cell(bytes: Uint8Array, at: number, cell: number, isLast: boolean): number {
    if (cell >= MOST_COLUMNS) throw new Error(`The CSV has more than ${MOST_COLUMNS} columns.`);
    if (bytes[at] !== QUOTE) return this.#plainCell(bytes, at, cell, isLast);
    let escaped = 0;
    let quote = bytes.indexOf(QUOTE, at + 1);
    while (quote >= 0 && bytes[quote + 1] === QUOTE) {
      escaped = 1;
      quote = bytes.indexOf(QUOTE, quote + 2);
    }
    const isUndecided = quote + 1 >= bytes.length || (bytes[quote + 1] === CR && quote + 2 >= bytes.length);
    if (quote < 0 || (isUndecided && !isLast)) return -1;
    this.#starts[cell] = at + 1;
    this.#ends[cell] = quote;
    this.#escaped[cell] = escaped;
    return quote + 1;
  }

  #plainCell(bytes: Uint8Array, at: number, cell: number, isLast: boolean): number {
    let end = at;
    while (end < bytes.length && bytes[end] !== COMMA && bytes[end] !== LF) end += 1;
    if (end === bytes.length && !isLast) return -1;
    if (bytes[end] !== COMMA && end > at && bytes[end - 1] === CR) end -= 1;
    this.#starts[cell] = at;
    this.#ends[cell] = end;
    this.#escaped[cell] = 0;
    return end;
  }

  #row(bytes: Uint8Array, from: number, to: number, cells: number): CsvRow {
    const start = (cell: number): number => this.#starts[cell] ?? 0;
    const end = (cell: number): number => this.#ends[cell] ?? 0;
    const isEscaped = (cell: number): boolean => this.#escaped[cell] === 1;
    const text = (cell: number): string => {
      if (cell >= cells) return '';
      const content = Buffer.from(bytes.buffer, bytes.byteOffset + start(cell), end(cell) - start(cell)).toString('utf8');
      return isEscaped(cell) ? content.replaceAll('""', '"') : content;
    };
    return { bytes, from, to, cells, start, end, isEscaped, text };
  }
}
