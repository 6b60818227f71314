// Gathers from all rows of one column what shows how its dates are written.

import { readDateText, type DateReading } from './date-text.ts';
import { isSentinel } from './resolve-date.ts';

/** A value that shows something, with the first line on which it stands. */
export interface Example {
  count: number;
  readonly text: string;
  readonly line: number;
}

/** Evidence about the order of day and month among dates with one separator. */
export interface OrderEvidence {
  count: number;
  /** First part above 12: the day comes first. */
  dayFirst: Example | undefined;
  /** Second part above 12: the month comes first. */
  monthFirst: Example | undefined;
  /** Both at most 12 and different. */
  either: Example | undefined;
  /** Third part of two digits that can be a day but is no believable year: perhaps the year comes first. */
  oddYears: Example | undefined;
}

export type DateFamily = 'ppy' | 'ypp' | 'two' | 'yyyymmdd' | 'ddmmyyyy' | 'serial';

const SERIALS = { from: 30_000, until: 60_000 };

/** What the cells of one column show. Plain data. */
export interface DateTally {
  readonly families: ReadonlyMap<DateFamily, Example>;
  /** By shape and separator. */
  readonly orders: ReadonlyMap<string, OrderEvidence>;
  readonly moments: Example | undefined;
  readonly named: Example | undefined;
  readonly other: Example | undefined;
}

/** Tallies one column; `add` takes each distinct cell with its number of rows. */
export class DateEvidence implements DateTally {
  readonly families = new Map<DateFamily, Example>();
  readonly orders = new Map<string, OrderEvidence>();
  moments: Example | undefined;
  named: Example | undefined;
  other: Example | undefined;
  readonly #isYearBelievable: (twoDigits: number) => boolean;

  constructor(isYearBelievable: (twoDigits: number) => boolean) {
    this.#isYearBelievable = isYearBelievable;
  }

  add(text: string, count: number, line: number): void {
    const example = (): Example => ({ count, text, line });
    const reading = readDateText(text);
    // shows at most in which order its column has day and month
    const isNoDay = isSentinel(reading);
    switch (reading.kind) {
      case 'unknown':
        return;
      case 'named':
        this.named = more(this.named, example());
        return;
      case 'other':
        this.other = more(this.other, example());
        return;
      case 'moment':
        this.moments = more(this.moments, example());
        this.#family('ypp', example());
        return;
      case 'digits':
        if (!isNoDay) this.#digits(reading.digits, example());
        return;
      case 'numbers':
        if (!isNoDay) this.#family(reading.shape, example());
        if (reading.shape !== 'ypp') this.#order(reading, example());
    }
  }

  #family(family: DateFamily, example: Example): void {
    this.families.set(family, more(this.families.get(family), example));
  }

  #digits(digits: string, example: Example): void {
    const number = Number(digits);
    if (digits.length === 5) {
      if (number >= SERIALS.from && number <= SERIALS.until) this.#family('serial', example);
      else this.other = more(this.other, example);
      return;
    }
    const isYearFirst = /^(19|20|99)\d\d(0[1-9]|1[0-2])/.test(digits);
    this.#family(isYearFirst ? 'yyyymmdd' : 'ddmmyyyy', example);
  }

  #order(reading: Extract<DateReading, { kind: 'numbers' }>, example: Example): void {
    const key = reading.shape + reading.separator;
    const order = this.orders.get(key) ?? { count: 0, dayFirst: undefined, monthFirst: undefined, either: undefined, oddYears: undefined };
    this.orders.set(key, order);
    order.count += example.count;
    const [first, second, third] = reading.parts;
    if (reading.shape === 'two' && third >= 1 && third <= 31 && !this.#isYearBelievable(third))
      order.oddYears = more(order.oddYears, example);
    if (first > 12 && second <= 12) order.dayFirst = more(order.dayFirst, example);
    else if (second > 12 && first <= 12) order.monthFirst = more(order.monthFirst, example);
    else if (first !== second && first <= 12) order.either = more(order.either, example);
  }
}

/** What two parts of one column show together. */
export function joinDates(one: DateTally, other: DateTally): DateTally {
  return {
    families: joinMaps(one.families, other.families, more),
    orders: joinMaps(one.orders, other.orders, (first, second) => ({
      count: first.count + second.count,
      dayFirst: joinExamples(first.dayFirst, second.dayFirst),
      monthFirst: joinExamples(first.monthFirst, second.monthFirst),
      either: joinExamples(first.either, second.either),
      oddYears: joinExamples(first.oddYears, second.oddYears),
    })),
    moments: joinExamples(one.moments, other.moments),
    named: joinExamples(one.named, other.named),
    other: joinExamples(one.other, other.other),
  };
}

function joinMaps<Key, Value>(
  one: ReadonlyMap<Key, Value>,
  other: ReadonlyMap<Key, Value>,
  join: (first: Value, second: Value) => Value,
): ReadonlyMap<Key, Value> {
  const joined = new Map(one);
  for (const [key, value] of other) {
    const known = joined.get(key);
    joined.set(key, known === undefined ? value : join(known, value));
  }
  return joined;
}

export function joinExamples(one: Example | undefined, other: Example | undefined): Example | undefined {
  return other === undefined ? one : more(one, other);
}

/** Adds counts; keeps the example of the earliest line. */
export function more(known: Example | undefined, added: Example): Example {
  if (known === undefined) return { ...added };
  const earliest = added.line < known.line ? added : known;
  return { ...earliest, count: known.count + added.count };
}
