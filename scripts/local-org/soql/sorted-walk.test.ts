import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredRow } from '../../platform/record.ts';
import { compileQuery } from './compile-query.ts';
import { idOf, orchardOrg } from './__fixtures__/orchard-org.ts';
import { runQuery } from './run-query.ts';

const { store, context } = orchardOrg();

/** Sold on one of 300 days; every second one belongs to Bert and lies in Ede, one in a thousand belongs to Anna and lies below Avondrust. */
const many = Array.from({ length: 6000 }, (_, at): StoredRow => {
  const rare = at % 1000 === 0;
  return {
    Id: idOf('Orchard__c', 100 + at),
    Name: `Orchard ${at}`,
    City__c: 'Ede',
    Size__c: 'Small',
    OwnerId: idOf('User', rare ? 1 : 2),
    Parent_Orchard__c: idOf('Orchard__c', rare ? 1 : 100 + (at % 3000)),
    Sold_Date__c: new Date(Date.UTC(2027, 0, 1 + ((at * 7) % 300))).toISOString().slice(0, 10),
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
  }
});
