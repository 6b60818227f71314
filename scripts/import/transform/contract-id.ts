// The external id of a contract: KvK number, provider, category, and connection code or contract number.

import { hashView64 } from '../plan/content-hash.ts';
import { copyWords, viewOf } from '../source/byte-words.ts';
import { copyLower, writeQuoted } from './csv-bytes.ts';
import type { RowCells } from './row-cells.ts';

/** Slots of the parts; the last two are -1 where the file has no such column. */
export interface IdSlots {
  readonly kvk: number;
  readonly provider: number;
  readonly category: number;
  readonly contract: number;
  readonly connection: number;
}

const [BAR, DASH] = [124, 45] as const;
/** Longer than the parts can be together. */
const MOST_BYTES = 1_024;

export class ContractId {
  readonly #cells: RowCells;
  readonly #slots: IdSlots;
  readonly #unquoted = viewOf(new Uint8Array(MOST_BYTES));

  constructor(cells: RowCells, slots: IdSlots) {
    this.#cells = cells;
    this.#slots = slots;
  }

  /** Writes the id of the present row as a CSV cell, and its hash (of the text without quotes) to words 0 and 1; returns where the writing ended. */
  write(target: DataView, to: number, hashes: Uint32Array): number {
    const { provider, category, contract, connection } = this.#slots;
    const last = this.#firstFilled(connection, contract);
    if (!this.#isQuoted(provider) && !this.#isQuoted(category) && !this.#isQuoted(last)) {
      const end = this.#put(last, target, to);
      hashView64(target, to, end, hashes, 0);
      return end;
    }
    const length = this.#put(last, this.#unquoted, 0);
    hashView64(this.#unquoted, 0, length, hashes, 0);
    return writeQuoted(this.#unquoted, length, target, to);
  }

  /** `KvK|provider|category|connection or contract number or -`, lower case. `last` is the slot of its last part, -1 when it has none. */
  #put(last: number, target: DataView, to: number): number {
    const { kvk, provider, category } = this.#slots;
    let at = this.#cells.write(kvk, target, to);
    target.setUint8(at++, BAR);
    at = this.#putKey(provider, target, at);
    target.setUint8(at++, BAR);
    at = this.#putKey(category, target, at);
    target.setUint8(at++, BAR);
    if (last >= 0) return this.#putKey(last, target, at);
    target.setUint8(at++, DASH);
    return at;
  }

  /** A cell that went the fast way has no key: it is its own, but for its capitals. */
  #putKey(slot: number, target: DataView, to: number): number {
    const cell = this.#cells.cells[slot];
    if (cell !== undefined) return copyWords(cell.key, 0, cell.keyLength, target, to);
    const { sources, from, to: ends } = this.#cells;
    return copyLower(sources[slot] as DataView, from[slot] as number, ends[slot] as number, target, to);
  }

  #isQuoted(slot: number): boolean {
    return slot >= 0 && this.#cells.cells[slot]?.isKeyQuoted === true;
  }

  #firstFilled(first: number, second: number): number {
    if (first >= 0 && this.#cells.isFilled(first)) return first;
    return second >= 0 && this.#cells.isFilled(second) ? second : -1;
  }
}
