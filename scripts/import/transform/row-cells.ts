// Reads the cells of one row that are loaded, each by the way that fits it, into slots from which the row is written.

import { copyWords, viewOf } from '../source/byte-words.ts';
import type { RecordScanner } from '../source/record-scanner.ts';
import { NO_NUMBER, type Cell, type CellReader } from './cell.ts';
import { isPlainBranchNumber, isPlainConnectionCode, isPlainPostcode, isPlainText, plainKvk, writePlainAmount } from './fast-cells.ts';

/** The fast way that a field has, if any. Numbers, because they are compared for every cell. */
export const FAST_WAYS = { none: 0, kvk: 1, connectionCode: 2, text: 3, amount: 4, postcode: 5, branchNumber: 6 } as const;
export type FastWay = (typeof FAST_WAYS)[keyof typeof FAST_WAYS];

export interface Slot {
  /** Column of the file; -1 for a cell that is the same in every row. */
  readonly column: number;
  readonly reader: CellReader;
  readonly fast: FastWay;
  /** Longest text of the fast way, or the byte of the decimal separator. */
  readonly parameter: number;
  /** For column -1. */
  readonly always: Cell | undefined;
  /** Header for messages. */
  readonly header: string;
}

/**
 * The understood cells of the present row. A cell that went the fast way is undefined in `cells`: it stands as it is written in
 * `sources[i]` from `from[i]` up to `to[i]`, and `number` holds the KvK number.
 */
export class RowCells {
  readonly slots: readonly Slot[];
  readonly cells: (Cell | undefined)[];
  readonly sources: DataView[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** KvK number of the row; -1 when it has none. */
  number = -1;
  isFaulty = false;
  hasWarnings = false;
  readonly #amounts = new Uint8Array(256);
  readonly #amountsView = viewOf(this.#amounts);
  #bytes: Buffer | undefined;
  #view: DataView = this.#amountsView;
  #amountsUsed = 0;

  constructor(slots: readonly Slot[]) {
    this.slots = slots;
    this.cells = slots.map(({ always }) => always);
    this.sources = slots.map(() => this.#amountsView);
    this.from = new Int32Array(slots.length);
    this.to = new Int32Array(slots.length);
  }

  read(bytes: Buffer, scanner: RecordScanner): void {
    this.isFaulty = false;
    this.hasWarnings = false;
    this.number = -1;
    this.#amountsUsed = 0;
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#view = viewOf(bytes);
    }
    const { slots } = this;
    const { starts, ends, quoted } = scanner;
    for (let index = 0; index < slots.length; index += 1) {
      const slot = slots[index] as Slot;
      const { column } = slot;
      if (column < 0) {
        this.put(index, slot.always as Cell);
        continue;
      }
      const start = starts[column] as number;
      const end = ends[column] as number;
      const kind = quoted[column] as number;
      if (slot.fast !== FAST_WAYS.none && kind !== 2 && end > start && this.#readFast(index, slot, bytes, start, end))
        this.cells[index] = undefined;
      else this.put(index, slot.reader.read(bytes, start, end, kind));
    }
  }

  /** False when the cell is not in the shape of its fast way. */
  #readFast(index: number, { fast, parameter }: Slot, bytes: Buffer, start: number, end: number): boolean {
    if (fast === FAST_WAYS.amount) {
      const used = this.#amountsUsed;
      const written = writePlainAmount(bytes, start, end, parameter, this.#amounts, used);
      if (written < 0) return false;
      this.#amountsUsed = written;
      this.#write(index, this.#amountsView, used, written);
      return true;
    }
    if (fast === FAST_WAYS.kvk) {
      const number = plainKvk(bytes, start, end);
      if (number < 0) return false;
      this.number = number;
    } else if (fast === FAST_WAYS.text) {
      if (!isPlainText(bytes, start, end, parameter)) return false;
    } else if (fast === FAST_WAYS.postcode) {
      if (!isPlainPostcode(bytes, start, end)) return false;
    } else if (fast === FAST_WAYS.branchNumber) {
      if (!isPlainBranchNumber(bytes, start, end)) return false;
    } else if (!isPlainConnectionCode(bytes, start, end)) return false;
    this.#write(index, this.#view, start, end);
    return true;
  }

  #write(index: number, source: DataView, from: number, to: number): void {
    this.sources[index] = source;
    this.from[index] = from;
    this.to[index] = to;
  }

  /** Puts an understood cell into a slot. */
  put(index: number, cell: Cell): void {
    this.cells[index] = cell;
    if (cell.fault !== undefined) this.isFaulty = true;
    if (cell.warnings.length > 0) this.hasWarnings = true;
  }

  /** Day number of a date slot; NO_NUMBER when it has none, or when there is no such slot (-1). */
  dayOf(index: number): number {
    return this.cells[index]?.number ?? NO_NUMBER;
  }

  /** Writes a slot as CSV; returns where the writing ended. */
  write(index: number, target: DataView, at: number): number {
    const cell = this.cells[index];
    if (cell === undefined)
      return copyWords(this.sources[index] as DataView, this.from[index] as number, this.to[index] as number, target, at);
    return copyWords(cell.output, 0, cell.outputLength, target, at);
  }

  /** True when the slot writes anything. */
  isFilled(index: number): boolean {
    const cell = this.cells[index];
    return cell === undefined ? (this.to[index] as number) > (this.from[index] as number) : cell.outputLength > 0;
  }
}
