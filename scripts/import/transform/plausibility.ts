// What is believed of a contract; the figures are settings, these are their usual values.

import { addMonths, dayNumber, type CivilDate } from '../../platform/civil-date.ts';

/** Limits of what is believed, so that a supplier of long leases can be given other ones. */
export interface Plausibility {
  /** An end date further ahead rejects the row; one further back is counted. */
  readonly endAtMostYearsAhead: number;
  readonly endLongPastYears: number;
  /** A longer notice period rejects the row … */
  readonly noticeAtMostMonths: number;
  readonly noticeAtMostDays: number;
  /** … and a longer one than these is counted. */
  readonly noticeLongMonths: number;
  readonly noticeLongDays: number;
  readonly termAtMostMonths: number;
  /** Years of two digits begin this many years back. */
  readonly twoDigitYearsBack: number;
}

export const USUAL_PLAUSIBILITY: Plausibility = {
  endAtMostYearsAhead: 10,
  endLongPastYears: 5,
  noticeAtMostMonths: 24,
  noticeAtMostDays: 730,
  noticeLongMonths: 6,
  noticeLongDays: 184,
  termAtMostMonths: 240,
  twoDigitYearsBack: 10,
};

/** The limits as day numbers. */
export interface Limits extends Plausibility {
  readonly today: number;
  readonly latestEnd: number;
  readonly longPastEnd: number;
  readonly twoDigitYearsFrom: number;
}

/** `plausibility` replaces usual values. */
export function limitsOf({ today, plausibility }: { readonly today: CivilDate; readonly plausibility?: Partial<Plausibility> }): Limits {
  const limits = { ...USUAL_PLAUSIBILITY, ...plausibility };
  return {
    ...limits,
    today: dayNumber(today),
    latestEnd: dayNumber(addMonths(today, limits.endAtMostYearsAhead * 12)),
    longPastEnd: dayNumber(addMonths(today, -limits.endLongPastYears * 12)),
    twoDigitYearsFrom: Number(today.slice(0, 4)) - limits.twoDigitYearsBack,
  };
}
