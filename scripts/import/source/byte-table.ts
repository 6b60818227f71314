// A map from short byte strings to small numbers, without making a string per look-up.

import { areEqual, hashWords, viewOf } from './byte-words.ts';

const NOTHING = new Uint8Array(0);

/** Words of one slot, side by side so that a look-up touches one place in memory: number + 1 (0: empty), hash, start in the arena, length. */
const SLOT = 4;
/** Most columns hold a handful of values; room for more is made when they come. */
const FIRST_SLOTS = 256;
const FIRST_BYTES = 4 * 1024;

/** Numbers the distinct byte strings 0, 1, 2 … in order of appearance, up to a capacity. */
export class ByteTable {
  /** Distinct strings held. */
  size = 0;
  readonly capacity: number;
  #slots = new Int32Array(FIRST_SLOTS * SLOT);
  #mask = FIRST_SLOTS - 1;
  /** Where each string begins in the arena, and where the last one ends. */
  #starts = new Int32Array(FIRST_SLOTS / 2 + 1);
  #arena = new Uint8Array(FIRST_BYTES);
  #arenaView = viewOf(this.#arena);
  #used = 0;
  /** What was looked in last, and a view on it: the next look-up is nearly always in the same bytes. */
  #bytes: Uint8Array = NOTHING;
  #view = viewOf(NOTHING);

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /** The number of these bytes, or -1 − slot when they are not held: pass that to `add`. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const view = this.#viewOn(bytes);
    const hash = hashWords(view, start, end);
    const length = end - start;
    const slots = this.#slots;
    let slot = hash & this.#mask;
    for (;;) {
      const at = slot * SLOT;
      const number = (slots[at] as number) - 1;
      if (number < 0) return -1 - slot;
      const isAlike = slots[at + 1] === hash && slots[at + 3] === length;
      if (isAlike && areEqual(this.#arenaView, slots[at + 2] as number, view, start, length)) return number;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** Adds bytes that `find` answered with `missing`; returns their number, or -1 when the table is full. */
  add(missing: number, bytes: Uint8Array, start: number, end: number): number {
    if (this.size >= this.capacity) return -1;
    const length = end - start;
    const hash = hashWords(this.#viewOn(bytes), start, end);
    let slot = -1 - missing;
    if (this.size + 1 === this.#starts.length) {
      this.#grow();
      slot = this.#emptySlot(hash);
    }
    if (this.#used + length > this.#arena.length) {
      const larger = new Uint8Array(Math.max(this.#arena.length * 2, this.#used + length));
      larger.set(this.#arena);
      this.#arena = larger;
      this.#arenaView = viewOf(larger);
    }
    this.#arena.set(bytes.subarray(start, end), this.#used);
    const number = this.size;
    this.#slots.set([number + 1, hash, this.#used, length], slot * SLOT);
    this.#used += length;
    this.size += 1;
    this.#starts[this.size] = this.#used;
    return number;
  }

  #emptySlot(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#slots[slot * SLOT] !== 0) slot = (slot + 1) & this.#mask;
    return slot;
  }

  /** Twice the slots; half of them at most are used. */
  #grow(): void {
    const slots = this.#slots;
    this.#slots = new Int32Array(slots.length * 2);
    this.#mask = this.#mask * 2 + 1;
    for (let at = 0; at < slots.length; at += SLOT) {
      if (slots[at] !== 0) this.#slots.set(slots.subarray(at, at + SLOT), this.#emptySlot(slots[at + 1] as number) * SLOT);
    }
    const starts = new Int32Array(this.#starts.length * 2 - 1);
    starts.set(this.#starts);
    this.#starts = starts;
  }

  #viewOn(bytes: Uint8Array): DataView {
    if (bytes !== this.#bytes) {
      this.#bytes = bytes;
      this.#view = viewOf(bytes);
    }
    return this.#view;
  }

  /** The bytes with this number. */
  bytesOf(number: number): Uint8Array {
    return this.#arena.subarray(this.#starts[number], this.#starts[number + 1]);
  }

  clear(): void {
    this.size = 0;
    this.#used = 0;
    this.#slots.fill(0);
  }
}
