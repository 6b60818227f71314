// Reads the text of an amount: its digits and separators, and the unit that may stand behind it.

import { isUnknown } from './unknown-values.ts';

export type AmountUnit = 'month' | 'quarter' | 'year' | 'once';

export type AmountReading =
  | { readonly kind: 'unknown' }
  /** `number` keeps its separators; `shows` tells which decimal separator it proves, `either` when it could be both. */
  | {
      readonly kind: 'amount';
      readonly number: string;
      readonly isNegative: boolean;
      readonly shows: ',' | '.' | 'either' | 'nothing';
      readonly unit: AmountUnit | undefined;
    }
  | { readonly kind: 'other' };

const CURRENCY = /€|\beur(?:o'?s?)?\b\.?/g;
const VAT_REMARK = /\(?\b(?:ex(?:cl)?|excl?usief|excluding)\.? ?(?:btw|vat)\)?/g;
const UNITS: readonly (readonly [RegExp, AmountUnit])[] = [
  [/(?:p(?:er|\.)?[ /]*|\/ ?)(?:m\.?|mnd\.?|maand|month|mo)$/, 'month'],
  [/(?:p(?:er|\.)?[ /]*|\/ ?)(?:j\.?|jr\.?|jaar|year|yr|y|annum)$/, 'year'],
  [/(?:p(?:er|\.)?[ /]*|\/ ?)(?:kw\.?|kwartaal|quarter|q)$/, 'quarter'],
  [/(?:eenmalig|one-?off|once)$/, 'once'],
];
const NUMBER = /^(-?)(\d{1,3}(?:[. ']\d{3})+(?:,\d+)?|\d{1,3}(?:[, ']\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?|[.,]\d+)(-?)$/;

/** Reads trimmed text. What is no amount is `other`. */
export function readAmountText(text: string): AmountReading {
  if (isUnknown(text)) return { kind: 'unknown' };
  let rest = text.toLowerCase().replace(CURRENCY, '').replace(VAT_REMARK, '').trim();
  let unit: AmountUnit | undefined;
  for (const [pattern, name] of UNITS) {
    const without = rest.replace(pattern, '').trim();
    if (without === rest) continue;
    unit = name;
    rest = without;
    break;
  }
  const withoutDash = rest.replace(/([.,])(?:-+|=)$/, '');
  const dash = withoutDash === rest ? undefined : (rest.charAt(withoutDash.length) as ',' | '.');
  const found = NUMBER.exec(withoutDash.replace(/^([+-]) /, '$1').replace(/^\+/, ''));
  if (!found) return { kind: 'other' };
  const number = (found[2] ?? '').replace(/[ ']/g, '');
  return { kind: 'amount', number, isNegative: found[1] === '-' || found[3] === '-', shows: dash ?? evidenceOf(number), unit };
}

function evidenceOf(number: string): ',' | '.' | 'either' | 'nothing' {
  const [comma, dot] = [number.lastIndexOf(','), number.lastIndexOf('.')];
  if (comma < 0 && dot < 0) return 'nothing';
  const last = comma > dot ? ',' : '.';
  if (comma >= 0 && dot >= 0) return last;
  const at = Math.max(comma, dot);
  const isRepeated = number.indexOf(last) !== at;
  if (isRepeated) return last === ',' ? '.' : ',';
  const isGroup = number.length - at - 1 === 3 && at >= 1 && at <= 3 && !number.startsWith('0');
  return isGroup ? 'either' : last;
}

/** The number with a dot and without grouping, for example `1234.56`, or undefined when it contradicts the decimal separator. */
export function resolveAmount(reading: Extract<AmountReading, { kind: 'amount' }>, decimal: ',' | '.'): string | undefined {
  const grouping = decimal === ',' ? '.' : ',';
  if (reading.shows === grouping) return undefined;
  const plain = reading.number.replaceAll(grouping, '').replace(',', '.');
  const value = plain.startsWith('.') ? `0${plain}` : plain;
  return reading.isNegative ? `-${value}` : value;
}
