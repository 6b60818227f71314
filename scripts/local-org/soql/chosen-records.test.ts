import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredRow } from '../../platform/record.ts';
import { compileQuery } from './compile-query.ts';
import { idOf, orchardOrg } from './__fixtures__/orchard-org.ts';
import { runQuery } from './run-query.ts';

const { store, context } = orchardOrg();

const many = Array.from({ length: 300 }, (_, at): StoredRow => ({
  Id: idOf('Orchard__c', 100 + at),
  Name: `Orchard ${at}`,
  City__c: 'Ede',
  Size__c: at % 2 === 0 ? 'Small' : 'Large',
  OwnerId: idOf('User', 2),
  Parent_Orchard__c: idOf('Orchard__c', 100 + ((at * 7) % 300)),
}));
store.insert('Orchard__c', many);

const QUERY = "SELECT Name, Parent_Orchard__r.Name, Owner.Name FROM Orchard__c WHERE City__c = 'Ede' ORDER BY Size__c, Id DESC";

function rowsOf(soql: string, window?: { offset: number; count: number }): readonly unknown[] {
  return runQuery(compileQuery(soql, context), store, window).records.map((record) => [record['Name'], record['Parent_Orchard__r']]);
}

describe('the first records by a field without an index', () => {
  it('are chosen before their parents are fetched', () => {
    const { sql } = compileQuery(`${QUERY} LIMIT 5`, context);
    assert.match(sql, /WHERE t0\.rowid IN \(SELECT t0\.rowid FROM "Orchard__c" AS t0 WHERE t0\."City__c" = \?1 ORDER BY .* LIMIT 5\)/);
  });

  it('are the same records in the same order, with the same parents', () => {
    const all = rowsOf(QUERY);
    assert.equal(all.length, many.length);
    assert.deepEqual(rowsOf(`${QUERY} LIMIT 5`), all.slice(0, 5));
    assert.deepEqual(rowsOf(`${QUERY} LIMIT 5 OFFSET 20`), all.slice(20, 25));
    assert.deepEqual(rowsOf(`${QUERY} LIMIT 50`, { offset: 10, count: 5 }), all.slice(10, 15));
  });

  it('are counted without regard to what is chosen first', () => {
    assert.equal(runQuery(compileQuery(`${QUERY} LIMIT 50`, context), store, { offset: 0, count: 5 }).totalSize, 50);
    assert.equal(runQuery(compileQuery(`${QUERY} LIMIT 400`, context), store, { offset: 0, count: 5 }).totalSize, many.length);
  });

  for (const asked of [
    "WHERE Parent_Orchard__r.City__c != 'Tiel' ORDER BY Size__c",
    "WHERE City__c = 'Ede' ORDER BY Parent_Orchard__r.Name",
  ]) {
    it(`are found with their parents where those decide: ${asked}`, () => {
      assert.doesNotMatch(compileQuery(`SELECT Parent_Orchard__r.Name FROM Orchard__c ${asked} LIMIT 5`, context).sql, /rowid IN/);
    });
  }
});
