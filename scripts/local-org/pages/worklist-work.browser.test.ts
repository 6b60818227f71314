import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import {
  assertAccessible,
  assertNoSidewaysScrolling,
  settled,
  startPages,
  type PagesUnderTest,
  type Sighting,
} from './pages-under-test.ts';

/** Who works through the list, with what a rep may and no more. */
const REP = 'noor.noord@local.example';

let pages: PagesUnderTest;
/** Account ids by name. */
const accounts = new Map<string, string>();

const CONTRACT = { Status__c: 'Active', Notice_Length__c: 1, Notice_Unit__c: 'Months', Auto_Renews__c: 'Yes', Monthly_Value__c: 412.5 };
const rules = (name: string): readonly Readonly<Record<string, unknown>>[] =>
  (
    JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../config/rules', name), 'utf8')) as {
      records: Record<string, unknown>[];
    }
  ).records;

before(async () => {
  pages = await startPages();
  const rep = pages.speakEnglish(REP);
  await pages.create('Notice_Regime__c', [
    {
      Name: 'Any contract, first term',
      External_Id__c: 'any-first-term',
      Phase__c: 'First Term',
      Connection_Size__c: 'Any',
      Legal_Form_Group__c: 'Any',
      Notice_Length__c: 1,
      Notice_Unit__c: 'Months',
      Tacit_Renewal__c: 'Monthly',
      Source__c: 'Made up for this test',
      Checked_On_Date__c: '2026-11-01',
      Lead_Time_Days__c: 60,
      Last_Days__c: 14,
      Priority__c: 1,
      Is_Active__c: true,
    },
  ]);
  await pages.create('Consent_Rule__c', rules('consent-rules.json'));
  await pages.create('Frequency_Policy__c', rules('marketing-frequency-policies.json'));
  const [polder, noordlicht] = await pages.create('Competitor__c', [
    { Name: 'Polder Telecom', External_Id__c: 'polder-telecom', Is_Active__c: true, Review_State__c: 'Confirmed' },
    { Name: 'Noordlicht Energie', External_Id__c: 'noordlicht-energie', Is_Active__c: true, Review_State__c: 'Confirmed' },
  ]);
  const names = ['Bakkerij Jansen', 'De Wit Installaties', 'Kantoor Noord', 'Garage Oost', 'Slagerij West'];
  const ids = await pages.create(
    'Account',
    names.map((Name, index) => ({
      Name,
      KvK_Number__c: String(91_000_000 + index),
      Legal_Form__c: index === 0 ? 'Sole Proprietorship' : 'Private Limited Company',
      BillingCity: 'Zwolle',
      OwnerId: rep,
    })),
  );
  names.forEach((name, index) => accounts.set(name, ids[index] ?? ''));
  const contracts = await pages.create('Competitor_Contract__c', [
    ...ids.map((account, index) => ({
      ...CONTRACT,
      Account__c: account,
      Competitor__c: polder,
      Product_Category__c: 'Internet',
      End_Date__c: `2027-01-${10 + index}`,
      Date_Precision__c: 'Month',
      Confidence__c: 'Low',
      External_Id__c: `internet-${index}`,
    })),
    {
      ...CONTRACT,
      Account__c: ids[0],
      Competitor__c: noordlicht,
      Product_Category__c: 'Gas',
      End_Date__c: '2027-01-31',
      External_Id__c: 'gas-0',
    },
    {
      ...CONTRACT,
      Account__c: ids[4],
      Competitor__c: noordlicht,
      Product_Category__c: 'Gas',
      End_Date__c: '2026-12-31',
      External_Id__c: 'gas-4',
    },
  ]);
  await pages.create('Contract_Claim__c', [
    {
      Competitor_Contract__c: contracts[0],
      Source__c: 'Website of the provider',
      Said_On_Date__c: '2026-10-01',
      Said_End_Date__c: '2027-03-31',
      External_Id__c: 'claim-0',
    },
  ]);
  await pages.create('Contact', [
    { LastName: 'Jansen', FirstName: 'Jan', AccountId: ids[0], Email: 'jan@bakkerij.example' },
    { LastName: 'De Wit', FirstName: 'Els', AccountId: ids[1], Email: 'els@dewit.example' },
    { LastName: 'Oost', FirstName: 'Olga', AccountId: ids[3], Email: 'olga@oost.example' },
  ]);
  await pages.create('Campaign', [
    { Name: 'Winterpost', IsActive: true, Type: 'Direct Mail', Status: 'In Progress', Message_Kind__c: 'Commercial' },
    { Name: 'Belronde', IsActive: true, Type: 'Telemarketing', Status: 'In Progress', Message_Kind__c: 'Commercial' },
  ]);
  await pages.create('Team_Capacity__c', [{ Name: 'Zwolle', Calls_Per_Week__c: 2, Valid_From_Date__c: '2026-01-01' }]);
});
after(() => pages.close());

const WORKLIST = '/lightning/n/Expiry_Worklist?c__window=next90&c__owner=all';
const openList = (): Promise<Sighting> => pages.open(WORKLIST, { as: REP });
const row = (page: Page, name: string): Locator => page.locator('c-worklist-table tr.row').filter({ hasText: name });
/** Verdicts, statements and contacts come after the rows. */
const ready = async (page: Page): Promise<void> => {
  await page.locator('c-worklist-table table').waitFor();
  await settled(page);
};
const action = (page: Page, name: string): Promise<void> =>
  page.locator('c-worklist-bulk').getByRole('button', { name, exact: true }).first().click();
const confirm = (page: Page, name: string): Promise<void> =>
  page.locator('c-worklist-bulk .panel').getByRole('button', { name, exact: true }).click();
const choose = async (page: Page, filter: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: filter }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
async function ask(soql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const response = await fetch(`${pages.org.url}/services/data/v68.0/query?q=${encodeURIComponent(soql)}`, {
    headers: { authorization: `Bearer ${pages.org.accessToken}` },
  });
  return ((await response.json()) as { records: Record<string, unknown>[] }).records;
}

test('a row says why it is here, how sure that is, what others say and whether the customer may be approached', async () => {
  const { page, faults } = await openList();
  await ready(page);
  const jansen = row(page, 'Bakkerij Jansen').first();
  await jansen.getByText('or 31-03-2027?').waitFor();
  await jansen.getByText('Month only').waitFor();
  await jansen.getByText('Confidence: Low').waitFor();
  await jansen.getByText('Approach since').waitFor();
  await jansen.getByText('No contact yet').waitFor();
  await jansen.getByText('Phone').waitFor();
  await jansen.getByRole('button', { name: /1 statement/ }).click();
  await page.getByText('Ends 31-03-2027', { exact: true }).waitFor();
  await page.getByText('Website of the provider, on 01-10-2026').waitFor();
  await page.locator('c-worklist-row-details').getByText('Jan Jansen').first().waitFor();
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

test('an org without consent loses that column and nothing else', async () => {
  const { page } = await pages.open('/lightning/o/Competitor__c/list');
  await page.route('**/graphql', async (route) => {
    if (!(route.request().postData() ?? '').includes('Consent_Verdict__c')) return route.continue();
    const message =
      "Validation error (FieldUndefined@[uiapi/query/Consent_Verdict__c]) : Field 'Consent_Verdict__c' in type 'RecordQuery' is undefined";
    return route.fulfill({ json: { data: {}, errors: [{ message }] } });
  });
  await page.getByRole('link', { name: 'Expiry Worklist' }).click();
  await ready(page);
  await page.getByText('consent is not installed, or you have no access to it').waitFor();
  await settled(page);
  assert.equal(await page.getByRole('columnheader', { name: 'May we approach?' }).count(), 0);
});

test('calls are planned by keyboard, once per contract, and not with whom nobody may call', async () => {
  const { page, faults } = await openList();
  await ready(page);
  await page.locator('c-worklist-table a.account').first().focus();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('3 selected').first().waitFor();
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor({ state: 'detached' });
  await page.keyboard.press('p');
  await page.locator('c-worklist-bulk').getByRole('heading', { name: 'Plan call' }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('c-worklist-bulk').getByRole('heading', { name: 'Plan call' }).waitFor({ state: 'detached' });
  await page.keyboard.press('p');
  await page
    .locator('c-worklist-bulk')
    .getByText(/Bakkerij Jansen · Internet – Call: may not/)
    .waitFor();
  await assertAccessible(page);
  await confirm(page, 'Plan call');
  await page.getByText('2 calls planned.').waitFor();
  await page.getByText('Call planned for today').first().waitFor();
  const tasks = await ask("SELECT WhatId, ActivityDate, Source_Record_Id__c, Subject FROM Task WHERE Task_Kind__c = 'Approach'");
  assert.equal(tasks.length, 2);
  assert.equal(tasks[0]?.['ActivityDate'], '2026-11-22');
  assert.equal((await ask('SELECT Id FROM Competitor_Contract__c WHERE Approach_Task_For_Date__c != null')).length, 2);

  await row(page, 'Slagerij West').first().getByRole('checkbox').check();
  await action(page, 'Plan call');
  await page.getByText('a call is planned for 22-11-2026').waitFor();
  await page.locator('c-worklist-bulk .panel').getByRole('button', { name: 'Plan call', disabled: true }).waitFor();
  assert.deepEqual(faults, []);
});

test('what was planned can be undone', async () => {
  const { page } = await openList();
  await ready(page);
  await row(page, 'Garage Oost').first().getByRole('checkbox').check();
  await action(page, 'Plan call');
  await choose(page, 'Who calls', 'Me');
  await confirm(page, 'Plan call');
  await page.getByText('1 call planned.').waitFor();
  const planned = await ask('SELECT Id FROM Task');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
  assert.equal((await ask('SELECT Id FROM Task')).length, planned.length - 1);
});

test('a snooze ends before the last day to give notice, hides the row from everybody, and can be ended', async () => {
  const { page, faults } = await openList();
  await ready(page);
  await row(page, 'Slagerij West').first().getByRole('checkbox').check();
  await row(page, 'Kantoor Noord').first().getByRole('checkbox').check();
  await action(page, 'Snooze');
  await page.locator('c-worklist-bulk').getByLabel('Back on').fill('01-12-2026');
  await page.keyboard.press('Tab');
  await page.getByText(/the last day to give notice is \d\d-11-2026: choose an earlier day/).waitFor();
  await confirm(page, 'Snooze');
  await page.getByText('1 contract snoozed.').waitFor();
  await page.getByText('1 not done, and still selected:').waitFor();
  await page.getByText('1 selected').first().waitFor();
  await row(page, 'Kantoor Noord').waitFor({ state: 'detached' });
  await choose(page, 'Show', 'Snoozed');
  await row(page, 'Kantoor Noord').getByText('snoozed until 01-12-2026').waitFor();
  await row(page, 'Kantoor Noord').getByRole('checkbox').check();
  await action(page, 'Put back on the list');
  await confirm(page, 'Put back on the list');
  await page.getByText('1 contract is back on the list.').waitFor();
  assert.deepEqual(faults, []);
});

test('putting aside needs a reason, and the reason stands with what was put aside', async () => {
  const { page, faults } = await openList();
  await ready(page);
  await row(page, 'Kantoor Noord').first().getByRole('checkbox').check();
  await action(page, 'Not relevant');
  await page.locator('c-worklist-bulk .panel').getByRole('button', { name: 'Not relevant', disabled: true }).waitFor();
  await choose(page, 'Why not relevant', 'Business Ended');
  await confirm(page, 'Not relevant');
  await page.getByText('1 contract put aside.').waitFor();
  await choose(page, 'Show', 'Not relevant');
  await row(page, 'Kantoor Noord').getByText('Business Ended').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
  assert.equal((await ask("SELECT Id FROM Competitor_Contract__c WHERE Status__c = 'Not Relevant'")).length, 0);
  assert.deepEqual(faults, []);
});

test('before anybody is added to a campaign it says who gets in, who does not, and why', async () => {
  const { page, faults } = await openList();
  await ready(page);
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).check();
  await action(page, 'Add to campaign');
  await choose(page, 'Campaign', 'Winterpost');
  const checks = page.locator('c-worklist-campaign li');
  await checks.filter({ hasText: 'De Wit Installaties' }).getByText('as Els De Wit').waitFor();
  await checks.filter({ hasText: 'Kantoor Noord' }).getByText('has no contact that could be added').waitFor();
  await choose(page, 'Campaign', 'Belronde');
  await checks
    .filter({ hasText: 'Bakkerij Jansen' })
    .getByText(/Jan Jansen: .+/)
    .waitFor();
  await checks.filter({ hasText: 'Bakkerij Jansen' }).filter({ hasText: '✕' }).waitFor();
  await assertAccessible(page);
  await confirm(page, 'Add to campaign');
  await page.getByText(/people added to the campaign\.|person added to the campaign\./).waitFor();
  const members = await ask("SELECT Contact.Name FROM CampaignMember WHERE Campaign.Name = 'Belronde'");
  assert.ok(members.length > 0);
  assert.equal(JSON.stringify(members).includes('Jansen'), false);
  assert.deepEqual(faults, []);
});

test('an account is assigned with the calls that are planned for it, and found under its new owner', async () => {
  const { page, faults } = await openList();
  await ready(page);
  const [west] = await ask("SELECT Id, OwnerId FROM Task WHERE Subject LIKE '%Gas%'");
  await row(page, 'Slagerij West').first().getByRole('checkbox').check();
  await action(page, 'Assign');
  await choose(page, 'Relationship owner', 'Zoë Zuid');
  await confirm(page, 'Assign');
  await page.getByText('1 account assigned.').waitFor();
  const [zoe] = await ask("SELECT Id FROM User WHERE Name = 'Zoë Zuid'");
  const [account] = await ask("SELECT Relationship_Owner__c FROM Account WHERE Name = 'Slagerij West'");
  assert.equal(account?.['Relationship_Owner__c'], zoe?.['Id']);
  if (west) assert.equal((await ask(`SELECT OwnerId FROM Task WHERE Id = '${String(west['Id'])}'`))[0]?.['OwnerId'], zoe?.['Id']);
  await choose(page, 'Account owner', 'Zoë Zuid');
  await page.getByText('All 2 contracts shown').waitFor();
  assert.deepEqual(faults, []);
});

test('a view is saved, is the start of the next session, is renamed and deleted', async () => {
  const { page, faults } = await openList();
  await ready(page);
  await choose(page, 'Product category', 'Gas');
  const menu = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Actions for views' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };
  await menu('Save as new view');
  const form = page.locator('c-worklist-views .form');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Give the view a name.').waitFor();
  await form.getByRole('textbox', { name: 'Name of the view' }).fill('Gas first');
  await form.getByText('Start with this view').click();
  await assertAccessible(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  const { page: next } = await pages.open('/lightning/n/Expiry_Worklist', { as: REP });
  await next.getByText('All 2 contracts shown').waitFor();
  await next.getByRole('combobox', { name: 'View' }).getByText('Gas first').or(next.getByText('Gas first')).first().waitFor();
  await menu('Rename or share');
  await form.getByRole('textbox', { name: 'Name of the view' }).fill('Gas only');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  assert.deepEqual(
    (await ask('SELECT Name, Is_Default__c FROM Worklist_View__c')).map(({ Name, Is_Default__c }) => [Name, Is_Default__c]),
    [['Gas only', true]],
  );
  await menu('Delete');
  await page.getByText('Delete the view “Gas only”?').waitFor();
  await form.getByRole('button', { name: 'Delete' }).click();
  await form.waitFor({ state: 'detached' });
  assert.equal((await ask('SELECT Id FROM Worklist_View__c')).length, 0);
  assert.deepEqual(faults, []);
});

test('rows of one account stand together when asked for, in both languages and on a phone', async () => {
  const { page, faults } = await pages.open(`${WORKLIST}&c__group=account`, { width: 320, height: 800 });
  await ready(page);
  const groups = page.locator('c-worklist-table tr.group');
  await groups.filter({ hasText: 'Bakkerij Jansen' }).filter({ hasText: '2 contracts shown' }).waitFor();
  await page.getByRole('checkbox', { name: 'Select all contracts of Bakkerij Jansen' }).check();
  await page.getByText('2 selected').first().waitFor();
  await action(page, 'Snooze');
  await assertNoSidewaysScrolling(page);
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});
