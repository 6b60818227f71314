// Counts the distinct cells of one column without making a string per row.

import { ByteTable } from './byte-table.ts';

/** A distinct cell as bytes, how often it came since the last flush, and where first. */
export interface DistinctValue {
  readonly bytes: Uint8Array;
  readonly count: number;
  /** Physical line. */
  readonly line: number;
}

/** May take a cell before it is counted: true for one that it took. */
export type TakePlain = (bytes: Uint8Array, start: number, end: number, line: number) => boolean;

/** Holds up to `capacity` values; when there are more it hands them out, forgets them and goes on. */
export class DistinctValues {
  readonly #table: ByteTable;
  readonly #counts: number[] = [];
  readonly #lines: number[] = [];
  readonly #flush: (values: Iterable<DistinctValue>, isLast: boolean) => void;
  readonly #takePlain: TakePlain | undefined;
  #unescaped = new Uint8Array(256);

  /** `flush` gets the values; `isLast` is false when the capacity forced it. */
  constructor(capacity: number, flush: (values: Iterable<DistinctValue>, isLast: boolean) => void, takePlain?: TakePlain) {
    this.#takePlain = takePlain;
    this.#table = new ByteTable(capacity);
    this.#flush = flush;
  }

  /** Counts `bytes[start, end)`; `kind` is the scanner's `quoted`. */
  add(bytes: Uint8Array, start: number, end: number, kind: number, line: number): void {
    if (start === end || this.#takePlain?.(bytes, start, end, line) === true) return;
    if (kind === 2) {
      const length = this.#unescape(bytes, start, end);
      this.#count(this.#unescaped, 0, length, line);
    } else this.#count(bytes, start, end, line);
  }

  #count(bytes: Uint8Array, start: number, end: number, line: number): void {
    const found = this.#table.find(bytes, start, end);
    if (found >= 0) {
      this.#counts[found] = (this.#counts[found] as number) + 1;
      return;
    }
    if (this.#table.size >= this.#table.capacity) {
      this.#flush(this.#values(), false);
      this.#table.clear();
      this.#count(bytes, start, end, line);
      return;
    }
    const number = this.#table.add(found, bytes, start, end);
    this.#counts[number] = 1;
    this.#lines[number] = line;
  }

  #unescape(bytes: Uint8Array, start: number, end: number): number {
    if (this.#unescaped.length < end - start) this.#unescaped = new Uint8Array((end - start) * 2);
    let length = 0;
    for (let at = start; at < end; at += 1) {
      this.#unescaped[length++] = bytes[at] as number;
      if (bytes[at] === 34) at += 1;
    }
    return length;
  }

  *#values(): Iterable<DistinctValue> {
    for (let number = 0; number < this.#table.size; number += 1) {
      yield { bytes: this.#table.bytesOf(number), count: this.#counts[number] as number, line: this.#lines[number] as number };
    }
  }

  finish(): void {
    this.#flush(this.#values(), true);
  }
}
