// Decides the encoding over the whole file: strict UTF-8 first, and only when that fails the statistics of single bytes.

import { isAscii, isUtf8 } from 'node:buffer';
import { viewOf } from './byte-words.ts';

/**
 * CP850 keeps é ë ï ö ü á ó … in 0x80–0xA3, where Windows-1252 has quotes and signs that do not stand inside words, or nothing at
 * all; Windows-1252 keeps them in 0xE0–0xFF, where CP850 has letters that Dutch does not use.
 */
const CP850_AFTER_LETTER = bytes('8283848587888a898b8c93a1a2a3');
const CP850_BETWEEN_LETTERS = bytes('94');
const NOTHING_IN_1252 = bytes('818d8f909d');
const REPLACEMENT = Buffer.from('\uFFFD');
/** How "Ã©", "Ã‰", "Â°" and "â€", "â‚¬" begin when UTF-8 was encoded a second time. */
const TWICE_ENCODED = ['c383c2', 'c383e2', 'c382c2', 'c3a2e2'].map((hex) => Buffer.from(hex, 'hex'));
/** In each of the four bytes of a word. */
const HIGH_BITS = 0x80808080;
/** Bytes that are looked at together: four words. */
const STEP = 16;
const SAMPLES = 3;
const LONGEST_SAMPLE = 60;

function bytes(hex: string): ReadonlySet<number> {
  return new Set(Buffer.from(hex, 'hex'));
}

/** Calls `visit` for each byte above 127, skipping the others sixteen at a time. */
function visitHighBytes(region: Buffer, visit: (at: number, byte: number) => void): void {
  const view = viewOf(region);
  const words = region.length - (region.length % STEP);
  for (let from = 0; from < region.length; from += STEP) {
    if (from < words) {
      const any = view.getInt32(from) | view.getInt32(from + 4) | view.getInt32(from + 8) | view.getInt32(from + 12);
      if ((any & HIGH_BITS) === 0) continue;
    }
    const to = Math.min(from + STEP, region.length);
    for (let at = from; at < to; at += 1) if ((region[at] as number) >= 128) visit(at, region[at] as number);
  }
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

export interface EncodingVerdict {
  readonly encoding: 'utf-8' | 'windows-1252' | 'cp850';
  readonly isAscii: boolean;
  /** Cells as bytes: of what is not UTF-8, or of what looks like text encoded twice. */
  readonly samples: readonly Buffer[];
  /** Places that look like text encoded twice ("CafÃ©"), and lost characters (U+FFFD). */
  readonly mojibake: number;
  readonly replacements: number;
}

/** Counts a needle; `tell` gets the place of each. */
function occurrences(region: Buffer, needle: Buffer, tell?: (at: number) => void): number {
  let count = 0;
  for (let at = region.indexOf(needle); at >= 0; at = region.indexOf(needle, at + needle.length)) {
    count += 1;
    tell?.(at);
  }
  return count;
}

/** What the bytes of a stretch show. Plain data. */
export interface EncodingTally {
  readonly isAscii: boolean;
  readonly isUtf8: boolean;
  readonly mojibake: number;
  readonly replacements: number;
  readonly cp850: number;
  readonly windows1252: number;
  readonly utf8Pairs: number;
  readonly samples: readonly Uint8Array[];
}

/** Fed with consecutive stretches of whole lines. */
export class EncodingScan {
  /** Bytes at which a sample ends. */
  readonly #edges: ReadonlySet<number | undefined>;
  #isAscii = true;
  #isUtf8 = true;
  #mojibake = 0;
  #replacements = 0;
  #cp850 = 0;
  #windows1252 = 0;
  #utf8Pairs = 0;
  readonly #samples: Buffer[] = [];

  constructor(delimiter: string) {
    this.#edges = new Set([undefined, 10, 13, 34, delimiter.charCodeAt(0)]);
  }

  add(region: Buffer): void {
    if (isAscii(region)) return;
    this.#isAscii = false;
    if (isUtf8(region)) {
      this.#replacements += occurrences(region, REPLACEMENT);
      // looks encoded twice, should a later region show that the file as a whole is not UTF-8
      visitHighBytes(region, (_, byte) => {
        if (byte === 0xc3 || byte === 0xc2) this.#utf8Pairs += 1;
      });
      for (const needle of TWICE_ENCODED) this.#mojibake += occurrences(region, needle, (at) => this.#sample(region, at));
    } else {
      this.#isUtf8 = false;
      visitHighBytes(region, (at, byte) => this.#judge(region, at, byte));
    }
  }

  #judge(region: Buffer, at: number, byte: number): void {
    const [before, after] = [region[at - 1] ?? 0, region[at + 1] ?? 0];
    if (before < 128) this.#sample(region, at);
    if ((byte === 0xc3 || byte === 0xc2) && after >= 0x80 && after < 0xc0) this.#utf8Pairs += 1;
    if (NOTHING_IN_1252.has(byte)) this.#cp850 += 1;
    else if (CP850_BETWEEN_LETTERS.has(byte)) this.#cp850 += isLetter(before) && isLetter(after) ? 1 : 0;
    else if (CP850_AFTER_LETTER.has(byte)) this.#cp850 += isLetter(before) || CP850_AFTER_LETTER.has(before) ? 1 : 0;
    else if (byte >= 0xe0) this.#windows1252 += isLetter(before) || isLetter(after) ? 1 : 0;
    else if (byte === 0x80 || byte === 0x92) this.#windows1252 += 1;
  }

  /** The cell around a byte. */
  #sample(region: Buffer, at: number): void {
    if (this.#samples.length >= SAMPLES) return;
    let [start, end] = [at, at];
    while (start > 0 && !this.#edges.has(region[start - 1]) && at - start < LONGEST_SAMPLE) start -= 1;
    while (end < region.length && !this.#edges.has(region[end]) && end - at < LONGEST_SAMPLE) end += 1;
    const sample = Buffer.from(region.subarray(start, end));
    if (!this.#samples.some((known) => known.equals(sample))) this.#samples.push(sample);
  }

  get tally(): EncodingTally {
    return {
      ...{ isAscii: this.#isAscii, isUtf8: this.#isUtf8, mojibake: this.#mojibake, replacements: this.#replacements },
      ...{ cp850: this.#cp850, windows1252: this.#windows1252, utf8Pairs: this.#utf8Pairs, samples: this.#samples },
    };
  }
}

/** What two stretches of one file show together. */
export function joinEncodings(one: EncodingTally, other: EncodingTally): EncodingTally {
  const others = other.samples.filter((sample) => !one.samples.some((known) => Buffer.from(known).equals(sample)));
  return {
    isAscii: one.isAscii && other.isAscii,
    isUtf8: one.isUtf8 && other.isUtf8,
    mojibake: one.mojibake + other.mojibake,
    replacements: one.replacements + other.replacements,
    cp850: one.cp850 + other.cp850,
    windows1252: one.windows1252 + other.windows1252,
    utf8Pairs: one.utf8Pairs + other.utf8Pairs,
    samples: [...one.samples, ...others].slice(0, SAMPLES),
  };
}

/** The encoding of a file with all that it shows. */
export function decideEncoding({ isAscii, isUtf8, samples, replacements, ...counts }: EncodingTally): EncodingVerdict {
  const shared = { isAscii, samples: samples.map((sample) => Buffer.from(sample)), replacements };
  if (isUtf8) return { ...shared, encoding: 'utf-8', mojibake: counts.mojibake };
  const encoding = counts.cp850 > counts.windows1252 ? 'cp850' : 'windows-1252';
  return { ...shared, encoding, mojibake: encoding === 'windows-1252' ? counts.utf8Pairs : 0 };
}
