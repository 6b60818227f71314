import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredRow } from '../../platform/record.ts';
import { compileQuery } from './compile-query.ts';
import { idOf, orchardOrg } from './__fixtures__/orchard-org.ts';
import { runQuery } from './run-query.ts';

const { store, context } = orchardOrg();
const SIZES = ['Small', 'Medium', 'Large', null] as const;

const many = Array.from({ length: 3000 }, (_, at): StoredRow => ({
  Id: idOf('Orchard__c', 100 + at),
  Name: `Orchard ${at}`,
  City__c: `City ${at % 3}`,
  Size__c: SIZES[(at * 5) % 4] ?? null,
  OwnerId: idOf('User', 2),
  Price__c: at % 5 === 0 ? null : (at % 11) * 12.25,
  Sold_Date__c: at % 9 === 0 ? null : new Date(Date.UTC(2027, 0, 1 + ((at * 7) % 700))).toISOString().slice(0, 10),
}));
store.insert('Orchard__c', many);

const planOf = (soql: string): string => {
  const { sql, parameters } = compileQuery(soql, context);
  return [...store.select(`EXPLAIN QUERY PLAN ${sql}`, parameters)].map((row) => String(row[3])).join('; ');
};
const rowsOf = (soql: string): readonly unknown[] =>
  runQuery(compileQuery(soql, context), store).records.map(({ attributes, ...row }) => JSON.stringify([attributes.type, row]));

/** Told off the index, and again of every record: a sum of no amount is what keeps a statement from the index. */
const COUNTED: readonly string[] = [
  'SELECT Size__c s, CALENDAR_MONTH(Sold_Date__c) m, SUM(Price__c) p, COUNT(Id) n FROM Orchard__c WHERE Sold_Date__c >= 2027-03-01 GROUP BY Size__c, CALENDAR_MONTH(Sold_Date__c) ORDER BY Size__c, CALENDAR_MONTH(Sold_Date__c)',
  'SELECT Size__c s, COUNT(Id) n FROM Orchard__c WHERE Sold_Date__c < 2028-02-01 GROUP BY Size__c HAVING SUM(Price__c) > 3000 ORDER BY SUM(Price__c) DESC',
  'SELECT CALENDAR_MONTH(Sold_Date__c) m, COUNT(Id) n FROM Orchard__c WHERE Sold_Date__c >= 2027-03-01 AND Sold_Date__c < 2028-02-01 GROUP BY CALENDAR_MONTH(Sold_Date__c) ORDER BY CALENDAR_MONTH(Sold_Date__c)',
  "SELECT Size__c s, COUNT(Id) n FROM Orchard__c WHERE Size__c != 'Large' AND Sold_Date__c > 2027-06-01 GROUP BY Size__c ORDER BY COUNT(Id) DESC, Size__c",
  "SELECT Size__c s, CALENDAR_YEAR(Sold_Date__c) y, COUNT(Id) n FROM Orchard__c WHERE (Sold_Date__c = null OR Size__c = 'Small') GROUP BY Size__c, CALENDAR_YEAR(Sold_Date__c) ORDER BY CALENDAR_YEAR(Sold_Date__c), Size__c",
  'SELECT Size__c s, COUNT(Id) n, MIN(Sold_Date__c) d, COUNT_DISTINCT(Sold_Date__c) c FROM Orchard__c WHERE Sold_Date__c = null OR Sold_Date__c < 2028-01-01 GROUP BY Size__c HAVING COUNT(Id) > 10 ORDER BY Size__c',
];

describe('grouped counts of columns that an index for figures holds', () => {
  for (const soql of COUNTED) {
    it(`are taken from the index, entry by entry in its order: ${soql.slice(7, 60)}`, () => {
      assert.match(planOf(soql), /USING COVERING INDEX ix_Orchard__c_Sold_Date__c(?:_figures)?\b/);
      assert.doesNotMatch(planOf(soql), /CO-ROUTINE.*TEMP B-TREE.*SCAN t0/);
    });

    it(`are those of the records: ${soql.slice(7, 60)}`, () => {
      const ofRecords = soql.replace(' n,', ' n, SUM(Area__c) a,').replace(' n FROM', ' n, SUM(Area__c) a FROM');
      const found = rowsOf(soql);
      assert.ok(found.length > 1);
      assert.deepEqual(
        found,
        rowsOf(ofRecords).map((row) => String(row).replace(/,"a":(?:null|[\d.]+)/, '')),
      );
    });

    it(`tell how many groups there are: ${soql.slice(7, 60)}`, () => {
      const { totalSize, records } = runQuery(compileQuery(soql, context), store, { offset: 0, count: 1 });
      assert.deepEqual([totalSize, records.length], [rowsOf(soql).length, 1]);
    });
  }

  for (const [what, soql] of [
    ['sums', 'SELECT Size__c, SUM(Area__c) FROM Orchard__c GROUP BY Size__c'],
    ['counts of values', 'SELECT Size__c, COUNT(Sold_Date__c) FROM Orchard__c GROUP BY Size__c'],
    ['other columns', "SELECT Size__c, COUNT(Id) FROM Orchard__c WHERE City__c = 'City 1' GROUP BY Size__c"],
  ] as const) {
    it(`are taken of the records where they need them: ${what}`, () => assert.doesNotMatch(compileQuery(soql, context).sql, /"records"/));
  }
});
