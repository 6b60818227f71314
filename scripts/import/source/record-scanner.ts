// Splits bytes into records and cells without making strings: RFC 4180 quotes, any of LF, CRLF and CR as line end.

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** A quoted cell longer than this, or with more line breaks, is taken for a quote that was never closed. */
const LONGEST_QUOTED_CELL = 65_536;
const MOST_BREAKS_IN_CELL = 100;
const MOST_CELLS = 4_096;

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

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /**
   * Reads the record that begins at `from`. `malformed`: text follows a closing quote, the record itself is delimited.
   * `incomplete`: the record does not end before `to` and `isLast` is false.
   */
  scan(bytes: Uint8Array, from: number, to: number, isLast: boolean): ScanResult {
    const delimiter = this.#delimiter;
    const { starts, ends, quoted } = this;
    let at = from;
    let count = 0;
    let breaks = 0;
    let malformed = false;
    for (;;) {
      let cellStart = at;
      let cellEnd = -1;
      let kind = 0;
      if (at < to && bytes[at] === QUOTE) {
        cellStart = at + 1;
        kind = 1;
        const breaksBefore = breaks;
        at += 1;
        for (;;) {
          if (at >= to || at - cellStart > LONGEST_QUOTED_CELL || breaks - breaksBefore > MOST_BREAKS_IN_CELL) {
            if (at >= to && !isLast && at - cellStart <= LONGEST_QUOTED_CELL) return 'incomplete';
            this.openedAfterBreaks = breaksBefore;
            return 'unbalanced';
          }
          const byte = bytes[at];
          if (byte === QUOTE) {
            if (at + 1 >= to && !isLast) return 'incomplete';
            if (at + 1 >= to || bytes[at + 1] !== QUOTE) break;
            kind = 2;
            at += 1;
          } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) breaks += 1;
          at += 1;
        }
        cellEnd = at;
        at += 1;
        const after = at < to ? bytes[at] : LF;
        if (after !== delimiter && after !== LF && after !== CR) {
          if (breaks > breaksBefore) {
            this.openedAfterBreaks = breaksBefore;
            return 'unbalanced';
          }
          malformed = true;
        }
      }
      let byte = 0;
      while (at < to && (byte = bytes[at] as number) !== delimiter && (byte > CR || (byte !== LF && byte !== CR))) at += 1;
      if (count < MOST_CELLS) {
        starts[count] = cellStart;
        ends[count] = cellEnd >= 0 ? cellEnd : at;
        quoted[count] = kind;
      }
      count += 1;
      if (at >= to) {
        if (!isLast) return 'incomplete';
        this.end = at;
        break;
      }
      if (byte === delimiter) {
        at += 1;
        continue;
      }
      if (byte === CR && at + 1 >= to && !isLast) return 'incomplete';
      this.end = at;
      breaks += 1;
      at += byte === CR && bytes[at + 1] === LF ? 2 : 1;
      break;
    }
    this.count = count;
    this.next = at;
    this.breaks = breaks;
    return malformed ? 'malformed' : 'record';
  }
}
