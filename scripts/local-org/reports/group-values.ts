// The values that rows are grouped by: what SOQL groups them by, and how a group is called, ordered and told apart.
import type { Value } from '../../platform/record.ts';
import type { Grouping } from './report-definition.ts';

/** One value of a grouping. Dates stand as the first day of their period. */
export interface GroupValue {
  /** Blank, or what makes it another group than the rest. */
  readonly value: string | null;
  /** The last day of the period, for dates. */
  readonly until?: string;
}

type Reader = (row: Readonly<Record<string, Value>>) => GroupValue;

export interface SelectedGroup {
  /** Parts of the SELECT list, with aliases. */
  readonly selected: readonly string[];
  /** The same for GROUP BY. */
  readonly grouped: readonly string[];
  readonly read: Reader;
}

const MONTHS: Readonly<Record<'Month' | 'Quarter' | 'Year', readonly [functions: readonly string[], length: number]>> = {
  Month: [['CALENDAR_YEAR', 'CALENDAR_MONTH'], 1],
  Quarter: [['CALENDAR_YEAR', 'CALENDAR_QUARTER'], 3],
  Year: [['CALENDAR_YEAR'], 12],
};

/** How a grouping is asked for in SOQL; `index` keeps its aliases apart. */
export function selectGroup({ column, granularity }: Grouping, index: number): SelectedGroup {
  const isDate = column.type === 'date' || column.type === 'datetime';
  const path = column.type === 'datetime' ? `convertTimezone(${column.path})` : column.path;
  if (!isDate) return simple(column.path, `g${index}`, (value) => ({ value: value === null ? null : String(value) }));
  if (granularity === 'Day' || granularity === 'Week') {
    const day = column.type === 'datetime' ? `DAY_ONLY(${path})` : path;
    return simple(day, `g${index}`, (value) => (value === null ? { value: null } : dayPeriod(String(value), granularity)));
  }
  const [functions, length] = MONTHS[granularity];
  const calls = functions.map((name) => `${name}(${path})`);
  return {
    selected: calls.map((call, at) => `${call} g${index}_${at}`),
    grouped: calls,
    read(row) {
      const [year, part] = [row[`g${index}_0`], row[`g${index}_1`] ?? 1];
      return typeof year === 'number' ? monthPeriod(year, (Number(part) - 1) * length, length) : { value: null };
    },
  };
}

function simple(expression: string, alias: string, read: (value: Value) => GroupValue): SelectedGroup {
  return { selected: [`${expression} ${alias}`], grouped: [expression], read: (row) => read(row[alias] ?? null) };
}

/** The period that a value of a detail row falls in: as the group of its row reads. `day` is a civil day. */
export function periodOf(day: string, granularity: Grouping['granularity']): GroupValue {
  if (granularity === 'Day' || granularity === 'Week') return dayPeriod(day, granularity);
  const [, length] = MONTHS[granularity];
  const [year = 0, month = 1] = day.split('-').map(Number);
  return monthPeriod(year, Math.floor((month - 1) / length) * length, length);
}

/** A day or its week, from Monday to Sunday. */
function dayPeriod(day: string, granularity: 'Day' | 'Week'): GroupValue {
  if (granularity === 'Day') return { value: day, until: day };
  const start = new Date(`${day}T00:00:00Z`);
  const monday = start.getTime() - ((start.getUTCDay() + 6) % 7) * 86_400_000;
  return { value: isoDay(monday), until: isoDay(monday + 6 * 86_400_000) };
}

/** `month` counts from 0. */
function monthPeriod(year: number, month: number, length: number): GroupValue {
  return { value: isoDay(Date.UTC(year, month, 1)), until: isoDay(Date.UTC(year, month + length, 0)) };
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
