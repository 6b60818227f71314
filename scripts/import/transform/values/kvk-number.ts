// KvK numbers: eight digits, leading zeros occur, no check digit.

import { isUnknown } from '../../source/unknown-values.ts';
import { identifierText } from './identifier.ts';
import { fault, known, unknown, type Verdict } from '../verdict.ts';

const DECORATION = /^(?:kvk|k\.v\.k\.?|kamer van koophandel|coc|chamber of commerce)?[ .:-]*(?:nummer|nr|no|number)?[ .:#-]*(?=\d)/i;
const SCIENTIFIC = /^(\d)[.,](\d+)e\+?(\d{1,2})$/i;

/**
 * The number as eight digits. Decorations ("KvK: ", spaces, ".0") are taken off; seven digits or fewer get their leading zeros back
 * and count as repaired; scientific notation only when no digit is missing.
 */
export function kvkNumber(text: string): Verdict<string> {
  if (isUnknown(text)) return fault('KVK_MISSING');
  const bare = identifierText(text)
    .replace(DECORATION, '')
    .replace(/[.,]0+$/, '');
  const scientific = SCIENTIFIC.exec(bare);
  if (scientific) {
    const [whole, decimals, exponent] = [scientific[1] ?? '', scientific[2] ?? '', Number(scientific[3])];
    return decimals.length === exponent && exponent <= 7
      ? eightDigits(whole + decimals, text)
      : fault('KVK_INFORMATION_LOST', { value: text });
  }
  if (!/^[\d .-]+$/.test(bare)) return fault('KVK_INVALID', { value: text });
  return eightDigits(bare.replace(/\D/g, ''), text);
}

function eightDigits(digits: string, text: string): Verdict<string> {
  if (/^0*$/.test(digits)) return fault('KVK_INVALID', { value: text });
  if (digits.length === 12) return fault('KVK_IS_BRANCH_NUMBER', { value: text });
  if (digits.length === 9) return fault('KVK_IS_RSIN', { value: text });
  if (digits.length > 8) return fault('KVK_INVALID', { value: text });
  if (digits.length < 8) return known(digits.padStart(8, '0'), 'KVK_PADDED');
  return known(digits, digits === text ? undefined : 'KVK_CLEANED');
}

/** Twelve digits; anything else is a fault. */
export function branchNumber(text: string): Verdict<string> {
  if (isUnknown(text)) return unknown(text === '' ? undefined : 'UNKNOWN_VALUE');
  if (/^\d[.,]\d+e\+?\d+$/i.test(text)) return fault('BRANCH_INVALID', { value: text });
  const digits = identifierText(text)
    .replace(/[.,]0+$/, '')
    .replace(/[ .-]/g, '');
  if (!/^\d{1,12}$/.test(digits) || digits.length < 9) return fault('BRANCH_INVALID', { value: text });
  return known(digits.padStart(12, '0'), digits.length < 12 ? 'BRANCH_PADDED' : undefined);
}
