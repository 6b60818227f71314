import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDateFormat, type DateFormat } from './date-format.ts';
import { readDateText } from './date-text.ts';
import { resolveDate } from './resolve-date.ts';

function resolve(text: string, format: DateFormat, boundary: 'start' | 'end' = 'end'): string {
  const resolved = resolveDate(readDateText(text), { format, boundary, twoDigitYearsFrom: 2016 });
  if (resolved.kind === 'date') return resolved.precision === 'Day' ? resolved.date : `${resolved.date} ${resolved.precision}`;
  return resolved.kind === 'unknown' ? (resolved.isSentinel ? 'placeholder' : 'unknown') : resolved.fault;
}

test('dates are read in the format of their column', () => {
  const cases: [string, DateFormat, string][] = [
    ['31-12-2026', 'dd-mm-yyyy', '2026-12-31'],
    ['1/2/2027', 'dd-mm-yyyy', '2027-02-01'],
    ['1.2.2027', 'mm-dd-yyyy', '2027-01-02'],
    ['2026-12-31', 'yyyy-mm-dd', '2026-12-31'],
    ['2026/1/5', 'yyyy-mm-dd', '2026-01-05'],
    ['20261231', 'yyyymmdd', '2026-12-31'],
    ['31122026', 'ddmmyyyy', '2026-12-31'],
    ['31-12-26', 'dd-mm-yy', '2026-12-31'],
    ['26-12-31', 'yy-mm-dd', '2026-12-31'],
    ['01-01-42', 'dd-mm-yy', 'TWO_DIGIT_YEAR'],
    ['46387', 'serial', '2026-12-31'],
    ['46387,0', 'serial', '2026-12-31'],
    ['31-12-2026 00:00:00', 'dd-mm-yyyy', '2026-12-31'],
    ['2026-12-31 23:59', 'yyyy-mm-dd', '2026-12-31'],
    ['12/31/2026 12:00:00 AM', 'mm-dd-yyyy', '2026-12-31'],
    ['t/m 31-12-2026', 'dd-mm-yyyy', '2026-12-31'],
    ['do 31-12-2026', 'dd-mm-yyyy', '2026-12-31'],
    ['29-02-2028', 'dd-mm-yyyy', '2028-02-29'],
  ];
  for (const [text, format, expected] of cases) assert.equal(resolve(text, format), expected, `${text} as ${format}`);
});

test('moments with a zone become the civil date in Amsterdam', () => {
  const cases: [string, string][] = [
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-12-31T22:59:59.000+0000', '2026-12-31'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-12-31T23:30:00+01:00', '2026-12-31'],
    ['2027-01-01 00:30+02', '2026-12-31'],
  ];
  for (const [text, expected] of cases) assert.equal(resolve(text, 'yyyy-mm-dd'), expected, text);
});

test('names of months and quarters are understood in any format, with their precision', () => {
  const cases: [string, string][] = [
    ['31 december 2026', '2026-12-31'],
    ['1 mrt 2027', '2027-03-01'],
    ['31-okt-26', '2026-10-31'],
    ['1e mei 2027', '2027-05-01'],
    ['December 31, 2026', '2026-12-31'],
    ['maart 2027', '2027-03-31 Month'],
    ['dec-26', '2026-12-31 Month'],
    ["feb '28", '2028-02-29 Month'],
    ['02-2027', '2027-02-28 Month'],
    ['2027-02', '2027-02-28 Month'],
    ['Q4 2026', '2026-12-31 Quarter'],
    ['2026-Q1', '2026-03-31 Quarter'],
    ['2e kwartaal 2027', '2027-06-30 Quarter'],
    ['13-2027', 'INVALID_DATE'],
  ];
  for (const [text, expected] of cases) assert.equal(resolve(text, 'dd-mm-yyyy'), expected, text);
  assert.equal(resolve('Q4 2026', 'dd-mm-yyyy', 'start'), '2026-10-01 Quarter');
  assert.equal(resolve('mrt 2027', 'dd-mm-yyyy', 'start'), '2027-03-01 Month');
});

test('days that do not exist and other formats are faults, placeholders are unknown', () => {
  const cases: [string, string][] = [
    ['31-02-2027', 'INVALID_DATE'],
    ['00-00-0000', 'INVALID_DATE'],
    ['31-12-2207', 'INVALID_DATE'],
    ['2026-12-31', 'DATE_FORMAT_DIFFERS'],
    ['46387', 'DATE_FORMAT_DIFFERS'],
    ['31-12-26', 'DATE_FORMAT_DIFFERS'],
    ['eind 2026', 'DATE_NOT_UNDERSTOOD'],
    ['2026', 'DATE_NOT_UNDERSTOOD'],
    ['31 december', 'DATE_NOT_UNDERSTOOD'],
    ['31-12-9999', 'placeholder'],
    ['01-01-1900', 'placeholder'],
    ['01-01-1970', 'placeholder'],
    ['n.v.t.', 'unknown'],
    ['#N/B', 'unknown'],
  ];
  for (const [text, expected] of cases) assert.equal(resolve(text, 'dd-mm-yyyy'), expected, text);
});

test('formats are recognised as people type them', () => {
  const cases: [string, DateFormat | undefined][] = [
    ['DD-MM-YYYY', 'dd-mm-yyyy'],
    ['dd/mm/jjjj', 'dd-mm-yyyy'],
    ['d-m-yy', 'dd-mm-yy'],
    ['mm/dd/yyyy', 'mm-dd-yyyy'],
    ['iso', 'yyyy-mm-dd'],
    ['jjjjmmdd', 'yyyymmdd'],
    ['excel', 'serial'],
    ['dd-yyyy', undefined],
    ['', undefined],
  ];
  for (const [text, expected] of cases) assert.equal(parseDateFormat(text), expected, text);
});
