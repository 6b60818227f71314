import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SObjectType } from '../metadata/schema.ts';
import { compileQuery } from './compile-query.ts';
import { sortedByDate } from './days-from-date.ts';
import { idOf, orchardOrg } from './__fixtures__/orchard-org.ts';
import { runQuery } from './run-query.ts';

const { store, context } = orchardOrg();
store.insert('Orchard__c', [{ Id: idOf('Orchard__c', 100), Name: 'Of unknown age' }]);
const orchard = context.schema.object('Orchard__c');
assert.ok(orchard);
const age = orchard.field('Age_In_Days__c');
assert.ok(age?.formula);

/** The orchard with another formula in place of its age. */
function withFormula(source: string): SObjectType {
  const formula = { ...age?.formula, source, blankAs: 'zero' } as NonNullable<typeof age>['formula'];
  const field = (name: string): ReturnType<SObjectType['field']> =>
    name === 'Days__c' && age ? { ...age, formula } : orchard?.field(name);
  return { ...orchard, field } as SObjectType;
}

test('days until a date sort as the date, days since it the other way round', () => {
  const until = withFormula('Sold_Date__c - TODAY()');
  const since = withFormula(' today() - Sold_Date__c ');
  assert.deepEqual(sortedByDate({ field: 'Days__c', nulls: 'LAST' }, until), { field: 'Sold_Date__c', nulls: 'LAST' });
  assert.deepEqual(sortedByDate({ field: 'Days__c', order: 'DESC' }, until), { field: 'Sold_Date__c', order: 'DESC' });
  assert.deepEqual(sortedByDate({ field: 'Days__c', nulls: 'FIRST' }, since), { field: 'Sold_Date__c', order: 'DESC', nulls: 'FIRST' });
  assert.deepEqual(sortedByDate({ field: 'Days__c', order: 'DESC' }, since), { field: 'Sold_Date__c', order: 'ASC' });
});

test('other formulas, and days from what is no date of the record, stay as they are', () => {
  for (const source of ['Sold_Date__c - TODAY() + 1', 'Area__c - TODAY()', 'Hidden_Date__c - TODAY()', 'Sold_Date__c - NOW()']) {
    assert.deepEqual(sortedByDate({ field: 'Days__c' }, withFormula(source)), { field: 'Days__c' }, source);
  }
  assert.deepEqual(sortedByDate({ field: 'Area__c' }, orchard), { field: 'Area__c' });
});

for (const order of ['Age_In_Days__c', 'Age_In_Days__c NULLS LAST', 'Age_In_Days__c DESC', 'Age_In_Days__c DESC NULLS LAST']) {
  test(`records stand in the order of their days: ORDER BY ${order}`, () => {
    const compiled = compileQuery(`SELECT Age_In_Days__c FROM Orchard__c ORDER BY ${order}`, context);
    assert.doesNotMatch(compiled.sql.slice(compiled.sql.indexOf('ORDER BY')), /formula/);
    const days = runQuery(compiled, store).records.map((record) => record['Age_In_Days__c'] as number | null);
    assert.ok(days.includes(null) && days.length > 3);
    const [sign, blank] = [order.includes('DESC') ? -1 : 1, order.includes('LAST') ? 1 : -1];
    const place = (one: number | null, other: number | null): number =>
      one === null || other === null ? (Number(one === null) - Number(other === null)) * blank : (one - other) * sign;
    assert.deepEqual(days, days.toSorted(place));
  });
}
