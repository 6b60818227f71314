// Splits bytes into records and cells without making strings: RFC 4180 quotes, any of LF, CRLF and CR as line end.

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** A quoted cell longer than this, or with more line breaks, is taken for a quote that was never closed. */
const LONGEST_QUOTED_CELL = 65_536;
const MOST_BREAKS_IN_CELL = 100;
const MOST_CELLS = 4_096;
const [INCOMPLETE, NEVER] = [-1, -2] as const;

/** What `scan` found. `unbalanced`: a quote that is not closed; the file cannot be split any further. */
export type ScanResult = 'record' | 'malformed' | 'incomplete' | 'unbalanced';

/**
 * The cells of one record, overwritten by each `scan`. Cell i is `bytes[starts[i]]` up to `bytes[ends[i]]`, without its quotes;
 * `quoted[i]` is 0 for a plain cell, 1 for a quoted one, 2 for a quoted one that holds doubled quotes.
 */
export class RecordScanner {
  readonly starts = new Int32Array(MOST_CELLS);
  readonly ends = new Int32Array(MOST_CELLS);
  readonly quoted = new Uint8Array(MOST_CELLS);
  /** Cells in the record; only the first 4,096 are kept. */
  count = 0;
  /** Where the record ends without its line ending, and where the next one begins. */
  end = 0;
  next = 0;
  /** Physical line breaks in the record, its own ending included. */
  breaks = 0;
  /** For `unbalanced`: line breaks before the line on which the quote opened. */
  openedAfterBreaks = 0;
  readonly #delimiter: number;
  #hasQuoted = false;
  #hasDoubled = false;
  #breaksInCell = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /**
   * Reads the record that begins at `from`. `malformed`: text follows a closing quote, the record itself is delimited.
   * `incomplete`: the record does not end before `to` and `isLast` is false.
   */
  scan(bytes: Uint8Array, from: number, to: number, isLast: boolean): ScanResult {
    if (this.#hasQuoted) {
      this.quoted.fill(0, 0, Math.min(this.count, MOST_CELLS));
      this.#hasQuoted = false;
    }
    return this.#scanPlain(bytes, from, to, isLast) ?? this.#scanQuoted(bytes, from, to, isLast);
  }

  /** The way of nearly all records; undefined as soon as a cell begins with a quote. */
  #scanPlain(bytes: Uint8Array, from: number, to: number, isLast: boolean): 'record' | 'incomplete' | undefined {
    const delimiter = this.#delimiter;
    const { starts, ends } = this;
    let at = from;
    let start = from;
    let count = 0;
    for (;;) {
      if (at < to && bytes[at] === QUOTE) return undefined;
      let byte = 0;
      while (at < to && (byte = bytes[at] as number) !== delimiter && (byte > CR || (byte !== LF && byte !== CR))) at += 1;
      if (count < MOST_CELLS) {
        starts[count] = start;
        ends[count] = at;
      }
      count += 1;
      if (at >= to || byte !== delimiter) break;
      at += 1;
      start = at;
    }
    this.count = count;
    return this.#endRecord(bytes, at, to, isLast, 0) ? 'record' : 'incomplete';
  }

  /** Steps over the line ending at `at`; false when the record may go on behind `to`. */
  #endRecord(bytes: Uint8Array, at: number, to: number, isLast: boolean, breaks: number): boolean {
    this.end = at;
    this.next = at;
    this.breaks = breaks;
    if (at >= to) return isLast;
    const isCr = bytes[at] === CR;
    if (isCr && at + 1 >= to && !isLast) return false;
    this.next = at + (isCr && at + 1 < to && bytes[at + 1] === LF ? 2 : 1);
    this.breaks = breaks + 1;
    return true;
  }

  #scanQuoted(bytes: Uint8Array, from: number, to: number, isLast: boolean): ScanResult {
    const delimiter = this.#delimiter;
    const { starts, ends, quoted } = this;
    this.#hasQuoted = true;
    let at = from;
    let count = 0;
    let breaks = 0;
    let isMalformed = false;
    for (;;) {
      let start = at;
      let end = -1;
      let kind = 0;
      if (at < to && bytes[at] === QUOTE) {
        const closing = this.#closingQuote(bytes, at + 1, to, isLast);
        if (closing < 0) {
          this.openedAfterBreaks = breaks;
          return closing === INCOMPLETE ? 'incomplete' : 'unbalanced';
        }
        kind = this.#hasDoubled ? 2 : 1;
        start = at + 1;
        end = closing;
        at = closing + 1;
        const after = at < to ? bytes[at] : LF;
        if (after !== delimiter && after !== LF && after !== CR) {
          if (this.#breaksInCell > 0) {
            this.openedAfterBreaks = breaks;
            return 'unbalanced';
          }
          isMalformed = true;
        }
        breaks += this.#breaksInCell;
      }
      let byte = 0;
      while (at < to && (byte = bytes[at] as number) !== delimiter && (byte > CR || (byte !== LF && byte !== CR))) at += 1;
      if (count < MOST_CELLS) {
        starts[count] = start;
        ends[count] = end >= 0 ? end : at;
        quoted[count] = kind;
      }
      count += 1;
      if (at >= to || byte !== delimiter) break;
      at += 1;
    }
    this.count = count;
    if (!this.#endRecord(bytes, at, to, isLast, breaks)) return 'incomplete';
    return isMalformed ? 'malformed' : 'record';
  }

  /** The place of the quote that closes the cell beginning at `from`, or why there is none. */
  #closingQuote(bytes: Uint8Array, from: number, to: number, isLast: boolean): number {
    this.#hasDoubled = false;
    this.#breaksInCell = 0;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at];
      if (byte === QUOTE) {
        if (at + 1 >= to && !isLast) return INCOMPLETE;
        if (at + 1 >= to || bytes[at + 1] !== QUOTE) return at;
        this.#hasDoubled = true;
        at += 1;
      } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) this.#breaksInCell += 1;
      if (at - from > LONGEST_QUOTED_CELL || this.#breaksInCell > MOST_BREAKS_IN_CELL) return NEVER;
    }
    return isLast ? NEVER : INCOMPLETE;
  }
}
