import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startLocalOrg, type LocalOrg } from '../../start.ts';
import type { Org, Session } from '../org.ts';

let running: LocalOrg;
let org: Org;
let [admin, noor, olivier, manager, steward]: Session[] = [];
let account = '';
before(async () => {
  running = await startLocalOrg({ now: () => new Date('2026-11-22T10:00:00Z') });
  ({ org } = running);
  const users = org.query(as(org.defaultUserId), 'SELECT Id, Username FROM User').records;
  const named = (name: string): Session => as(String(users.find((user) => user['Username'] === `${name}@local.example`)?.['Id'] ?? ''));
  [admin, noor, olivier, manager, steward] = ['admin', 'noor.noord', 'olivier.oost', 'sales.manager', 'data.steward'].map(named);
  account = made(noor, 'Account', { Name: 'Bakkerij Noord' });
});
after(() => running.close());

const EACH = { allOrNone: false } as const;
const as = (userId: string): Session => {
  const session = org.session(userId);
  assert.ok(session, `there is no user ${userId}`);
  return session;
};
type Fields = Parameters<Org['insert']>[2][number];

function made(session: Session | undefined, object: string, row: Fields): string {
  assert.ok(session);
  const [result] = org.insert(session, object, [row], EACH);
  assert.ok(result?.success, JSON.stringify(result));
  return result.id;
}

/** Codes of what one record is refused with; none when it is saved. */
function refusals(results: ReturnType<Org['insert']>): readonly string[] {
  return results.flatMap((result) => (result.success ? [] : result.errors.map(({ statusCode }) => statusCode)));
}

const update = (session: Session | undefined, object: string, row: Fields): readonly string[] =>
  refusals(org.update(session ?? as(''), object, [row], EACH));

test('everybody looks an account up; its owner, who stands above, and who may modify all change it', () => {
  const [found] = org.query(olivier ?? as(''), `SELECT Name FROM Account WHERE Id = '${account}'`).records;
  assert.equal(found?.['Name'], 'Bakkerij Noord');
  assert.deepEqual(update(olivier, 'Account', { Id: account, Phone: '1' }), ['INSUFFICIENT_ACCESS_OR_READONLY']);
  for (const session of [noor, manager, steward, admin]) assert.deepEqual(update(session, 'Account', { Id: account, Phone: '2' }), []);
});

test('what is known of an account is written by whoever reads it; its people are its owner’s', () => {
  const competitor = made(admin, 'Competitor__c', { Name: 'Noordlicht', External_Id__c: 'noordlicht' });
  const id = made(noor, 'Competitor_Contract__c', { Account__c: account, Competitor__c: competitor, Product_Category__c: 'Gas' });
  assert.deepEqual(update(olivier, 'Competitor_Contract__c', { Id: id, Satisfaction__c: 'Dissatisfied' }), []);
  const person = { AccountId: account, LastName: 'Jansen' };
  const contact = made(noor, 'Contact', person);
  assert.deepEqual(refusals(org.insert(olivier ?? as(''), 'Contact', [person], EACH)), ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY']);
  assert.deepEqual(update(olivier, 'Contact', { Id: contact, Phone: '1' }), ['INSUFFICIENT_ACCESS_OR_READONLY']);
  assert.deepEqual(update(manager, 'Contact', { Id: contact, Phone: '1' }), []);
});

test('a saved view is its owner’s until it is shared, and then for reading only', () => {
  const id = made(noor, 'Worklist_View__c', { Name: 'Mine', Filters__c: '{}' });
  const seen = (session: Session | undefined): number =>
    org.query(session ?? as(''), `SELECT Id FROM Worklist_View__c WHERE Id = '${id}'`).totalSize;
  assert.deepEqual([seen(noor), seen(manager), seen(olivier)], [1, 1, 0]);
  assert.deepEqual(update(olivier, 'Worklist_View__c', { Id: id, Name: 'His' }), ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY']);
  assert.deepEqual(update(noor, 'Worklist_View__c', { Id: id, Is_Shared__c: true }), []);
  assert.equal(seen(olivier), 1);
  assert.deepEqual(update(olivier, 'Worklist_View__c', { Id: id, Name: 'His' }), ['INSUFFICIENT_ACCESS_OR_READONLY']);
});

test('a task is seen with what it is about, and changed by whoever has it and those above', () => {
  const about = made(noor, 'Task', { Subject: 'Call', WhatId: account });
  const alone = made(noor, 'Task', { Subject: 'Think' });
  const seen = (session: Session | undefined): unknown[] =>
    org
      .query(session ?? as(''), `SELECT Subject FROM Task WHERE Id IN ('${about}', '${alone}') ORDER BY Subject`)
      .records.map((task) => task['Subject']);
  assert.deepEqual([seen(noor), seen(manager), seen(olivier)], [['Call', 'Think'], ['Call', 'Think'], ['Call']]);
  assert.deepEqual(update(olivier, 'Task', { Id: about, Status: 'Completed' }), ['INSUFFICIENT_ACCESS_OR_READONLY']);
  assert.deepEqual(update(manager, 'Task', { Id: about, Status: 'Completed' }), []);
});

test('nobody gives away or deletes what belongs to a colleague', () => {
  assert.deepEqual(refusals(org.remove(olivier ?? as(''), 'Task', [made(noor, 'Task', { Subject: 'Stay', WhatId: account })], EACH)), [
    'INSUFFICIENT_ACCESS_OR_READONLY',
  ]);
  const park = made(noor, 'Collective__c', {
    Name: 'Park Noord',
    Business_Park__c: 'Noord',
    Deadline_Date__c: '2027-03-01',
    Product_Category__c: 'Gas',
    Threshold_Count__c: 5,
  });
  assert.deepEqual(update(olivier, 'Collective__c', { Id: park, Name: 'Park North' }), []);
  assert.deepEqual(update(olivier, 'Collective__c', { Id: park, OwnerId: olivier?.userId ?? '' }), ['INSUFFICIENT_ACCESS_OR_READONLY']);
});
