// Turns the bytes of cells into text, in any encoding that is a superset of ASCII.

import iconv from 'iconv-lite';

const LATIN1_CONTROLS = /[\u0080-\u009F]/;
const LATIN1_CONTROLS_ALL = /[\u0080-\u009F]/g;

/** Decodes `bytes[start]` up to `bytes[end]`. Bytes that mean nothing in the encoding become U+FFFD. */
export type CellDecoder = (bytes: Buffer, start: number, end: number) => string;

/** Encodings of one byte per character in which 0–127 are ASCII; everything else is read from a UTF-8 copy. */
const SINGLE_BYTE = /^(windows|cp|win|ibm|iso|latin|mac|koi8|ascii|us-ascii)/i;
const NOT_SINGLE_BYTE = /^(cp|windows|win|ibm)[-_]?(932|936|949|950|65001|1200|1201)$|^iso-?2022/i;

/** One of our names for an encoding (`utf-8`, `windows-1252`, `cp850`, `utf-16le`, …), or undefined when it is unknown. */
export function knownEncoding(name: string): string | undefined {
  const folded = name.trim().toLowerCase();
  if (folded === 'utf8' || folded === 'utf-8') return 'utf-8';
  if (folded === 'ansi' || folded === 'cp1252' || folded === '1252') return 'windows-1252';
  return iconv.encodingExists(folded) ? folded : undefined;
}

/** True when cells can be decoded straight from the file's bytes. */
export function isAsciiSuperset(encoding: string): boolean {
  return encoding === 'utf-8' || (SINGLE_BYTE.test(encoding) && !NOT_SINGLE_BYTE.test(encoding));
}

export function cellDecoder(encoding: string): CellDecoder {
  if (encoding === 'utf-8') return (bytes, start, end) => bytes.toString('utf8', start, end);
  const characters = singleByteCharacters(encoding);
  if (encoding === 'windows-1252') {
    // the same as Latin-1 but for the range of its control characters
    return (bytes, start, end) => {
      const text = bytes.toString('latin1', start, end);
      return LATIN1_CONTROLS.test(text)
        ? text.replace(LATIN1_CONTROLS_ALL, (control) => characters[control.charCodeAt(0)] as string)
        : text;
    };
  }
  return (bytes, start, end) => {
    let text = '';
    for (let at = start; at < end; at += 1) text += characters[bytes[at] as number];
    return text;
  };
}

function singleByteCharacters(encoding: string): readonly string[] {
  const bytes = Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte));
  if (encoding !== 'windows-1252') return bytes.map((byte) => iconv.decode(Buffer.from(byte), encoding));
  // the usual one without loading the tables of all the others
  const decoder = new TextDecoder('windows-1252');
  return bytes.map((byte) => {
    const character = decoder.decode(byte);
    return LATIN1_CONTROLS.test(character) ? '\uFFFD' : character;
  });
}
