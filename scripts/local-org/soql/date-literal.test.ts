import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dateLiteralRange } from './date-literal.ts';
import { endOfDay, localTime, startOfDay } from './local-time.ts';

/** Seen from Sunday 22 November 2026: the last day of its week. */
const SUNDAY: Readonly<Record<string, string>> = {
  TODAY: '2026-11-22 2026-11-22',
  YESTERDAY: '2026-11-21 2026-11-21',
  TOMORROW: '2026-11-23 2026-11-23',
  LAST_WEEK: '2026-11-09 2026-11-15',
  THIS_WEEK: '2026-11-16 2026-11-22',
  NEXT_WEEK: '2026-11-23 2026-11-29',
  LAST_MONTH: '2026-10-01 2026-10-31',
  THIS_MONTH: '2026-11-01 2026-11-30',
  NEXT_MONTH: '2026-12-01 2026-12-31',
  LAST_90_DAYS: '2026-08-24 2026-11-22',
  NEXT_90_DAYS: '2026-11-23 2027-02-20',
  'LAST_N_DAYS:7': '2026-11-15 2026-11-22',
  'NEXT_N_DAYS:7': '2026-11-23 2026-11-29',
  'N_DAYS_AGO:22': '2026-10-31 2026-10-31',
  'LAST_N_WEEKS:2': '2026-11-02 2026-11-15',
  'NEXT_N_WEEKS:2': '2026-11-23 2026-12-06',
  'N_WEEKS_AGO:3': '2026-10-26 2026-11-01',
  'LAST_N_MONTHS:3': '2026-08-01 2026-10-31',
  'NEXT_N_MONTHS:3': '2026-12-01 2027-02-28',
  'N_MONTHS_AGO:9': '2026-02-01 2026-02-28',
  THIS_QUARTER: '2026-10-01 2026-12-31',
  LAST_QUARTER: '2026-07-01 2026-09-30',
  NEXT_QUARTER: '2027-01-01 2027-03-31',
  'LAST_N_QUARTERS:4': '2025-10-01 2026-09-30',
  'NEXT_N_QUARTERS:2': '2027-01-01 2027-06-30',
  'N_QUARTERS_AGO:1': '2026-07-01 2026-09-30',
  THIS_YEAR: '2026-01-01 2026-12-31',
  LAST_YEAR: '2025-01-01 2025-12-31',
  NEXT_YEAR: '2027-01-01 2027-12-31',
  'LAST_N_YEARS:2': '2024-01-01 2025-12-31',
  'NEXT_N_YEARS:2': '2027-01-01 2028-12-31',
  'N_YEARS_AGO:5': '2021-01-01 2021-12-31',
  THIS_FISCAL_QUARTER: '2026-10-01 2026-12-31',
  LAST_FISCAL_QUARTER: '2026-07-01 2026-09-30',
  NEXT_FISCAL_QUARTER: '2027-01-01 2027-03-31',
  THIS_FISCAL_YEAR: '2026-01-01 2026-12-31',
  LAST_FISCAL_YEAR: '2025-01-01 2025-12-31',
  NEXT_FISCAL_YEAR: '2027-01-01 2027-12-31',
  'LAST_N_FISCAL_QUARTERS:1': '2026-07-01 2026-09-30',
  'NEXT_N_FISCAL_QUARTERS:1': '2027-01-01 2027-03-31',
  'N_FISCAL_QUARTERS_AGO:4': '2025-10-01 2025-12-31',
  'LAST_N_FISCAL_YEARS:1': '2025-01-01 2025-12-31',
  'NEXT_N_FISCAL_YEARS:1': '2027-01-01 2027-12-31',
  'N_FISCAL_YEARS_AGO:1': '2025-01-01 2025-12-31',
  today: '2026-11-22 2026-11-22',
};

/** Seen from Thursday 29 February 2024, a leap day. */
const LEAP_DAY: Readonly<Record<string, string>> = {
  THIS_WEEK: '2024-02-26 2024-03-03',
  THIS_MONTH: '2024-02-01 2024-02-29',
  LAST_MONTH: '2024-01-01 2024-01-31',
  'N_MONTHS_AGO:12': '2023-02-01 2023-02-28',
  'LAST_N_DAYS:1': '2024-02-28 2024-02-29',
  THIS_QUARTER: '2024-01-01 2024-03-31',
};

describe('date literals', () => {
  for (const [today, table] of [
    ['2026-11-22', SUNDAY],
    ['2024-02-29', LEAP_DAY],
  ] as const) {
    for (const [literal, expected] of Object.entries(table)) {
      it(`${literal} on ${today} is ${expected}`, () => {
        const range = dateLiteralRange(literal, today);
        assert.equal(`${range?.from} ${range?.until}`, expected);
      });
    }
  }

  it('that do not exist are no range', () => {
    for (const literal of ['THIS_DAY', 'LAST_N_DAYS', 'NEXT_N_WEEK:2', 'N_DAYS_AGO', 'THIS_CENTURY'])
      assert.equal(dateLiteralRange(literal, '2026-11-22'), undefined);
  });
});

describe('days of a time zone', () => {
  it('begin at local midnight, also on the days when the clock changes', () => {
    assert.equal(startOfDay('Europe/Amsterdam', '2026-11-22'), '2026-11-21T23:00:00.000Z');
    assert.equal(startOfDay('Europe/Amsterdam', '2026-03-29'), '2026-03-28T23:00:00.000Z');
    assert.equal(endOfDay('Europe/Amsterdam', '2026-03-29'), '2026-03-29T22:00:00.000Z');
    assert.equal(startOfDay('Europe/Amsterdam', '2026-10-25'), '2026-10-24T22:00:00.000Z');
    assert.equal(endOfDay('Europe/Amsterdam', '2026-10-25'), '2026-10-25T23:00:00.000Z');
    assert.equal(startOfDay('UTC', '2026-01-01'), '2026-01-01T00:00:00.000Z');
  });

  it('show their wall clock', () => {
    assert.equal(localTime('Europe/Amsterdam', '2026-07-01T22:30:15.250Z'), '2026-07-02T00:30:15.250Z');
  });
});
