// Small things written as bytes: text in lower case, hexadecimal words and CSV cells.

const [COMMA, QUOTE, UPPER_A, UPPER_Z, TO_LOWER] = [44, 34, 65, 90, 32] as const;
const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** Copies ASCII in lower case; returns where the writing ended, as all of these do. */
export function copyLower(source: DataView, from: number, to: number, target: DataView, at: number): number {
  let write = at;
  for (let read = from; read < to; read += 1, write += 1) {
    const byte = source.getUint8(read);
    target.setUint8(write, byte >= UPPER_A && byte <= UPPER_Z ? byte + TO_LOWER : byte);
  }
  return write;
}

/** Writes a 32-bit word as eight hexadecimal digits. */
export function writeHex(word: number, target: DataView, at: number): number {
  for (let digit = 0; digit < 8; digit += 1) target.setUint8(at + digit, DIGITS[(word >>> (28 - digit * 4)) & 15] as number);
  return at + 8;
}

/** True for text that a CSV cell can only hold in quotes. */
export function needsQuotes(text: Uint8Array): boolean {
  return text.includes(COMMA) || text.includes(QUOTE);
}

/** Writes `text[0, length)` as a CSV cell in quotes. */
export function writeQuoted(text: DataView, length: number, target: DataView, to: number): number {
  let at = to;
  target.setUint8(at++, QUOTE);
  for (let read = 0; read < length; read += 1) {
    const byte = text.getUint8(read);
    if (byte === QUOTE) target.setUint8(at++, QUOTE);
    target.setUint8(at++, byte);
  }
  target.setUint8(at++, QUOTE);
  return at;
}
