// When something was said: a day, and where the cell tells it, the time on the clocks of Amsterdam or in the zone that it names.

import { addDays, civilDateIn, type CivilDate } from '../../../platform/civil-date.ts';
import { readDateText } from '../../source/date-text.ts';
import type { DateContext } from '../../source/resolve-date.ts';
import { fault, known, unknown, type Verdict } from '../verdict.ts';
import { contractDate } from './contract-date.ts';

/** The zone in which Dutch files tell the time. */
const ZONE = 'Europe/Amsterdam';
const TIME = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?(?: ?uur)?$/;
const TIME_BEHIND = /[t ,](\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?)(?: ?uur)?$/;
const SERIAL_FRACTION = /^\d{5}[.,](\d+)$/;
const DAY_SECONDS = 86_400;
/** `2026-02-13 14:05:00`; made once, because making one takes longer than reading a row. */
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** `2026-11-02`, or `2026-11-02T13:05:00Z` where the time is known. A month or a quarter is no moment: unknown, and counted. */
export function saidMoment(text: string, context: DateContext, today: CivilDate): Verdict<string> {
  const lower = text.toLowerCase();
  const reading = readDateText(text);
  const time = TIME_BEHIND.exec(lower)?.[1];
  const verdict = contractDate(time === undefined ? text : text.replace(/ ?uur$/i, ''), context);
  if (verdict.kind !== 'value') return verdict;
  const { date, precision } = verdict.value;
  if (precision !== 'Day') return unknown('SAID_WITHOUT_DAY');
  if (date > today) return fault('SAID_IN_FUTURE', { value: text });
  if (reading.kind === 'moment') return known(instant(new Date(reading.iso)));
  const seconds = time === undefined ? serialSeconds(text, reading.kind) : secondsOf(time);
  return known(seconds === undefined || seconds === 0 ? date : instantAt(date, seconds));
}

/** A time of day in seconds; undefined for what is none. */
export function secondsOf(text: string): number | undefined {
  const [, hour = '', minute = '', second = '0', half] = TIME.exec(text.trim().toLowerCase()) ?? [];
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  if (hour === '' || hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return hours * 3_600 + Number(minute) * 60 + Number(second);
}

/** The instant at which the clocks of Amsterdam show that time on that day. */
export function instantAt(day: CivilDate, seconds: number): string {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + seconds * 1_000;
  // one step settles it everywhere but in the hour that does not exist, where the clocks go on
  const guess = asUtc - offsetAt(asUtc);
  return instant(new Date(asUtc - offsetAt(guess)));
}

/** The last second of a day in Amsterdam. */
export function endOfDay(day: CivilDate): string {
  return instant(new Date(Date.parse(instantAt(addDays(day, 1), 0)) - 1_000));
}

/** The day of a moment that `saidMoment` told. */
export function dayOf(moment: string): CivilDate {
  return moment.includes('T') ? civilDateIn(ZONE, new Date(moment)) : moment;
}

/** Milliseconds that Amsterdam is ahead of UTC. */
function offsetAt(time: number): number {
  const shown = CLOCK.format(time);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(time / 1_000) * 1_000;
}

function serialSeconds(text: string, kind: string): number | undefined {
  const fraction = kind === 'digits' ? SERIAL_FRACTION.exec(text)?.[1] : undefined;
  return fraction === undefined ? undefined : Math.round(Number(`0.${fraction}`) * DAY_SECONDS) % DAY_SECONDS;
}

function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
