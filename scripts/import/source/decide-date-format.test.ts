import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DateEvidence } from './date-evidence.ts';
import { decideDateFormat } from './decide-date-format.ts';

/** Decides over texts; a number behind a text is how many rows have it. */
function decide(...values: (string | readonly [string, number])[]): string {
  const evidence = new DateEvidence((year) => year >= 16 && year <= 41);
  for (const [at, value] of values.entries()) {
    const [text, count] = typeof value === 'string' ? [value, 1] : value;
    evidence.add(text, count, at + 2);
  }
  const decision = decideDateFormat(evidence);
  return decision.kind === 'decided'
    ? `${decision.format}${decision.minority === undefined ? '' : ` -${decision.minority.count}`}`
    : decision.kind;
}

test('one value with a day above twelve settles a column', () => {
  assert.equal(decide(['03-04-2027', 999], '31-12-2026'), 'dd-mm-yyyy');
  assert.equal(decide(['03/04/2027', 999], '12/31/2026'), 'mm-dd-yyyy');
});

test('a column in which nothing settles it is ambiguous, unless day and month are always equal', () => {
  assert.equal(decide('03-04-2027', '05-06-2027'), 'ambiguous');
  assert.equal(decide('01-01-2027', '06-06-2027'), 'dd-mm-yyyy');
});

test('both orders in one column are mixed; a few strays are rejected instead', () => {
  assert.equal(decide(['31-12-2026', 5], ['12-31-2026', 5]), 'mixed');
  assert.equal(decide(['31-12-2026', 999], '12-31-2026'), 'dd-mm-yyyy -1');
});

test('several shapes in one column are mixed; a few strays are rejected instead', () => {
  assert.equal(decide(['31-12-2026', 5], ['2026-12-31', 5]), 'mixed');
  assert.equal(decide(['31-12-2026', 999], ['2026-12-31', 3]), 'dd-mm-yyyy -3');
});

test('dates with another separator that prove nothing are not read by the proof of the others', () => {
  assert.equal(decide(['31-12-2026', 50], ['04/05/2027', 50]), 'ambiguous');
});

test('Excel day numbers count only where they are the column', () => {
  assert.equal(decide('46387', '46022'), 'serial');
  assert.equal(decide(['31-12-2026', 99], '46387'), 'dd-mm-yyyy -1');
  assert.equal(decide('12345', '99999'), 'none');
});

test('years of two digits are day first only when the last parts are believable years', () => {
  assert.equal(decide('31-12-26', '01-07-27'), 'dd-mm-yy');
  assert.equal(decide('26-12-31', '27-01-15', '28-05-01'), 'ambiguous');
});

test('words, quarters and placeholders decide nothing', () => {
  assert.equal(decide('dec 2026', 'Q4 2026', 'onbekend'), 'any');
  assert.equal(decide('ja', 'nee'), 'none');
});
