// Splits bytes into records and cells without making strings: RFC 4180 quotes, any of LF, CRLF and CR as line end.

import { MarkFinder, WINDOW } from './mark-finder.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** A quoted cell longer than this, or with more line breaks, is taken for a quote that was never closed. */
const LONGEST_QUOTED_CELL = 65_536;
const MOST_BREAKS_IN_CELL = 100;
const MOST_CELLS = 4_096;
const [INCOMPLETE, NEVER] = [-1, -2] as const;
const NOTHING = new Uint8Array(0);

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
  #bytes: Uint8Array = NOTHING;
  #to = 0;
  #isLast = true;
  /** Marks of the bytes from `windowFrom` up to `windowTo`; the next one to look at, and how many there are. */
  readonly #finder: MarkFinder;
  #windowFrom = 0;
  #windowTo = 0;
  #mark = 0;
  #marks = 0;
  #hasQuoted = false;
  #hasDoubled = false;
  #breaksInCell = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#finder = new MarkFinder(this.#delimiter);
  }

  /** The bytes in which records are looked for from now on: up to `to`, behind which there are others unless `isLast`. They stay as they are. */
  begin(bytes: Uint8Array, to: number, isLast: boolean): void {
    this.#bytes = bytes;
    this.#to = to;
    this.#isLast = isLast;
    this.#move(0);
  }

  /**
   * Reads the record that begins at `from`. `malformed`: text follows a closing quote, the record itself is delimited.
   * `incomplete`: the record does not end in the bytes, and they are not the last ones.
   */
  scan(from: number): ScanResult {
    if (this.#hasQuoted) {
      this.quoted.fill(0, 0, Math.min(this.count, MOST_CELLS));
      this.#hasQuoted = false;
    }
    this.#seek(from);
    return this.#scanPlain(from) ?? this.#scanQuoted(from);
  }

  /** Empties the window; the next one begins at `at`. */
  #move(at: number): void {
    this.#windowFrom = at;
    this.#windowTo = at;
    this.#mark = 0;
    this.#marks = 0;
  }

  /** Turns to the marks behind the window; false when there are no bytes any more. */
  #turn(): boolean {
    const from = this.#windowTo;
    if (from >= this.#to) return false;
    this.#move(from);
    this.#windowTo = Math.min(from + WINDOW, this.#to);
    this.#marks = this.#finder.search(this.#bytes, from, this.#windowTo);
    return true;
  }

  /** Makes the first mark at or behind `from` the next one; after a record without quotes it nearly always is. */
  #seek(from: number): void {
    if (from < this.#windowFrom || from > this.#windowTo) this.#move(from);
    const { marks } = this.#finder;
    while (this.#mark > 0 && (marks[this.#mark - 1] as number) + this.#windowFrom >= from) this.#mark -= 1;
    while (this.#mark < this.#marks && (marks[this.#mark] as number) + this.#windowFrom < from) this.#mark += 1;
  }

  /** The way of nearly all records; undefined as soon as a cell begins with a quote. */
  #scanPlain(from: number): 'record' | 'incomplete' | undefined {
    const delimiter = this.#delimiter;
    const bytes = this.#bytes;
    const { marks } = this.#finder;
    const { starts, ends } = this;
    let windowFrom = this.#windowFrom;
    let mark = this.#mark;
    let last = this.#marks;
    let at = from;
    let start = from;
    let count = 0;
    for (;;) {
      if (mark === last) {
        if (!this.#turn()) {
          at = this.#to;
          break;
        }
        [windowFrom, mark, last] = [this.#windowFrom, 0, this.#marks];
        continue;
      }
      at = (marks[mark] as number) + windowFrom;
      mark += 1;
      const byte = bytes[at] as number;
      if (byte === delimiter) {
        if (count < MOST_CELLS) {
          starts[count] = start;
          ends[count] = at;
        }
        count += 1;
        start = at + 1;
      } else if (byte === LF || byte === CR) break;
      else if (byte === QUOTE && at === start) return undefined;
    }
    this.#mark = mark;
    if (count < MOST_CELLS) {
      starts[count] = start;
      ends[count] = at;
    }
    this.count = count + 1;
    return this.#endRecord(at, 0) ? 'record' : 'incomplete';
  }

  /** Steps over the line ending at `at`; false when the record may go on behind the bytes. */
  #endRecord(at: number, breaks: number): boolean {
    const bytes = this.#bytes;
    const to = this.#to;
    const isLast = this.#isLast;
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

  #scanQuoted(from: number): ScanResult {
    const delimiter = this.#delimiter;
    const [bytes, to] = [this.#bytes, this.#to];
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
        const closing = this.#closingQuote(at + 1);
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
    if (!this.#endRecord(at, breaks)) return 'incomplete';
    return isMalformed ? 'malformed' : 'record';
  }

  /** The place of the quote that closes the cell beginning at `from`, or why there is none. */
  #closingQuote(from: number): number {
    const [bytes, to, isLast] = [this.#bytes, this.#to, this.#isLast];
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
