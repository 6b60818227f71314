import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber } from '../../platform/civil-date.ts';
import { textOf } from './cell.ts';
import { DerivedEnds, lastDayOfTerm } from './derived-end.ts';

test('a term ends the day before the same day so many months later', () => {
  const cases: [string, number, string][] = [
    ['2024-02-01', 36, '2027-01-31'],
    ['2024-01-01', 12, '2024-12-31'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2024-03-01', 36, '2027-02-28'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2024-04-30', 1, '2024-05-29'],
    ['2024-12-15', 1, '2025-01-14'],
    ['2026-11-30', 3, '2027-02-28'],
  ];
  for (const [start, months, end] of cases) assert.equal(lastDayOfTerm(start, months), end, `${start} + ${months}`);
});

test('the cell says that the date is derived and how precise it is', () => {
  const ends = new DerivedEnds();
  for (const precision of ['Day', 'Month', 'Quarter', 'Day']) {
    assert.equal(textOf(ends.cell(dayNumber('2024-02-01'), 36, precision)), `2027-01-31,true,${precision}`);
  }
});
