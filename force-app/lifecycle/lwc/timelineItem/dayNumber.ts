// Days as numbers, counted from 1970-01-01, and dates as fields carry them, good or bad.
import { isDay } from 'c/civilDay';

const MILLISECONDS_PER_DAY = 86_400_000;
/** Other years are typing errors or stand for "no end"; a contract of a small business lies between. */
const PLAUSIBLE = { first: '1900-01-01', last: '2199-12-31' } as const;

/** `broken` is a value that is no day, or a day that nobody can mean, such as 0001-01-01. */
export type DayReading = number | 'blank' | 'broken';

/** The number of a day that exists. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_PER_DAY;
}

export function dayOfNumber(day: number): string {
  return dateOfNumber(day).toISOString().slice(0, 10);
}

/** Midnight UTC of that day, for formatters with the time zone UTC. */
export function dateOfNumber(day: number): Date {
  return new Date(day * MILLISECONDS_PER_DAY);
}

/** The same day some years later; 29 February becomes 1 March where there is none. */
export function addYears(day: number, years: number): number {
  const date = dateOfNumber(day);
  return Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()) / MILLISECONDS_PER_DAY;
}

/** Reads a date field. */
export function readDay(value: unknown): DayReading {
  if (value === null || value === undefined || value === '') return 'blank';
  if (!isDay(value) || value < PLAUSIBLE.first || value > PLAUSIBLE.last) return 'broken';
  return dayNumber(value);
}

/** Reads a date-time field as the day that it was; `dayAt` knows the time zone. */
export function readInstant(value: unknown, dayAt: (instant: Date) => string): DayReading {
  if (value === null || value === undefined || value === '') return 'blank';
  const instant = typeof value === 'string' ? new Date(value) : undefined;
  return instant && !Number.isNaN(instant.getTime()) ? readDay(dayAt(instant)) : 'broken';
}

/** A day that can be drawn; undefined when it is blank or broken. */
export function usable(reading: DayReading): number | undefined {
  return typeof reading === 'number' ? reading : undefined;
}
