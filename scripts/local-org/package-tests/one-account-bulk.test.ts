// Two hundred records about one account in one save: what it said, bought, asked and left. The platform
// changes one record at most twelve times in a bulk save, and a transaction has its limits; both are enforced here.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { MANY, openBulkUnderTest, TODAY, type BulkUnderTest } from './bulk-under-test.ts';

let bulk: BulkUnderTest;

before(async () => {
  bulk = await openBulkUnderTest();
});
after(() => bulk.org.close());

test('200 low scores ask for 200 calls and move the customer once; the last score stands', async () => {
  const { id, contact, position } = await bulk.customer();
  await bulk.create('Feedback__c', (at) => ({
    Account__c: id,
    Contact__c: contact,
    Score__c: at % 6,
    Suggestion_Service__c: 'Answer faster',
  }));
  const calls = await bulk.ids(`SELECT Id FROM Task WHERE Task_Kind__c = 'Feedback Call' AND WhatId = '${id}'`);
  assert.equal(calls.length, MANY);
  assert.deepEqual(await bulk.org.stages(id), { Internet: 'RETENTION' });
  const moves = `SELECT Id FROM Lifecycle_Transition__c WHERE Lifecycle_Position__c = '${position}'`;
  assert.equal((await bulk.ids(moves)).length, 2, 'the first stage, and Retention');
  const account = `SELECT Last_Feedback_Score__c, Last_Contact_Date__c FROM Account WHERE Id = '${id}'`;
  assert.deepEqual(await bulk.one(account), { Last_Feedback_Score__c: (MANY - 1) % 6, Last_Contact_Date__c: null });
  await bulk.update('Task', calls, { Status: 'Completed', Outcome__c: 'Apologised' });
  assert.equal((await bulk.one(account))?.['Last_Contact_Date__c'], TODAY);
  assert.equal((await bulk.ids(`SELECT Id FROM Feedback__c WHERE Account__c = '${id}' AND Loop_State__c = 'Closed'`)).length, MANY);
});

test('200 promoters of one business make one request for a referral', async () => {
  const { id } = await bulk.customer();
  await bulk.create('Feedback__c', () => ({ Account__c: id, Score__c: 10 }));
  assert.equal((await bulk.ids(`SELECT Id FROM Task WHERE WhatId = '${id}'`)).length, 1);
});

test('200 exit surveys of one business lose it once', async () => {
  const { id } = await bulk.customer();
  const survey = { Product_Category__c: 'Internet', Loss_Date__c: TODAY, Reason__c: 'Better Price', New_Competitor__c: bulk.provider };
  const surveys = await bulk.create('Exit_Survey__c', () => ({ Account__c: id, ...survey, New_Contract_End_Date__c: '2027-11-30' }));
  await bulk.update('Exit_Survey__c', surveys, { New_Contract_End_Date__c: '2027-12-31' });
  assert.deepEqual(await bulk.org.stages(id), { Internet: 'LOST' });
});

test('200 calls of one business are planned and completed', async () => {
  const { id, contact } = await bulk.customer();
  const calls = await bulk.create('Task', () => ({
    Subject: 'Call',
    Status: 'Not Started',
    Priority: 'Normal',
    WhatId: id,
    WhoId: contact,
    Task_Kind__c: 'Approach',
  }));
  await bulk.update('Task', calls, { Status: 'Completed', Emotion__c: 'Worried' });
  assert.deepEqual(await bulk.one(`SELECT Last_Contact_Date__c, Started_By__c FROM Account WHERE Id = '${id}'`), {
    Last_Contact_Date__c: TODAY,
    Started_By__c: 'We',
  });
});

test('200 problems of one customer are counted, hold selling back, and release it', async () => {
  const { id } = await bulk.customer();
  const selling = await bulk.org.create('Task', { WhatId: id, Subject: 'Offer gas', Task_Kind__c: 'Cross-Sell' });
  const problem = { Subject: 'No line', Is_Onboarding_Problem__c: true, Status: 'New', Origin: 'Phone' };
  const cases = await bulk.create('Case', () => ({ AccountId: id, ...problem }));
  const counted = `SELECT Open_Onboarding_Problems__c, Question_Count__c FROM Account WHERE Id = '${id}'`;
  const held = `SELECT Is_Held_Back__c FROM Task WHERE Id = '${selling}'`;
  assert.deepEqual(await bulk.one(counted), { Open_Onboarding_Problems__c: MANY, Question_Count__c: MANY });
  assert.deepEqual(await bulk.one(held), { Is_Held_Back__c: true });
  await bulk.update('Case', cases, { Status: 'Closed' });
  assert.deepEqual(await bulk.one(counted), { Open_Onboarding_Problems__c: 0, Question_Count__c: MANY });
  assert.deepEqual(await bulk.one(held), { Is_Held_Back__c: false });
});

test('200 contracts of one customer start and end', async () => {
  const { id } = await bulk.customer();
  const contract = { Product_Category__c: 'Gas', StartDate: '2026-02-01', ContractTerm: 12, Status: 'Draft' };
  const contracts = await bulk.create('Contract', () => ({ AccountId: id, ...contract }));
  await bulk.update('Contract', contracts, { Status: 'Activated' });
  assert.deepEqual(await bulk.org.stages(id), { Internet: 'CARE', Gas: 'ONBOARDING' });
  await bulk.update('Contract', contracts, { Cancelled_On_Date__c: TODAY });
  assert.deepEqual(await bulk.org.stages(id), { Internet: 'CARE', Gas: 'LOST' });
});

test('200 orders of one referred customer are won', async () => {
  const referrer = await bulk.customer();
  const { id } = await bulk.customer();
  await bulk.org.update('Account', id, { Referred_By__c: referrer.id });
  const order = { Name: 'Lines', StageName: 'Prospecting', CloseDate: '2026-11-30', Product_Category__c: 'Gas' };
  const orders = await bulk.create('Opportunity', () => ({ AccountId: id, ...order }));
  await bulk.org.position(id, 'PROSPECT', { Product_Category__c: 'Gas' });
  await bulk.update('Opportunity', orders, { StageName: 'Closed Won' });
  assert.deepEqual(await bulk.org.stages(id), { Internet: 'CARE', Gas: 'ONBOARDING' });
  assert.equal((await bulk.ids(`SELECT Id FROM Task WHERE WhatId IN ('${id}', '${referrer.id}') AND Subject LIKE 'Thank%'`)).length, 1);
});

test('200 products of one customer are added up', async () => {
  const { id } = await bulk.customer();
  const product = { Price: 10, Quantity: 1, Status: 'Installed', Usage__c: 'None' };
  const products = await bulk.create('Asset', (at) => ({ AccountId: id, Name: `Line ${at}`, ...product }));
  await bulk.update('Asset', products, { Price: 12 });
  assert.deepEqual(await bulk.one(`SELECT Customer_Value__c, Product_Count__c FROM Account WHERE Id = '${id}'`), {
    Customer_Value__c: 12 * MANY,
    Product_Count__c: MANY,
  });
});
