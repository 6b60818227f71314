// What every cell's text goes through before it is understood: invisible and dangerous characters out, one Unicode form, trimmed.

import { unguardFormula } from './reject-columns.ts';

/**
 * Text without anything to clean: printable ASCII, composed Latin letters, the euro sign and typographic quotes and dashes; no space at
 * the ends, no two in a row, no guard of our own.
 */
const CLEAN =
  /^(?!'|.* {2})[!-~\u00A1-\u00AC\u00AE-\u024F\u2013-\u201E\u20AC](?:[ -~\u00A1-\u00AC\u00AE-\u024F\u2013-\u201E\u20AC]*[!-~\u00A1-\u00AC\u00AE-\u024F\u2013-\u201E\u20AC])?$/;
/** Line breaks, tabs and every other kind of space. */
const SPACES = /[\t\n\v\f\r\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000 ]+/g;
/** Control characters, soft hyphen, zero-width characters and the overrides of writing direction. */
const INVISIBLE =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/**
 * NFC, every run of white space (line breaks included: Bulk API 2.0 takes those inside cells for row ends) one space, invisible
 * characters removed, trimmed, and the apostrophe that our own reject file put before formulas taken off. Nothing is shortened.
 */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text;
  return unguardFormula(text.normalize('NFC').replace(INVISIBLE, '').replace(SPACES, ' ').trim());
}

/** True when cleaning removes characters that nobody can see, other than spaces. */
export function hasInvisible(text: string): boolean {
  return text.search(INVISIBLE) >= 0;
}

/**
 * Turns text that was decoded as Windows-1252 once too often ("CafÃ©") back into what it was ("Café"); returns the text itself
 * when it is not of that kind.
 */
export function repairMojibake(text: string): string {
  if (!/[ÃÂâ]/.test(text)) return text;
  const bytes: number[] = [];
  for (const character of text) {
    const byte = WINDOWS_1252.get(character) ?? (character.length === 1 && character.charCodeAt(0) < 256 ? character.charCodeAt(0) : -1);
    if (byte < 0) return text;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}

const WINDOWS_1252 = new Map(
  Array.from({ length: 32 }, (_, at) => [new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + at)), 0x80 + at] as const),
);
