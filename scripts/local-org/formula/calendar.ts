// Date arithmetic of formulas on the texts in which values travel: civil dates, UTC instants and times of day.
import { daysInMonth, isCivilDate } from '../../platform/civil-date.ts';
import { FormulaError } from './formula-error.ts';

const DAY = 86_400_000;
const LAST_DAY = 2_932_896;
const FIRST_DAY = -719_162;

/** 00 to 99, so that writing a date costs no padding. */
const TWO_DIGITS: readonly string[] = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/** Dates of the years 1900 to 2099 that were written lately, by month and day: loads write the same few thousand again and again. */
const written: string[] = new Array<string>(200 * 12 * 31);

function writeDate(year: number, month: number, day: number): string {
  const at = ((year - 1900) * 12 + month - 1) * 31 + day - 1;
  if (!(at >= 0 && at < written.length)) return newDate(year, month, day);
  return (written[at] ??= newDate(year, month, day));
}

function newDate(year: number, month: number, day: number): string {
  return `${TWO_DIGITS[Math.floor(year / 100)]}${TWO_DIGITS[year % 100]}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`;
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** Parts of a civil date (or of the date in front of an instant). */
export const yearOf = (date: string): number => digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
export const monthOf = (date: string): number => digit(date, 5) * 10 + digit(date, 6);
export const dayOf = (date: string): number => digit(date, 8) * 10 + digit(date, 9);

/** Days since 1970-01-01, by counting 400-year eras: no Date object, since validation rules do this for every record. */
export function toDays(date: string): number {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

/** The civil date of a day number; throws FormulaError outside the years 1 to 9999. */
export function fromDays(days: number): string {
  if (!(days >= FIRST_DAY && days <= LAST_DAY)) throw new FormulaError('A date lies outside the years 1 to 9999');
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return writeDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** ADDMONTHS: the last day of a month stays the last day, any other day is kept or cut. Throws FormulaError as fromDays does. */
export function shiftMonths(date: string, months: number): string {
  const [year, month, day] = [yearOf(date), monthOf(date), dayOf(date)];
  const index = year * 12 + month - 1 + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  if (!(newYear >= 1 && newYear <= 9999)) throw new FormulaError('A date lies outside the years 1 to 9999');
  const last = daysInMonth(newYear, newMonth);
  return writeDate(newYear, newMonth, day === daysInMonth(year, month) ? last : Math.min(day, last));
}

/** The date of year, month and day as DATE() makes it: fractions are cut, parts that do not exist throw FormulaError. */
export function dateOf(year: number, month: number, day: number): string {
  const [y, m, d] = [Math.trunc(year), Math.trunc(month), Math.trunc(day)];
  if (y < 1 || y > 9999) throw new FormulaError('Year out of range in DATE() function');
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) throw new FormulaError('Month or Day out of range in DATE() function');
  return writeDate(y, m, d);
}

/** Reads `YYYY-MM-DD` (also without leading zeros, as DATEVALUE does); throws FormulaError when it is no date. */
export function parseDate(text: string): string {
  const parts = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  const date = parts ? `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}` : '';
  if (!isCivilDate(date)) throw new FormulaError(`"${text}" is not a date`);
  return date;
}

/** Reads `YYYY-MM-DD HH:MM:SS` in UTC as DATETIMEVALUE does; throws FormulaError when it is no date-time. */
export function parseInstant(text: string): string {
  const parts = /^\s*(\d{4}-\d{1,2}-\d{1,2})[ T](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?\s*$/.exec(text);
  if (!parts || Number(parts[2]) > 23 || Number(parts[3]) > 59 || Number(parts[4]) > 59)
    throw new FormulaError(`"${text}" is not a date/time`);
  return `${parseDate(parts[1] ?? '')}T${parts[2]}:${parts[3]}:${parts[4]}.${(parts[5] ?? '').padEnd(3, '0')}Z`;
}

/** Reads `HH:MM:SS.mmm` as TIMEVALUE does; throws FormulaError when it is no time. */
export function parseTime(text: string): string {
  const parts = /^\s*(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?\s*$/.exec(text);
  if (!parts || Number(parts[1]) > 23 || Number(parts[2]) > 59 || Number(parts[3]) > 59) throw new FormulaError(`"${text}" is not a time`);
  return `${parts[1]}:${parts[2]}:${parts[3]}.${(parts[4] ?? '').padEnd(3, '0')}Z`;
}

/** Milliseconds since 1970 of an instant. */
export const toMilliseconds = (instant: string): number => Date.parse(instant);

/** An instant from milliseconds since 1970; throws FormulaError outside the years 1 to 9999. */
export function fromMilliseconds(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  return `${fromDays(days)}T${timeOfDay(milliseconds - days * DAY)}`;
}

/** Milliseconds since midnight of a time. */
export function toMillisecondsOfDay(time: string): number {
  return (Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60) * 1000 + Math.round(Number(time.slice(6, 12)) * 1000);
}

/** A time of day from milliseconds; wraps around midnight, as time arithmetic does. */
export function timeOfDay(milliseconds: number): string {
  const within = ((Math.round(milliseconds) % DAY) + DAY) % DAY;
  return new Date(within).toISOString().slice(11);
}

/** Adds days (with fractions) to an instant. */
export const shiftInstant = (instant: string, days: number): string => fromMilliseconds(toMilliseconds(instant) + Math.round(days * DAY));

/** Days between two instants, with fractions. */
export const instantDifference = (later: string, earlier: string): number => (toMilliseconds(later) - toMilliseconds(earlier)) / DAY;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The civil date of an instant in an IANA zone. */
export function dateInZone(instant: string, timeZone: string): string {
  if (timeZone === 'UTC') return instant.slice(0, 10);
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(new Date(instant));
}
