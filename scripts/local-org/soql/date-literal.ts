// SOQL date literals as ranges of days: TODAY, LAST_N_DAYS:n, NEXT_QUARTER and all the others.
import { addDays, addMonths, civilDate, dayNumber, daysInMonth } from '../../platform/civil-date.ts';
import type { CivilDate } from '../../platform/civil-date.ts';

/** Both days belong to the range. */
export interface DateRange {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

type Unit = 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const MONTHS: Readonly<Record<Exclude<Unit, 'WEEK'>, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/**
 * The days of a literal such as `THIS_WEEK` or `LAST_N_MONTHS:3`, seen from today; undefined when there is no such literal.
 * As the platform documents: LAST_N_DAYS and LAST_90_DAYS include today, NEXT_N_DAYS begins tomorrow, the other LAST_N and NEXT_N
 * leave the present week, month, quarter or year out. Weeks begin on Monday (locale nl_NL), fiscal years in January.
 */
export function dateLiteralRange(literal: string, today: CivilDate): DateRange | undefined {
  const [name = '', number] = literal
    .toUpperCase()
    .replace(/FISCAL_/, '')
    .split(':');
  return number === undefined ? fixedRange(name, today) : numberedRange(name, Number(number), today);
}

function fixedRange(name: string, today: CivilDate): DateRange | undefined {
  if (name === 'TODAY') return days(today, 0, 0);
  if (name === 'YESTERDAY') return days(today, -1, -1);
  if (name === 'TOMORROW') return days(today, 1, 1);
  if (name === 'LAST_90_DAYS') return days(today, -90, 0);
  if (name === 'NEXT_90_DAYS') return days(today, 1, 90);
  const parts = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(name);
  if (!parts) return undefined;
  const offset = parts[1] === 'LAST' ? -1 : parts[1] === 'NEXT' ? 1 : 0;
  return periods(today, parts[2] as Unit, offset, offset);
}

function numberedRange(name: string, count: number, today: CivilDate): DateRange | undefined {
  if (name === 'LAST_N_DAYS') return days(today, -count, 0);
  if (name === 'NEXT_N_DAYS') return days(today, 1, count);
  if (name === 'N_DAYS_AGO') return days(today, -count, -count);
  const parts = /^(?:(LAST|NEXT)_N_(WEEK|MONTH|QUARTER|YEAR)S|N_(WEEK|MONTH|QUARTER|YEAR)S_AGO)$/.exec(name);
  if (!parts) return undefined;
  if (parts[3]) return periods(today, parts[3] as Unit, -count, -count);
  return parts[1] === 'LAST' ? periods(today, parts[2] as Unit, -count, -1) : periods(today, parts[2] as Unit, 1, count);
}

function days(today: CivilDate, from: number, until: number): DateRange {
  return { from: addDays(today, from), until: addDays(today, until) };
}

/** Whole periods, counted from the present one. */
function periods(today: CivilDate, unit: Unit, from: number, until: number): DateRange {
  if (unit === 'WEEK') {
    // 1970-01-01, day 0, was a Thursday.
    const monday = addDays(today, -((((dayNumber(today) + 3) % 7) + 7) % 7));
    return { from: addDays(monday, 7 * from), until: addDays(monday, 7 * until + 6) };
  }
  const months = MONTHS[unit];
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const first = civilDate(year, month - ((month - 1) % months), 1);
  const last = addMonths(first, months * until + months - 1);
  return {
    from: addMonths(first, months * from),
    until: civilDate(Number(last.slice(0, 4)), Number(last.slice(5, 7)), daysInMonth(Number(last.slice(0, 4)), Number(last.slice(5, 7)))),
  };
}
