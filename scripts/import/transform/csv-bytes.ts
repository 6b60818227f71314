// Small things written as bytes: text in lower case, hexadecimal words and CSV cells.

const [COMMA, QUOTE] = [44, 34] as const;
const WORD = 4;
/** In each byte of a word: its highest bit, the others, and what carries A, or what follows Z, into the highest bit. */
const [HIGH, LOW, FROM_A, BEHIND_Z] = [0x80808080, 0x7f7f7f7f, 0x3f3f3f3f, 0x25252525] as const;
const DIGITS = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));

/** Copies ASCII in lower case; returns where the writing ended, as all of these do. */
export function copyLower(source: DataView, from: number, to: number, target: DataView, at: number): number {
  const last = to - WORD;
  if (last < from) {
    for (let read = from, write = at; read < to; read += 1, write += 1) target.setUint8(write, lower(source.getUint8(read)));
  } else {
    for (let read = from, write = at; read < last; read += WORD, write += WORD) target.setInt32(write, lower(source.getInt32(read)));
    // overlaps the word before, so that no single bytes are left over
    target.setInt32(at + last - from, lower(source.getInt32(last)));
  }
  return at + to - from;
}

/** Four bytes with the capitals among them made small; others, and those above 127, stay. */
function lower(word: number): number {
  const low = word & LOW;
  const capitals = (low + FROM_A) & ~(low + BEHIND_Z) & ~word & HIGH;
  return word | (capitals >>> 2);
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
