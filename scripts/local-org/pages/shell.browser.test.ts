import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  assertAccessible,
  assertNoSidewaysScrolling,
  focusOn,
  settled,
  startPages,
  until,
  type PagesUnderTest,
} from './pages-under-test.ts';

let pages: PagesUnderTest;
let account: string;

before(async () => {
  pages = await startPages();
  const [noordlicht] = await pages.create('Competitor__c', [
    {
      Name: 'Noordlicht Energie',
      External_Id__c: 'noordlicht-energie',
      Is_Active__c: true,
      Review_State__c: 'Confirmed',
      Website__c: 'https://noordlicht.example',
    },
  ]);
  [account = ''] = await pages.create('Account', [
    {
      Name: 'Bakkerij Jansen',
      KvK_Number__c: '01234567',
      Legal_Form__c: 'Sole Proprietorship',
      Postcode__c: '8011 AB',
      BillingCity: 'Zwolle',
    },
  ]);
  const contract = { Account__c: account, Competitor__c: noordlicht, Status__c: 'Active', Notice_Length__c: 1, Notice_Unit__c: 'Months' };
  await pages.create('Competitor_Contract__c', [
    { ...contract, Product_Category__c: 'Gas', End_Date__c: '2027-06-30', External_Id__c: 'later' },
    { ...contract, Product_Category__c: 'Electricity', End_Date__c: '2026-12-31', External_Id__c: 'sooner' },
  ]);
});
after(() => pages.close());

test('the page of an account shows who it is, and its contracts by decision date in a tab', async () => {
  const { page, faults } = await pages.open(`/lightning/r/Account/${account}/view`);
  await page.getByRole('heading', { name: 'Bakkerij Jansen', level: 1 }).waitFor();
  for (const text of ['01234567', 'Sole Proprietorship']) await page.getByText(text).first().waitFor();
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('tabpanel', { name: 'Details' }).getByText('8011 AB').waitFor();
  await page.getByRole('tab', { name: 'Related' }).click();
  const table = page.getByRole('table', { name: 'Competitor Contracts' });
  await table.getByText('31-05-2027').waitFor();
  await settled(page);
  const rows = await table.getByRole('row').allInnerTexts();
  assert.match(rows[1] ?? '', /Noordlicht Energie[\s\S]*Electricity[\s\S]*30-11-2026/);
  assert.match(rows[2] ?? '', /Gas[\s\S]*31-05-2027/);
  await assertAccessible(page);
  await table.getByRole('link', { name: 'Noordlicht Energie' }).first().click();
  await page.getByRole('heading', { name: 'Noordlicht Energie', level: 1 }).waitFor();
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('link', { name: 'https://noordlicht.example' }).first().waitFor();
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

test('a related list shows six records, newest first where the list says so, and leads to all of them', async () => {
  const days = Array.from({ length: 8 }, (_, index) => `2026-10-0${index + 1}`);
  const tasks = days.map((ActivityDate) => ({ Subject: `Gesprek ${ActivityDate}`, Status: 'Completed', ActivityDate, WhatId: account }));
  await pages.create('Task', tasks);
  const { page, faults } = await pages.open(`/lightning/r/Account/${account}/view`);
  await page.getByRole('tab', { name: 'Related' }).click();
  const list = page.getByRole('article', { name: 'Completed tasks (8)' });
  await list.getByText('Gesprek 2026-10-08').waitFor();
  assert.equal(await list.getByRole('row').count(), 7);
  assert.equal(await page.getByRole('article', { name: 'Relocations (0)' }).getByRole('table').count(), 0);
  await list.getByRole('link', { name: 'View all' }).click();
  await page.getByRole('heading', { name: 'Completed tasks', level: 1 }).waitFor();
  await page.getByText('Gesprek 2026-10-01').waitFor();
  assert.equal(await page.getByRole('row').count(), 9);
  await assertAccessible(page);
  await page.getByRole('link', { name: 'Bakkerij Jansen' }).click();
  await page.getByRole('heading', { name: 'Bakkerij Jansen', level: 1 }).waitFor();
  assert.deepEqual(faults, []);
});

test('the search in the head finds an account by its name or number and opens it by the keyboard alone', async () => {
  const { page, faults } = await pages.open('/lightning/o/Competitor__c/list');
  const search = page.getByRole('combobox', { name: 'Search accounts, people, contracts…' });
  await search.fill('jans');
  const option = page.getByRole('option', { name: 'Bakkerij Jansen Zwolle · 01234567' });
  await option.waitFor();
  assert.equal(await option.getAttribute('aria-selected'), 'true');
  await assertAccessible(page);
  await search.fill('zzz');
  await page.getByText('Nothing found with “zzz”').waitFor();
  await search.fill('0123 4567');
  await option.waitFor();
  await search.press('Enter');
  await page.getByRole('heading', { name: 'Bakkerij Jansen', level: 1 }).waitFor();
  assert.equal(await search.inputValue(), '');
  assert.deepEqual(faults, []);
});

test('a new record that is begun in a related list belongs to the record, and leads back to it', async () => {
  const { page, faults } = await pages.open(`/lightning/r/Account/${account}/view`);
  await page.getByRole('tab', { name: 'Related' }).click();
  await page.getByRole('button', { name: 'New: Relocation' }).click();
  await page.getByRole('heading', { name: 'New: Relocation', level: 1 }).waitFor();
  await page.getByText('Bakkerij Jansen').waitFor();
  await page.getByLabel('Moves On').fill('01-03-2027');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Bakkerij Jansen', level: 1 }).waitFor();
  await page.getByRole('tab', { name: 'Related' }).click();
  await page.getByRole('article', { name: 'Relocations (1)' }).getByText('01-03-2027').waitFor();
  assert.deepEqual(faults, []);
});

test('tabs of a page are tabs: arrow keys move between them', async () => {
  const { page } = await pages.open(`/lightning/r/Account/${account}/view`);
  await page.getByRole('tab', { name: 'Related' }).click();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: 'Details', selected: true }).waitFor();
  await page.getByRole('tab', { name: 'Related', selected: false }).waitFor();
  await page.getByRole('tabpanel', { name: 'Details' }).getByText('8011 AB').waitFor();
});

test('at 320 pixels the page of an account fits', async () => {
  const { page } = await pages.open(`/lightning/r/Account/${account}/view`, { width: 320, height: 700 });
  await page.getByText('31-05-2027').first().waitFor();
  await assertNoSidewaysScrolling(page);
  await assertAccessible(page);
});

test('every item of the navigation opens its list', async () => {
  const { page, faults } = await pages.open('/', { width: 5200 });
  const navigation = page.getByRole('navigation', { name: 'Main navigation' });
  await navigation.getByRole('link', { name: 'Competitors' }).waitFor();
  await settled(page);
  const names = await navigation.getByRole('link').allInnerTexts();
  assert.deepEqual(names.slice(0, 3), ['Home', 'Expiry Worklist', 'Accounts']);
  for (const name of names.slice(2)) {
    await navigation.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
    await page
      .locator('shell-record-table [role="status"]')
      .filter({ hasText: /record/i })
      .waitFor();
    await until(async () => (await page.title()) === `${name} | Customer Lifecycle`);
  }
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

test('items that do not fit are in a menu', async () => {
  const { page, faults } = await pages.open('/', { width: 320, height: 700 });
  await page.getByRole('heading', { name: /^Expiring contracts/ }).waitFor();
  await settled(page);
  assert.equal(await page.getByRole('link', { name: 'Competitors' }).count(), 0);
  await page.getByRole('navigation').getByRole('button').click();
  await assertAccessible(page);
  await page
    .getByRole('menuitemcheckbox', { name: 'Competitors' })
    .or(page.getByRole('menuitem', { name: 'Competitors' }))
    .click();
  await page.getByRole('heading', { name: 'Competitors', level: 1 }).waitFor();
  await assertNoSidewaysScrolling(page);
  assert.deepEqual(faults, []);
});

test('a list can be changed for another list of the package', async () => {
  const { page, faults } = await pages.open('/lightning/o/Competitor__c/list');
  await page.getByRole('link', { name: 'Noordlicht Energie' }).waitFor();
  await page.getByRole('combobox', { name: 'List' }).click();
  await page.getByRole('option', { name: /Review/ }).click();
  await page.getByText('No records').waitFor();
  await page.waitForURL(/filterName=Providers_To_Review/);
  assert.deepEqual(faults, []);
});

test('Dutch is one choice away, for the pages, the data and the base components, and stays', async () => {
  const { page, faults } = await pages.open('/lightning/n/Expiry_Worklist?c__window=next30');
  await page.getByText('8 days left').waitFor();
  await page.getByRole('button', { name: 'Language' }).click();
  await page
    .getByRole('menuitemcheckbox', { name: 'Nederlands' })
    .or(page.getByRole('menuitem', { name: 'Nederlands' }))
    .click();
  await page.getByText('Nog 8 dagen').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'nl');
  await page.getByText('Elektriciteit').first().waitFor();
  await page.getByRole('combobox', { name: 'Huidige aanbieder' }).waitFor();
  await page.getByRole('link', { name: 'Aflooplijst' }).waitFor();
  await page.getByText(/Alle \d+ contracten getoond|^1 contract$/).waitFor();
  await assertAccessible(page);
  await page.goto(`${pages.org.url}/lightning/r/Account/${account}/view`);
  await page.getByText('Eenmanszaak').first().waitFor();
  await page.getByRole('button', { name: 'Taal' }).click();
  await page
    .getByRole('menuitemcheckbox', { name: 'English' })
    .or(page.getByRole('menuitem', { name: 'English' }))
    .click();
  await page.getByText('Sole Proprietorship').first().waitFor();
  assert.deepEqual(faults, []);
});

test('a toast tells what went wrong', async () => {
  const { page, faults } = await pages.open('/');
  await page.route('**/sobjects/User/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Language' }).click();
  await page
    .getByRole('menuitemcheckbox', { name: 'Nederlands' })
    .or(page.getByRole('menuitem', { name: 'Nederlands' }))
    .click();
  // a click would reach it: nothing covers it
  await page.getByText('The language could not be changed').click({ trial: true });
  await page.getByText('The org could not be reached.').waitFor();
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

test('an address without a page, and a record that is gone, are told with a way back', async () => {
  const { page, faults } = await pages.open('/lightning/settings');
  await page.getByRole('heading', { name: 'There is no page at this address' }).waitFor();
  await assertAccessible(page);
  await page.goto(`${pages.org.url}/lightning/r/Account/0010L0000009999AAA/view`);
  await page.getByRole('heading', { name: 'This record cannot be shown' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Go to the start page' }).click();
  await page.getByRole('heading', { name: /^Expiring contracts/ }).waitFor();
  assert.deepEqual(faults, []);
});

test('a low score leads to its call by a link, and the short address of a record to its page', async () => {
  await pages.loadRules();
  const [feedback = ''] = await pages.create('Feedback__c', [{ Account__c: account, Score__c: 3 }]);
  const { page, faults } = await pages.open(`/${feedback}`);
  await page.waitForURL(`**/lightning/r/Feedback__c/${feedback}/view`);
  await page.getByRole('link', { name: 'Open the call' }).click();
  await page.waitForURL('**/lightning/r/Task/*/view');
  await page.getByRole('heading', { level: 1, name: /score 3/ }).waitFor();
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

test('the first stop of the keyboard skips to the content', async () => {
  const { page } = await pages.open('/');
  await page.getByRole('heading', { name: /^Expiring contracts/ }).waitFor();
  await settled(page);
  await page.evaluate('document.activeElement.blur()');
  await page.keyboard.press('Tab');
  await focusOn(page, /^Skip to the content$/);
  await page.keyboard.press('Enter');
  await page.locator('main:focus').waitFor();
});

test('no script of the page can read the session', async () => {
  const { page, context } = await pages.open('/');
  assert.equal(await page.evaluate('document.cookie'), '');
  const [cookie] = await context.cookies();
  assert.deepEqual([cookie?.name, cookie?.httpOnly, cookie?.sameSite], ['sid', true, 'Strict']);
});
