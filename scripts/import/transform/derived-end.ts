// The last day of a contract of which only the first day and the term are known.

import { civilDate, dayNumber, daysInMonth, fromDayNumber, addDays, type CivilDate } from '../../platform/civil-date.ts';
import { valueCell, type Cell } from './cell.ts';

/**
 * The day before the same day so many months later: 1 February 2024 and 36 months → 31 January 2027. Where the later month has no such
 * day, its last day ends the term (29 February 2024 and 36 months → 28 February 2027; 30 November and 3 months likewise).
 */
export function lastDayOfTerm(start: CivilDate, months: number): CivilDate {
  const [year, month, day] = [Number(start.slice(0, 4)), Number(start.slice(5, 7)), Number(start.slice(8, 10))];
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  if (day === 1) return addDays(civilDate(newYear, newMonth, 1), -1);
  return civilDate(newYear, newMonth, Math.min(day - 1, daysInMonth(newYear, newMonth)));
}

const REMEMBERED = 20_000;

/** Makes and remembers the end date cells (date, derived, precision) of start days and terms. */
export class DerivedEnds {
  readonly #cells = new Map<number, Cell>();

  /** `start` is a day number, `precision` that of the start date. */
  cell(start: number, months: number, precision: string): Cell {
    const key = (start * 10_000 + months) * 3 + (precision === 'Day' ? 0 : precision === 'Month' ? 1 : 2);
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    const date = lastDayOfTerm(fromDayNumber(start), months);
    const cell = valueCell({ columns: [date, 'true', precision], number: dayNumber(date), text: precision }, 'DERIVED_END_DATE');
    if (this.#cells.size >= REMEMBERED) this.#cells.clear();
    this.#cells.set(key, cell);
    return cell;
  }
}
