// What the org already holds: 64-bit hashes of external ids with the fingerprints that were loaded under them.

import { dayNumber } from '../../platform/civil-date.ts';
import type { CivilDate } from '../../platform/civil-date.ts';

/** Words of one entry: low and high word of the key, of the fingerprint, and when it was said. A key of two zeros marks an empty slot. */
const WORDS = 5;
const BY_HAND = 0x80000000;

/** When and how a statement came into the org. 0 stands for "unknown"; compared through `saidOn` and `isByHand`. */
export type Said = number;

export function said(on: CivilDate | undefined, byHand: boolean): Said {
  return ((on === undefined ? 0 : dayNumber(on) + 1) | (byHand ? BY_HAND : 0)) >>> 0;
}

/** Day number of the statement, -1 when it is unknown. */
export function saidOn(word: Said): number {
  return (word & ~BY_HAND) - 1;
}

export function isByHand(word: Said): boolean {
  return word >= BY_HAND;
}

export type Known = 'absent' | 'other-content' | 'same-content';

/** A growing map from key hash to fingerprint; 20 bytes an entry at most twice over. */
export class ContractIndex {
  #words: Uint32Array = new Uint32Array(WORDS << 12);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** A fingerprint of two zeros stands for "unknown" and never equals a loaded one. */
  set(keyLow: number, keyHigh: number, printLow: number, printHigh: number, when: Said = 0): void {
    const at = find(this.#words, keyLow, keyHigh);
    if (isEmpty(this.#words, at)) this.#size += 1;
    this.#words[at] = keyLow;
    this.#words[at + 1] = keyHigh;
    this.#words[at + 2] = printLow;
    this.#words[at + 3] = printHigh;
    this.#words[at + 4] = when;
    if (this.#size * WORDS * 3 > this.#words.length * 2) this.#grow();
  }

  look(keyLow: number, keyHigh: number, printLow: number, printHigh: number): Known {
    const words = this.#words;
    const at = find(words, keyLow, keyHigh);
    if (isEmpty(words, at)) return 'absent';
    const isUnknown = words[at + 2] === 0 && words[at + 3] === 0;
    return !isUnknown && words[at + 2] === printLow && words[at + 3] === printHigh ? 'same-content' : 'other-content';
  }

  /** When and how the statement with this key came into the org; 0 when there is none. */
  said(keyLow: number, keyHigh: number): Said {
    return this.#words[find(this.#words, keyLow, keyHigh) + 4] ?? 0;
  }

  has(keyLow: number, keyHigh: number): boolean {
    return !isEmpty(this.#words, find(this.#words, keyLow, keyHigh));
  }

  /** The table as it stands, for `restore`. */
  get words(): Uint32Array {
    return this.#words;
  }

  /** A table that `words` told. */
  static restore(words: Uint32Array): ContractIndex {
    const index = new ContractIndex();
    index.#words = words;
    for (let at = 0; at < words.length; at += WORDS) if (!isEmpty(words, at)) index.#size += 1;
    return index;
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
