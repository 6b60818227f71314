// The calendar along the top: years above quarters, months or days, as many as there is room for.
import { dateOfNumber, type DayRange } from 'c/timelineItem';
import { xOf, type TimeScale } from './timeScale';

type Unit = 'year' | 'quarter' | 'month' | 'day';

export interface Tick {
  readonly key: string;
  readonly label: string;
  /** Place and width, in pixels from the first day of the timeline. */
  readonly style: string;
  /** Place alone, for the line that it draws through the rows. */
  readonly lineStyle: string;
}

export interface Axis {
  readonly major: readonly Tick[];
  readonly minor: readonly Tick[];
}

/** Days of a unit, and the least pixels in which its label can be read. */
const MINOR_UNITS: readonly { readonly unit: Unit; readonly days: number; readonly pixels: number }[] = [
  { unit: 'day', days: 1, pixels: 24 },
  { unit: 'month', days: 30, pixels: 34 },
  { unit: 'quarter', days: 91, pixels: 26 },
];

/** The ticks of the days in sight. `quarter` is the label of a quarter with its number as `{0}`. */
export function axisTicks(scale: TimeScale, sight: DayRange, language: string, quarter: string): Axis {
  const minor = MINOR_UNITS.find(({ days, pixels }) => scale.pixelsPerDay * days >= pixels)?.unit;
  const major: Unit = minor === 'day' ? 'month' : 'year';
  const range = { first: Math.max(scale.first, sight.first), last: Math.min(scale.last, sight.last) };
  return {
    major: ticks(major, scale, range, labeller(major, language, quarter, true)),
    minor: minor ? ticks(minor, scale, range, labeller(minor, language, quarter, false)) : [],
  };
}

function labeller(unit: Unit, language: string, quarter: string, isMajor: boolean): (date: Date) => string {
  if (unit === 'quarter') return (date) => quarter.replace('{0}', String(Math.floor(date.getUTCMonth() / 3) + 1));
  const options: Intl.DateTimeFormatOptions = unit === 'month' ? { month: isMajor ? 'long' : 'short' } : { [unit]: 'numeric' };
  const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options, ...(isMajor ? { year: 'numeric' } : {}) });
  return (date) => format.format(date);
}

/** Pixels that the label of a first, cut off tick needs at least; narrower, it stays blank. */
const LABEL_PIXELS: Readonly<Record<Unit, number>> = { year: 40, quarter: 26, month: 34, day: 20 };

/** Ticks begin at the first day of their unit, also when that lies before the timeline: the first one is then cut off. */
function ticks(unit: Unit, scale: TimeScale, { first, last }: DayRange, label: (date: Date) => string): readonly Tick[] {
  const found: Tick[] = [];
  for (let start = beginOf(unit, first); start <= last;) {
    const next = nextOf(unit, start);
    const from = Math.max(start, scale.first);
    const until = Math.min(next, scale.last + 1);
    const left = `left:${xOf(scale, from).toFixed(1)}px`;
    const width = (until - from) * scale.pixelsPerDay;
    const text = width < LABEL_PIXELS[unit] ? '' : label(dateOfNumber(start));
    found.push({ key: `${unit} ${start}`, label: text, style: `${left};width:${width.toFixed(1)}px`, lineStyle: left });
    start = next;
  }
  return found;
}

const MONTHS: Readonly<Record<Unit, number>> = { year: 12, quarter: 3, month: 1, day: 0 };

function beginOf(unit: Unit, day: number): number {
  if (unit === 'day') return day;
  const date = dateOfNumber(day);
  const months = MONTHS[unit];
  return monthStart(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months) * months);
}

function nextOf(unit: Unit, start: number): number {
  if (unit === 'day') return start + 1;
  const date = dateOfNumber(start);
  return monthStart(date.getUTCFullYear(), date.getUTCMonth() + MONTHS[unit]);
}

function monthStart(year: number, month: number): number {
  return Date.UTC(year, month, 1) / 86_400_000;
}
