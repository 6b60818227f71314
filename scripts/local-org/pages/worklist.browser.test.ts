import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
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

const WORKLIST = '/lightning/n/Expiry_Worklist';
const CONTRACT = { Status__c: 'Active', Notice_Length__c: 1, Notice_Unit__c: 'Months', Auto_Renews__c: 'Yes', Monthly_Value__c: 412.5 };

before(async () => {
  pages = await startPages();
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
  const [noordlicht, polder] = await pages.create('Competitor__c', [
    { Name: 'Noordlicht Energie', External_Id__c: 'noordlicht-energie', Is_Active__c: true, Review_State__c: 'Confirmed' },
    { Name: 'Polder Telecom', External_Id__c: 'polder-telecom', Is_Active__c: true, Review_State__c: 'Confirmed' },
  ]);
  const [jansen, dewit, ...many] = await pages.create('Account', [
    {
      Name: 'Bakkerij Jansen',
      KvK_Number__c: '01234567',
      Legal_Form__c: 'Sole Proprietorship',
      Postcode__c: '8011 AB',
      BillingCity: 'Zwolle',
    },
    { Name: 'De Wit Installaties B.V.', KvK_Number__c: '01234568', Legal_Form__c: 'Private Limited Company', BillingCity: 'Utrecht' },
    ...Array.from({ length: 60 }, (_, index) => ({
      Name: `Kantoor ${String(index).padStart(2, '0')}`,
      KvK_Number__c: String(90_000_000 + index),
    })),
  ]);
  await pages.create('Competitor_Contract__c', [
    {
      ...CONTRACT,
      Account__c: dewit,
      Competitor__c: polder,
      Product_Category__c: 'Internet',
      End_Date__c: '2027-01-31',
      External_Id__c: 'c2',
    },
    {
      ...CONTRACT,
      Account__c: jansen,
      Competitor__c: noordlicht,
      Product_Category__c: 'Gas',
      End_Date__c: '2026-12-31',
      External_Id__c: 'c1',
    },
    {
      ...CONTRACT,
      Account__c: jansen,
      Competitor__c: noordlicht,
      Product_Category__c: 'Electricity',
      End_Date__c: '2026-12-15',
      External_Id__c: 'c3',
    },
    { ...CONTRACT, Account__c: dewit, Competitor__c: polder, Product_Category__c: 'Insurance', End_Date__c: null, External_Id__c: 'c4' },
    ...many.map((account, index) => ({
      ...CONTRACT,
      Account__c: account,
      Competitor__c: polder,
      Product_Category__c: 'Mobile Telephony',
      End_Date__c: '2027-11-30',
      External_Id__c: `many${index}`,
    })),
  ]);
});
after(() => pages.close());

const accounts = (page: Page): Promise<readonly string[]> => page.locator('c-expiry-worklist a.account').allTextContents();
const ready = async (page: Page): Promise<void> => {
  await page.locator('c-expiry-worklist table').waitFor();
  await settled(page);
};
/** The accounts in this order, once the list has its new rows. */
const lists = (page: Page, names: readonly string[]): Promise<void> =>
  until(
    async () => JSON.stringify(await accounts(page)) === JSON.stringify(names),
    () => `not listed: ${names.join(', ')}`,
  );
const choose = async (page: Page, filter: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: filter }).click();
  await page.getByRole('option', { name: option }).click();
};

test('the worklist has the nearest last day to give notice first, in words and with the reason', async () => {
  const { page, faults } = await pages.open(WORKLIST);
  await ready(page);
  await lists(page, ['Bakkerij Jansen', 'De Wit Installaties B.V.']);
  const first = page.getByRole('row').nth(1);
  await first.getByText('8 days left').waitFor();
  await first.getByText('30-11-2026').first().waitFor();
  await first.getByText('31-12-2026', { exact: true }).waitFor();
  assert.match(await first.innerText(), /€\s412,50/);
  assert.match(await first.innerText(), /Approach since 01-10-2026/);
  await first.getByRole('button', { name: 'Details' }).click();
  await page
    .locator('c-worklist-row-details')
    .getByText(/notice of 1 month/)
    .waitFor();
  await page.getByText('All 2 contracts shown').waitFor();
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

test('filters are answered by the server, stand in the address and survive a reload', async () => {
  const { page, faults } = await pages.open(WORKLIST);
  await ready(page);
  const asked = page.waitForRequest((request) => request.url().endsWith('/graphql') && (request.postData() ?? '').includes('"Gas"'));
  await choose(page, 'Product category', 'Gas');
  const { variables } = (await asked).postDataJSON() as { readonly variables: { readonly where: { readonly and: readonly object[] } } };
  assert.deepEqual(variables.where.and.at(-1), { Product_Category__c: { eq: 'Gas' } });
  await page.getByText('1 contract', { exact: true }).waitFor();
  await page.waitForURL(/c__category=Gas/);
  await page.reload();
  await ready(page);
  await lists(page, ['Bakkerij Jansen']);
  await choose(page, 'Last day to give notice', 'Already passed');
  await page.getByText('No contract matches all filters').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
  await page.getByText('7 days ago').waitFor();
  await choose(page, 'Last day to give notice', 'Date not known');
  await page.getByText('Ask the date').waitFor();
  assert.deepEqual(faults, []);
});

test('the list can be narrowed to a provider, to my accounts and to those of a colleague', async () => {
  const { page, faults } = await pages.open(WORKLIST);
  await ready(page);
  await choose(page, 'Present provider', 'Polder Telecom');
  await page.getByText('1 contract', { exact: true }).waitFor();
  await lists(page, ['De Wit Installaties B.V.']);
  await choose(page, 'Present provider', 'All providers');
  await choose(page, 'Account owner', 'My accounts');
  await page.getByText('All 2 contracts shown').waitFor();
  await choose(page, 'Account owner', 'Noor Noord');
  await page.getByText('No contract matches all filters').waitFor();
  await page.waitForURL(/c__owner=005\w{15}/);
  assert.deepEqual(faults, []);
});

test('a sales rep whose language is Dutch sees the list in Dutch at once', async () => {
  const { page, faults } = await pages.open('/lightning/n/Expiry_Worklist', { as: 'noor.noord@local.example' });
  await page.getByRole('heading', { name: /^Aflopende contracten/ }).waitFor();
  await page.getByText('Alle 2 contracten getoond').waitFor();
  assert.deepEqual(faults, []);
});

test('a long list says how many of how many it shows, and shows more on demand', async () => {
  const { page } = await pages.open('/lightning/n/Expiry_Worklist?c__window=next365');
  await page.getByText('The first 50 of 62 contracts shown').waitFor();
  await page.getByRole('button', { name: 'Show more' }).click();
  await page.getByText('All 62 contracts shown').waitFor();
  await until(async () => (await accounts(page)).length === 62);
});

test('the keyboard alone moves between accounts and opens one, and is on its row again after coming back', async () => {
  const { page, faults } = await pages.open(WORKLIST);
  await ready(page);
  await page.getByRole('link', { name: 'Bakkerij Jansen' }).focus();
  await page.keyboard.press('j');
  await focusOn(page, /^De Wit Installaties B\.V\.$/);
  await page.keyboard.press('k');
  await focusOn(page, /^Bakkerij Jansen$/);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'De Wit Installaties B.V.' }).waitFor();
  await page.waitForURL(/\/lightning\/r\/Account\/001\w{15}\/view$/);
  await page.goBack();
  await ready(page);
  await focusOn(page, /^De Wit Installaties B\.V\.$/);
  await page.getByText('1 selected').first().waitFor();
  assert.deepEqual(faults, []);
});

test('at 320 pixels each row is a card with the same content', async () => {
  const { page, faults } = await pages.open(WORKLIST, { width: 320, height: 800 });
  await ready(page);
  await assertNoSidewaysScrolling(page);
  const card = page.getByRole('row').nth(1);
  for (const text of ['8 days left', 'Bakkerij Jansen', 'Noordlicht Energie', 'Give notice by', '30-11-2026']) {
    await card.getByText(text).first().waitFor();
  }
  await page.getByRole('combobox', { name: 'Account owner' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('combobox', { name: 'Account owner' }).waitFor();
  await assertAccessible(page);
  await assertNoSidewaysScrolling(page);
  assert.deepEqual(faults, []);
});

test('a failed query is told in words, and can be tried again', async () => {
  const { page } = await pages.open('/lightning/o/Competitor__c/list');
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('link', { name: 'Expiry Worklist' }).click();
  await page.getByText('The contracts could not be loaded').waitFor();
  await assertAccessible(page);
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await ready(page);
});

test('a user without access is told which permission set to ask for', async () => {
  const { page } = await pages.open('/lightning/o/Competitor__c/list');
  const message =
    "Validation error (FieldUndefined@[uiapi/query/Competitor_Contract__c]) : Field 'Competitor_Contract__c' in type 'RecordQuery' is undefined";
  await page.route('**/graphql', (route) => route.fulfill({ json: { data: null, errors: [{ message }] } }));
  await page.getByRole('link', { name: 'Expiry Worklist' }).click();
  await page.getByText('Ask your administrator for the permission set SME Sales Rep.').waitFor();
  await assertAccessible(page);
});
