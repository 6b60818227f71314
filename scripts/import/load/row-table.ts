// The rows of this run by the 64-bit hash of their external id: finds repetitions in the file and joins results back to lines.

const CHUNK = 1 << 16;
/** So many are found without a look at the disk, at the cost of 2 MB; of later ones only those that stand in the file twice are looked at. */
const KEPT_ROWS = 1 << 18;
const FEWEST_SLOTS = 1 << 12;
/** Of the slots, at most. */
const FILLED = 0.8;
const WORDS = 2 ** 32;

/** Tells the keys of rows that were added: low and high word go into `out`. */
export interface KeysElsewhere {
  key(row: number, out: Uint32Array): void;
}

/**
 * A growing hash table from key hash to row number (0, 1, 2 … in the order of adding). A slot of four bytes holds the number and, in the
 * bits that it leaves, the highest ones of the key, so that other keys are seldom looked at: five bytes a row when their number was
 * expected, and eight for the key of each row that is not elsewhere.
 */
export class RowTable {
  #slots: Uint32Array;
  /** Bits of a slot that the number may take. */
  #bits: number;
  readonly #keys: Uint32Array[] = [];
  readonly #elsewhere: KeysElsewhere | undefined;
  readonly #kept: number;
  readonly #key = new Uint32Array(2);
  #size = 0;

  /**
   * `expected` rows fit without growing. `elsewhere` has the keys of all rows as soon as the next one is looked for: then those of the
   * first `kept` stay in memory, and no others.
   */
  constructor(expected = 0, elsewhere?: KeysElsewhere, kept = KEPT_ROWS) {
    this.#slots = new Uint32Array(Math.max(FEWEST_SLOTS, Math.ceil(expected / FILLED) + 1));
    this.#bits = bitsOf(this.#slots);
    this.#elsewhere = elsewhere;
    this.#kept = elsewhere === undefined ? Infinity : kept;
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
    if (this.#size + 1 > this.#slots.length * FILLED) this.#grow();
    const row = this.#size;
    if (row < this.#kept) {
      if (row % CHUNK === 0) this.#keys.push(new Uint32Array(2 * CHUNK));
      const chunk = this.#keys[this.#keys.length - 1] as Uint32Array;
      chunk[2 * (row % CHUNK)] = low;
      chunk[2 * (row % CHUNK) + 1] = high;
    }
    this.#put(row, low, high);
    this.#size += 1;
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
      if (stored >>> bits === mark && this.#isKey(this.#numberIn(slot) - 1, low, high)) return slot;
    }
  }

  #isKey(row: number, low: number, high: number): boolean {
    if (row < this.#kept) {
      const chunk = this.#keys[Math.floor(row / CHUNK)];
      const at = 2 * (row % CHUNK);
      return chunk?.[at] === low && chunk[at + 1] === high;
    }
    this.#elsewhere?.key(row, this.#key);
    return this.#key[0] === low && this.#key[1] === high;
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    this.#bits = bitsOf(this.#slots);
    for (let row = 0; row < this.#size; row += 1) {
      const chunk = this.#keys[Math.floor(row / CHUNK)];
      const at = 2 * (row % CHUNK);
      if (row < this.#kept) this.#put(row, chunk?.[at] ?? 0, chunk?.[at + 1] ?? 0);
      else {
        this.#elsewhere?.key(row, this.#key);
        const [low = 0, high = 0] = this.#key;
        this.#put(row, low, high);
      }
    }
  }
}

/** There are always fewer rows than slots. */
function bitsOf(slots: Uint32Array): number {
  return 32 - Math.clz32(slots.length);
}
