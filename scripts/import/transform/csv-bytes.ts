// Small things written as bytes: copies, lower case, hexadecimal words and CSV cells.

const [COMMA, QUOTE, UPPER_A, UPPER_Z, TO_LOWER] = [44, 34, 65, 90, 32] as const;

/** Copies short stretches of bytes faster than a call to `set` would; returns where the writing ended, as all of these do. */
export function copyBytes(source: Uint8Array, from: number, to: number, target: Uint8Array, at: number): number {
  let write = at;
  for (let read = from; read < to; read += 1, write += 1) target[write] = source[read] as number;
  return write;
}

/** Copies ASCII in lower case. */
export function copyLower(source: Uint8Array, from: number, to: number, target: Uint8Array, at: number): number {
  let write = at;
  for (let read = from; read < to; read += 1, write += 1) {
    const byte = source[read] as number;
    target[write] = byte >= UPPER_A && byte <= UPPER_Z ? byte + TO_LOWER : byte;
  }
  return write;
}

/** Writes a 32-bit word as eight hexadecimal digits. */
export function writeHex(word: number, bytes: Uint8Array, at: number): number {
  for (let digit = 0; digit < 8; digit += 1) {
    const value = (word >>> (28 - digit * 4)) & 15;
    bytes[at + digit] = value < 10 ? 48 + value : 87 + value;
  }
  return at + 8;
}

/** Writes `text[0, length)` as a CSV cell, in quotes where it needs them. */
export function writeCell(text: Uint8Array, length: number, bytes: Uint8Array, to: number): number {
  let needsQuotes = false;
  for (let at = 0; at < length; at += 1) if (text[at] === COMMA || text[at] === QUOTE) needsQuotes = true;
  if (!needsQuotes) return copyBytes(text, 0, length, bytes, to);
  let at = to;
  bytes[at++] = QUOTE;
  for (let read = 0; read < length; read += 1) {
    if (text[read] === QUOTE) bytes[at++] = QUOTE;
    bytes[at++] = text[read] as number;
  }
  bytes[at++] = QUOTE;
  return at;
}
