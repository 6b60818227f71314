import assert from 'node:assert/strict';
import { test } from 'node:test';
import { combine } from './filter-logic.ts';
import { listFilter } from './list-filter.ts';
import type { ListedObject } from './record-query.ts';

const field = (apiName: string, dataType: string): ListedObject['fields'][string] => ({
  apiName,
  label: apiName,
  dataType,
  relationshipName: null,
  referenceToInfos: [],
});
const OBJECT: ListedObject = {
  apiName: 'Competitor_Contract__c',
  nameFields: ['Name'],
  fields: Object.fromEntries(
    [field('Decision_Date__c', 'Date'), field('State__c', 'Picklist'), field('Count__c', 'Double'), field('Is_Active__c', 'Boolean')].map(
      (one) => [one.apiName, one],
    ),
  ),
};
const filterOf = (name: string, operation: string, value: string): object =>
  listFilter({ scope: 'Everything', filters: [{ field: name, operation, value }] }, OBJECT, '005');

test('conditions become GraphQL filters by the type of their field', () => {
  const cases: [string, string, string, object][] = [
    ['Decision_Date__c', 'greaterOrEqual', 'TODAY', { Decision_Date__c: { gte: { literal: 'TODAY' } } }],
    ['Decision_Date__c', 'lessOrEqual', 'NEXT_N_DAYS:30', { Decision_Date__c: { lte: { range: { next_n_days: 30 } } } }],
    ['Decision_Date__c', 'equals', '2026-12-31', { Decision_Date__c: { eq: { value: '2026-12-31' } } }],
    ['State__c', 'equals', 'Running,Failed', { State__c: { in: ['Running', 'Failed'] } }],
    ['State__c', 'notEqual', '', { State__c: { ne: null } }],
    ['State__c', 'contains', 'a', { State__c: { like: '%a%' } }],
    ['Count__c', 'greaterThan', '0', { Count__c: { gt: 0 } }],
    ['Is_Active__c', 'equals', '1', { Is_Active__c: { eq: true } }],
  ];
  for (const [name, operation, value, filter] of cases) assert.deepEqual(filterOf(name, operation, value), { and: [filter] });
});

test('what cannot be told to the org is refused by name', () => {
  assert.throws(() => filterOf('State__c', 'within', 'x'), /within/);
  assert.throws(() => filterOf('Hidden__c', 'equals', 'x'), /Hidden__c/);
  assert.throws(() => filterOf('Count__c', 'lessThan', '1,2'), /several values/);
});

test('a list of my records filters on the owner', () => {
  assert.deepEqual(listFilter({ scope: 'Mine', filters: [] }, OBJECT, '0050L0000000001AAA'), {
    and: [{ OwnerId: { eq: '0050L0000000001AAA' } }],
  });
  assert.deepEqual(listFilter({ scope: 'Everything', filters: [] }, OBJECT, '005'), {});
});

test('filter logic follows brackets, and binds AND before OR', () => {
  const [a, b, c] = [{ a: 1 }, { b: 1 }, { c: 1 }];
  assert.deepEqual(combine('(1 OR 2) AND 3', [a, b, c]), { and: [{ or: [a, b] }, c] });
  assert.deepEqual(combine('1 or 2 and not 3', [a, b, c]), { or: [a, { and: [b, { not: c }] }] });
  for (const wrong of ['', '1 AND', '(1 OR 2', '4', '1 2', '1 XOR 2'])
    assert.throws(() => combine(wrong, [a, b, c]), /cannot be read/, wrong);
});
