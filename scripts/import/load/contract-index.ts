// What the org already holds: 64-bit hashes of external ids with the fingerprints that were loaded under them.

/** Words of one entry: low and high word of the key, low and high word of the fingerprint. A key of two zeros marks an empty slot. */
const WORDS = 4;

export type Known = 'absent' | 'other-content' | 'same-content';

/** A growing map from key hash to fingerprint; 16 bytes an entry at most twice over. */
export class ContractIndex {
  #words = new Uint32Array(WORDS << 12);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** A fingerprint of two zeros stands for "unknown" and never equals a loaded one. */
  set(keyLow: number, keyHigh: number, printLow: number, printHigh: number): void {
    const at = find(this.#words, keyLow, keyHigh);
    if (isEmpty(this.#words, at)) this.#size += 1;
    this.#words[at] = keyLow;
    this.#words[at + 1] = keyHigh;
    this.#words[at + 2] = printLow;
    this.#words[at + 3] = printHigh;
    if (this.#size * WORDS * 3 > this.#words.length * 2) this.#grow();
  }

  look(keyLow: number, keyHigh: number, printLow: number, printHigh: number): Known {
    const words = this.#words;
    const at = find(words, keyLow, keyHigh);
    if (isEmpty(words, at)) return 'absent';
    const isUnknown = words[at + 2] === 0 && words[at + 3] === 0;
    return !isUnknown && words[at + 2] === printLow && words[at + 3] === printHigh ? 'same-content' : 'other-content';
  }

  #grow(): void {
    const [old, larger] = [this.#words, new Uint32Array(this.#words.length * 2)];
    for (let at = 0; at < old.length; at += WORDS) {
      if (!isEmpty(old, at)) larger.set(old.subarray(at, at + WORDS), find(larger, old[at] ?? 0, old[at + 1] ?? 0));
    }
    this.#words = larger;
  }
}

function isEmpty(words: Uint32Array, at: number): boolean {
  return words[at] === 0 && words[at + 1] === 0;
}

function find(words: Uint32Array, low: number, high: number): number {
  const mask = words.length / WORDS - 1;
  let slot = (high >>> 3) & mask;
  for (;;) {
    const at = slot * WORDS;
    if ((words[at] === low && words[at + 1] === high) || isEmpty(words, at)) return at;
    slot = (slot + 1) & mask;
  }
}
