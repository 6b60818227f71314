import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkshop } from '../engine/workshop-org.ts';
import { createQueryLocators } from './query-locators.ts';

const SOQL = 'SELECT Id, Name FROM Garage__c';

function filled(count: number) {
  const workshop = openWorkshop();
  workshop.insert('Garage__c', ...Array.from({ length: count }, (_, index) => ({ Name: `G${index}` })));
  return workshop;
}

test('pages hold what the result held when it was asked for, whatever is deleted meanwhile', () => {
  const { org, session } = filled(5);
  const locators = createQueryLocators();
  const first = locators.first(org, session, SOQL, 2);
  org.remove(
    session,
    'Garage__c',
    first.records.map((record) => String(record['Id'])),
    { allOrNone: true },
  );
  const second = locators.next(org, session, first.locator ?? '', 2, 2);
  const third = locators.next(org, session, first.locator ?? '', 4, 2);
  const names = [first, second, third].flatMap((page) => page?.records.map((record) => record['Name']));
  assert.deepEqual(names, ['G0', 'G1', 'G2', 'G3', 'G4']);
  assert.equal(third?.locator, undefined);
  assert.equal(locators.next(org, session, first.locator ?? '', 4, 2), undefined, 'the last page ends the locator');
});

test('a locator is of no use to another user, and the eleventh drops the first', () => {
  const { org, session } = filled(3);
  const locators = createQueryLocators();
  const opened = Array.from({ length: 11 }, () => locators.first(org, session, SOQL, 1).locator ?? '');
  assert.equal(locators.next(org, { ...session, userId: 'other' }, opened[5] ?? '', 1, 1), undefined);
  assert.equal(locators.next(org, session, opened[0] ?? '', 1, 1), undefined);
  assert.equal(locators.next(org, session, opened[1] ?? '', 1, 1)?.records.length, 1);
});
