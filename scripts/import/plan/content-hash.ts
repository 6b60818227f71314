// 64-bit hashes of bytes in two 32-bit words, so that keys and contents fit typed arrays instead of sets of strings.

/** Seeds and odd multipliers: each step is a bijection of the running word, so that no input bytes are forgotten. */
const FIRST = { seed: 0x9e3779b1, multiplier: 0x85ebca6b };
const SECOND = { seed: 0x61c88647, multiplier: 0xc2b2ae35 };

function finish(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Hashes `bytes[start, end)`: the low word goes to `out[at]`, the high word to `out[at + 1]`. */
export function hash64(bytes: Uint8Array, start: number, end: number, out: Uint32Array, at: number): void {
  hashView64(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), start, end, out, at);
}

/** The same for bytes on which there is a view already; a view reads four bytes in one instruction. */
export function hashView64(view: DataView, start: number, end: number, out: Uint32Array, at: number): void {
  let low = FIRST.seed ^ (end - start);
  let high = SECOND.seed ^ (end - start);
  let position = start;
  for (; position + 4 <= end; position += 4) {
    const word = view.getInt32(position, true);
    low = Math.imul(low ^ word, FIRST.multiplier);
    low ^= low >>> 15;
    high = Math.imul(high ^ ((word << 16) | (word >>> 16)), SECOND.multiplier);
    high ^= high >>> 13;
  }
  let tail = 0;
  for (let shift = 0; position < end; position += 1, shift += 8) tail |= view.getUint8(position) << shift;
  low = Math.imul(low ^ tail, FIRST.multiplier);
  high = Math.imul(high ^ ((tail << 16) | (tail >>> 16)), SECOND.multiplier);
  const mixedLow = finish(low + Math.imul(high, 5));
  out[at] = mixedLow;
  out[at + 1] = finish(high ^ Math.imul(mixedLow, 0x9e3779b1));
}

/** A hash as Import_Fingerprint__c holds it: 16 lower-case hexadecimal digits, high word first. */
export function hashHex(low: number, high: number): string {
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}

/** Reads what `hashHex` wrote from `bytes[start, end)` into `out[at]` (low) and `out[at + 1]` (high); false when it is no such text. */
export function parseHashHex(bytes: Uint8Array, start: number, end: number, out: Uint32Array, at: number): boolean {
  if (end - start !== 16) return false;
  for (let half = 0; half < 2; half += 1) {
    let word = 0;
    for (let digit = 0; digit < 8; digit += 1) {
      const code = bytes[start + half * 8 + digit] ?? 0;
      const value = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1;
      if (value < 0) return false;
      word = (word << 4) | value;
    }
    out[at + 1 - half] = word;
  }
  return true;
}
