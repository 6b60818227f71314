// Days of a time zone as instants, and instants as local time.
import { addDays } from '../../platform/civil-date.ts';
import type { CivilDate } from '../../platform/civil-date.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}

/** The wall clock of a zone at an instant, written as if it were UTC: `2026-07-01T14:00:00.000Z` for noon UTC in Amsterdam. */
export function localTime(timeZone: string, instant: string): string {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  );
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}${instant.slice(19)}`;
}

/** The instant at which a civil date begins in a zone, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export function startOfDay(timeZone: string, date: CivilDate): string {
  return instantAt(timeZone, date, '00:00:00.000');
}

/** The instant at which a zone's clocks show a time (`HH:mm:ss.sss`) on a date; times that a change of the clock skips are moved with it. */
export function instantAt(timeZone: string, date: CivilDate, time: string): string {
  const wanted = `${date}T${time}Z`;
  let instant = Date.parse(wanted);
  // Twice, because the first step may cross a change of the clock.
  for (let step = 0; step < 2; step += 1) {
    instant -= Date.parse(localTime(timeZone, new Date(instant).toISOString())) - Date.parse(wanted);
  }
  return new Date(instant).toISOString();
}

/** The first instant after a civil date. */
export function endOfDay(timeZone: string, date: CivilDate): string {
  return startOfDay(timeZone, addDays(date, 1));
}
