import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, addMonths, civilDateIn, daysBetween, isCivilDate } from './civil-date.ts';

test('only days that exist are civil dates', () => {
  for (const good of ['2028-02-29', '2026-12-31', '0001-01-01']) assert.equal(isCivilDate(good), true, good);
  for (const bad of ['2027-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-30', '2026-4-30', ''])
    assert.equal(isCivilDate(bad), false, bad);
});

test('adding months keeps the last day of a month the last day, as ADDMONTHS does', () => {
  const cases: [string, number, string][] = [
    ['2027-02-28', 1, '2027-03-31'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-12-31', -3, '2026-09-30'],
    ['2026-07-01', -1, '2026-06-01'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ];
  for (const [from, months, to] of cases) assert.equal(addMonths(from, months), to, `${from} + ${months}`);
});

test('days are counted across months, years and leap days', () => {
  assert.equal(addDays('2026-12-31', -90), '2026-10-02');
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(daysBetween('2026-10-02', '2026-12-31'), 90);
});

test('the day of an instant depends on the zone', () => {
  assert.equal(civilDateIn('Europe/Amsterdam', new Date('2026-12-31T23:00:00Z')), '2027-01-01');
  assert.equal(civilDateIn('UTC', new Date('2026-12-31T23:00:00Z')), '2026-12-31');
});
