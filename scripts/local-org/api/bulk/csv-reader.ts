// Reads the records of an uploaded CSV in chunks at constant memory, and knows at which byte each chunk ends.
import type { LineEnding } from '../../../platform/bulk-job.ts';
import { readQuotedRecord } from './csv-record.ts';
import { invalidBatch, wrongLineEnding } from './job-failure.ts';

/** Characters that one record may have (Bulk API 2.0 limits). */
const RECORD_LIMIT = 400_000;
const CARRIAGE_RETURN = 13;

export interface CsvDialect {
  /** One character. */
  readonly delimiter: string;
  readonly lineEnding: LineEnding;
}

/**
 * Lines without quotes are split natively; only the others are read character by character. Empty lines are skipped.
 * Every method may throw JobFailure: wrong line endings, bad quoting, or a record beyond the platform's limit.
 */
export class CsvReader {
  /** Bytes of UTF-8 that the records taken so far occupy, line ends included. */
  bytes = 0;
  readonly #more: () => string | undefined;
  readonly #dialect: CsvDialect;
  #text = '';
  #at = 0;
  /** Where the bytes have been counted up to. */
  #counted = 0;
  /** A quote at or after the present position; Infinity when the text has none left; stale when it lies before it. */
  #quote = -1;
  #final = false;

  /** `more` gives the next piece of decoded text, undefined at the end. */
  constructor(more: () => string | undefined, dialect: CsvDialect) {
    this.#more = more;
    this.#dialect = dialect;
  }

  /** The next records, at most `limit`; none at the end of the file. */
  take(limit: number): string[][] {
    const records: string[][] = [];
    while (records.length < limit) {
      const cells = this.#next();
      if (!cells) break;
      if (cells.length !== 1 || cells[0] !== '') records.push(cells);
    }
    this.#count();
    return records;
  }

  #next(): string[] | undefined {
    for (;;) {
      let end = this.#text.indexOf('\n', this.#at);
      if (end === -1) {
        if (this.#refill()) continue;
        if (this.#at >= this.#text.length) return undefined;
        end = this.#text.length;
      }
      if (this.#quote < this.#at) {
        const quote = this.#text.indexOf('"', this.#at);
        this.#quote = quote === -1 ? Infinity : quote;
      }
      if (this.#quote > end) return this.#bareRecord(end);
      const record = readQuotedRecord(this.#text, this.#at, this.#dialect.delimiter, this.#final);
      if (record) {
        if (record.carriageReturn !== undefined) this.#checkLineEnding(record.carriageReturn);
        this.#at = record.next;
        return record.cells;
      }
      this.#refill();
    }
  }

  #bareRecord(end: number): string[] {
    const carriageReturn = end > this.#at && this.#text.charCodeAt(end - 1) === CARRIAGE_RETURN;
    if (end < this.#text.length) this.#checkLineEnding(carriageReturn);
    const line = this.#text.slice(this.#at, carriageReturn && end < this.#text.length ? end - 1 : end);
    this.#at = end + 1;
    return line.split(this.#dialect.delimiter);
  }

  #checkLineEnding(carriageReturn: boolean): void {
    if (carriageReturn !== (this.#dialect.lineEnding === 'CRLF')) throw wrongLineEnding(this.#dialect.lineEnding);
  }

  /** Adds text behind what is not yet read; false when there is none. */
  #refill(): boolean {
    if (this.#final) return false;
    this.#count();
    const rest = this.#text.slice(this.#at);
    if (rest.length > RECORD_LIMIT) throw invalidBatch(`Failed to parse CSV. A record has more than ${RECORD_LIMIT} characters`);
    const more = this.#more();
    this.#final = more === undefined;
    this.#text = rest + (more ?? '');
    this.#at = 0;
    this.#counted = 0;
    this.#quote = -1;
    return !this.#final;
  }

  #count(): void {
    const at = Math.min(this.#at, this.#text.length);
    this.bytes += Buffer.byteLength(this.#text.slice(this.#counted, at));
    this.#counted = at;
  }
}
