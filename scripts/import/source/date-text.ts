// Reads the text of a date cell without deciding what it means: which parts are there, in which shape.

import { isUnknown } from './unknown-values.ts';

/** `Day`, or less precise where the cell names only a month or a quarter. */
export type DatePrecision = 'Day' | 'Month' | 'Quarter';

export type DateReading =
  | { readonly kind: 'unknown' }
  /** Three numbers; `ppy` = two parts and a year of four digits, `ypp` = the year first, `two` = three parts of at most two digits. */
  | {
      readonly kind: 'numbers';
      readonly shape: 'ppy' | 'ypp' | 'two';
      readonly parts: readonly [number, number, number];
      readonly separator: string;
    }
  /** A moment with a time zone, as ISO 8601. */
  | { readonly kind: 'moment'; readonly iso: string }
  | { readonly kind: 'digits'; readonly digits: string }
  /** A date that no format can change; the year may have two digits. */
  | {
      readonly kind: 'named';
      readonly year: number;
      readonly month: number;
      readonly day: number | undefined;
      readonly precision: DatePrecision;
    }
  | { readonly kind: 'other' };

const MONTHS = ['jan', 'feb', 'mrt|maa|mar', 'apr', 'mei|may', 'jun', 'jul', 'aug', 'sep', 'okt|oct', 'nov', 'dec'];
const MONTH_WORDS =
  /^(jan(uari|uary)?|febr?(uari|uary)?|mrt|maart|mar(ch)?|apr(il)?|mei|may|juni?|june|juli?|july|aug(ust|ustus)?|sept?(ember)?|okt(ober)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;
const WEEKDAY =
  /^(?:ma|di|wo|do|vr|za|zo|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?)[.,]* +(?=\d)/;
const UNTIL_AND_INCLUDING = /^(t\/m|tot en met|per|op|until and including) +/;

const NUMBERS = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})$/;
const TIME = /[t ]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]m)?$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?(z|[+-]\d{2}(?::?\d{2})?)$/;
const DAY_MONTH_YEAR = /^(\d{1,2})(?:e|st|nd|rd|th)?[\s\-./]*([a-z]+)\.?[\s\-./,']*(\d{4}|\d{2})$/;
const MONTH_DAY_YEAR = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
const YEAR_MONTH_DAY = /^(\d{4})[\s\-./]([a-z]+)\.?[\s\-./](\d{1,2})$/;
const MONTH_YEAR = /^([a-z]+)\.?[\s\-./']*(\d{4}|\d{2})$/;
const NUMERIC_MONTH_YEAR = /^(\d{1,2})[-/. ](\d{4})$/;
const NUMERIC_YEAR_MONTH = /^(\d{4})[-/. ](\d{1,2})$/;
const QUARTERS = [/^(?:q|k|kw|kwartaal ?)([1-4])[\s\-/']*(\d{4}|\d{2})$/, /^([1-4])(?:e|ste|de)? ?kwartaal[\s\-/]*(\d{4}|\d{2})$/];
const YEAR_QUARTER = /^(\d{4})[\s\-/]*(?:q|k|kw)([1-4])$/;

function monthOf(word: string): number {
  if (!MONTH_WORDS.test(word)) return 0;
  return MONTHS.findIndex((starts) => starts.split('|').includes(word.slice(0, 3))) + 1;
}

function named(year: string, month: number, day: string | undefined, precision: DatePrecision): DateReading {
  return { kind: 'named', year: Number(year), month, day: day === undefined ? undefined : Number(day), precision };
}

/** Reads trimmed text. Never throws; what is no date is `other`. */
export function readDateText(text: string): DateReading {
  if (isUnknown(text)) return { kind: 'unknown' };
  const lower = text.toLowerCase().replace(UNTIL_AND_INCLUDING, '').replace(WEEKDAY, '');
  const moment = MOMENT.exec(lower);
  if (moment) return { kind: 'moment', iso: isoMoment(moment[1] ?? '', moment[2] ?? '', moment[3] ?? '') };
  const day = lower.replace(TIME, '');
  const numbers = NUMBERS.exec(day);
  if (numbers) return readNumbers(numbers[1] ?? '', numbers[3] ?? '', numbers[4] ?? '', numbers[2] ?? '');
  const digits = /^(\d{8}|\d{5})(?:[.,]\d+)?$/.exec(day);
  if (digits) return { kind: 'digits', digits: digits[1] ?? '' };
  return readWords(day);
}

function isoMoment(day: string, time: string, zone: string): string {
  const minutes = time.length === 5 ? `${time}:00` : time;
  if (zone === 'z') return `${day}T${minutes}Z`;
  const numbers = zone.replace(':', '');
  return `${day}T${minutes}${numbers.slice(0, 3)}:${numbers.slice(3) || '00'}`;
}

function readNumbers(first: string, second: string, third: string, separator: string): DateReading {
  const parts = [Number(first), Number(second), Number(third)] as const;
  if (first.length === 4 && third.length <= 2) return { kind: 'numbers', shape: 'ypp', parts, separator };
  if (first.length <= 2 && third.length === 4) return { kind: 'numbers', shape: 'ppy', parts, separator };
  if (first.length <= 2 && third.length === 2) return { kind: 'numbers', shape: 'two', parts, separator };
  return { kind: 'other' };
}

function readWords(text: string): DateReading {
  let found = DAY_MONTH_YEAR.exec(text);
  if (found && monthOf(found[2] ?? '') > 0) return named(found[3] ?? '', monthOf(found[2] ?? ''), found[1], 'Day');
  found = MONTH_DAY_YEAR.exec(text);
  if (found && monthOf(found[1] ?? '') > 0) return named(found[3] ?? '', monthOf(found[1] ?? ''), found[2], 'Day');
  found = YEAR_MONTH_DAY.exec(text);
  if (found && monthOf(found[2] ?? '') > 0) return named(found[1] ?? '', monthOf(found[2] ?? ''), found[3], 'Day');
  found = MONTH_YEAR.exec(text);
  if (found && monthOf(found[1] ?? '') > 0) return named(found[2] ?? '', monthOf(found[1] ?? ''), undefined, 'Month');
  for (const pattern of QUARTERS) {
    found = pattern.exec(text);
    if (found) return named(found[2] ?? '', Number(found[1]) * 3, undefined, 'Quarter');
  }
  found = YEAR_QUARTER.exec(text);
  if (found) return named(found[1] ?? '', Number(found[2]) * 3, undefined, 'Quarter');
  found = NUMERIC_MONTH_YEAR.exec(text);
  if (found) return named(found[2] ?? '', Number(found[1]), undefined, 'Month');
  found = NUMERIC_YEAR_MONTH.exec(text);
  if (found) return named(found[1] ?? '', Number(found[2]), undefined, 'Month');
  return { kind: 'other' };
}
