import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Criterion } from '../site.ts';
import { fieldPaths, isVisible, type VisibilityFacts } from './visibility.ts';

const facts: VisibilityFacts = {
  hasCustomPermission: (name) => name === 'Leads_Sales',
  hasUserPermission: (name) => name === 'ApiEnabled',
  formFactor: 'Small',
  userField: (path) => (path === 'Title' ? 'Sales manager' : null),
  recordField: (path) => ({ Stage__c: 'CARE', Count__c: 9, Day__c: '2026-11-22' })[path] ?? null,
};
const criterion = (source: Criterion['source'], name: string, operator: Criterion['operator'], value: string): Criterion => ({
  source,
  name,
  operator,
  value,
});

const CASES: readonly (readonly [Criterion, boolean])[] = [
  [criterion('custom-permission', 'Leads_Sales', 'EQUAL', 'true'), true],
  [criterion('custom-permission', 'Other', 'EQUAL', 'true'), false],
  [criterion('user-permission', 'ApiEnabled', 'EQUAL', 'true'), true],
  [criterion('form-factor', '', 'NE', 'Large'), true],
  [criterion('user', 'Title', 'CONTAINS', 'manager'), true],
  [criterion('record', 'Stage__c', 'EQUAL', 'care'), true],
  [criterion('record', 'Count__c', 'GT', '10'), false],
  [criterion('record', 'Count__c', 'EQUAL', '9.0'), true],
  [criterion('record', 'Day__c', 'LE', '2026-11-22'), true],
  [criterion('record', 'Absent__c', 'LT', '5'), false],
  [criterion('record', 'Absent__c', 'EQUAL', ''), true],
];

test('each kind of criterion is judged as App Builder says it', () => {
  for (const [rule, expected] of CASES) assert.equal(isVisible({ criteria: [rule] }, facts), expected, JSON.stringify(rule));
});

test('criteria go together by their logic, else all of them must hold', () => {
  const criteria = [criterion('form-factor', '', 'EQUAL', 'Large'), criterion('custom-permission', 'Leads_Sales', 'EQUAL', 'true')];
  assert.equal(isVisible({ criteria }, facts), false);
  assert.equal(isVisible({ criteria, logic: '1 OR 2' }, facts), true);
  assert.equal(isVisible(undefined, facts), true);
});

test('the fields that rules need are asked once', () => {
  const rule = {
    criteria: [criterion('record', 'A__c', 'EQUAL', '1'), criterion('record', 'A__c', 'NE', '2'), criterion('user', 'Title', 'EQUAL', 'x')],
  };
  assert.deepEqual(fieldPaths('record', [rule, undefined]), ['A__c']);
  assert.deepEqual(fieldPaths('user', [rule]), ['Title']);
});
