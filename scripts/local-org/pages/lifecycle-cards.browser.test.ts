import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Connection } from 'jsforce';
import type { Locator, Page } from 'playwright-core';
import { assertAccessible, assertNoSidewaysScrolling, settled, startPages, until, type PagesUnderTest } from './pages-under-test.ts';
import { funnelReports } from './reports-under-test.ts';

const MANAGER = 'sales.manager@local.example';
const LOYALTY = 'loyalty.manager@local.example';

let pages: PagesUnderTest;
let connection: Connection;
let accounts: readonly string[];

type Fields = Readonly<Record<string, unknown>>;

async function one(soql: string): Promise<Fields> {
  const { records } = await connection.query<Fields>(soql);
  const { attributes: _attributes, ...fields } = records[0] ?? {};
  return fields;
}

const position = (account: string | undefined, stage: string, since: string, more: Fields = {}): Fields => ({
  Account__c: account,
  Product_Category__c: 'Internet',
  Lifecycle_Stage__r: { External_Id__c: stage },
  Since_Date__c: since,
  Reason__c: 'Said so on the phone',
  Evidence_Kind__c: 'Conversation',
  Evidence_Summary__c: 'Phone call with the owner',
  ...more,
});

before(async () => {
  pages = await startPages();
  connection = await pages.loadRules();
  const rep = await one("SELECT Id FROM User WHERE Username = 'olivier.oost@local.example'");
  accounts = await pages.create(
    'Account',
    ['Bakkerij Jansen', 'De Wit Installaties B.V.', 'Garage Wiel', 'Hotel Zee', 'Kapsalon Knip'].map((Name) => ({
      Name,
      OwnerId: rep['Id'],
      Phone: '+31 85 100 0001',
    })),
  );
  const [jansen, dewit, wiel, zee] = accounts;
  const leaving = { Retention_Reason__c: 'Better Price' };
  await pages.create('Lifecycle_Position__c', [
    position(jansen, 'RETENTION', '2026-09-01', leaving),
    position(dewit, 'RETENTION', '2026-10-01', leaving),
    position(wiel, 'RETENTION', '2026-11-20', leaving),
    position(zee, 'CARE', '2026-06-01'),
    position(zee, 'ONBOARDING', '2026-10-01', { Product_Category__c: 'Gas' }),
    position(jansen, 'PROSPECT', '2026-03-01', { Product_Category__c: 'Gas' }),
  ]);
  await pages.create('Feedback__c', [
    {
      Account__c: wiel,
      Score__c: 4,
      Process__c: 'Delivery',
      Comment__c: 'Three weeks without a phone',
      Suggestion_Service__c: 'Call back',
    },
    { Account__c: zee, Score__c: 10, Process__c: 'Sales', Given_On_Date__c: '2026-09-15' },
  ]);
  await pages.create('Exit_Survey__c', [
    { Account__c: dewit, Product_Category__c: 'Gas', Reason__c: 'Better Price', Parted_On_Good_Terms__c: 'No', Loss_Date__c: '2026-05-01' },
  ]);
});
after(() => pages.close());

const funnel = (page: Page): Locator => page.locator('c-lifecycle-funnel');

test('a manager goes from the funnel to the accounts that are stuck and gives them to somebody else', async () => {
  const { page, faults } = await pages.open('/', { as: MANAGER });
  await funnel(page).locator('table').waitFor();
  await assertAccessible(page);
  await funnel(page).getByRole('button', { name: 'Behoud: vastgelopen: 2' }).click();
  const records = page.locator('c-funnel-records');
  await records.getByText('2 records').waitFor();
  await settled(page);
  assert.deepEqual(await records.locator('a.link').allTextContents(), ['Bakkerij Jansen', 'De Wit Installaties B.V.']);
  await assertAccessible(page);
  await records.getByLabel('Alle getoonde selecteren').check();
  await records.getByText('2 klanten geselecteerd').waitFor();
  await records.getByRole('combobox', { name: 'Nieuwe relatiebeheerder' }).click();
  await page.getByRole('option', { name: 'Noor Noord' }).click();
  await records.getByRole('button', { name: 'Overdragen' }).click();
  await records.getByText('2 klanten hebben nu Noor Noord als relatiebeheerder.').waitFor();
  assert.deepEqual(await one(`SELECT Relationship_Owner__r.Name FROM Account WHERE Id = '${accounts[1]}'`).then(nameOfOwner), 'Noor Noord');
  await page.getByRole('combobox', { name: 'Relatiebeheerder' }).first().click();
  await page.getByRole('option', { name: 'Noor Noord' }).click();
  await funnel(page).getByRole('button', { name: 'Behoud: vastgelopen: 2' }).waitFor();
  assert.deepEqual(faults, []);
});

function nameOfOwner({ Relationship_Owner__r: owner }: Fields): unknown {
  return (owner as Fields | null)?.['Name'];
}

test('each number of the funnel opens exactly as many records as it says, and as the reports say', async () => {
  const { page, faults } = await pages.open('/', { as: MANAGER });
  await funnel(page).locator('table').waitFor();
  // the days of the report of moves
  await page.getByRole('combobox', { name: 'Periode' }).click();
  await page.getByRole('option', { name: 'Afgelopen 90 dagen' }).click();
  await settled(page);
  const expected = new Map(await funnelReports(connection));
  const numbers = funnel(page).locator('[data-number]');
  const count = await numbers.count();
  assert.ok(count > 15, `${count} numbers`);
  for (let at = 0; at < count; at += 1) {
    const number = numbers.nth(at);
    const text = (await number.innerText()).split('\n')[0] ?? '';
    const says = (await number.getAttribute('aria-label')) ?? text;
    const row = await number.getAttribute('data-row');
    const name = `${(await number.getAttribute('data-number')) ?? ''} ${row ?? ''}`;
    if (expected.has(name)) assert.equal(Number(text.replace(/\D/g, '')), expected.get(name), says);
    expected.delete(name);
    await number.click();
    const records = page.locator('c-funnel-records');
    if (text === '0') continue;
    await records.locator('tbody tr').first().waitFor();
    await settled(page);
    // a share opens the moves that it is the share of
    if (!text.includes('%')) assert.equal(await records.locator('tbody tr').count(), Number(text.replace(/\D/g, '')), says);
    assert.equal(await records.locator('.warning').count(), 0, says);
    await page.keyboard.press('Escape');
    await records.waitFor({ state: 'detached' });
  }
  // what a report counts more than nothing of, the funnel shows
  assert.deepEqual(
    [...expected].filter(([, counted]) => counted > 0),
    [],
  );
  assert.deepEqual(faults, []);
});

test('the funnel speaks the words of another model, and fits a phone', async () => {
  const { page, faults } = await pages.open('/', { as: MANAGER, width: 320, height: 800 });
  await funnel(page).locator('table').waitFor();
  await assertNoSidewaysScrolling(page);
  await page.getByRole('combobox', { name: 'Namen van de fasen' }).click();
  await page.getByRole('option', { name: 'Klantenwerving tot reactivering' }).click();
  await funnel(page)
    .getByRole('rowheader', { name: /^Fidelisering/ })
    .waitFor();
  await funnel(page)
    .getByRole('button', { name: /^Retentie: vastgelopen/ })
    .click();
  await page.locator('c-funnel-records').getByText('2 records').waitFor();
  await assertAccessible(page);
  await assertNoSidewaysScrolling(page);
  assert.deepEqual(faults, []);
});

test('a loyalty manager sees a low score, writes down what came of the call, and the loop is closed', async () => {
  const { page, faults } = await pages.open('/', { as: LOYALTY });
  const loops = page.locator('c-feedback-loops');
  await loops.getByText('Three weeks without a phone').waitFor();
  await assertAccessible(page);
  await loops.getByRole('button', { name: 'Uitkomst opschrijven: Garage Wiel' }).click();
  await loops.getByRole('button', { name: 'Afronden en lus sluiten' }).click();
  await loops.getByText('Schrijf eerst de uitkomst van het gesprek op.').waitFor();
  await loops.getByLabel('Wat leverde het gesprek op, in één zin').fill('Monteur komt morgen');
  await page.reload();
  await loops.getByRole('button', { name: 'Uitkomst opschrijven: Garage Wiel' }).click();
  await until(async () => (await loops.getByLabel('Wat leverde het gesprek op, in één zin').inputValue()) === 'Monteur komt morgen');
  await loops.getByRole('button', { name: 'Afronden en lus sluiten' }).click();
  await loops.getByText('Garage Wiel: de lus is gesloten.').waitFor();
  await loops.getByText('Iedereen is gebeld').waitFor();
  const { Call_Task_Id__c: call, ...loop } = await one(
    `SELECT Loop_State__c, Loop_Outcome__c, Call_Task_Id__c FROM Feedback__c WHERE Account__c = '${accounts[2]}'`,
  );
  assert.deepEqual(loop, { Loop_State__c: 'Closed', Loop_Outcome__c: 'Monteur komt morgen' });
  // closed by the call that was made, not by the click
  assert.deepEqual(await one(`SELECT Status FROM Task WHERE Id = '${String(call)}'`), { Status: 'Completed' });
  await page.locator('c-feedback-latest').getByText('Gebeld: Monteur komt morgen').waitFor();
  assert.deepEqual(faults, []);
});

test('feedback is registered anonymously, and a number of the trend opens its scores', async () => {
  const { page, faults } = await pages.open('/', { as: LOYALTY });
  await page.getByRole('button', { name: 'Feedback vastleggen' }).click();
  const form = page.locator('c-feedback-form');
  await form.getByText('9', { exact: true }).click();
  await form.getByText('Anoniem: noemt niemand').click();
  await form.getByLabel('Wat werd gezegd').fill('Prima zo');
  await assertAccessible(page);
  await form.getByRole('button', { name: 'Opslaan' }).click();
  await page.getByText('Cijfer 9 is vastgelegd.').waitFor();
  await page.locator('c-feedback-latest').getByText('Prima zo').waitFor();
  await page
    .locator('c-feedback-trend')
    .getByRole('button', { name: /^nov 2026: Criticasters 0–6: 1$/ })
    .click();
  await page.locator('c-feedback-latest').getByText('1 cijfer', { exact: true }).waitFor();
  assert.deepEqual(faults, []);
});

test('bad terms block win-back until an exception says why not', async () => {
  const { page, faults } = await pages.open('/', { as: LOYALTY, width: 320, height: 800 });
  const card = page.locator('c-exit-and-winback');
  await card.getByRole('button', { name: /geblokkeerd/ }).click();
  await card.getByText('Geblokkeerd: niet in goede verstandhouding uit elkaar').waitFor();
  await card.getByRole('button', { name: 'Uitzondering maken: De Wit Installaties B.V.' }).click();
  await card.getByText('De contactpersoon heeft een andere werkgever').click();
  await card.getByLabel('Welk aanbod, of wie er weg is').fill('Nieuwe directeur sinds mei');
  await assertAccessible(page);
  await assertNoSidewaysScrolling(page);
  await card.getByRole('button', { name: 'Opslaan' }).click();
  await card.getByText('Niemand hier').waitFor();
  await card.getByRole('button', { name: /vertrokken in totaal/ }).click();
  await card.getByText('Nieuwe directeur sinds mei', { exact: true }).waitFor();
  assert.deepEqual(faults, []);
});

test('on the page of an account a gate is ticked and decided, and a critical moment becomes a task', async () => {
  const { page, faults } = await pages.open(`/lightning/r/Account/${accounts[3]}/view`);
  await page.getByRole('tab', { name: 'Gates and moments' }).click();
  const card = page.locator('c-gates-and-moments');
  await card.getByRole('combobox', { name: 'Product category and stage' }).click();
  await page.getByRole('option', { name: 'Internet · Care' }).click();
  await card.getByRole('button', { name: 'Start the check' }).click();
  // what the org knows of itself is ticked already
  await card.getByText('2 of 3 criteria ticked').waitFor();
  await card.getByLabel('Why, in one sentence').fill('Asked for a second line');
  await card.getByRole('button', { name: 'Go', exact: true }).click();
  await card.getByText(/Not ticked yet, and required for Go: A further need was mentioned/).waitFor();
  for (const criterion of await card.getByRole('checkbox').all()) await criterion.check();
  await card.getByText('3 of 3 criteria ticked').waitFor();
  await assertAccessible(page);
  await card.getByRole('button', { name: 'Go', exact: true }).click();
  await card.getByText('Internet · Development since 22-11-2026, 0 days').waitFor();
  await card.getByText('Asked for a second line').waitFor();
  await card.getByTitle('Register: Selling before solving').click();
  await card.getByLabel('What did you see or hear?').fill('A colleague offered a bundle');
  await card.getByRole('button', { name: 'Make the task' }).click();
  await card.getByText('Task made: Risk: Selling before solving').waitFor();
  const task = await one(
    `SELECT Subject, Description, ActivityDate FROM Task WHERE WhatId = '${accounts[3]}' AND Subject = 'Risk: Selling before solving'`,
  );
  assert.match(String(task['Description']), /^A colleague offered a bundle What to do: /);
  assert.deepEqual(faults, []);
});
