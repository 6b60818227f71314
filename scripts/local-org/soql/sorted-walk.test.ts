import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredRow } from '../../platform/record.ts';
import { compileQuery } from './compile-query.ts';
import { idOf, orchardOrg } from './__fixtures__/orchard-org.ts';
import { runQuery } from './run-query.ts';

const { store, context } = orchardOrg();

/** Sold on one of 300 days, or not yet; nearly all belong to Bert and lie in Ede, one in a thousand belongs to Anna and lies below Avondrust. */
const many = Array.from({ length: 9000 }, (_, at): StoredRow => {
  const rare = at % 1000 === 0;
  return {
    Id: idOf('Orchard__c', 100 + at),
    Name: `Orchard ${at}`,
    City__c: 'Ede',
    Size__c: 'Small',
    OwnerId: idOf('User', rare ? 1 : 2),
    Parent_Orchard__c: idOf('Orchard__c', rare ? 1 : 100 + (at % 3000)),
    Sold_Date__c: at < 6000 ? new Date(Date.UTC(2027, 0, 1 + ((at * 7) % 300))).toISOString().slice(0, 10) : null,
    Price__c: at % 10 === 0 ? null : (at * 7) % 500,
  };
});
store.insert('Orchard__c', many);

function planOf(soql: string): string {
  const { sql, parameters } = compileQuery(soql, context);
  return [...store.select(`EXPLAIN QUERY PLAN ${sql}`, parameters)].map((row) => String(row[3])).join('; ');
}

function namesOf(soql: string): readonly unknown[] {
  return runQuery(compileQuery(soql, context), store).records.map((record) => record['Name']);
}

const WALKED: readonly string[] = [
  `OwnerId = '${idOf('User', 2)}'`,
  "Parent_Orchard__r.City__c = 'Ede'",
  `Parent_Orchard__r.OwnerId = '${idOf('User', 2)}'`,
  "Parent_Orchard__c IN (SELECT Id FROM Orchard__c WHERE City__c = 'Ede')",
  "Owner.Name = 'Bert Boom'",
  "Parent_Orchard__r.City__c != 'Tiel'",
];
const LED: readonly string[] = [
  `OwnerId = '${idOf('User', 1)}'`,
  "Parent_Orchard__r.City__c = 'Tiel'",
  `Parent_Orchard__c = '${idOf('Orchard__c', 1)}'`,
  "Parent_Orchard__c IN (SELECT Id FROM Orchard__c WHERE City__c = 'Tiel')",
];

describe('the first records by an indexed field', () => {
  for (const condition of WALKED) {
    it(`are read off the index although a condition could lead elsewhere: ${condition.slice(0, 40)}`, () => {
      const plan = planOf(`SELECT Name FROM Orchard__c WHERE ${condition} AND Sold_Date__c > TODAY ORDER BY Sold_Date__c LIMIT 50`);
      assert.match(plan, /t0 USING (COVERING )?INDEX ix_Orchard__c_Sold_Date__c/);
      assert.doesNotMatch(plan, /TEMP B-TREE FOR ORDER BY/);
    });
  }

  for (const condition of WALKED) {
    it(`are read off the index of those without a date in the order of a number: ${condition.slice(0, 40)}`, () => {
      const where = `${condition} AND (Size__c = 'Small' AND Sold_Date__c = null)`;
      const plan = planOf(`SELECT Name FROM Orchard__c WHERE ${where} ORDER BY Price__c DESC NULLS LAST, Id LIMIT 50`);
      assert.match(plan, /t0 USING (COVERING )?INDEX ix_Orchard__c_Price__c_without_Sold_Date__c/);
      assert.doesNotMatch(plan, /TEMP B-TREE FOR ORDER BY/);
    });
  }

  it('are sorted when they may have a date or not', () => {
    for (const where of ["Sold_Date__c = null OR Size__c = 'Large'", 'Sold_Date__c != null', '(NOT Sold_Date__c = null)']) {
      const plan = planOf(`SELECT Name FROM Orchard__c WHERE ${where} ORDER BY Price__c DESC NULLS LAST LIMIT 50`);
      assert.doesNotMatch(plan, /without_Sold_Date__c/);
    }
  });

  for (const condition of LED) {
    it(`are sorted when a condition finds few: ${condition.slice(0, 40)}`, () => {
      assert.match(planOf(`SELECT Name FROM Orchard__c WHERE ${condition} ORDER BY Sold_Date__c LIMIT 50`), /TEMP B-TREE FOR ORDER BY/);
    });
  }

  for (const condition of [...WALKED, ...LED]) {
    for (const order of ['Sold_Date__c, Name', 'Sold_Date__c DESC NULLS LAST, Name', 'Name DESC', 'Name']) {
      it(`are those that sorting everything gives: ${condition.slice(0, 40)} ORDER BY ${order}`, () => {
        const everything = namesOf(`SELECT Name FROM Orchard__c WHERE ${condition} ORDER BY ${order}`);
        assert.ok(everything.length > 0);
        assert.deepEqual(namesOf(`SELECT Name FROM Orchard__c WHERE ${condition} ORDER BY ${order} LIMIT 40`), everything.slice(0, 40));
      });
    }
    for (const order of ['Price__c DESC NULLS LAST, Name', 'Price__c, Name', 'Price__c DESC, Name', 'Price__c NULLS LAST, Name']) {
      it(`are those that sorting everything without a date gives: ${condition.slice(0, 40)} ORDER BY ${order}`, () => {
        const soql = `SELECT Name FROM Orchard__c WHERE Sold_Date__c = null AND ${condition} ORDER BY ${order}`;
        const everything = namesOf(soql);
        assert.ok(everything.length > 2);
        assert.deepEqual(namesOf(`${soql} LIMIT 40`), everything.slice(0, 40));
        assert.deepEqual(namesOf(`${soql} LIMIT 40 OFFSET 2`), everything.slice(2, 42));
      });
    }
  }
});
