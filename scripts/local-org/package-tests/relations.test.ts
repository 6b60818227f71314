// The relation with a customer as a user sees it through the API: who began, who keeps it, what it is worth, what it brings.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { openOrgUnderTest, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

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

test('whoever began is known: our planned call, or their interest; what is known stays', async () => {
  const [ours, theirs] = [await account('Ours'), await account('Theirs')];
  await done(ours, { Task_Kind__c: 'Approach' });
  const interest = (id: string): Promise<string> =>
    org.create('Product_Interest__c', {
      Account__c: id,
      Product_Category__c: 'Internet',
      Seen_On_Date__c: '2026-11-20',
      Channel__c: 'Website',
    });
  for (const id of [ours, theirs]) await interest(id);
  assert.equal((await known('Started_By__c', ours))?.['Started_By__c'], 'We');
  assert.equal((await known('Started_By__c', theirs))?.['Started_By__c'], 'They');
  await done(theirs, { Task_Kind__c: 'Approach' });
  assert.equal((await known('Started_By__c', theirs))?.['Started_By__c'], 'They');
});

test('conversations that we began can be counted beside those that customers began', async () => {
  const id = await account('Counted');
  await done(id, { Task_Kind__c: 'Approach', Contact_Moment__c: 'Phone Call' });
  await done(id, { Initiative__c: 'We', Contact_Moment__c: 'Trade Fair' });
  await done(id, { Task_Kind__c: 'Approach', Initiative__c: 'They' });
  await done(id, { Task_Kind__c: 'Feedback Call', Outcome__c: 'Solved' });
  const counts = await org.rows(`SELECT Is_Proactive__c FROM Task WHERE WhatId = '${id}'`);
  assert.equal(counts.filter((row) => row['Is_Proactive__c'] === true).length, 2);
});

test('an angry or worried customer is followed up the next day', async () => {
  const id = await account('Upset');
  await done(id, { Emotion__c: 'Enthusiastic' });
  assert.deepEqual(await org.openWork(id), []);
  await done(id, { Emotion__c: 'Angry', Description: 'The invoice was wrong again.' });
  assert.deepEqual(
    await org.rows(`SELECT Subject, Priority, ActivityDate, Description FROM Task WHERE WhatId = '${id}' AND IsClosed = false`),
    [
      {
        Subject: 'Upset was angry: call and put it right',
        Priority: 'High',
        ActivityDate: '2026-11-24',
        Description: 'The invoice was wrong again.',
      },
    ],
  );
});

test('a premium that comes only when the customer threatens to leave is told as too late', async () => {
  const [early, late] = [await account('Early'), await account('Late')];
  const at = await org.position(early, 'CARE');
  await done(early, { Is_Premium_Offered__c: true });
  await org.update('Lifecycle_Position__c', at, {
    Lifecycle_Stage__c: await org.stageId('RETENTION'),
    Reason__c: 'Looks around',
    Evidence_Summary__c: 'Call',
    Retention_Reason__c: 'Better Price',
  });
  await done(early, { Is_Premium_Offered__c: true });
  await org.position(late, 'RETENTION', { Retention_Reason__c: 'Better Price' });
  await done(late, { Is_Premium_Offered__c: true });
  const fields = 'Last_Premium_Date__c, Is_Premium_Too_Late__c';
  assert.deepEqual(await known(fields, early), { Last_Premium_Date__c: '2026-11-23', Is_Premium_Too_Late__c: false });
  assert.deepEqual(await known(fields, late), { Last_Premium_Date__c: '2026-11-23', Is_Premium_Too_Late__c: true });
});

test('each handover to another keeper of the relation is counted', async () => {
  const users = await org.rows('SELECT Id FROM User WHERE IsActive = true LIMIT 3');
  const id = await account('Kept', { Relationship_Owner__c: users[0]?.['Id'] });
  await org.update('Account', id, { Relationship_Owner__c: users[1]?.['Id'] });
  await org.update('Account', id, { Phone: '0850000000' });
  await org.update('Account', id, { Relationship_Owner__c: users[2]?.['Id'] });
  assert.equal((await known('Handover_Count__c', id))?.['Handover_Count__c'], 2);
});

test('a customer is worth what its products in use cost, and a move is written down with that value', async () => {
  const id = await account('Valued');
  const fibre = await org.create('Asset', { Name: 'Fibre', AccountId: id, Price: 40, Quantity: 3, Status: 'Installed' });
  const results = await org.connection.sobject('Asset').create([
    { Name: 'Phones', AccountId: id, Price: 15, Status: 'Installed' },
    { Name: 'Elsewhere', AccountId: id, Price: 500, Status: 'Installed', IsCompetitorProduct: true },
  ]);
  assert.ok(results.every((result) => result.success));
  const fields = 'Customer_Value__c, Product_Count__c';
  assert.deepEqual(await known(fields, id), { Customer_Value__c: 135, Product_Count__c: 2 });
  await org.update('Asset', fibre, { Status: 'Obsolete' });
  assert.deepEqual(await known(fields, id), { Customer_Value__c: 15, Product_Count__c: 1 });
  await org.position(id, 'CARE');
  const [move] = await org.rows(`SELECT Customer_Value__c FROM Lifecycle_Transition__c WHERE Lifecycle_Position__r.Account__c = '${id}'`);
  assert.equal(move?.['Customer_Value__c'], 15);
});

test('a product that is used in part asks somebody to show the way', async () => {
  const id = await account('Half Used');
  const fibre = await org.create('Asset', { Name: 'Fibre', AccountId: id, Status: 'Installed', Usage__c: 'All of It' });
  assert.deepEqual(await org.openWork(id), []);
  await org.update('Asset', fibre, { Usage__c: 'A Part', Usage_Seen_By__c: 'Visit', Usage_Seen_On_Date__c: '2026-11-23' });
  assert.deepEqual(await org.openWork(id), ['Show the way in Fibre: a part is not used']);
});

test('coming back begins another round', async () => {
  const id = await account('Back Again');
  const at = await org.position(id, 'ONBOARDING');
  const round = async (): Promise<unknown> => (await one(`SELECT Round__c FROM Lifecycle_Position__c WHERE Id = '${at}'`))?.['Round__c'];
  const move = async (stage: string): Promise<void> =>
    org.update('Lifecycle_Position__c', at, {
      Lifecycle_Stage__c: await org.stageId(stage),
      Reason__c: `To ${stage} on ${Math.random()}`,
      Evidence_Summary__c: 'Letter',
    });
  assert.equal(await round(), 1);
  await move('CARE');
  await move('LOST');
  assert.equal(await round(), 1);
  await move('WIN-BACK');
  await move('ONBOARDING');
  assert.equal(await round(), 2);
});

test('a customer who stays joins the loyalty programme, and a changed need opens an opportunity', async () => {
  const saved = async (name: string, reason: string): Promise<string> => {
    const id = await account(name);
    const at = await org.position(id, 'RETENTION', { Retention_Reason__c: reason });
    await org.update('Lifecycle_Position__c', at, {
      Retention_Outcome__c: 'Saved',
      Reason__c: 'Stays with another package',
      Evidence_Summary__c: 'Call',
    });
    assert.equal((await known('Loyalty_Since_Date__c', id))?.['Loyalty_Since_Date__c'], '2026-11-23');
    return id;
  };
  const price = await saved('Cheaper', 'Better Price');
  const need = await saved('Grown', 'Needs Changed');
  const opportunities = (id: string): Promise<readonly Fields[]> =>
    org.rows(`SELECT Name, IsClosed, CloseDate, Product_Category__c FROM Opportunity WHERE AccountId = '${id}'`);
  assert.deepEqual(await opportunities(price), []);
  assert.deepEqual(await opportunities(need), [
    { Name: 'New need: Grown (Internet)', IsClosed: false, CloseDate: '2026-12-23', Product_Category__c: 'Internet' },
  ]);
});

test('a promoter is asked for a referral once a year, and is thanked for the customer that came of it', async () => {
  const promoter = await account('Promoter');
  const feedback = (score: number): Promise<string> => org.create('Feedback__c', { Account__c: promoter, Score__c: score });
  await feedback(8);
  await feedback(10);
  await feedback(9);
  const asked = 'Ask Promoter whom it would recommend us to';
  assert.equal((await org.openWork(promoter)).filter((subject) => subject === asked).length, 1);
  const fresh = await account('Recommended', { Referred_By__c: promoter });
  const order = { AccountId: fresh, Name: 'Fibre', StageName: 'Closed Won', CloseDate: '2026-11-30' };
  await org.create('Opportunity', { ...order, Product_Category__c: 'Internet' });
  assert.ok((await org.openWork(promoter)).includes('Thank Promoter: Recommended became a customer'));
});

test('two hundred calls are completed in one request, and their accounts learn from them', async () => {
  const accounts = await org.connection.sobject('Account').create(Array.from({ length: 200 }, (_, at) => ({ Name: `Row ${at}` })));
  const calls = accounts.map((one, at) => ({
    Subject: 'Call',
    Status: 'Completed',
    Priority: 'Normal',
    WhatId: one.id,
    Task_Kind__c: 'Approach',
    Emotion__c: at < 20 ? 'Worried' : 'Neutral',
  }));
  const results = await org.connection.sobject('Task').create(calls);
  assert.ok(results.every((result) => result.success));
  const [began] = await org.rows("SELECT COUNT(Id) n FROM Account WHERE Started_By__c = 'We'");
  const [worried] = await org.rows('SELECT COUNT(Id) n FROM Task WHERE IsClosed = false');
  assert.deepEqual([began?.['n'], worried?.['n']], [200, 20]);
});
