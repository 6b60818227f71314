// Gives a date reading its meaning in the format that was decided for its column.

import { civilDate, civilDateIn, daysInMonth, fromDayNumber, dayNumber, type CivilDate } from '../../platform/civil-date.ts';
import type { DateFormat } from './date-format.ts';
import type { DatePrecision, DateReading } from './date-text.ts';

/** The zone in which the contracts' days are counted. */
const TIME_ZONE = 'Europe/Amsterdam';
/** Day 0 of Excel's 1900 date system, corrected for the leap day that it invented. */
const EXCEL_DAY_ZERO = dayNumber('1899-12-30');
/** Days that systems write where they have none. */
const SENTINELS: ReadonlySet<string> = new Set([
  '9999-12-31',
  '1900-01-01',
  '1970-01-01',
  '1899-12-31',
  '1899-12-30',
  '0001-01-01',
  '1753-01-01',
  '2999-12-31',
  '2099-12-31',
]);
/** Years outside these are typing errors. */
const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;

export type DateFault = 'INVALID_DATE' | 'DATE_FORMAT_DIFFERS' | 'DATE_NOT_UNDERSTOOD' | 'TWO_DIGIT_YEAR';

export type ResolvedDate =
  | { readonly kind: 'date'; readonly date: CivilDate; readonly precision: DatePrecision }
  | { readonly kind: 'unknown'; readonly isSentinel: boolean }
  | { readonly kind: 'fault'; readonly fault: DateFault };

/** How to complete what a cell leaves open. */
export interface DateContext {
  readonly format: DateFormat;
  /** `end`: a month or quarter means its last day; `start`: its first. */
  readonly boundary: 'start' | 'end';
  /** Years of two digits are read as this year up to 25 years later; others are a fault. */
  readonly twoDigitYearsFrom: number;
}

/** Length of the window for years of two digits: ten years back to fifteen ahead. */
export const TWO_DIGIT_WINDOW = 25;

function fault(code: DateFault): ResolvedDate {
  return { kind: 'fault', fault: code };
}

/** Resolves a reading; what does not fit the format is a fault, never guessed. */
export function resolveDate(reading: DateReading, context: DateContext): ResolvedDate {
  if (isSentinel(reading)) return { kind: 'unknown', isSentinel: true };
  switch (reading.kind) {
    case 'unknown':
      return { kind: 'unknown', isSentinel: false };
    case 'other':
      return fault('DATE_NOT_UNDERSTOOD');
    case 'moment': {
      const instant = new Date(reading.iso);
      if (Number.isNaN(instant.getTime())) return fault('INVALID_DATE');
      return context.format === 'yyyy-mm-dd' ? dated(civilDateIn(TIME_ZONE, instant), 'Day') : fault('DATE_FORMAT_DIFFERS');
    }
    case 'digits':
      return fromDigits(reading.digits, context.format);
    case 'numbers':
      return fromNumbers(reading.shape, reading.parts, context);
    case 'named':
      return fromNamed(reading, context);
  }
}

/** A day that stands for "none", however it is written: systems write it in their own way among the dates of people. */
export function isSentinel(reading: DateReading): boolean {
  if (reading.kind === 'numbers' && reading.shape !== 'two') {
    const [first, second, third] = reading.parts;
    if (reading.shape === 'ypp') return SENTINELS.has(civilDate(first, second, third));
    return SENTINELS.has(civilDate(third, second, first)) || SENTINELS.has(civilDate(third, first, second));
  }
  if (reading.kind !== 'digits' || reading.digits.length !== 8) return false;
  const parts = [reading.digits.slice(0, 4), reading.digits.slice(4, 6), reading.digits.slice(6)];
  const reversed = [reading.digits.slice(4), reading.digits.slice(2, 4), reading.digits.slice(0, 2)];
  return SENTINELS.has(parts.join('-')) || SENTINELS.has(reversed.join('-'));
}

function dated(date: CivilDate, precision: DatePrecision): ResolvedDate {
  return SENTINELS.has(date) ? { kind: 'unknown', isSentinel: true } : { kind: 'date', date, precision };
}

function fromParts(year: number, month: number, day: number, precision: DatePrecision = 'Day'): ResolvedDate {
  if (day < 1 || day > daysInMonth(year, month)) return fault('INVALID_DATE');
  const date = civilDate(year, month, day);
  if ((year < EARLIEST_YEAR || year > LATEST_YEAR) && !SENTINELS.has(date)) return fault('INVALID_DATE');
  return dated(date, precision);
}

/** The year within the window that ends in these two digits. */
export function fullYear(twoDigits: number, from: number): number | undefined {
  const year = from + ((((twoDigits - from) % 100) + 100) % 100);
  return year <= from + TWO_DIGIT_WINDOW ? year : undefined;
}

function fromNumbers(shape: 'ppy' | 'ypp' | 'two', parts: readonly [number, number, number], context: DateContext): ResolvedDate {
  const [first, second, third] = parts;
  const { format } = context;
  if (shape === 'ypp') return format === 'yyyy-mm-dd' ? fromParts(first, second, third) : fault('DATE_FORMAT_DIFFERS');
  if (shape === 'ppy') {
    if (format === 'dd-mm-yyyy') return fromParts(third, second, first);
    return format === 'mm-dd-yyyy' ? fromParts(third, first, second) : fault('DATE_FORMAT_DIFFERS');
  }
  const order = { 'dd-mm-yy': [third, second, first], 'mm-dd-yy': [third, first, second], 'yy-mm-dd': [first, second, third] } as const;
  if (format !== 'dd-mm-yy' && format !== 'mm-dd-yy' && format !== 'yy-mm-dd') return fault('DATE_FORMAT_DIFFERS');
  const [shortYear, month, day] = order[format];
  const year = fullYear(shortYear, context.twoDigitYearsFrom);
  return year === undefined ? fault('TWO_DIGIT_YEAR') : fromParts(year, month, day);
}

function fromDigits(digits: string, format: DateFormat): ResolvedDate {
  if (digits.length === 5) {
    const serial = Number(digits);
    if (format !== 'serial' || serial < 1) return fault('DATE_FORMAT_DIFFERS');
    return dated(fromDayNumber(EXCEL_DAY_ZERO + serial), 'Day');
  }
  const numbers = (from: number, to: number): number => Number(digits.slice(from, to));
  if (format === 'yyyymmdd') return fromParts(numbers(0, 4), numbers(4, 6), numbers(6, 8));
  if (format === 'ddmmyyyy') return fromParts(numbers(4, 8), numbers(2, 4), numbers(0, 2));
  return fault('DATE_FORMAT_DIFFERS');
}

function fromNamed(reading: Extract<DateReading, { kind: 'named' }>, context: DateContext): ResolvedDate {
  const year = reading.year < 100 ? fullYear(reading.year, context.twoDigitYearsFrom) : reading.year;
  if (year === undefined) return fault('TWO_DIGIT_YEAR');
  if (reading.month < 1 || reading.month > 12) return fault('INVALID_DATE');
  if (reading.day !== undefined) return fromParts(year, reading.month, reading.day);
  if (context.boundary === 'end') return fromParts(year, reading.month, daysInMonth(year, reading.month), reading.precision);
  return fromParts(year, reading.precision === 'Quarter' ? reading.month - 2 : reading.month, 1, reading.precision);
}
