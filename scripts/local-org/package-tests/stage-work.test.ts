// Work that stages and days give by themselves: chances and risks, renewal, the rhythm of contact; and what people write down.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { openOrgUnderTest, refused, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

let org: OrgUnderTest;

beforeEach(async () => {
  org = await openOrgUnderTest('2026-11-23');
});
afterEach(() => org.close());

const account = (Name: string, more: Fields = {}): Promise<string> => org.create('Account', { Name, ...more });
const one = async (soql: string): Promise<Fields | undefined> => (await org.rows(soql))[0];
const known = (fields: string, id: string): Promise<Fields | undefined> => one(`SELECT ${fields} FROM Account WHERE Id = '${id}'`);
const done = (WhatId: string, more: Fields = {}): Promise<string> =>
  org.create('Task', { Subject: 'Call', Status: 'Completed', Priority: 'Normal', WhatId, ...more });

test('chances and risks give work on entering their stage, and only those that ask for it', async () => {
  const id = await account('Leaving');
  await org.position(id, 'RETENTION', { Retention_Reason__c: 'Better Price' });
  assert.deepEqual(await org.rows(`SELECT Subject, Contact_Moment__c, ActivityDate FROM Task WHERE WhatId = '${id}'`), [
    {
      Subject: 'Call on the same day, ask why, and agree what happens before the deadline.',
      Contact_Moment__c: 'Phone Call',
      ActivityDate: '2026-11-23',
    },
  ]);
  const loaded = await account('Loaded');
  await org.position(loaded, 'RETENTION', { Retention_Reason__c: 'Better Price', Since_Date__c: '2026-10-01' });
  assert.deepEqual(await org.openWork(loaded), [], 'a history that is loaded gives no work of long ago');
});

test('every stage has chances and risks, each with a team, a kind of contact moment and an action', async () => {
  const moments = await org.rows(
    'SELECT Lifecycle_Stage__r.External_Id__c, Kind__c, Team__c, Contact_Moment__c, Action__c, What_Happens__c FROM Stage_Moment__c',
  );
  const stages = new Set(moments.map((moment) => (moment['Lifecycle_Stage__r'] as Fields)['External_Id__c']));
  assert.deepEqual([...stages].sort(), ['CARE', 'DEVELOPMENT', 'LOST', 'ONBOARDING', 'PROSPECT', 'RETENTION', 'SUSPECT', 'WIN-BACK']);
  for (const field of ['Kind__c', 'Team__c', 'Contact_Moment__c', 'Action__c', 'What_Happens__c'])
    assert.ok(
      moments.every((moment) => moment[field]),
      field,
    );
  const attract = moments.filter((moment) => (moment['Lifecycle_Stage__r'] as Fields)['External_Id__c'] === 'SUSPECT');
  assert.deepEqual(attract.map((moment) => moment['Contact_Moment__c']).sort(), ['Chatbot', 'Web Form', 'Website']);
  const [gates] = await org.rows('SELECT COUNT(Id) n FROM Stage_Gate__c WHERE Is_Active__c = true');
  assert.equal(gates?.['n'], 4);
});

test('renewal of our own contract is asked once before its end, and a rhythm that lapses asks for a call', async () => {
  const id = await account('Renewing');
  await org.create('Contract', {
    AccountId: id,
    Product_Category__c: 'Internet',
    StartDate: '2026-02-27',
    ContractTerm: 12,
    Status: 'Activated',
  });
  const renew = 'Renew our contract: Internet ends on 26-02-2027';
  assert.deepEqual(await org.runUntil('2026-11-27'), []);
  assert.ok(!(await org.openWork(id)).includes(renew));
  assert.deepEqual(await org.runUntil('2026-12-05'), []);
  assert.equal((await org.openWork(id)).filter((subject) => subject === renew).length, 1);
  const monthly = await account('Monthly');
  const terms = { StartDate: '2026-01-08', ContractTerm: 11, Renewal_Term_Months__c: 1, Status: 'Activated' };
  await org.create('Contract', { AccountId: monthly, Product_Category__c: 'Gas', ...terms });
  assert.deepEqual(await org.runUntil('2026-12-09'), []);
  assert.deepEqual(
    (await org.openWork(monthly)).filter((subject) => /^Renew/.test(String(subject))),
    ['Renew our contract: Gas ends on 07-12-2026'],
  );
  const quiet = await account('Quiet');
  await org.position(quiet, 'CARE');
  await done(quiet);
  const due = String((await known('Next_Contact_Due_Date__c', quiet))?.['Next_Contact_Due_Date__c']);
  assert.ok(due > '2026-12-09');
  assert.deepEqual(await org.runUntil(due), []);
  assert.ok((await org.openWork(quiet)).some((subject) => /^Keep in touch|^Ask Quiet for feedback/.test(String(subject))));
  assert.equal((await known('Next_Contact_Due_Date__c', quiet))?.['Next_Contact_Due_Date__c'], null);
});

test('what was shared, and what the market says, are written down with plain rules', async () => {
  const id = await account('Informed');
  const content = { Account__c: id, Title__c: 'Price list', Kind__c: 'Price List' };
  await refused(
    org.create('Shared_Content__c', { ...content, After_Which_Question__c: 'What does it cost?' }),
    /Say that help was accepted/,
  );
  await org.create('Shared_Content__c', { ...content, Was_Useful__c: 'No' });
  const share = {
    Kind__c: 'Market Share',
    Measured_On_Date__c: '2026-11-01',
    Value_Percent__c: 12.5,
    Target_Percent__c: 15,
    Source__c: 'Trade survey',
  };
  await refused(org.create('Market_Measurement__c', share), /Choose the product/);
  const at = await org.create('Market_Measurement__c', { ...share, Product_Category__c: 'Mobile Telephony' });
  assert.equal((await one(`SELECT Gap_Percent__c FROM Market_Measurement__c WHERE Id = '${at}'`))?.['Gap_Percent__c'], -2.5);
});

test('a contract with us follows the one before it of the same product, and questions of a year are counted', async () => {
  const id = await account('Cyclic');
  const own = (StartDate: string, Product_Category__c: string): Promise<string> =>
    org.create('Contract', { AccountId: id, Product_Category__c, StartDate, ContractTerm: 12, Status: 'Draft' });
  const first = await own('2024-12-01', 'Internet');
  const second = await own('2025-12-01', 'Internet');
  const other = await own('2026-01-01', 'Gas');
  const third = await own('2026-12-01', 'Internet');
  const follows = async (contractId: string): Promise<unknown> =>
    (await one(`SELECT Successor_Of__c FROM Contract WHERE Id = '${contractId}'`))?.['Successor_Of__c'];
  assert.deepEqual([await follows(first), await follows(second), await follows(other), await follows(third)], [null, first, null, second]);
  await org.connection
    .sobject('Case')
    .create([1, 2, 3].map((at) => ({ AccountId: id, Subject: `Question ${at}`, Status: 'New', Origin: 'Web' })));
  assert.equal((await known('Question_Count__c', id))?.['Question_Count__c'], 3);
});

test('an opportunity for which we are not on the short list asks its owner what it takes', async () => {
  const id = await account('Choosing');
  const order = { AccountId: id, Name: 'Fibre', StageName: 'Prospecting', CloseDate: '2026-12-31' };
  const at = await org.create('Opportunity', { ...order, Is_On_Shortlist__c: 'Unknown' });
  assert.deepEqual(await org.openWork(id), []);
  await org.update('Opportunity', at, { Is_On_Shortlist__c: 'No' });
  await org.update('Opportunity', at, { NextStep: 'Call' });
  assert.deepEqual(await org.openWork(id), ['Find out what it takes to get on the short list: Fibre']);
});

test('what success is for a customer is set first, and then judged with the day of the judgement', async () => {
  const id = await account('Succeeding', { Strategy__c: 'Grow beside the big chains', Needs__c: 'One number for the whole team' });
  await refused(org.update('Account', id, { Success_State__c: 'Partly' }), /Say first what success is/);
  await org.update('Account', id, { Success_Goal__c: 'Every call answered within a minute' });
  await org.update('Account', id, { Success_State__c: 'Partly' });
  assert.deepEqual(await known('Strategy__c, Needs__c, Success_State__c, Success_Judged_On_Date__c', id), {
    Strategy__c: 'Grow beside the big chains',
    Needs__c: 'One number for the whole team',
    Success_State__c: 'Partly',
    Success_Judged_On_Date__c: '2026-11-23',
  });
});

test('work of the team that the emphasis of the year names goes first, in the language of whoever does it', async () => {
  const moment = { Name: 'Silence', Kind__c: 'Risk', Contact_Moment__c: 'Phone Call', Task_After_Days__c: 1, Is_Active__c: true };
  const stage = { Lifecycle_Stage__c: await org.stageId('CARE'), What_Happens__c: 'Nobody calls.', Dutch_What_Happens__c: 'Niemand belt.' };
  for (const Team__c of ['Service', 'Sales']) {
    const words = { Action__c: `Call as ${Team__c}`, Dutch_Action__c: `Bel als ${Team__c}`, External_Id__c: `silence-${Team__c}` };
    await org.create('Stage_Moment__c', { ...moment, ...stage, ...words, Team__c });
  }
  const [keeper] = await org.rows(`SELECT Id FROM User WHERE Username = 'zoe.zuid@local.example'`);
  await org.update('User', String(keeper?.['Id']), { LanguageLocaleKey: 'nl_NL' });
  const id = await account('Kept', { Relationship_Owner__c: keeper?.['Id'] });
  await org.position(id, 'CARE');
  const work = `SELECT Subject, Description, Priority FROM Task WHERE WhatId = '${id}' AND Subject LIKE 'Bel als%' ORDER BY Subject`;
  assert.deepEqual(await org.rows(work), [
    { Subject: 'Bel als Sales', Description: 'Niemand belt.', Priority: 'Normal' },
    { Subject: 'Bel als Service', Description: 'Niemand belt.', Priority: 'High' },
  ]);
});

test('where the policy asks for it, no contact is completed without its purpose', async () => {
  const id = await account('Purposeful');
  const contact = { WhatId: id, Subject: 'Call', Status: 'Completed' };
  await org.create('Task', contact);
  const [policy] = await org.rows("SELECT Id FROM Lifecycle_Policy__c WHERE External_Id__c = 'contact-asks-purpose'");
  await org.update('Lifecycle_Policy__c', String(policy?.['Id']), { Value_Number__c: 1 });
  await refused(org.create('Task', contact), /what this contact was for/);
  const open = await org.create('Task', { WhatId: id, Subject: 'Call' });
  await refused(org.update('Task', open, { Status: 'Completed' }), /what this contact was for/);
  await org.update('Task', open, { Status: 'Completed', Task_Kind__c: 'Approach' });
  await org.create('Task', { Subject: 'About no account', Status: 'Completed' });
  await org.update('Lifecycle_Policy__c', String(policy?.['Id']), { Value_Number__c: 0 });
});

test('a business takes the channel that suits its sector, unless it has said how it wants to be reached', async () => {
  await org.create('Sector_Channel__c', { Name: 'Shops', Sector__c: 'Retail', Channel__c: 'Visit' });
  await org.create('Sector_Channel__c', { Name: 'Not now', Sector__c: 'Banking', Channel__c: 'Post', Is_Active__c: false });
  await refused(org.create('Sector_Channel__c', { Name: 'Again', Sector__c: 'retail', Channel__c: 'Phone' }), /duplicate/i);
  const channel = async (id: string): Promise<unknown> => (await known('Preferred_Channel__c', id))?.['Preferred_Channel__c'];
  assert.equal(await channel(await account('Shop', { Industry: 'Retail' })), 'Visit');
  assert.equal(await channel(await account('Shop by mail', { Industry: 'Retail', Preferred_Channel__c: 'Email' })), 'Email');
  assert.equal(await channel(await account('Bank', { Industry: 'Banking' })), null);
  const later = await account('Later');
  assert.equal(await channel(later), null);
  await org.update('Account', later, { Industry: 'Retail' });
  assert.equal(await channel(later), 'Visit');
});
