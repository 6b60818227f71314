// Amounts per month, in euro.

import { readAmountText, resolveAmount } from '../../source/amount-text.ts';
import type { DecimalSeparator } from '../../source/inspection.ts';
import { fault, known, unknown, type Verdict } from '../verdict.ts';

/** Currency(16,2) holds fourteen digits before the decimal point. */
const MOST_DIGITS = 14;

/**
 * An amount per month with at most two decimals, for example `1234.56`. `per` is the period that the column's header says; the cell
 * may repeat it ("45 p/m") but not contradict it. Amounts per year are divided by twelve and rounded to cents.
 */
export function monthlyAmount(text: string, decimal: DecimalSeparator, per: 'month' | 'year'): Verdict<string> {
  const reading = readAmountText(text);
  if (reading.kind === 'unknown') return unknown(text === '' ? undefined : 'UNKNOWN_VALUE');
  if (reading.kind === 'other') return fault('AMOUNT_NOT_UNDERSTOOD', { value: text });
  if (reading.unit !== undefined && reading.unit !== per) return fault('AMOUNT_PERIOD', { value: text });
  const amount = resolveAmount(reading, decimal);
  if (amount === undefined) return fault('AMOUNT_DECIMAL_DIFFERS', { value: text, decimal });
  if (amount.startsWith('-') && Number(amount) !== 0) return fault('AMOUNT_NEGATIVE', { value: text });
  if (amount.replace(/\..*/, '').length > MOST_DIGITS) return fault('AMOUNT_TOO_LARGE', { value: text });
  if (per === 'year') return known((Number(amount) / 12).toFixed(2), 'YEARLY_AMOUNT_DIVIDED');
  if (/\.\d{3,}$/.test(amount) && !/\.\d\d0+$/.test(amount)) return known(Number(amount).toFixed(2), 'AMOUNT_ROUNDED');
  return known(amount.replace(/^-/, ''));
}

/** A whole number of at most nine digits. */
export function quantity(text: string): Verdict<string> {
  const found = /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?:[.,]0+)?(?: ?(?:x|st|stuks|pcs))?$/i.exec(text);
  if (found) {
    const digits = (found[1] ?? '').replace(/\D/g, '').replace(/^0+(?=\d)/, '');
    return digits.length <= 9 ? known(digits) : fault('QUANTITY_INVALID', { value: text });
  }
  const reading = readAmountText(text);
  if (reading.kind === 'unknown') return unknown(text === '' ? undefined : 'UNKNOWN_VALUE');
  return fault('QUANTITY_INVALID', { value: text });
}
