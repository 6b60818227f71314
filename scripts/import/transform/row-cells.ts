// Reads the cells of one row that are loaded, each by the way that fits it, into slots from which the row is written.

import type { RecordScanner } from '../source/record-scanner.ts';
import type { Cell, CellReader } from './cell.ts';
import { isPlainConnectionCode, isPlainText, plainKvk, writePlainAmount } from './fast-cells.ts';

/** The fast way that a field has, if any. */
export type FastWay = 'none' | 'kvk' | 'connection-code' | 'text' | 'amount';

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
 * The understood cells of the present row. Slot i is written as `sources[i][from[i]]` up to `to[i]`; `cells[i]` is undefined when the
 * cell went the fast way, and then `numbers[i]` holds its number where it has one.
 */
export class RowCells {
  readonly slots: readonly Slot[];
  readonly sources: Uint8Array[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly cells: (Cell | undefined)[];
  readonly numbers: Float64Array;
  isFaulty = false;
  hasWarnings = false;
  readonly #amounts = new Uint8Array(256);

  constructor(slots: readonly Slot[]) {
    this.slots = slots;
    this.sources = slots.map(() => this.#amounts);
    this.from = new Int32Array(slots.length);
    this.to = new Int32Array(slots.length);
    this.cells = slots.map(() => undefined);
    this.numbers = new Float64Array(slots.length).fill(-1);
  }

  read(bytes: Buffer, scanner: RecordScanner): void {
    this.isFaulty = false;
    this.hasWarnings = false;
    const { slots } = this;
    let amountsUsed = 0;
    for (let index = 0; index < slots.length; index += 1) {
      const { column, fast, parameter, reader, always } = slots[index] as Slot;
      if (always !== undefined) {
        this.put(index, always);
        continue;
      }
      const start = scanner.starts[column] as number;
      const end = scanner.ends[column] as number;
      const kind = scanner.quoted[column] as number;
      if (kind !== 2 && end > start && fast !== 'none') {
        if (fast === 'text') {
          if (isPlainText(bytes, start, end, parameter)) {
            this.#fast(index, bytes, start, end);
            continue;
          }
        } else if (fast === 'kvk') {
          const number = plainKvk(bytes, start, end);
          if (number >= 0) {
            this.#fast(index, bytes, start, end);
            this.numbers[index] = number;
            continue;
          }
        } else if (fast === 'connection-code') {
          if (isPlainConnectionCode(bytes, start, end)) {
            this.#fast(index, bytes, start, end);
            continue;
          }
        } else {
          const written = writePlainAmount(bytes, start, end, parameter, this.#amounts, amountsUsed);
          if (written >= 0) {
            this.#fast(index, this.#amounts, amountsUsed, written);
            amountsUsed = written;
            continue;
          }
        }
      }
      this.put(index, reader.read(bytes, start, end, kind));
    }
  }

  #fast(index: number, source: Uint8Array, from: number, to: number): void {
    this.sources[index] = source;
    this.from[index] = from;
    this.to[index] = to;
    this.cells[index] = undefined;
  }

  /** Puts an understood cell into a slot. */
  put(index: number, cell: Cell): void {
    this.sources[index] = cell.output;
    this.from[index] = 0;
    this.to[index] = cell.output.length;
    this.cells[index] = cell;
    this.numbers[index] = cell.number;
    if (cell.fault !== undefined) this.isFaulty = true;
    if (cell.warnings.length > 0) this.hasWarnings = true;
  }
}
