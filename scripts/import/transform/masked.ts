// What a sentence may repeat of a cell: reports are mailed, logged and kept in the org, so numbers and addresses of people are veiled.
import { passesElevenTest } from './values/eleven-test.ts';

const EMAIL = /[^\s@<>"';,]+@[^\s@<>"';,]+\.[^\s@<>"';,]+/g;
const IBAN = /\b([A-Z]{2}\d{2}) ?(?:[A-Z0-9]{4} ?){3,7}[A-Z0-9]{0,4}\b/gi;
const NINE_DIGITS = /(?<!\d)(?:\d[ .-]?){8}\d(?!\d)/g;

/** The text with e-mail addresses, bank accounts and numbers that may be a citizen's service number made unreadable. */
export function masked(text: string): string {
  return text
    .replace(EMAIL, '…@…')
    .replace(IBAN, '$1…')
    .replace(NINE_DIGITS, (digits) => (passesElevenTest(digits.replace(/\D/g, '')) ? '…' : digits));
}
