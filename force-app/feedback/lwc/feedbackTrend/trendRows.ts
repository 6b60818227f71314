// Scores per month or process as rows: in their order, with their NPS, and with what each number opens.
import { CLASSES, type NpsClass, type TrendBy, type TrendCount } from './trendQuery';

/** Twelve months up to and with that of today, from the first day of the earliest. */
export interface TrendWindow {
  /** Civil day. */
  readonly from: string;
  /** First days of the months, earliest first. */
  readonly months: readonly string[];
}

export interface TrendRow extends TrendCount {
  /** -100 to 100; undefined without scores. */
  readonly nps: number | undefined;
  readonly total: number;
  /** Further condition of the records behind the row. */
  readonly where: Readonly<Record<string, unknown>>;
}

/** Twelve whole months: each number of a month occurs once in them. */
export function lastTwelveMonths(today: string): TrendWindow {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const months = Array.from({ length: 12 }, (_, index) => firstOfMonth(year, month - 11 + index));
  return { from: months[0] ?? today, months };
}

/** `month` may lie outside 1 to 12. */
function firstOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}

/** Share of promoters less that of detractors, as a whole number. */
export function npsOf({ promoters, passives, detractors }: Pick<TrendCount, NpsClass>): number | undefined {
  const total = promoters + passives + detractors;
  return total === 0 ? undefined : Math.round((100 * (promoters - detractors)) / total);
}

/** A row for each month, also one without scores; latest first. `nameOfMonth` writes the month of a first day. */
export function monthRows(
  counts: readonly TrendCount[],
  { months }: TrendWindow,
  nameOfMonth: (first: string) => string,
): readonly TrendRow[] {
  return months
    .map((first, index) => {
      const key = String(Number(first.slice(5, 7)));
      const found = counts.find((count) => count.key === key);
      const next = months[index + 1];
      const until = next === undefined ? [] : [{ Given_On_Date__c: { lt: { value: next } } }];
      return asRow(
        { promoters: 0, passives: 0, detractors: 0, ...found, key: first, name: nameOfMonth(first) },
        {
          and: [{ Given_On_Date__c: { gte: { value: first } } }, ...until],
        },
      );
    })
    .reverse();
}

/** The processes with the most scores first. */
export function processRows(counts: readonly TrendCount[], notSaid: string): readonly TrendRow[] {
  return counts
    .map((count) => asRow({ ...count, name: count.key ? count.name : notSaid }, { Process__c: { eq: count.key || null } }))
    .sort((one, other) => other.total - one.total);
}

function asRow(count: TrendCount, where: TrendRow['where']): TrendRow {
  return { ...count, where, total: count.promoters + count.passives + count.detractors, nps: npsOf(count) };
}

/** Conditions of the records behind one number of a row; of all its scores without a class. */
export function recordsWhere(row: TrendRow, name: NpsClass | undefined): readonly object[] {
  return name ? [row.where, CLASSES[name]] : [row.where];
}

export function isTrendBy(text: string): text is TrendBy {
  return text === 'month' || text === 'process';
}
