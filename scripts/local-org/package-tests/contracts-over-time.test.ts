// What happens by itself as days go by: notice states, renewals, approach tasks, ended contracts, silent leavers, win-back.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { openOrgUnderTest, refused, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

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
const faults = (): Promise<readonly Fields[]> => org.rows('SELECT Flow_Name__c, Element__c, Message__c FROM Flow_Fault__c');

test('a contract goes through its notice states on their days, and is touched on no other day', async () => {
  const id = await contract(await account('Bakery'), {
    End_Date__c: '2027-06-30',
    Notice_Length__c: 1,
    Notice_Unit__c: 'Months',
    Auto_Renews__c: 'Yes',
    Renewal_Term_Months__c: 12,
  });
  const regime = await one(
    `SELECT Notice_Regime__r.Lead_Time_Days__c, Notice_Regime__r.Last_Days__c, Approach_Date__c FROM Competitor_Contract__c WHERE Id = '${id}'`,
  );
  const { Last_Days__c: lastDays } = regime?.['Notice_Regime__r'] as { Last_Days__c: number };
  const approach = String(regime?.['Approach_Date__c']);
  const lastDaysBegin = new Date(Date.parse('2027-05-31') - lastDays * 86_400_000).toISOString().slice(0, 10);
  const state = async (): Promise<unknown[]> => {
    const found = await one(
      `SELECT Notice_State__c, State_Changes_On_Date__c, Decision_Date__c, Current_End_Date__c FROM Competitor_Contract__c WHERE Id = '${id}'`,
    );
    return Object.values(found ?? {});
  };
  assert.deepEqual(await state(), ['Too Early', approach, '2027-05-31', '2027-06-30']);
  const modified = await one(`SELECT SystemModstamp FROM Competitor_Contract__c WHERE Id = '${id}'`);
  await runUntil(new Date(Date.parse(approach) - 86_400_000).toISOString().slice(0, 10));
  assert.deepEqual(await one(`SELECT SystemModstamp FROM Competitor_Contract__c WHERE Id = '${id}'`), modified);
  await runUntil(approach);
  assert.deepEqual(await state(), ['In Window', lastDaysBegin, '2027-05-31', '2027-06-30']);
  await runUntil(lastDaysBegin);
  assert.deepEqual(await state(), ['Last Days', '2027-06-01', '2027-05-31', '2027-06-30']);
  await runUntil('2027-06-01');
  assert.deepEqual(await state(), ['Rolled Over', '2027-07-01', '2027-05-31', '2027-06-30']);
  assert.deepEqual(await faults(), []);
});

test('tacit renewal by the same term rolls the contract forward; a contract that does not renew has ended', async () => {
  const renewing = await contract(await account('Renews'), {
    Product_Category__c: 'Waste Collection',
    End_Date__c: '2026-12-31',
    Auto_Renews__c: 'Yes',
    Renewal_Term_Months__c: 12,
    Notice_Length__c: 3,
    Notice_Unit__c: 'Months',
  });
  const ending = await contract(await account('Ends'), { End_Date__c: '2026-12-31', Auto_Renews__c: 'No' });
  await runUntil('2027-01-01');
  const dates = (id: string): Promise<Fields | undefined> =>
    one(`SELECT Notice_State__c, Current_End_Date__c, Decision_Date__c FROM Competitor_Contract__c WHERE Id = '${id}'`);
  assert.deepEqual(await dates(renewing), {
    Notice_State__c: 'Too Early',
    Current_End_Date__c: '2027-12-31',
    Decision_Date__c: '2027-09-30',
  });
  assert.deepEqual(await dates(ending), { Notice_State__c: 'Unknown', Current_End_Date__c: null, Decision_Date__c: null });
});

test('a contract with us that ends loses the customer, unless another one follows', async () => {
  const own = async (name: string): Promise<string> => {
    const id = await account(name);
    await org.create('Contract', {
      AccountId: id,
      Product_Category__c: 'Internet',
      StartDate: '2025-12-01',
      ContractTerm: 12,
      Status: 'Activated',
    });
    return id;
  };
  const [leaves, stays] = [await own('Leaves'), await own('Stays')];
  await org.create('Contract', {
    AccountId: stays,
    Product_Category__c: 'Internet',
    StartDate: '2026-12-01',
    ContractTerm: 12,
    Status: 'Activated',
  });
  await runUntil('2026-11-30');
  assert.deepEqual(await org.stages(leaves), { Internet: 'ONBOARDING' });
  await runUntil('2026-12-01');
  assert.deepEqual([await org.stages(leaves), await org.stages(stays)], [{ Internet: 'LOST' }, { Internet: 'ONBOARDING' }]);
  assert.deepEqual(await one(`SELECT Reason__c, Evidence_Kind__c FROM Lifecycle_Position__c WHERE Account__c = '${leaves}'`), {
    Reason__c: 'The last contract with us has ended',
    Evidence_Kind__c: 'Contract',
  });
});

test('a contract with us that renews by itself begins its next terms, and the customer stays until it is cancelled', async () => {
  const own = async (name: string, more: Fields): Promise<readonly [contract: string, account: string]> => {
    const AccountId = await account(name);
    const fields = { AccountId, Product_Category__c: 'Internet', StartDate: '2024-12-01', Status: 'Activated', Renewal_Term_Months__c: 12 };
    return [await org.create('Contract', { ...fields, ...more }), AccountId];
  };
  const [yearly, customer] = await own('Yearly', { ContractTerm: 24 });
  const [late] = await own('Unseen for long', { ContractTerm: 12, Renewal_Term_Months__c: 3 });
  const [cancelled, leaver] = await own('Cancelled', { ContractTerm: 24 });
  await org.update('Contract', cancelled, { Cancelled_On_Date__c: '2026-11-23' });
  const terms = (id: string): Promise<Fields | undefined> =>
    one(`SELECT ContractTerm, EndDate, Renewal_Count__c, Renewed_On_Date__c, Is_End_Noted__c FROM Contract WHERE Id = '${id}'`);
  const nextEnd = async (): Promise<unknown> =>
    (await one(`SELECT Next_Own_End_Date__c FROM Account WHERE Id = '${customer}'`))?.['Next_Own_End_Date__c'];
  await runUntil('2026-11-30');
  const running = { ContractTerm: 24, EndDate: '2026-11-30', Renewal_Count__c: null, Renewed_On_Date__c: null, Is_End_Noted__c: false };
  assert.deepEqual([await terms(yearly), await nextEnd()], [running, '2026-11-30']);
  const caughtUp = {
    ContractTerm: 24,
    EndDate: '2026-11-30',
    Renewal_Count__c: 4,
    Renewed_On_Date__c: '2026-09-01',
    Is_End_Noted__c: false,
  };
  assert.deepEqual(await terms(late), caughtUp);
  await runUntil('2026-12-01');
  const renewed = {
    ContractTerm: 36,
    EndDate: '2027-11-30',
    Renewal_Count__c: 1,
    Renewed_On_Date__c: '2026-12-01',
    Is_End_Noted__c: false,
  };
  assert.deepEqual([await terms(yearly), await nextEnd()], [renewed, '2027-11-30']);
  assert.deepEqual((await terms(late))?.['EndDate'], '2027-02-28');
  assert.deepEqual([await terms(cancelled), await org.stages(leaver)], [{ ...running, Is_End_Noted__c: true }, { Internet: 'LOST' }]);
  assert.deepEqual(await org.stages(customer), { Internet: 'ONBOARDING' });
  await refused(org.update('Contract', yearly, { Renewal_Term_Months__c: 0 }), /one month or more/);
  assert.deepEqual(await faults(), []);
});

test('who nears the end of our contract without contact is a silent leaver, until somebody calls', async () => {
  const [silent, spoken] = [await account('Silent'), await account('Spoken', { Last_Contact_Date__c: '2026-11-20' })];
  for (const AccountId of [silent, spoken])
    await org.create('Contract', { AccountId, Product_Category__c: 'Gas', StartDate: '2026-02-01', ContractTerm: 12, Status: 'Activated' });
  await runUntil('2026-11-24');
  const marked = async (): Promise<unknown[]> =>
    (await org.rows('SELECT Name FROM Account WHERE Is_Silent_Leaver__c = true')).map((row) => row['Name']);
  assert.deepEqual(await marked(), ['Silent']);
  const call = await org.create('Task', { WhatId: silent, Subject: 'Call' });
  await org.update('Task', call, { Status: 'Completed' });
  assert.deepEqual(await marked(), []);
});

test('on the win-back date an open gate starts win-back; a blocked one does not; who came back is left alone', async () => {
  const lost = async (name: string, more: Fields = {}): Promise<string> => {
    const id = await account(name);
    await org.create('Exit_Survey__c', {
      Account__c: id,
      Product_Category__c: 'Internet',
      Loss_Date__c: '2025-12-01',
      Reason__c: 'Better Price',
      ...more,
    });
    return id;
  };
  const [open, blocked, back] = [await lost('Open'), await lost('Blocked', { Parted_On_Good_Terms__c: 'No' }), await lost('Back')];
  await org.create('Opportunity', {
    AccountId: back,
    Name: 'Again',
    StageName: 'Closed Won',
    CloseDate: '2026-11-23',
    Product_Category__c: 'Internet',
  });
  const product = await org.create('Product2', { Name: 'Fibre 1G', Product_Category__c: 'Internet', IsActive: true });
  const offer = { Name: 'Welcome back', Offer__c: 'Three months free', External_Id__c: 'welcome-back', Is_Active__c: true };
  const proposition = await org.create('Proposition__c', offer);
  await org.create('Product_Proposition__c', { Product__c: product, Proposition__c: proposition, Is_Allowed__c: true });
  await runUntil('2026-11-30');
  assert.deepEqual(await org.stages(open), { Internet: 'LOST' });
  await runUntil('2026-12-03');
  assert.deepEqual(
    [await org.stages(open), await org.stages(blocked), await org.stages(back)],
    [{ Internet: 'WIN-BACK' }, { Internet: 'LOST' }, { Internet: 'ONBOARDING' }],
  );
  const [task, ...others] = await org.rows("SELECT WhatId, ActivityDate, Description FROM Task WHERE Task_Kind__c = 'Win-Back'");
  assert.deepEqual([task?.['WhatId'], task?.['ActivityDate'], others], [open, '2026-12-01', []]);
  assert.match(String(task?.['Description']), /An offer that fits: Welcome back\. Three months free$/);
  assert.deepEqual(await faults(), []);
});

test('a fault of the night is written down for the admin, leaves nothing half-done, and is tried again', async () => {
  const id = await account('Left');
  await org.create('Exit_Survey__c', { Account__c: id, Product_Category__c: 'Internet', Loss_Date__c: '2025-11-25', Reason__c: 'Unknown' });
  const stage = await org.stageId('WIN-BACK');
  await org.update('Lifecycle_Stage__c', stage, { External_Id__c: 'WINBACK' });
  await runUntil('2026-11-25');
  const [fault] = await org.rows('SELECT Flow_Name__c, Element__c, Message__c, Record_Id__c FROM Flow_Fault__c');
  assert.deepEqual([fault?.['Flow_Name__c'], fault?.['Element__c']], ['Exit_Survey_Scheduled_Start_Win_Back', 'Move_To_Win_Back']);
  assert.match(String(fault?.['Message__c']), /The stage WIN-BACK is missing/);
  assert.deepEqual(await org.stages(id), { Internet: 'LOST' });
  assert.deepEqual(await org.rows("SELECT Id FROM Task WHERE Task_Kind__c = 'Win-Back'"), []);
  await org.update('Lifecycle_Stage__c', stage, { External_Id__c: 'WIN-BACK' });
  await runUntil('2026-11-26');
  assert.deepEqual(await org.stages(id), { Internet: 'WIN-BACK' });
});

test('a notice regime that covers the same contracts on the same days with the same priority is refused', async () => {
  const regime: Fields = {
    Product_Category__c: 'Internet',
    Phase__c: 'First Term',
    Connection_Size__c: 'Any',
    Legal_Form_Group__c: 'Any',
    Priority__c: 7,
    Is_Active__c: true,
    Notice_Length__c: 1,
    Notice_Unit__c: 'Months',
    Tacit_Renewal__c: 'Monthly',
    Lead_Time_Days__c: 60,
    Last_Days__c: 14,
    Valid_Until_Date__c: '2027-06-30',
    Source__c: 'Test',
    Checked_On_Date__c: '2026-11-01',
  };
  const save = (name: string, more: Fields): Promise<string> =>
    org.create('Notice_Regime__c', { ...regime, Name: name, External_Id__c: name.toLowerCase(), ...more });
  await save('First', {});
  await refused(
    save('Second', { Valid_From_Date__c: '2027-06-30', Valid_Until_Date__c: null }),
    /the same contracts on the same days as “First”/,
  );
  const second = await save('Second', { Valid_From_Date__c: '2027-07-01', Valid_Until_Date__c: null });
  await refused(org.update('Notice_Regime__c', second, { Valid_From_Date__c: '2027-01-01' }), /as “First”/);
  await save('Third', { Priority__c: 8 });
  await save('Fourth', { Is_Active__c: false });
});

test('the win-back date follows what is learnt about the new contract, and correcting the loss leaves that contract alone', async () => {
  const id = await account('Moves');
  const exit = await org.create('Exit_Survey__c', {
    Account__c: id,
    Product_Category__c: 'Internet',
    Loss_Date__c: '2026-11-20',
    Reason__c: 'Better Price',
    New_Competitor__c: provider,
    New_Contract_End_Date__c: '2027-06-30',
    New_Notice_Length__c: 1,
    New_Notice_Unit__c: 'Months',
  });
  const learnt = await one(`SELECT Id FROM Competitor_Contract__c WHERE Account__c = '${id}'`);
  await org.update('Competitor_Contract__c', String(learnt?.['Id']), { End_Date__c: '2027-04-30' });
  await runUntil('2026-11-24');
  const contractNow = await one(
    `SELECT End_Date__c, Decision_Date__c, Approach_Date__c FROM Competitor_Contract__c WHERE Account__c = '${id}'`,
  );
  assert.deepEqual([contractNow?.['End_Date__c'], contractNow?.['Decision_Date__c']], ['2027-04-30', '2027-03-31']);
  const plan = (): Promise<Fields | undefined> =>
    one(`SELECT Win_Back_Date__c, Planned_For_Decision_Date__c, Is_Plan_Outdated__c FROM Exit_Survey__c WHERE Id = '${exit}'`);
  const expected = {
    Win_Back_Date__c: contractNow?.['Approach_Date__c'],
    Planned_For_Decision_Date__c: '2027-03-31',
    Is_Plan_Outdated__c: false,
  };
  assert.deepEqual(await plan(), expected);
  await org.update('Exit_Survey__c', exit, { Loss_Date__c: '2026-11-10' });
  assert.deepEqual(await plan(), expected);
  assert.equal((await one(`SELECT End_Date__c FROM Competitor_Contract__c WHERE Account__c = '${id}'`))?.['End_Date__c'], '2027-04-30');
});
