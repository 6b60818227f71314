// The period of the funnel and the one before it: civil days of the user, and the instants at which they begin.
import { addDays } from 'c/civilDay';

export const PERIOD_DAYS = [30, 90, 365] as const;

/** `from` and `to` are civil days, both inclusive; `before` is the first day of the period of the same length before it. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly before: string;
}

/** The last `days` days, today included. */
export function lastDays(days: number, today: string): Period {
  const from = addDays(today, 1 - days);
  return { from, to: today, before: addDays(from, -days) };
}

/** The instant at which a civil day begins in an IANA time zone, as GraphQL takes it. */
export function startOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // the offset at that very instant: around a change of the clock that of noon may be another
  const guess = midnight - offsetAt(midnight, timeZone);
  return new Date(midnight - offsetAt(guess, timeZone)).toISOString();
}

/** Milliseconds by which the clocks of a zone are ahead of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((found) => found.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(instant / 1000) * 1000;
}
