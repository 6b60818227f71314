// Dutch postcodes and house numbers.

import { isUnknown } from '../../source/unknown-values.ts';
import { fault, known, unknown, type Verdict } from '../verdict.ts';

/** Letter pairs that are not issued. */
const NOT_ISSUED = new Set(['SA', 'SD', 'SS']);

/** "1234 AB". */
export function postcode(text: string): Verdict<string> {
  if (isUnknown(text)) return unknown(text === '' ? undefined : 'UNKNOWN_VALUE');
  const found = /^(?:NL[- ]?)?([1-9]\d{3})[ -]?([A-Z]{2})$/.exec(text.toUpperCase());
  if (!found || NOT_ISSUED.has(found[2] ?? '')) return fault('POSTCODE_INVALID', { value: text });
  return known(`${found[1]} ${found[2]}`);
}

export interface HouseNumber {
  readonly number: string;
  /** '' when there is none. */
  readonly addition: string;
}

const LONGEST_ADDITION = 10;

/** "12 a" → 12 and "a"; "12-14" → 12 and "14". */
export function houseNumber(text: string): Verdict<HouseNumber> {
  if (isUnknown(text)) return unknown(text === '' ? undefined : 'UNKNOWN_VALUE');
  const found = /^([1-9]\d{0,4})(?:[.,]0)?(?:$|\s*[-/ ]?\s*(.*)$)/.exec(text);
  if (!found) return fault('HOUSE_NUMBER_INVALID', { value: text });
  const addition = found[2] ?? '';
  if (addition.length > LONGEST_ADDITION)
    return fault('TOO_LONG', { value: addition, length: String(addition.length), most: String(LONGEST_ADDITION) });
  return known({ number: found[1] ?? '', addition });
}
