// Phone numbers by which a person is found, in the one form that all spellings of a number share (E.164).

import { isUnknown } from '../../source/unknown-values.ts';

const DECORATION = /[\s().\-/\u2010-\u2015]+/g;
const EXTENSION = /\s*(?:tst|toestel|ext|x)\.?\s*\d+$/i;
const LABEL = /^(?:tel(?:efoon)?|mob(?:iel)?|phone|mobile|t|m)\s*[.:]\s*/i;
/** Without country: the Netherlands. */
const DUTCH = '31';

/**
 * "020 - 123 45 67" and "+31 (0)20 1234567" are both +31201234567. '' when the cell says nothing, undefined when it is not one number. Nine
 * digits without a nought are a Dutch number that a spreadsheet took its nought from.
 */
export function phoneNumber(text: string): string | undefined {
  if (isUnknown(text)) return '';
  const written = text.replace(/^'/, '').replace(LABEL, '').replace(EXTENSION, '').replace('(0)', '');
  const digits = written.replace(DECORATION, '');
  const abroad = /^(?:\+|00)([1-9]\d{7,14})$/.exec(digits)?.[1];
  if (abroad !== undefined) return `+${withoutTrunk(abroad)}`;
  const inside = /^0?([1-9]\d{8})$/.exec(digits)?.[1];
  if (inside !== undefined) return `+${DUTCH}${inside}`;
  // 31201234567: the plus was lost
  const country = /^31([1-9]\d{8})$/.exec(digits)?.[1];
  return country === undefined ? undefined : `+${DUTCH}${country}`;
}

/** "+31 020…": the nought belongs to numbers without country. */
function withoutTrunk(number: string): string {
  return number.startsWith(`${DUTCH}0`) ? DUTCH + number.slice(DUTCH.length + 1) : number;
}
