// Functions of dates, date-times and times.
import {
  dateInZone,
  dateOf,
  dayOf,
  fromMilliseconds,
  monthOf,
  parseDate,
  parseInstant,
  parseTime,
  shiftMonths,
  toDays,
  toMilliseconds,
  toMillisecondsOfDay,
  yearOf,
} from '../calendar.ts';
import type { Rule, Run } from '../term.ts';
import { checkCount, checkType, termAt } from '../term.ts';
import { ofMoment, strict } from './signature.ts';

/** 1 is Sunday. */
const weekday = (date: string): number => ((((toDays(date) + 4) % 7) + 7) % 7) + 1;

/** The Thursday of a date's week decides its ISO week and year. */
function isoThursday(date: string): number {
  const mondayBased = (weekday(date) + 5) % 7;
  return toDays(date) - mondayBased + 3;
}

function isoYear(date: string): number {
  return yearOf(fromMilliseconds(isoThursday(date) * 86_400_000));
}

function isoWeek(date: string): number {
  return Math.floor((isoThursday(date) - toDays(`${String(isoYear(date)).padStart(4, '0')}-01-01`)) / 7) + 1;
}

/** ADDMONTHS keeps the last day of a month the last day; blank months change nothing. */
const addingMonths: Rule = (call) => {
  checkCount(call, 2);
  const [start, months] = [termAt(call, 0), termAt(call, 1)];
  checkType(call, start, 'date', 'datetime');
  checkType(call, months, 'number');
  const run: Run = (read, moment) => {
    const from = start.run(read, moment);
    const count = months.run(read, moment);
    if (typeof from !== 'string' || count === null) return from;
    const date = shiftMonths(from, Math.trunc(count as number));
    return from.length === 10 ? date : date + from.slice(10);
  };
  return { type: start.type === 'null' ? 'date' : start.type, run, position: call.position, constant: start.constant && months.constant };
};

/** DATEVALUE of a text, or of a date-time in the moment's time zone. */
const dateValue: Rule = (call) => {
  checkCount(call, 1);
  const term = termAt(call, 0);
  checkType(call, term, 'text', 'datetime');
  const run: Run = (read, moment) => {
    const value = term.run(read, moment);
    if (value === null || value === '') return null;
    return term.type === 'datetime' ? dateInZone(String(value), moment.timeZone ?? 'UTC') : parseDate(String(value));
  };
  return { type: 'date', run, position: call.position, constant: term.constant && term.type !== 'datetime' };
};

/** DATETIMEVALUE of a text in UTC, or midnight UTC of a date. */
const instantValue: Rule = (call) => {
  checkCount(call, 1);
  const term = termAt(call, 0);
  checkType(call, term, 'text', 'datetime', 'date');
  const run: Run = (read, moment) => {
    const value = term.run(read, moment);
    if (value === null || value === '' || term.type === 'datetime') return value;
    return term.type === 'date' ? `${String(value)}T00:00:00.000Z` : parseInstant(String(value));
  };
  return { type: 'datetime', run, position: call.position, constant: term.constant };
};

const timeValue: Rule = (call) => {
  checkCount(call, 1);
  const term = termAt(call, 0);
  checkType(call, term, 'text', 'datetime', 'time');
  const run: Run = (read, moment) => {
    const value = term.run(read, moment);
    if (value === null || value === '' || term.type === 'time') return value;
    return term.type === 'datetime' ? String(value).slice(11) : parseTime(String(value));
  };
  return { type: 'time', run, position: call.position, constant: term.constant };
};

/** Seconds since 1970 of a date or date-time, seconds since midnight of a time. */
const unixTimestamp: Rule = (call) => {
  checkCount(call, 1);
  const term = termAt(call, 0);
  checkType(call, term, 'datetime', 'date', 'time');
  const run: Run = (read, moment) => {
    const value = term.run(read, moment);
    if (value === null) return null;
    if (term.type === 'time') return Math.floor(toMillisecondsOfDay(String(value)) / 1000);
    return term.type === 'date' ? toDays(String(value)) * 86_400 : Math.floor(toMilliseconds(String(value)) / 1000);
  };
  return { type: 'number', run, position: call.position, constant: term.constant };
};

export const DATE_FUNCTIONS: readonly (readonly [string, Rule])[] = [
  ['TODAY', ofMoment('date', (moment) => moment.today)],
  ['NOW', ofMoment('datetime', (moment) => moment.now.toISOString())],
  ['TIMENOW', ofMoment('time', (moment) => moment.now.toISOString().slice(11))],
  ['DATE', strict(['number', 'number', 'number'], 'date', dateOf)],
  ['DATEVALUE', dateValue],
  ['DATETIMEVALUE', instantValue],
  ['TIMEVALUE', timeValue],
  ['YEAR', strict(['date'], 'number', yearOf)],
  ['MONTH', strict(['date'], 'number', monthOf)],
  ['DAY', strict(['date'], 'number', dayOf)],
  ['WEEKDAY', strict(['date'], 'number', weekday)],
  ['DAYOFYEAR', strict(['date'], 'number', (date) => toDays(date) - toDays(`${date.slice(0, 4)}-01-01`) + 1)],
  ['ISOWEEK', strict(['date'], 'number', isoWeek)],
  ['ISOYEAR', strict(['date'], 'number', isoYear)],
  ['HOUR', strict(['time'], 'number', (time) => Number(time.slice(0, 2)))],
  ['MINUTE', strict(['time'], 'number', (time) => Number(time.slice(3, 5)))],
  ['SECOND', strict(['time'], 'number', (time) => Number(time.slice(6, 8)))],
  ['MILLISECOND', strict(['time'], 'number', (time) => Number(time.slice(9, 12)))],
  ['ADDMONTHS', addingMonths],
  ['UNIXTIMESTAMP', unixTimestamp],
  ['FROMUNIXTIME', strict(['number'], 'datetime', (seconds) => fromMilliseconds(Math.round(seconds * 1000)))],
];
