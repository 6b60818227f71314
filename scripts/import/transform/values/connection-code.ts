// EAN connection codes: eighteen digits with a GS1 check digit, kept as text always.

import { isUnknown } from '../../source/unknown-values.ts';
import { identifierText } from './identifier.ts';
import { fault, known, unknown, type Verdict } from '../verdict.ts';

/** Digits of a code. */
export const BYTES_PER_EAN = 18;

/** GS1 modulo 10 over all digits, the last being the check digit. */
export function hasGs1CheckDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    sum += at % 2 === 0 ? digit : digit * 3;
  }
  return sum % 10 === 0;
}

/**
 * The code as eighteen digits. A wrong check digit is a warning; digits that a spreadsheet rounded away ("8,71687E+17", or three
 * zeros at the end that make the check fail) are a fault: they cannot be restored.
 */
export function connectionCode(text: string): Verdict<string> {
  if (isUnknown(text)) return unknown(text === '' ? undefined : 'UNKNOWN_VALUE');
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(text)) return fault('EAN_INFORMATION_LOST', { value: text });
  const digits = identifierText(text)
    .replace(/^ean[ :-]*/i, '')
    .replace(/[ .-]/g, '');
  if (!/^\d+$/.test(digits)) return fault('EAN_INVALID', { value: text });
  if (digits.length === 13) return fault('EAN_IS_MARKET_PARTY', { value: text });
  if (digits.length !== BYTES_PER_EAN) return fault('EAN_INVALID', { value: text });
  if (hasGs1CheckDigit(digits)) return known(digits);
  return digits.endsWith('000') ? fault('EAN_INFORMATION_LOST', { value: text }) : known(digits, 'EAN_CHECK_DIGIT');
}
