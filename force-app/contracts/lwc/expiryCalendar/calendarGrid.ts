// From counted groups to a grid of rows and columns with totals.
import { countOf, groupsOf } from 'c/graphAnswer';
import { OUTSIDE_PLACES, monthOfYear, type Axis } from './calendarAxes';
import type { ContractGroup, CountsAnswer } from './calendarQuery';

/** A number of contracts, and what they have in common. */
export interface Count {
  readonly place: Readonly<Partial<Record<Axis, string>>>;
  readonly count: number;
}

/** All counts of an answer; `isCutOff` when the org had more groups than one answer holds, so that totals would be too low. */
export function countsOf({ uiapi }: CountsAnswer, months: readonly string[]): { counts: readonly Count[]; isCutOff: boolean } {
  const aggregate = uiapi?.aggregate ?? {};
  const outside = OUTSIDE_PLACES.flatMap((month) => groupsOf(aggregate[month]).map((group) => toCount(group, { month })));
  const inside = groupsOf(aggregate.months).map((group) => {
    const number = group.Decision_Date__c?.calendarMonth?.value;
    const month = typeof number === 'number' ? monthOfYear(number, months) : undefined;
    return toCount(group, month === undefined ? {} : { month });
  });
  return {
    counts: [...inside, ...outside],
    isCutOff: Object.values(aggregate).some((connection) => connection?.pageInfo?.hasNextPage),
  };
}

function toCount(group: ContractGroup, time: { readonly month?: string }): Count {
  const provider = group.Competitor__c?.value;
  const category = group.Product_Category__c?.value;
  return { place: { ...time, ...(provider ? { provider } : {}), ...(category ? { category } : {}) }, count: countOf(group) };
}

export interface GridCell {
  readonly key: string;
  readonly place: Count['place'];
  readonly count: number;
  /** 1 to 5: how much of the largest cell. 0 for none, and outside of the months, whose length is not that of a month. */
  readonly weight: number;
}
export interface GridLine {
  readonly key: string;
  readonly cells: readonly GridCell[];
  readonly total: GridCell;
}
export interface Grid {
  readonly columns: readonly string[];
  readonly lines: readonly GridLine[];
  readonly totals: readonly GridCell[];
  readonly total: GridCell;
}

/** Keys of an axis that stand in the grid whether they have contracts or not, in order; others follow, the largest first. */
export type FixedKeys = Readonly<Partial<Record<Axis, readonly string[]>>>;

export function gridOf(counts: readonly Count[], rows: Axis, columns: Axis, fixed: FixedKeys): Grid {
  const sums = new Map<string, number>();
  const add = (key: string, count: number): void => {
    sums.set(key, (sums.get(key) ?? 0) + count);
  };
  for (const { place, count } of counts) {
    const row = place[rows] ?? '';
    const column = place[columns] ?? '';
    add(`${row}|${column}`, count);
    add(`${row}|*`, count);
    add(`*|${column}`, count);
    add('*|*', count);
  }
  const sum = (row: string, column: string): number => sums.get(`${row}|${column}`) ?? 0;
  const rowKeys = keysOf(counts, rows, fixed, (key) => sum(key, '*'));
  const columnKeys = keysOf(counts, columns, fixed, (key) => sum('*', key));
  const isWeighed = (place: Count['place']): boolean => !OUTSIDE_PLACES.some((outside) => outside === place.month);
  const placeOf = (row: string, column: string): Count['place'] => ({
    ...(row === '*' ? {} : { [rows]: row }),
    ...(column === '*' ? {} : { [columns]: column }),
  });
  const weighed = rowKeys.flatMap((row) => columnKeys.map((column) => (isWeighed(placeOf(row, column)) ? sum(row, column) : 0)));
  const largest = Math.max(1, ...weighed);
  const cell = (row: string, column: string): GridCell => {
    const count = sum(row, column);
    const place = placeOf(row, column);
    return { key: `${row}|${column}`, place, count, weight: isWeighed(place) ? Math.min(5, Math.ceil((5 * count) / largest)) : 0 };
  };
  return {
    columns: columnKeys,
    lines: rowKeys.map((row) => ({ key: row, cells: columnKeys.map((column) => cell(row, column)), total: cell(row, '*') })),
    totals: columnKeys.map((column) => cell('*', column)),
    total: cell('*', '*'),
  };
}

function keysOf(counts: readonly Count[], axis: Axis, fixed: FixedKeys, size: (key: string) => number): readonly string[] {
  const known = fixed[axis] ?? [];
  const found = [...new Set(counts.map(({ place }) => place[axis] ?? ''))].filter((key) => !known.includes(key));
  return [...known, ...found.sort((one, other) => size(other) - size(one))];
}
