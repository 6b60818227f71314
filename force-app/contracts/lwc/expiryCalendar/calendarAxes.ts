// The three ways in which expiring contracts are split: by month of the decision date, by present provider, by product category.
import { addDays } from 'c/civilDay';
import { NO_FILTERS, type WorklistFilters } from 'c/worklistFilter';

export const AXES = ['month', 'provider', 'category'] as const;
export type Axis = (typeof AXES)[number];

/** Months that the calendar looks ahead, this one included. A longer period would have a month of the year twice in one group. */
export const MONTHS_AHEAD = 12;

/** Where a contract stands in time when it is in none of the months `2027-01`. */
export const OUTSIDE_PLACES = ['earlier', 'later', 'open', 'unknown'] as const;
export type OutsidePlace = (typeof OUTSIDE_PLACES)[number];

/** The months from that of `today` on, written `YYYY-MM`. */
export function monthsFrom(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: MONTHS_AHEAD }, (_, ahead) => {
    const at = month - 1 + ahead;
    return `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** The month among those shown that is the Nth of the year; undefined for a month that is not shown. */
export function monthOfYear(monthNumber: number, months: readonly string[]): string | undefined {
  return months.find((month) => Number(month.slice(5)) === monthNumber);
}

export function firstDayOf(month: string): string {
  return `${month}-01`;
}
export function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

type Window = Pick<WorklistFilters, 'window' | 'from' | 'until'>;

/** The window of the worklist that holds exactly the contracts of a place in time; `months` is all of them, when no place is given. */
export function windowOf(place: string | undefined, months: readonly string[]): Window {
  const first = firstDayOf(months[0] ?? '');
  const last = lastDayOf(months.at(-1) ?? '');
  if (place === undefined) return { window: 'period', from: first, until: last };
  if (place === 'earlier') return { window: 'period', from: '', until: addDays(first, -1) };
  if (place === 'later') return { window: 'period', from: addDays(last, 1), until: '' };
  if (place === 'open' || place === 'unknown') return { window: place, from: '', until: '' };
  return { window: 'period', from: firstDayOf(place), until: lastDayOf(place) };
}

/** Filters of the worklist for a place on the axes; what an axis does not say is what the calendar is narrowed to. */
export function filtersOf(
  place: Readonly<Partial<Record<Axis, string>>>,
  narrowed: Pick<WorklistFilters, 'provider' | 'category' | 'owner'>,
  months: readonly string[],
  isEveryTime: boolean,
): WorklistFilters {
  const window = place.month === undefined && isEveryTime ? { window: 'any' as const, from: '', until: '' } : windowOf(place.month, months);
  return {
    ...NO_FILTERS,
    shown: 'active',
    ...narrowed,
    ...window,
    ...(place.provider === undefined ? {} : { provider: place.provider }),
    ...(place.category === undefined ? {} : { category: place.category }),
  };
}
