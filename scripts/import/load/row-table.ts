// The rows of this run by the 64-bit hash of their external id: finds repetitions in the file and joins results back to lines.

const CHUNK = 1 << 16;
const ABSENT = -1;
const FEWEST_SLOTS = 1 << 12;
/** Of the slots, at most. */
const FILLED = 0.8;
const WORDS = 2 ** 32;

/**
 * A growing hash table from key hash to row number (0, 1, 2 … in the order of adding): 13 bytes a row when their number was expected.
 * A slot of four bytes holds the number and, in the bits that it leaves, the highest ones of the key: other keys are seldom looked at.
 */
export class RowTable {
  #slots: Uint32Array;
  /** Bits of a slot that the number may take. */
  #bits: number;
  readonly #keys: Uint32Array[] = [];
  #size = 0;

  /** `expected` rows fit without growing. */
  constructor(expected = 0) {
    this.#slots = new Uint32Array(Math.max(FEWEST_SLOTS, Math.ceil(expected / FILLED) + 1));
    this.#bits = bitsOf(this.#slots);
  }

  get size(): number {
    return this.#size;
  }

  /** The row's number, or -1. */
  find(low: number, high: number): number {
    return this.#numberIn(this.#slot(low, high)) - 1;
  }

  /** Adds a key that `find` does not know; returns its number. */
  add(low: number, high: number): number {
    const row = this.#size;
    if (row % CHUNK === 0) this.#keys.push(new Uint32Array(2 * CHUNK));
    const chunk = this.#keys[this.#keys.length - 1];
    if (chunk === undefined) return ABSENT;
    chunk[2 * (row % CHUNK)] = low;
    chunk[2 * (row % CHUNK) + 1] = high;
    this.#put(row, low, high);
    this.#size += 1;
    if (this.#size > this.#slots.length * FILLED) this.#grow();
    return row;
  }

  #put(row: number, low: number, high: number): void {
    this.#slots[this.#slot(low, high)] = ((high >>> this.#bits) << this.#bits) | (row + 1);
  }

  #numberIn(slot: number): number {
    return (this.#slots[slot] ?? 0) & ((1 << this.#bits) - 1);
  }

  /** Where the key stands, or the empty slot where it would. */
  #slot(low: number, high: number): number {
    const slots = this.#slots;
    const bits = this.#bits;
    const mark = high >>> bits;
    for (let slot = Math.floor((low / WORDS) * slots.length); ; slot = slot + 1 === slots.length ? 0 : slot + 1) {
      const stored = slots[slot] ?? 0;
      if (stored === 0) return slot;
      if (stored >>> bits !== mark) continue;
      const row = this.#numberIn(slot) - 1;
      const chunk = this.#keys[Math.floor(row / CHUNK)];
      const at = 2 * (row % CHUNK);
      if (chunk?.[at] === low && chunk[at + 1] === high) return slot;
    }
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    this.#bits = bitsOf(this.#slots);
    let row = 0;
    for (const chunk of this.#keys) {
      for (let at = 0; at < chunk.length && row < this.#size; at += 2, row += 1) this.#put(row, chunk[at] ?? 0, chunk[at + 1] ?? 0);
    }
  }
}

/** There are always fewer rows than slots. */
function bitsOf(slots: Uint32Array): number {
  return 32 - Math.clz32(slots.length);
}
