import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWorkshop } from '../workshop-org.ts';

const EACH = { allOrNone: false } as const;

test('details go with their master, lookups are emptied', () => {
  const workshop = openWorkshop();
  const [gone, kept] = [workshop.made('Garage__c', { Name: 'Gone' }), workshop.made('Garage__c', { Name: 'Kept' })];
  workshop.made('Repair__c', { Garage__c: gone, Plate__c: 'A' });
  workshop.made('Repair__c', { Garage__c: kept, Plate__c: 'B', Helper__c: gone });
  assert.equal(workshop.org.remove(workshop.session, 'Garage__c', [gone], EACH)[0]?.success, true);
  assert.deepEqual(workshop.rows('SELECT Plate__c, Helper__c FROM Repair__c'), [{ Plate__c: 'B', Helper__c: null }]);
});

test('a lookup that restricts holds its record back, and only that one', () => {
  const workshop = openWorkshop();
  const Garage__c = workshop.made('Garage__c', { Name: 'A' });
  const [payer, other] = [workshop.made('Account', { Name: 'Payer' }), workshop.made('Account', { Name: 'Other' })];
  workshop.made('Repair__c', { Garage__c, Plate__c: 'A', Payer__c: payer });
  const results = workshop.org.remove(workshop.session, 'Account', [payer, other], EACH);
  assert.equal(results[0]?.errors[0]?.statusCode, 'DELETE_FAILED');
  assert.equal(results[1]?.success, true);
  assert.deepEqual(workshop.rows('SELECT Name FROM Account'), [{ Name: 'Payer' }]);
});

test('ids that are unknown, malformed, of another object or named twice are refused', () => {
  const workshop = openWorkshop();
  const id = workshop.made('Garage__c', { Name: 'A' });
  const account = workshop.made('Account', { Name: 'A' });
  const results = workshop.org.remove(workshop.session, 'Garage__c', [id, id, 'x', account], EACH);
  assert.deepEqual(
    results.map((result) => result.errors[0]?.statusCode ?? 'ok'),
    ['ok', 'ENTITY_IS_DELETED', 'MALFORMED_ID', 'MALFORMED_ID'],
  );
});

test('with allOrNone nothing goes when one must stay', () => {
  const workshop = openWorkshop();
  const id = workshop.made('Garage__c', { Name: 'A' });
  const results = workshop.org.remove(workshop.session, 'Garage__c', [id, 'x'], { allOrNone: true });
  assert.ok(results.every(({ success }) => !success));
  assert.equal(workshop.rows('SELECT Id FROM Garage__c').length, 1);
});

test('users are not deleted, and the platform keeps its own records', () => {
  const workshop = openWorkshop();
  const refuse = (object: string): void => {
    assert.throws(() => workshop.org.remove(workshop.session, object, [workshop.session.userId], EACH), {
      errorCode: 'INVALID_TYPE_FOR_OPERATION',
    });
  };
  refuse('User');
  refuse('Organization');
});
