// The KvK numbers of an org's accounts, one bit for each: all that there can be take 12.5 MB, and most orgs need a fraction of it.

/** KvK numbers have eight digits. */
const NUMBERS = 100_000_000;
/** Numbers of one page; pages are made when the first of their numbers comes. */
const PAGE = 1 << 16;
const WORDS = PAGE / 32;

/** A set of whole numbers from 0 to 99,999,999; what is none of them never gets in. */
export class KvkSet {
  readonly #pages: (Uint32Array | undefined)[] = Array.from({ length: Math.ceil(NUMBERS / PAGE) }, () => undefined);

  has(kvk: number): boolean {
    const page = this.#pages[kvk >>> 16];
    return page !== undefined && (((page[(kvk & 0xffff) >>> 5] as number) >>> (kvk & 31)) & 1) === 1;
  }

  /** True when the number was not there yet. */
  add(kvk: number): boolean {
    if (!(kvk < NUMBERS) || this.has(kvk)) return false;
    const page = (this.#pages[kvk >>> 16] ??= new Uint32Array(WORDS));
    page[(kvk & 0xffff) >>> 5] = (page[(kvk & 0xffff) >>> 5] as number) | (1 << (kvk & 31));
    return true;
  }

  /** The set as it stands, for `restore`: the number of each page and its words. */
  get words(): Uint32Array {
    const used = [...this.#pages.entries()].filter((entry): entry is [number, Uint32Array] => entry[1] !== undefined);
    const words = new Uint32Array(used.length * (WORDS + 1));
    for (const [at, [number, page]] of used.entries()) {
      words[at * (WORDS + 1)] = number;
      words.set(page, at * (WORDS + 1) + 1);
    }
    return words;
  }

  /** A set that `words` told. */
  static restore(words: Uint32Array): KvkSet {
    const set = new KvkSet();
    for (let at = 0; at < words.length; at += WORDS + 1) set.#pages[words[at] ?? 0] = words.slice(at + 1, at + 1 + WORDS);
    return set;
  }
}
