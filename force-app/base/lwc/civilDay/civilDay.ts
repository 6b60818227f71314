// Days of the calendar without a time zone, written `YYYY-MM-DD`, as date fields carry them.

const MILLISECONDS_PER_DAY = 86_400_000;

/** True for a day that exists. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** The day that it is at an instant in an IANA time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  return daysOf(timeZone)(instant);
}

/** Tells the day of many instants: making the formatter costs more than using it. Instants must be valid. */
export function daysOf(timeZone: string): (instant: Date) => string {
  const days = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (instant) => days.format(instant);
}

/** The day a number of days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** Days from the first day to the second; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_PER_DAY);
}

/** The month of a day, written `YYYY-MM`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** A day as people of a locale write it, with two digits for day and month: `22-11-2026` in `nl-NL`. */
export function shownDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}
