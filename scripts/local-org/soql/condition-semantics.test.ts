import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredRow } from '../../platform/record.ts';
import { compileQuery } from './compile-query.ts';
import { idOf, orchardOrg } from './__fixtures__/orchard-org.ts';
import { runQuery } from './run-query.ts';

const { store, context } = orchardOrg();
const NAMES = [null, 'Ede', 'EDE', 'Épe', 'épe', '50%', 'a_b'];
const AREAS = [null, 0, 1.5, -2];
const DATES = [null, '2026-11-21', '2026-11-22', '2026-11-23', '2027-01-31'];
const FRUITS = [null, 'Apple', 'Apple;Pear', 'Plum'];

const ROWS: readonly StoredRow[] = NAMES.flatMap((City__c, a) =>
  AREAS.flatMap((Area__c, b) =>
    DATES.map((Sold_Date__c, c): StoredRow => {
      const serial = 1000 + a * 100 + b * 10 + c;
      const Fruits__c = FRUITS[(a + b + c) % FRUITS.length] ?? null;
      return {
        Id: idOf('Orchard__c', serial),
        Name: `R${serial}`,
        City__c,
        Area__c,
        Sold_Date__c,
        Fruits__c,
        Is_Organic__c: (a + c) % 2 === 0,
        Phone__c: 'random',
      };
    }),
  ),
);
store.insert('Orchard__c', ROWS);

type Test = (row: StoredRow) => boolean;
const city = (row: StoredRow): string | undefined => (row['City__c'] as string | null)?.toLowerCase();
const given =
  (field: string, test: (value: never) => boolean): Test =>
  (row) =>
    row[field] !== null && test(row[field] as never);
const chosen = (row: StoredRow): readonly string[] => (row['Fruits__c'] as string | null)?.split(';') ?? [];

/** Comparisons with what the platform's documentation says they mean: a blank fails every comparison but `= null`, `!=`, NOT IN and EXCLUDES. */
const COMPARISONS: readonly (readonly [string, Test])[] = [
  ["City__c = 'ede'", (row) => city(row) === 'ede'],
  ["City__c != 'ede'", (row) => city(row) !== 'ede'],
  ["City__c = 'ÉPE'", (row) => city(row) === 'épe'],
  ["City__c IN ('EDE', 'épe', null)", (row) => city(row) === undefined || ['ede', 'épe'].includes(city(row) ?? '')],
  ["City__c NOT IN ('EDE', 'épe')", (row) => !['ede', 'épe'].includes(city(row) ?? '')],
  ["City__c LIKE '%\\%'", (row) => city(row)?.endsWith('%') ?? false],
  ["City__c LIKE 'A\\_B'", (row) => city(row) === 'a_b'],
  ["City__c LIKE 'É%'", (row) => city(row)?.startsWith('é') ?? false],
  ['City__c = null', (row) => row['City__c'] === null],
  ['City__c != null', (row) => row['City__c'] !== null],
  ['Area__c > 0', given('Area__c', (value: number) => value > 0)],
  ['Area__c <= 0', given('Area__c', (value: number) => value <= 0)],
  ['Area__c = 1.5', (row) => row['Area__c'] === 1.5],
  ['Area__c != 1.5', (row) => row['Area__c'] !== 1.5],
  ['Area__c IN (0, -2)', (row) => row['Area__c'] === 0 || row['Area__c'] === -2],
  ['Is_Organic__c = true', (row) => row['Is_Organic__c'] === true],
  ['Is_Organic__c != true', (row) => row['Is_Organic__c'] === false],
  ['Sold_Date__c = TODAY', (row) => row['Sold_Date__c'] === '2026-11-22'],
  ['Sold_Date__c != TODAY', (row) => row['Sold_Date__c'] !== '2026-11-22'],
  ['Sold_Date__c > TODAY', given('Sold_Date__c', (value: string) => value > '2026-11-22')],
  ['Sold_Date__c <= LAST_N_DAYS:1', given('Sold_Date__c', (value: string) => value <= '2026-11-22')],
  ['Sold_Date__c = NEXT_90_DAYS', given('Sold_Date__c', (value: string) => value > '2026-11-22')],
  ['Sold_Date__c NOT IN (TODAY, 2027-01-31)', (row) => row['Sold_Date__c'] !== '2026-11-22' && row['Sold_Date__c'] !== '2027-01-31'],
  ["Fruits__c INCLUDES ('apple')", (row) => chosen(row).includes('Apple')],
  ["Fruits__c EXCLUDES ('Apple;Pear', 'Plum')", (row) => !chosen(row).includes('Pear') && !chosen(row).includes('Plum')],
  ['CALENDAR_YEAR(Sold_Date__c) = 2026', given('Sold_Date__c', (value: string) => value.startsWith('2026'))],
  ['CALENDAR_YEAR(Sold_Date__c) != 2026', (row) => !(row['Sold_Date__c'] as string | null)?.startsWith('2026')],
  ['Is_Daughter__c = false', () => true],
  ["Parent_Orchard__r.City__c = 'x'", () => false],
  ["Parent_Orchard__r.City__c != 'x'", () => true],
];

/** A small generator of numbers below n, the same on every run. */
function randomNumbers(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * n);
  };
}

function randomCondition(random: (n: number) => number, depth: number): readonly [string, Test] {
  const leaf = COMPARISONS[random(COMPARISONS.length)];
  const kind = depth === 0 ? 0 : random(5);
  if (kind < 2 && leaf) return leaf;
  const [text, test] = randomCondition(random, depth - 1);
  // The parser loses the third of three negations in a row; such a statement is refused.
  if (kind === 2 && /^\(+NOT \(+NOT/.test(text)) return [text, test];
  if (kind === 2) return [`(NOT ${text})`, (row) => !test(row)];
  const others = Array.from({ length: 1 + random(2) }, () => randomCondition(random, depth - 1));
  const all = [[text, test] as const, ...others];
  const joined = `(${all.map(([one]) => one).join(kind === 3 ? ' AND ' : ' OR ')})`;
  return [joined, (row) => (kind === 3 ? all.every(([, one]) => one(row)) : all.some(([, one]) => one(row)))];
}

function selected(condition: string, rest: string): readonly unknown[] {
  const soql = `SELECT Name FROM Orchard__c WHERE Phone__c = 'random' AND (${condition}) ${rest}`;
  return runQuery(compileQuery(soql, context), store)
    .records.map((record) => record['Name'])
    .sort();
}

describe('a condition selects what its comparisons mean, blanks and all', () => {
  for (const [text, test] of COMPARISONS) {
    const expected = ROWS.filter(test).map((row) => row['Name']);
    it(text, () => assert.deepEqual(selected(text, ''), expected));
    it(`NOT (${text})`, () => assert.equal(selected(`NOT (${text})`, '').length, ROWS.length - expected.length));
  }

  it('however AND, OR, NOT and parentheses put them together, and by whatever way the records are found', () => {
    const random = randomNumbers(20261122);
    for (let round = 0; round < 300; round += 1) {
      const [text, test] = randomCondition(random, 4);
      const expected = ROWS.filter(test).map((row) => row['Name']);
      assert.deepEqual(selected(text, ''), expected, text);
      assert.deepEqual(selected(text, 'ORDER BY Sold_Date__c LIMIT 1000'), expected, text);
    }
  });
});
