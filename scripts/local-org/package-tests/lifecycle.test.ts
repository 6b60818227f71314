// The lifecycle as a user sees it through the API: positions that move, gates, onboarding problems, and what is written down about it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Connection } from 'jsforce';
import { openOrgUnderTest, refused, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';
import { startLocalOrg } from '../start.ts';

let org: OrgUnderTest;

before(async () => {
  org = await openOrgUnderTest('2026-11-23');
});
after(() => org.close());

const { create, update, rows, position, stageId, stages } = {
  create: (...args: Parameters<OrgUnderTest['create']>) => org.create(...args),
  update: (...args: Parameters<OrgUnderTest['update']>) => org.update(...args),
  rows: (soql: string) => org.rows(soql),
  position: (...args: Parameters<OrgUnderTest['position']>) => org.position(...args),
  stageId: (key: string) => org.stageId(key),
  stages: (accountId: string) => org.stages(accountId),
};
const account = (name: string): Promise<string> => create('Account', { Name: name });

async function accountStage(accountId: string): Promise<unknown> {
  const [found] = await rows(`SELECT Lifecycle_Stage__r.External_Id__c FROM Account WHERE Id = '${accountId}'`);
  return (found?.['Lifecycle_Stage__r'] as { External_Id__c: string } | null)?.External_Id__c;
}

test('an order that is won makes a customer, writes down why, and plans the call to confirm the choice', async () => {
  const id = await account('Bakery De Halm');
  const deal = await create('Opportunity', {
    AccountId: id,
    Name: 'Fibre',
    StageName: 'Prospecting',
    CloseDate: '2026-11-30',
    Product_Category__c: 'Internet',
  });
  assert.deepEqual(await stages(id), {});
  await update('Opportunity', deal, { StageName: 'Closed Won' });
  assert.deepEqual(await stages(id), { Internet: 'ONBOARDING' });
  assert.equal(await accountStage(id), 'ONBOARDING');
  assert.deepEqual(
    await rows(
      `SELECT From_Stage__c, Reason__c, Evidence_Kind__c, Evidence_Id__c, Evidence_Summary__c, Flow_Name__c, Is_Backward__c FROM Lifecycle_Transition__c WHERE Lifecycle_Position__r.Account__c = '${id}'`,
    ),
    [
      {
        From_Stage__c: null,
        Reason__c: 'Order won: Fibre',
        Evidence_Kind__c: 'Opportunity',
        Evidence_Id__c: deal,
        Evidence_Summary__c: 'Fibre',
        Flow_Name__c: 'Opportunity_AfterSave_Start_Onboarding',
        Is_Backward__c: false,
      },
    ],
  );
  const [position] = await rows(
    `SELECT Since_Date__c, Deadline_Date__c, External_Id__c FROM Lifecycle_Position__c WHERE Account__c = '${id}'`,
  );
  assert.deepEqual(position, { Since_Date__c: '2026-11-23', Deadline_Date__c: '2026-12-23', External_Id__c: `${id}|Internet` });
  assert.deepEqual(
    await rows(`SELECT ActivityDate, Task_Kind__c, Subject FROM Task WHERE WhatId = '${id}' AND Task_Kind__c = 'Onboarding'`),
    [{ ActivityDate: '2026-11-26', Task_Kind__c: 'Onboarding', Subject: 'Confirm the choice and ask how it goes' }],
  );
});

test('saving a won order again moves nothing and plans nothing twice', async () => {
  const id = await account('Garage Wiel');
  const deal = await create('Opportunity', { AccountId: id, Name: 'Lines', StageName: 'Closed Won', CloseDate: '2026-11-30' });
  await update('Opportunity', deal, { NextStep: 'Send papers' });
  assert.deepEqual(await stages(id), { Unknown: 'ONBOARDING' });
  assert.equal((await rows(`SELECT Id FROM Lifecycle_Transition__c WHERE Lifecycle_Position__r.Account__c = '${id}'`)).length, 1);
  assert.equal((await rows(`SELECT Id FROM Task WHERE WhatId = '${id}' AND Task_Kind__c = 'Onboarding'`)).length, 1);
});

test('200 orders won in one request make 200 customers', async () => {
  const ids = await org.connection.sobject('Account').create(Array.from({ length: 200 }, (_, index) => ({ Name: `Row ${index}` })));
  const deals = ids.map((result, index) => ({
    AccountId: result.id,
    Name: `Deal ${index}`,
    StageName: 'Closed Won',
    CloseDate: '2026-11-30',
    Product_Category__c: 'Gas',
  }));
  const results = await org.connection.sobject('Opportunity').create(deals);
  assert.ok(results.every((result) => result.success));
  const [count] = await rows(
    `SELECT COUNT(Id) n FROM Lifecycle_Position__c WHERE Product_Category__c = 'Gas' AND Stage_Key__c = 'ONBOARDING'`,
  );
  assert.equal(count?.['n'], 200);
});

test('several orders of one account won in one request make one position', async () => {
  const id = await account('Chain of Shops');
  const results = await org.connection.sobject('Opportunity').create(
    ['North', 'South', 'East'].map((Name) => ({
      AccountId: id,
      Name,
      StageName: 'Closed Won',
      CloseDate: '2026-11-30',
      Product_Category__c: 'Internet',
    })),
  );
  assert.ok(results.every((result) => result.success));
  assert.deepEqual(await stages(id), { Internet: 'ONBOARDING' });
});

test('an org without rules wins orders as before, and the admin can read why nothing moved', async () => {
  const bare = await startLocalOrg();
  try {
    const connection = new Connection({ instanceUrl: bare.url, accessToken: bare.accessToken, version: '68.0' });
    const { id } = await connection.sobject('Account').create({ Name: 'Early' });
    const won = await connection
      .sobject('Opportunity')
      .create({ AccountId: id ?? null, Name: 'Deal', StageName: 'Closed Won', CloseDate: '2026-11-30' });
    assert.ok(won.success);
    const { records } = await connection.query<Fields>('SELECT Flow_Name__c, Message__c FROM Flow_Fault__c');
    assert.equal(records[0]?.['Flow_Name__c'], 'Opportunity_AfterSave_Start_Onboarding');
    assert.match(String(records[0]?.['Message__c']), /The stage ONBOARDING is missing/);
  } finally {
    await bare.close();
  }
});

test('the account shows the position that needs action first', async () => {
  const id = await account('Florist Roos');
  await position(id, 'CARE');
  assert.equal(await accountStage(id), 'CARE');
  await position(id, 'PROSPECT', { Product_Category__c: 'Gas' });
  assert.equal(await accountStage(id), 'PROSPECT');
  await position(id, 'RETENTION', { Product_Category__c: 'Insurance', Retention_Reason__c: 'Better Price' });
  assert.equal(await accountStage(id), 'RETENTION');
});

test('nothing moves without reason and evidence of its own', async () => {
  const id = await account('Printer Inkt');
  await refused(position(id, 'CARE', { Reason__c: null }), /Say why it stands in this stage/);
  const at = await position(id, 'CARE');
  await refused(update('Lifecycle_Position__c', at, { Lifecycle_Stage__c: await stageId('SUSPECT') }), /still those of the former move/);
  await refused(
    update('Lifecycle_Position__c', at, { Lifecycle_Stage__c: await stageId('RETENTION'), Reason__c: 'Complains about the price' }),
    /choose why the customer may leave/,
  );
});

test('moves backwards are legal and told as such', async () => {
  const id = await account('Shop Terug');
  const at = await position(id, 'DEVELOPMENT');
  org.today = '2026-11-30';
  await update('Lifecycle_Position__c', at, {
    Lifecycle_Stage__c: await stageId('CARE'),
    Reason__c: 'Needs nothing more now',
    Evidence_Summary__c: 'Visit',
  });
  org.today = '2026-11-23';
  const [move] = await rows(
    `SELECT From_Stage__r.Name, To_Stage__r.Name, Is_Backward__c, Days_In_Former_Stage__c, Flow_Name__c FROM Lifecycle_Transition__c WHERE Lifecycle_Position__c = '${at}' AND From_Stage__c != null`,
  );
  assert.equal((move?.['From_Stage__r'] as Fields)['Name'], 'Development');
  assert.equal((move?.['To_Stage__r'] as Fields)['Name'], 'Care');
  assert.deepEqual([move?.['Is_Backward__c'], move?.['Days_In_Former_Stage__c'], move?.['Flow_Name__c']], [true, 7, null]);
});

test('the outcome of Retention moves the position: saved to Care, lost to Lost', async () => {
  for (const [outcome, stage] of [
    ['Saved', 'CARE'],
    ['Lost', 'LOST'],
  ] as const) {
    const id = await account(`Retention ${outcome}`);
    const at = await position(id, 'RETENTION', { Retention_Reason__c: 'Needs Changed' });
    const [before] = await rows(`SELECT Deadline_Date__c FROM Lifecycle_Position__c WHERE Id = '${at}'`);
    assert.equal(before?.['Deadline_Date__c'], '2026-12-07');
    await refused(update('Lifecycle_Position__c', at, { Retention_Outcome__c: outcome }), /still those of the former move/);
    await update('Lifecycle_Position__c', at, {
      Retention_Outcome__c: outcome,
      Reason__c: `Said: ${outcome}`,
      Evidence_Summary__c: 'Second call',
    });
    const [after] = await rows(
      `SELECT Stage_Key__c, Retention_Outcome__c, Retention_Reason__c FROM Lifecycle_Position__c WHERE Id = '${at}'`,
    );
    assert.deepEqual(after, { Stage_Key__c: stage, Retention_Outcome__c: outcome, Retention_Reason__c: 'Needs Changed' });
  }
});

test('a contract with us starts onboarding when activated and ends in Lost when cancelled', async () => {
  const id = await account('Hotel Zee');
  const contract = await create('Contract', {
    AccountId: id,
    StartDate: '2026-11-01',
    ContractTerm: 12,
    Status: 'Draft',
    Product_Category__c: 'Electricity',
  });
  await update('Contract', contract, { Status: 'Activated' });
  assert.deepEqual(await stages(id), { Electricity: 'ONBOARDING' });
  assert.deepEqual(await rows(`SELECT Next_Own_End_Date__c FROM Account WHERE Id = '${id}'`), [{ Next_Own_End_Date__c: '2027-10-31' }]);
  await update('Contract', contract, { Cancelled_On_Date__c: '2026-11-20' });
  assert.deepEqual(await stages(id), { Electricity: 'LOST' });
  assert.deepEqual(await rows(`SELECT Next_Own_End_Date__c FROM Account WHERE Id = '${id}'`), [{ Next_Own_End_Date__c: null }]);
});

test('an open onboarding problem holds selling back and asks the owner to help; closing it releases selling', async () => {
  const id = await account('Gym Spier');
  const planned = await create('Task', { WhatId: id, Subject: 'Offer insurance', Task_Kind__c: 'Cross-Sell' });
  const problem = await create('Case', { AccountId: id, Subject: 'No dial tone', Is_Onboarding_Problem__c: true });
  const later = await create('Task', { WhatId: id, Subject: 'Offer gas', Task_Kind__c: 'Cross-Sell' });
  assert.deepEqual(await rows(`SELECT Open_Onboarding_Problems__c FROM Account WHERE Id = '${id}'`), [{ Open_Onboarding_Problems__c: 1 }]);
  const state = (): Promise<readonly Fields[]> =>
    rows(`SELECT Id, Is_Held_Back__c, Status FROM Task WHERE Task_Kind__c = 'Cross-Sell' AND WhatId = '${id}' ORDER BY Subject DESC`);
  assert.deepEqual(
    await state(),
    [planned, later].map((Id) => ({ Id, Is_Held_Back__c: true, Status: 'Waiting on someone else' })),
  );
  await refused(update('Task', planned, { Status: 'Completed' }), /selling waits/);
  assert.deepEqual(await rows(`SELECT Subject, Priority FROM Task WHERE WhatId = '${id}' AND Task_Kind__c = 'Onboarding'`), [
    { Subject: 'Help with the onboarding problem: No dial tone', Priority: 'High' },
  ]);
  await update('Case', problem, { Status: 'Closed' });
  assert.deepEqual(
    await state(),
    [planned, later].map((Id) => ({ Id, Is_Held_Back__c: false, Status: 'Not Started' })),
  );
  assert.deepEqual(await rows(`SELECT Open_Onboarding_Problems__c FROM Account WHERE Id = '${id}'`), [{ Open_Onboarding_Problems__c: 0 }]);
});

test('a completed task is contact, and the saddle score tells its five factors', async () => {
  const id = await account('Bookshop Blad');
  await position(id, 'CARE');
  const task = await create('Task', { WhatId: id, Subject: 'Call' });
  const [before] = await rows(`SELECT Days_Since_Contact__c, Saddle_Score__c FROM Account WHERE Id = '${id}'`);
  assert.deepEqual(before, { Days_Since_Contact__c: null, Saddle_Score__c: 50 });
  await update('Task', task, { Status: 'Completed' });
  const [now] = await rows(
    `SELECT Last_Contact_Date__c, Days_Since_Contact__c, Saddle_Score__c, Saddle_Factor_1__c, Saddle_Factor_2__c, Saddle_Factor_3__c, Saddle_Factor_4__c, Saddle_Factor_5__c FROM Account WHERE Id = '${id}'`,
  );
  assert.deepEqual(now, {
    Last_Contact_Date__c: '2026-11-23',
    Days_Since_Contact__c: 0,
    Saddle_Score__c: 70,
    Saddle_Factor_1__c: 'Days since contact: 0 (+20)',
    Saddle_Factor_2__c: 'Last feedback: unknown (+10)',
    Saddle_Factor_3__c: 'Open onboarding problems: 0 (+20)',
    Saddle_Factor_4__c: 'Stage: Care (+20)',
    Saddle_Factor_5__c: 'Days of our contract left: unknown (+0)',
  });
});

test('every stage can be shown in six vocabularies', async () => {
  const found = await rows(
    'SELECT Lifecycle_Vocabulary__c v, COUNT_DISTINCT(Lifecycle_Stage__c) n FROM Stage_Name__c GROUP BY Lifecycle_Vocabulary__c',
  );
  assert.deepEqual(
    found.map((row) => row['n']),
    [8, 8, 8, 8, 8, 8],
  );
});

test('a policy outside its bounds is refused in plain language', async () => {
  const [policy] = await rows("SELECT Id FROM Lifecycle_Policy__c WHERE External_Id__c = 'feedback-call-threshold'");
  await refused(update('Lifecycle_Policy__c', String(policy?.['Id']), { Value_Number__c: 11 }), /outside its bounds/);
});

test('a deadline that passes puts its position first on the account', async () => {
  const id = await account('Late');
  await position(id, 'PROSPECT', { Product_Category__c: 'Gas', Deadline_Date__c: '2026-11-24' });
  await position(id, 'DEVELOPMENT');
  assert.equal(await accountStage(id), 'DEVELOPMENT');
  assert.deepEqual(await org.runUntil('2026-11-25'), []);
  assert.equal(await accountStage(id), 'PROSPECT');
});

test('who may bypass automation loads history without moving positions or making tasks', async () => {
  const [steward] = await rows("SELECT Id FROM User WHERE Username = 'data.steward@local.example'");
  const [bypass] = await rows("SELECT Id FROM PermissionSet WHERE Name = 'SME_Automation_Bypass'");
  await create('PermissionSetAssignment', { AssigneeId: steward?.['Id'], PermissionSetId: bypass?.['Id'] });
  const id = await account('From the old system');
  const loader = new Connection({ instanceUrl: org.org.url, accessToken: org.org.signIn('data.steward@local.example'), version: '68.0' });
  const won = await loader
    .sobject('Opportunity')
    .create({ AccountId: id, Name: 'Old deal', StageName: 'Closed Won', CloseDate: '2019-03-01', Product_Category__c: 'Gas' });
  assert.ok(won.success);
  assert.deepEqual(await stages(id), {});
  assert.deepEqual(await rows(`SELECT Id FROM Task WHERE WhatId = '${id}'`), []);
});
