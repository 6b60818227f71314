// The KvK numbers of an org's accounts as a hash set of integers: half a million in a few megabytes.

const EMPTY = 0;

/** A growing set of whole numbers from 0 to 4,294,967,294. */
export class KvkSet {
  #slots: Uint32Array = new Uint32Array(1 << 12);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(kvk: number): boolean {
    return this.#slots[this.#find(this.#slots, kvk + 1)] !== EMPTY;
  }

  /** True when the number was not there yet. */
  add(kvk: number): boolean {
    const slot = this.#find(this.#slots, kvk + 1);
    if (this.#slots[slot] !== EMPTY) return false;
    this.#slots[slot] = kvk + 1;
    this.#size += 1;
    if (this.#size * 2 > this.#slots.length) this.#grow();
    return true;
  }

  /** The set as it stands, for `restore`. */
  get words(): Uint32Array {
    return this.#slots;
  }

  /** A set that `words` told. */
  static restore(words: Uint32Array): KvkSet {
    const set = new KvkSet();
    set.#slots = words;
    for (const slot of words) if (slot !== EMPTY) set.#size += 1;
    return set;
  }

  #find(slots: Uint32Array, stored: number): number {
    const mask = slots.length - 1;
    let slot = (Math.imul(stored, 0x9e3779b1) >>> 7) & mask;
    while (slots[slot] !== EMPTY && slots[slot] !== stored) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const larger = new Uint32Array(this.#slots.length * 2);
    for (const stored of this.#slots) if (stored !== EMPTY) larger[this.#find(larger, stored)] = stored;
    this.#slots = larger;
  }
}
