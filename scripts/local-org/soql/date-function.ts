// SOQL's date functions in SQL: CALENDAR_YEAR, DAY_ONLY, convertTimezone and their like.
import type { Store } from '../store/store.ts';
import { dayNumber } from '../../platform/civil-date.ts';
import type { Value } from '../../platform/record.ts';
import type { FieldType } from '../metadata/schema.ts';
import { localTime } from './local-time.ts';
import { invalidField, malformedQuery } from './query-error.ts';
import type { Term } from './term.ts';

interface DatePart {
  /** Of a civil date or an ISO date-time. */
  readonly of: (text: string) => Value;
  readonly type: FieldType;
  readonly onlyDateTime?: boolean;
  /** First character, from 1, and length, where the part is digits of the text: then the database takes it itself, which is far quicker. */
  readonly digits?: readonly [first: number, length: number];
}

const year = (text: string): number => Number(text.slice(0, 4));
const month = (text: string): number => Number(text.slice(5, 7));
const day = (text: string): number => Number(text.slice(8, 10));
const quarter = (text: string): number => Math.ceil(month(text) / 3);
const dayInYear = (text: string): number => dayNumber(text.slice(0, 10)) - dayNumber(`${text.slice(0, 4)}-01-01`) + 1;

/** Fiscal years are calendar years. Days of the week are counted from Sunday, 1; weeks of a month and year from its first day. */
const PARTS: Readonly<Record<string, DatePart>> = {
  CALENDAR_MONTH: { of: month, type: 'int', digits: [6, 2] },
  CALENDAR_QUARTER: { of: quarter, type: 'int' },
  CALENDAR_YEAR: { of: year, type: 'int', digits: [1, 4] },
  DAY_IN_MONTH: { of: day, type: 'int', digits: [9, 2] },
  DAY_IN_WEEK: { of: (text) => ((((dayNumber(text.slice(0, 10)) + 4) % 7) + 7) % 7) + 1, type: 'int' },
  DAY_IN_YEAR: { of: dayInYear, type: 'int' },
  DAY_ONLY: { of: (text) => text.slice(0, 10), type: 'date', onlyDateTime: true },
  FISCAL_MONTH: { of: month, type: 'int', digits: [6, 2] },
  FISCAL_QUARTER: { of: quarter, type: 'int' },
  FISCAL_YEAR: { of: year, type: 'int', digits: [1, 4] },
  HOUR_IN_DAY: { of: (text) => Number(text.slice(11, 13)), type: 'int', onlyDateTime: true },
  WEEK_IN_MONTH: { of: (text) => Math.ceil(day(text) / 7), type: 'int' },
  WEEK_IN_YEAR: { of: (text) => Math.ceil(dayInYear(text) / 7), type: 'int' },
};

/** Whether a function of SOQL takes a part of a date; the parser counts these among the aggregates. */
export function isDateFunction(name: string): boolean {
  return Object.hasOwn(PARTS, name.toUpperCase());
}

const ready = new WeakMap<Store, Set<string>>();

/** The part of a date or date-time; date-times are read in UTC, or in the given zone with convertTimezone. */
export function datePartTerm(name: string, of: Term, zone: { readonly timeZone: string } | undefined, store: Store): Term {
  const part = PARTS[name.toUpperCase()];
  if (!part) throw malformedQuery(`unexpected token: '${name}'`);
  if (of.type !== 'datetime' && (of.type !== 'date' || part.onlyDateTime || zone)) {
    throw invalidField(`field ${of.name} does not support date function ${zone ? 'convertTimezone' : name.toUpperCase()}`);
  }
  const timeZone = zone?.timeZone;
  if (part.digits && timeZone === undefined) {
    return { sql: `CAST(substr(${of.sql}, ${part.digits.join(', ')}) AS INTEGER)`, type: part.type, name: name.toUpperCase() };
  }
  const call = `date_${name.toLowerCase()}${timeZone === undefined ? '' : `_in_${timeZone.replaceAll(/\W/g, '_')}`}`;
  const known = ready.get(store) ?? new Set<string>();
  ready.set(store, known);
  if (!known.has(call)) {
    store.defineFunction(call, true, (text) =>
      typeof text === 'string' ? part.of(timeZone === undefined ? text : localTime(timeZone, text)) : null,
    );
    known.add(call);
  }
  return { sql: `${call}(${of.sql})`, type: part.type, name: name.toUpperCase() };
}
