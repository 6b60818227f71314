// The rows of this run by the 64-bit hash of their external id: finds repetitions in the file and joins results back to lines.

const CHUNK = 1 << 16;
const ABSENT = -1;

/** A growing hash table from key hash to row number (0, 1, 2 … in the order of adding): some 16 bytes a row. */
export class RowTable {
  #slots: Uint32Array;
  readonly #keys: Uint32Array[] = [];
  #size = 0;

  /** `expected` rows fit without growing. */
  constructor(expected = 0) {
    this.#slots = new Uint32Array(2 ** Math.max(12, Math.ceil(Math.log2((expected * 4) / 3 + 1))));
  }

  get size(): number {
    return this.#size;
  }

  /** The row's number, or -1. */
  find(low: number, high: number): number {
    return (this.#slots[this.#slot(this.#slots, low, high)] ?? 0) - 1;
  }

  /** Adds a key that `find` does not know; returns its number. */
  add(low: number, high: number): number {
    const row = this.#size;
    if (row % CHUNK === 0) this.#keys.push(new Uint32Array(2 * CHUNK));
    const chunk = this.#keys[this.#keys.length - 1];
    if (chunk === undefined) return ABSENT;
    chunk[2 * (row % CHUNK)] = low;
    chunk[2 * (row % CHUNK) + 1] = high;
    this.#slots[this.#slot(this.#slots, low, high)] = row + 1;
    this.#size += 1;
    if (this.#size * 4 > this.#slots.length * 3) this.#grow();
    return row;
  }

  #slot(slots: Uint32Array, low: number, high: number): number {
    const mask = slots.length - 1;
    let slot = (low >>> 3) & mask;
    for (;;) {
      const stored = slots[slot] ?? 0;
      if (stored === 0) return slot;
      const chunk = this.#keys[Math.floor((stored - 1) / CHUNK)];
      const at = 2 * ((stored - 1) % CHUNK);
      if (chunk?.[at] === low && chunk[at + 1] === high) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const larger = new Uint32Array(this.#slots.length * 2);
    let row = 0;
    for (const chunk of this.#keys) {
      for (let at = 0; at < chunk.length && row < this.#size; at += 2, row += 1) {
        larger[this.#slot(larger, chunk[at] ?? 0, chunk[at + 1] ?? 0)] = row + 1;
      }
    }
    this.#slots = larger;
  }
}
