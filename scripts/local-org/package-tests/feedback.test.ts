// Feedback, improvements, exit surveys and win-back as a user sees them through the API.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOrgUnderTest, refused, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

let org: OrgUnderTest;
let provider: string;

before(async () => {
  org = await openOrgUnderTest('2026-11-23');
  provider = await org.create('Competitor__c', { Name: 'Noordlicht Telecom', External_Id__c: 'noordlicht-telecom' });
});
after(() => org.close());

const account = (name: string, more: Fields = {}): Promise<string> => org.create('Account', { Name: name, ...more });
const feedback = (accountId: string | null, score: number, more: Fields = {}): Promise<string> =>
  org.create('Feedback__c', { Account__c: accountId, Score__c: score, ...more });
const one = async (soql: string): Promise<Fields | undefined> => (await org.rows(soql))[0];

test('a score up to the threshold makes the owner call today, and only a proven call closes the loop', async () => {
  const id = await account('Bakery De Halm');
  const [keeper] = await org.rows("SELECT Id FROM User WHERE LanguageLocaleKey = 'nl_NL' AND IsActive = true LIMIT 1");
  await org.update('Account', id, { Relationship_Owner__c: keeper?.['Id'] });
  const given = await feedback(id, 8, { Comment__c: 'Waited long' });
  const task = await one(`SELECT Id, OwnerId, Subject, Priority, ActivityDate, Description FROM Task WHERE WhatId = '${id}'`);
  assert.equal(task?.['OwnerId'], keeper?.['Id']);
  assert.equal(task?.['Subject'], 'Bel vandaag: score 8 van Bakery De Halm');
  assert.deepEqual([task?.['Priority'], task?.['ActivityDate']], ['High', '2026-11-23']);
  assert.match(String(task?.['Description']), /Waited long$/);
  const loop = (): Promise<Fields | undefined> =>
    one(`SELECT Loop_State__c, Loop_Due_Date__c, Loop_Outcome__c, Call_Task_Id__c FROM Feedback__c WHERE Id = '${given}'`);
  assert.deepEqual(await loop(), {
    Loop_State__c: 'Open',
    Loop_Due_Date__c: '2026-11-23',
    Loop_Outcome__c: null,
    Call_Task_Id__c: task?.['Id'],
  });
  await refused(org.update('Task', String(task?.['Id']), { Status: 'Completed' }), /Write down the outcome/);
  await refused(org.update('Feedback__c', given, { Loop_State__c: 'Closed' }), /closes by itself/);
  await org.update('Task', String(task?.['Id']), { Status: 'Completed', Outcome__c: 'Apologised; installer comes tomorrow' });
  assert.deepEqual(await loop(), {
    Loop_State__c: 'Closed',
    Loop_Due_Date__c: '2026-11-23',
    Loop_Outcome__c: 'Apologised; installer comes tomorrow',
    Call_Task_Id__c: task?.['Id'],
  });
  assert.deepEqual(await one(`SELECT Last_Feedback_Score__c, Last_Contact_Date__c FROM Account WHERE Id = '${id}'`), {
    Last_Feedback_Score__c: 8,
    Last_Contact_Date__c: '2026-11-23',
  });
});

test('a high score needs no call, and the NPS class does not depend on the threshold', async () => {
  const id = await account('Garage Wiel');
  const classes: unknown[] = [];
  for (const score of [0, 6, 7, 8, 9, 10]) {
    const given = await feedback(id, score);
    const found = await one(`SELECT NPS_Class__c, Loop_State__c FROM Feedback__c WHERE Id = '${given}'`);
    classes.push(`${score} ${String(found?.['NPS_Class__c'])} ${String(found?.['Loop_State__c'])}`);
  }
  assert.deepEqual(classes, [
    '0 Detractor Open',
    '6 Detractor Open',
    '7 Passive Open',
    '8 Passive Open',
    '9 Promoter Not Needed',
    '10 Promoter Not Needed',
  ]);
});

test('the threshold is a record: changing it changes who is called', async () => {
  const policy = await one("SELECT Id FROM Lifecycle_Policy__c WHERE External_Id__c = 'feedback-call-threshold'");
  await org.update('Lifecycle_Policy__c', String(policy?.['Id']), { Value_Number__c: 6 });
  const given = await feedback(await account('Threshold'), 7);
  await org.update('Lifecycle_Policy__c', String(policy?.['Id']), { Value_Number__c: 8 });
  assert.deepEqual(await one(`SELECT Loop_State__c FROM Feedback__c WHERE Id = '${given}'`), { Loop_State__c: 'Not Needed' });
});

test('a very low score moves the position of a customer to Retention, of a prospect nothing', async () => {
  const customer = await account('Hotel Zee');
  await org.position(customer, 'CARE');
  await org.position(customer, 'CARE', { Product_Category__c: 'Gas' });
  await feedback(customer, 7, { Product_Category__c: 'Gas' });
  assert.deepEqual(await org.stages(customer), { Internet: 'CARE', Gas: 'CARE' });
  const given = await feedback(customer, 5, { Product_Category__c: 'Gas', Comment__c: 'Too dear', Dissatisfied_About__c: 'Better Price' });
  assert.deepEqual(await org.stages(customer), { Internet: 'CARE', Gas: 'RETENTION' });
  assert.deepEqual(
    await one(
      `SELECT Reason__c, Evidence_Id__c, Evidence_Summary__c, Retention_Reason__c, Deadline_Date__c FROM Lifecycle_Position__c WHERE Account__c = '${customer}' AND Product_Category__c = 'Gas'`,
    ),
    {
      Reason__c: 'Gave us a score of 5',
      Evidence_Id__c: given,
      Evidence_Summary__c: 'Too dear',
      Retention_Reason__c: 'Better Price',
      Deadline_Date__c: '2026-12-07',
    },
  );
  await feedback(customer, 3);
  assert.deepEqual(await org.stages(customer), { Internet: 'RETENTION', Gas: 'RETENTION' });
  const prospect = await account('Prospect');
  await org.position(prospect, 'PROSPECT');
  await feedback(prospect, 2);
  assert.deepEqual(await org.stages(prospect), { Internet: 'PROSPECT' });
});

test('feedback may be anonymous, but then names nobody', async () => {
  const contact = await org.create('Contact', { LastName: 'Blom' });
  await refused(feedback(null, 4, { Is_Anonymous__c: true, Contact__c: contact }), /names nobody/);
  const given = await feedback(null, 4, { Is_Anonymous__c: true, Suggestion_Service__c: 'Answer faster' });
  assert.deepEqual(await one(`SELECT Loop_State__c, NPS_Class__c FROM Feedback__c WHERE Id = '${given}'`), {
    Loop_State__c: 'Not Needed',
    NPS_Class__c: 'Detractor',
  });
  assert.deepEqual(await org.rows(`SELECT Category__c, Suggestion__c, State__c FROM Improvement__c WHERE Feedback__c = '${given}'`), [
    { Category__c: 'Service', Suggestion__c: 'Answer faster', State__c: 'Proposed' },
  ]);
});

test('suggestions become improvements with a lead time', async () => {
  const given = await feedback(await account('Shop'), 10, {
    Suggestion_Process__c: 'Shorter form',
    Suggestion_Communication__c: 'Say when',
    Suggestion_Service__c: 'Open on Saturday',
  });
  const found = await org.rows(`SELECT Id, Category__c FROM Improvement__c WHERE Feedback__c = '${given}' ORDER BY Category__c`);
  assert.deepEqual(
    found.map((row) => row['Category__c']),
    ['Process', 'Communication', 'Service'],
  );
  const id = String(found[0]?.['Id']);
  org.today = '2026-12-01';
  await org.update('Improvement__c', id, { State__c: 'Accepted' });
  await refused(org.update('Improvement__c', id, { State__c: 'Declined' }), /Say why/);
  org.today = '2026-12-13';
  await org.update('Improvement__c', id, { State__c: 'Done' });
  org.today = '2027-02-01';
  assert.deepEqual(
    await one(`SELECT Proposed_On_Date__c, Decided_On_Date__c, Done_On_Date__c, Lead_Time_Days__c FROM Improvement__c WHERE Id = '${id}'`),
    {
      Proposed_On_Date__c: '2026-11-23',
      Decided_On_Date__c: '2026-12-01',
      Done_On_Date__c: '2026-12-13',
      Lead_Time_Days__c: 20,
    },
  );
  org.today = '2026-11-23';
});

const survey = (accountId: string, more: Fields = {}): Promise<string> =>
  org.create('Exit_Survey__c', {
    Account__c: accountId,
    Product_Category__c: 'Internet',
    Loss_Date__c: '2026-11-20',
    Reason__c: 'Better Price',
    ...more,
  });
const winBack = (id: string): Promise<Fields | undefined> =>
  one(`SELECT Win_Back_Date__c, Win_Back_Rule__c, Win_Back_Gate__c FROM Exit_Survey__c WHERE Id = '${id}'`);

test('without a known contract elsewhere win-back comes a year after the loss', async () => {
  const id = await account('Left 1');
  await org.position(id, 'CARE');
  const exit = await survey(id, { Comment__c: 'Cheaper elsewhere' });
  assert.deepEqual(await winBack(exit), {
    Win_Back_Date__c: '2027-11-20',
    Win_Back_Rule__c: '12 months after the loss.',
    Win_Back_Gate__c: 'Open',
  });
  assert.deepEqual(await org.stages(id), { Internet: 'LOST' });
  assert.deepEqual(
    await one(
      `SELECT Reason__c, Evidence_Kind__c, Evidence_Id__c, Evidence_Summary__c FROM Lifecycle_Position__c WHERE Account__c = '${id}'`,
    ),
    {
      Reason__c: 'Left: a better price elsewhere',
      Evidence_Kind__c: 'Exit Survey',
      Evidence_Id__c: exit,
      Evidence_Summary__c: 'Cheaper elsewhere',
    },
  );
});

test('a known contract elsewhere is kept, and wins when its lead time begins earlier', async () => {
  const id = await account('Left 2');
  const exit = await survey(id, {
    New_Competitor__c: provider,
    New_Contract_End_Date__c: '2027-06-30',
    New_Notice_Length__c: 1,
    New_Notice_Unit__c: 'Months',
  });
  const contract = await one(
    `SELECT Decision_Date__c, Approach_Date__c, Source__c, Start_Date__c FROM Competitor_Contract__c WHERE Account__c = '${id}'`,
  );
  assert.equal(contract?.['Decision_Date__c'], '2027-05-31');
  assert.deepEqual([contract?.['Source__c'], contract?.['Start_Date__c']], ['Exit survey', '2026-11-20']);
  const planned = await winBack(exit);
  assert.equal(planned?.['Win_Back_Date__c'], contract?.['Approach_Date__c']);
  assert.match(
    String(planned?.['Win_Back_Rule__c']),
    /^\d+ days before the contract with the new provider can last be left on 31-05-2027\.$/,
  );
});

test('a contract that outlasts the year leaves the year in force; correcting the survey corrects the contract', async () => {
  const id = await account('Left 3');
  const exit = await survey(id, {
    New_Competitor__c: provider,
    New_Contract_End_Date__c: '2029-12-31',
    New_Notice_Length__c: 3,
    New_Notice_Unit__c: 'Months',
  });
  assert.equal((await winBack(exit))?.['Win_Back_Rule__c'], '12 months after the loss.');
  await org.update('Exit_Survey__c', exit, {
    New_Contract_End_Date__c: '2026-12-31',
    New_Notice_Length__c: 30,
    New_Notice_Unit__c: 'Days',
  });
  assert.deepEqual(await org.rows(`SELECT End_Date__c, Decision_Date__c FROM Competitor_Contract__c WHERE Account__c = '${id}'`), [
    { End_Date__c: '2026-12-31', Decision_Date__c: '2026-12-01' },
  ]);
  assert.deepEqual(await winBack(exit), {
    Win_Back_Date__c: '2026-11-20',
    Win_Back_Rule__c: '11 days before the contract with the new provider can last be left on 01-12-2026.',
    Win_Back_Gate__c: 'Open',
  });
  assert.equal((await org.rows(`SELECT Id FROM Lifecycle_Transition__c WHERE Lifecycle_Position__r.Account__c = '${id}'`)).length, 1);
});

test('bad terms block win-back, unless one of the two exceptions holds', async () => {
  const id = await account('Left 4');
  const exit = await survey(id, { Parted_On_Good_Terms__c: 'No' });
  assert.equal((await winBack(exit))?.['Win_Back_Gate__c'], 'Blocked');
  await refused(org.update('Exit_Survey__c', exit, { Has_Exceptional_Offer__c: true }), /Say what the exceptional offer is/);
  for (const exception of ['Has_Exceptional_Offer__c', 'Has_Contact_Changed_Employer__c']) {
    await org.update('Exit_Survey__c', exit, { [exception]: true, Exception_Reason__c: 'A new director since May' });
    assert.equal((await winBack(exit))?.['Win_Back_Gate__c'], 'Open by exception');
    await org.update('Exit_Survey__c', exit, { [exception]: false });
  }
  assert.equal((await winBack(exit))?.['Win_Back_Gate__c'], 'Blocked');
});

test('200 low scores in one request make 200 calls', async () => {
  const accounts = await org.connection.sobject('Account').create(Array.from({ length: 200 }, (_, index) => ({ Name: `Row ${index}` })));
  const given = await org.connection
    .sobject('Feedback__c')
    .create(accounts.map(({ id }) => ({ Account__c: id, Score__c: 4, Process__c: 'Delivery' })));
  assert.ok(given.every((result) => result.success));
  const [count] = await org.rows(
    "SELECT COUNT(Id) n FROM Task WHERE Task_Kind__c = 'Feedback Call' AND Subject LIKE 'Call today: score 4 of Row %'",
  );
  assert.equal(count?.['n'], 200);
});

test('management is told of a low score at once: the group, or else the manager of the account owner', async () => {
  const messages = (): readonly unknown[] => org.org.org.automation.outbox(0, 10_000).messages;
  const [rep] = await org.rows("SELECT Id FROM User WHERE Username = 'zoe.zuid@local.example'");
  const [manager] = await org.rows("SELECT Id FROM User WHERE Username = 'sales.manager@local.example'");
  await org.update('User', String(rep?.['Id']), { ManagerId: manager?.['Id'] });
  const id = await account('Clinic', { OwnerId: rep?.['Id'] });
  const count = messages().length;
  await feedback(id, 9);
  assert.equal(messages().length, count);
  const given = await feedback(id, 3, { Comment__c: 'Nobody called back' });
  const [sent] = messages().slice(count) as readonly Fields[];
  assert.deepEqual(sent?.['recipientIds'], [manager?.['Id']]);
  assert.deepEqual([sent?.['title'], sent?.['body'], sent?.['targetId']], ['Score 3 of Clinic', 'Nobody called back', given]);
  const group = await org.create('Group', { Name: 'Management', DeveloperName: 'Customer_Lifecycle_Management', Type: 'Regular' });
  await feedback(id, 8);
  const [toGroup] = messages().slice(count + 1) as readonly Fields[];
  assert.deepEqual(toGroup?.['recipientIds'], [group]);
});

test('a save that a flow must undo is refused with the reason, and the admin can read it afterwards', async () => {
  const id = await org.create('Account', { Name: 'Left in disorder' });
  const survey = { Account__c: id, Product_Category__c: 'Internet', Loss_Date__c: '2026-11-20', Reason__c: 'Unknown' };
  const stage = await org.stageId('LOST');
  await org.update('Lifecycle_Stage__c', stage, { External_Id__c: 'GONE' });
  await refused(org.create('Exit_Survey__c', survey), /The stage LOST is missing/);
  await org.update('Lifecycle_Stage__c', stage, { External_Id__c: 'LOST' });
  assert.deepEqual(await org.rows(`SELECT Id FROM Exit_Survey__c WHERE Account__c = '${id}'`), []);
  const [fault, ...more] = await org.rows('SELECT Flow_Name__c, Message__c, Occurred_At__c FROM Flow_Fault__c');
  assert.deepEqual([fault?.['Flow_Name__c'], more], ['Exit_Survey_AfterSave_Plan_Win_Back', []]);
  assert.match(String(fault?.['Message__c']), /The stage LOST is missing/);
});
