import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredRow } from '../../platform/record.ts';
import { compileQuery } from './compile-query.ts';
import { idOf, orchardOrg } from './__fixtures__/orchard-org.ts';
import { runQuery } from './run-query.ts';

const { store, context } = orchardOrg();

/** 2,500 without a parent but a few, too many to be looked up one by one, and 1,500 below one of them or below none. */
const many = Array.from({ length: 4000 }, (_, at): StoredRow => ({
  Id: idOf('Orchard__c', 100 + at),
  Name: `Orchard ${at}`,
  City__c: at % 500 === 0 ? null : 'Ede',
  OwnerId: idOf('User', at % 50 === 0 ? 1 : 2),
  Parent_Orchard__c: parentOf(at),
}));
function parentOf(at: number): string | null {
  if (at % 11 === 0) return idOf('Orchard__c', 2);
  return at < 2500 || at % 7 === 0 ? null : idOf('Orchard__c', 100 + (at - 2500));
}
store.insert('Orchard__c', many);

const numberOf = (soql: string): unknown => runQuery(compileQuery(soql, context), store).records[0]?.['expr0'];
const sqlOf = (condition: string): string => compileQuery(`SELECT COUNT(Id) FROM Orchard__c WHERE ${condition}`, context).sql;

/** The last one is asked of the parents that do not meet it. */
const SETS: readonly string[] = [
  "Parent_Orchard__r.City__c = 'Tiel'",
  "(Parent_Orchard__r.City__c = 'Tiel' OR Parent_Orchard__r.Name = 'Orchard 1')",
  "Parent_Orchard__r.Parent_Orchard__r.City__c = 'Tiel'",
  "(Parent_Orchard__r.City__c = 'Ede' AND Parent_Orchard__r.Parent_Orchard__r.Name LIKE 'Bonge%')",
  '(Parent_Orchard__r.Founded_Date__c != null AND Parent_Orchard__r.Is_Organic__c = TRUE)',
  'Parent_Orchard__r.Parent_Orchard__c = null',
];
const FETCHED: readonly string[] = [
  "Parent_Orchard__r.City__c = 'Ede'",
  'Parent_Orchard__r.City__c = null',
  "Parent_Orchard__r.City__c != 'Ede'",
  'Parent_Orchard__r.Is_Organic__c = FALSE',
  "(Parent_Orchard__r.City__c = 'Tiel' OR City__c = 'Tiel')",
  "(NOT Parent_Orchard__r.Name = 'Orchard 1')",
];

describe('a condition on a parent', () => {
  for (const condition of SETS) {
    it(`is asked of the parents where they are few, none of them fetched for a record: ${condition}`, () =>
      assert.doesNotMatch(sqlOf(condition), /LEFT JOIN "Orchard__c" AS t/));
  }

  for (const condition of [...SETS, ...FETCHED]) {
    it(`counts the records that are found without a bound: ${condition}`, () => {
      const found = runQuery(compileQuery(`SELECT Id FROM Orchard__c WHERE ${condition}`, context), store).records.length;
      assert.ok(found > 0);
      assert.equal(numberOf(`SELECT COUNT(Id) FROM Orchard__c WHERE ${condition}`), found);
    });
  }

  it('sees parents that were changed after the query was compiled', () => {
    const counted = compileQuery("SELECT COUNT(Id) FROM Orchard__c WHERE Parent_Orchard__r.Name = 'Renamed'", context);
    assert.equal(runQuery(counted, store).records[0]?.['expr0'], 0);
    store.update('Orchard__c', [{ Id: idOf('Orchard__c', 101), Name: 'Renamed' }], ['Name']);
    assert.equal(
      runQuery(counted, store).records[0]?.['expr0'],
      many.filter((one) => one['Parent_Orchard__c'] === idOf('Orchard__c', 101)).length,
    );
  });
});
