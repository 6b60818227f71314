// Approach tasks: when the owner is asked to approach, how open the business is, and for whom.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { addDays } from '../../platform/civil-date.ts';
import { openOrgUnderTest, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

let org: OrgUnderTest;
let provider: string;

beforeEach(async () => {
  org = await openOrgUnderTest('2026-11-23');
  provider = await org.create('Competitor__c', { Name: 'Noordlicht Energie', External_Id__c: 'noordlicht-energie' });
});
afterEach(() => org.close());

const account = (name: string, more: Fields = {}): Promise<string> => org.create('Account', { Name: name, ...more });
const contract = (accountId: string, more: Fields = {}): Promise<string> =>
  org.create('Competitor_Contract__c', { Account__c: accountId, Competitor__c: provider, Product_Category__c: 'Internet', ...more });
const one = async (soql: string): Promise<Fields | undefined> => (await org.rows(soql))[0];
const runUntil = async (day: string): Promise<void> => assert.deepEqual(await org.runUntil(day), []);

test('the owner is asked to approach on the approach date, once per term, and the relationship owner goes before the account owner', async () => {
  const [keeper] = await org.rows("SELECT Id FROM User WHERE LanguageLocaleKey = 'nl_NL' AND IsActive = true LIMIT 1");
  const id = await account('Hotel', { Relationship_Owner__c: keeper?.['Id'] });
  const at = await contract(id, {
    Product_Category__c: 'Waste Collection',
    End_Date__c: '2027-12-31',
    Auto_Renews__c: 'Yes',
    Renewal_Term_Months__c: 12,
    Notice_Length__c: 3,
    Notice_Unit__c: 'Months',
  });
  const approach = String((await one(`SELECT Approach_Date__c FROM Competitor_Contract__c WHERE Id = '${at}'`))?.['Approach_Date__c']);
  await runUntil('2028-01-02');
  const tasks = (): Promise<readonly Fields[]> =>
    org.rows(
      `SELECT OwnerId, Subject, ActivityDate, Source_Record_Id__c FROM Task WHERE WhatId = '${id}' AND Task_Kind__c = 'Approach' ORDER BY ActivityDate`,
    );
  assert.deepEqual(await tasks(), [
    {
      OwnerId: keeper?.['Id'],
      // in the language of the keeper, whoever runs the night
      Subject: 'Benaderen: afval bij Noordlicht Energie is opzegbaar tot 30-09-2027',
      ActivityDate: approach,
      Source_Record_Id__c: at,
    },
  ]);
  const next = await one(`SELECT Approach_Date__c, Decision_Date__c FROM Competitor_Contract__c WHERE Id = '${at}'`);
  assert.equal(next?.['Decision_Date__c'], '2028-09-30');
  await org.update('Task', String((await one(`SELECT Id FROM Task WHERE WhatId = '${id}'`))?.['Id']), { Status: 'Completed' });
  await runUntil(String(next?.['Approach_Date__c']));
  assert.equal((await tasks()).length, 2);
});

test('a call that nobody made in the last term is moved to this one, and stays with whoever has it', async () => {
  const [other] = await org.rows(`SELECT Id FROM User WHERE Username != '${org.org.username}' AND IsActive = true LIMIT 1`);
  const id = await account('Forgotten');
  const at = await contract(id, {
    Product_Category__c: 'Waste Collection',
    End_Date__c: addDays(org.org.org.today(), 40),
    Auto_Renews__c: 'Yes',
  });
  await org.update('Competitor_Contract__c', at, { Renewal_Term_Months__c: 6, Notice_Length__c: 10, Notice_Unit__c: 'Days' });
  await runUntil(addDays(org.org.org.today(), 1));
  const call = `SELECT Id, OwnerId, Subject, ActivityDate FROM Task WHERE Source_Record_Id__c = '${at}'`;
  const first = await one(call);
  await org.update('Task', String(first?.['Id']), { OwnerId: other?.['Id'] });
  await runUntil(addDays(org.org.org.today(), 41));
  const next = await one(`SELECT Approach_Date__c FROM Competitor_Contract__c WHERE Id = '${at}'`);
  await runUntil(String(next?.['Approach_Date__c']));
  const calls = await org.rows(call);
  assert.equal(calls.length, 1);
  assert.deepEqual([calls[0]?.['Id'], calls[0]?.['OwnerId']], [first?.['Id'], other?.['Id']]);
  assert.notEqual(calls[0]?.['Subject'], first?.['Subject']);
  assert.ok(String(calls[0]?.['ActivityDate']) > String(first?.['ActivityDate']));
});

test('a contract that comes in when its approach date has passed is approached the next night, once', async () => {
  const id = await account('Late');
  const today = '2026-11-23';
  const soon = addDays(today, 40);
  const at = await contract(id, {
    Product_Category__c: 'Waste Collection',
    End_Date__c: soon,
    Notice_Length__c: 20,
    Notice_Unit__c: 'Days',
  });
  const known = await one(`SELECT Approach_Date__c, Decision_Date__c FROM Competitor_Contract__c WHERE Id = '${at}'`);
  assert.ok(String(known?.['Approach_Date__c']) < today && String(known?.['Decision_Date__c']) > today);
  const tasks = (): Promise<readonly Fields[]> => org.rows(`SELECT ActivityDate FROM Task WHERE Source_Record_Id__c = '${at}'`);
  const night = addDays(today, 1);
  await runUntil(night);
  assert.deepEqual(await tasks(), [{ ActivityDate: night }]);
  await runUntil(addDays(night, 3));
  assert.equal((await tasks()).length, 1);
});

test('how open a business is to our offer is the sum of five factors, and an open one is approached with priority', async () => {
  const id = await account('Open');
  await org.position(id, 'PROSPECT');
  await org.create('Task', { Subject: 'Call', Status: 'Completed', Priority: 'Normal', WhatId: id });
  const end = { End_Date__c: addDays('2026-11-23', 40), Notice_Length__c: 20, Notice_Unit__c: 'Days', Confidence__c: 'High' };
  const unhappy = await contract(id, { ...end, Product_Category__c: 'Waste Collection', Satisfaction__c: 'Dissatisfied' });
  const happy = await contract(await account('Happy Elsewhere'), { ...end, Satisfaction__c: 'Satisfied', Confidence__c: 'Low' });
  const factors = 'Window_Points__c, Satisfaction_Points__c, Stage_Points__c, Contact_Points__c, Certainty_Points__c, Susceptibility__c';
  const read = (contractId: string): Promise<Fields | undefined> =>
    one(`SELECT ${factors} FROM Competitor_Contract__c WHERE Id = '${contractId}'`);
  assert.deepEqual(Object.values((await read(unhappy)) ?? {}), [20, 20, 16, 20, 20, 96]);
  assert.deepEqual(Object.values((await read(happy)) ?? {}), [20, 0, 0, 4, 8, 32]);
  await org.update('Competitor_Contract__c', happy, { Satisfaction__c: 'Neutral' });
  assert.equal((await read(happy))?.['Susceptibility__c'], 44);
  await runUntil('2026-11-24');
  const task = (contractId: string): Promise<Fields | undefined> =>
    one(`SELECT Priority, Description FROM Task WHERE Source_Record_Id__c = '${contractId}'`);
  assert.equal((await task(unhappy))?.['Priority'], 'High');
  assert.match(String((await task(unhappy))?.['Description']), /Open to our offer: 96 of 100 \(moment 20, satisfaction 20, stage 16/);
  assert.equal((await task(happy))?.['Priority'], 'Normal');
});
