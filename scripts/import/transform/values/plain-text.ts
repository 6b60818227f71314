// Cells that are stored as they are written: names, product names, contract numbers.

import { isUnknown } from '../../source/unknown-values.ts';
import { fault, known, unknown, type Verdict } from '../verdict.ts';

const REPLACEMENT = '\uFFFD';

/** Cleaned text of at most `most` characters. Longer text is a fault, never cut; so is text that lost characters (U+FFFD). */
export function plainText(text: string, most: number): Verdict<string> {
  if (isUnknown(text)) return unknown(text === '' ? undefined : 'UNKNOWN_VALUE');
  if (text.includes(REPLACEMENT)) return fault('CHARACTER_LOST', { value: text.slice(0, 80) });
  if (text.length > most) return fault('TOO_LONG', { value: `${text.slice(0, 40)}…`, length: String(text.length), most: String(most) });
  return known(text);
}
