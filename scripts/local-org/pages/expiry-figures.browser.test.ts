import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, assertNoSidewaysScrolling, settled, startPages, type PagesUnderTest } from './pages-under-test.ts';

let pages: PagesUnderTest;

const CONTRACT = { Status__c: 'Active', Notice_Length__c: 1, Notice_Unit__c: 'Months', Auto_Renews__c: 'Yes' };
/** Last day of the contract; the last day to give notice is a month earlier. */
const ENDS = ['2026-12-05', '2027-01-05', '2027-01-31', '2027-02-28', '2027-12-31', '2028-06-30', null] as const;

before(async () => {
  pages = await startPages();
  const [polder, noordlicht] = await pages.create('Competitor__c', [
    { Name: 'Polder Telecom', External_Id__c: 'polder-telecom', Is_Active__c: true, Review_State__c: 'Confirmed' },
    { Name: 'Noordlicht Energie', External_Id__c: 'noordlicht-energie', Is_Active__c: true, Review_State__c: 'Confirmed' },
  ]);
  const accounts = await pages.create(
    'Account',
    Array.from({ length: 6 }, (_, index) => ({ Name: `Kantoor ${index}`, KvK_Number__c: String(92_000_000 + index) })),
  );
  await pages.create(
    'Competitor_Contract__c',
    accounts.flatMap((account, at) =>
      ENDS.map((end, index) => ({
        ...CONTRACT,
        Account__c: account,
        Competitor__c: at < 4 ? polder : noordlicht,
        Product_Category__c: index % 2 === 0 ? 'Internet' : 'Gas',
        End_Date__c: end,
        External_Id__c: `figures-${at}-${index}`,
      })),
    ),
  );
  await pages.create('Team_Capacity__c', [
    { Name: 'Noor', Calls_Per_Week__c: 3, Valid_From_Date__c: '2026-01-01' },
    { Name: 'Help until December', Calls_Per_Week__c: 4, Valid_From_Date__c: '2026-01-01', Valid_Until_Date__c: '2026-11-30' },
  ]);
});
after(() => pages.close());

/** The home page of the sales manager is the second of the apps. */
async function manager(
  options: { readonly width?: number; readonly height?: number } = {},
): Promise<{ page: Page; faults: readonly string[] }> {
  const { page, faults } = await pages.open('/', options);
  await page.locator('.bar__launcher').getByRole('button').click();
  await page
    .getByRole('menuitem', { name: 'Lifecycle Management' })
    .or(page.getByRole('menuitemcheckbox', { name: 'Lifecycle Management' }))
    .click();
  await page.locator('c-expiry-calendar table').waitFor();
  await page.locator('c-worklist-capacity table').waitFor();
  return { page, faults };
}
const cell = (page: Page, name: RegExp): ReturnType<Page['getByRole']> => page.locator('c-expiry-calendar').getByRole('gridcell', { name });
const choose = async (page: Page, filter: string, option: string): Promise<void> => {
  await page.locator('c-expiry-calendar').getByRole('combobox', { name: filter }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
async function rowsOf(page: Page): Promise<number> {
  await page
    .locator('c-expiry-worklist')
    .getByText(/^All \d+ contracts shown$/)
    .waitFor();
  await settled(page);
  return page.locator('c-worklist-table tr.row').count();
}

test('the calendar counts contracts per provider and month, what lies outside too, and its totals add up', async () => {
  const { page, faults } = await manager();
  await cell(page, /^8 contracts: Polder Telecom, Dec 2026$/).waitFor();
  await cell(page, /^28 contracts: Polder Telecom, Total$/).waitFor();
  await cell(page, /^6 contracts: Total, Date not known$/).waitFor();
  await cell(page, /^42 contracts: Total, Total$/).waitFor();
  await choose(page, 'Columns', 'Product category');
  await cell(page, /contracts: Polder Telecom, Gas$/).waitFor();
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

test('each number of the calendar opens its rows', async () => {
  const { page, faults } = await manager();
  for (const [name, count] of [
    [/contracts: Polder Telecom, Dec 2026$/, 8],
    [/contracts: Total, Date not known$/, 6],
    [/contracts: Noordlicht Energie, Total$/, 14],
    [/contracts: Total, Later$/, 12],
  ] as const) {
    await cell(page, name).getByRole('link').click();
    assert.equal(await rowsOf(page), count, String(name));
    await page.goBack();
    await page.locator('c-expiry-calendar table').waitFor();
  }
  assert.deepEqual(faults, []);
});

test('the keyboard moves through the calendar like through a sheet, and Enter opens the rows', async () => {
  const { page } = await manager();
  const grid = page.locator('c-expiry-calendar');
  await grid.locator('[tabindex="0"]').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('PageDown');
  await page
    .locator(':focus')
    .getByRole('link', { name: /^42 contracts: Total, Total$/ })
    .waitFor();
  await page.keyboard.press('ArrowUp');
  await page
    .locator(':focus')
    .getByRole('link', { name: /^14 contracts: Noordlicht Energie, Total$/ })
    .waitFor();
  await page.keyboard.press('Enter');
  assert.equal(await rowsOf(page), 14);
});

test('the manager sees work per week against capacity, and opens what nobody works on', async () => {
  const { page, faults } = await manager();
  const week = page.locator('c-worklist-capacity').getByRole('row', { name: /30-11-2026 to 06-12-2026/ });
  await week.getByText('6', { exact: true }).waitFor();
  await week.getByText('room for 1').waitFor();
  const last = page.locator('c-worklist-capacity').getByRole('row', { name: /28-12-2026 to 03-01-2027/ });
  await last.getByText('3 too many').waitFor();
  await assertAccessible(page);
  await last.getByRole('button', { name: '6' }).click();
  assert.equal(await rowsOf(page), 6);
  await page.waitForURL(/c__from=2026-12-28&c__until=2027-01-03/);
  await page.goBack();
  await page
    .locator('c-worklist-capacity')
    .getByRole('button', { name: /^6\s*Last day passed without contact/ })
    .click();
  assert.equal(await rowsOf(page), 6);
  assert.deepEqual(faults, []);
});

test('at 320 pixels the calendar is a list, and nothing scrolls sideways', async () => {
  const { page, faults } = await manager({ width: 320, height: 800 });
  const polder = page.locator('c-expiry-calendar').getByRole('row').filter({ hasText: 'Polder Telecom' });
  await polder.filter({ hasText: /Dec 2026\s*8/ }).waitFor();
  await assertNoSidewaysScrolling(page);
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

test('what the steward is to complete is counted as its lists count it', async () => {
  const { page, faults } = await pages.open('/');
  await page.locator('.bar__launcher').getByRole('button').click();
  await page
    .getByRole('menuitem', { name: 'Lifecycle Data' })
    .or(page.getByRole('menuitemcheckbox', { name: 'Lifecycle Data' }))
    .click();
  const numbers = page.locator('c-data-quality .gap__count');
  await numbers.first().waitFor();
  await assertAccessible(page);
  const gaps = await page
    .locator('c-data-quality a.gap__count')
    .evaluateAll((links) => links.map((link) => ({ href: link.getAttribute('href') ?? '', count: Number(link.textContent) })));
  assert.ok(gaps.length >= 3, JSON.stringify(gaps));
  for (const { href, count } of gaps) {
    await page.goto(new URL(href, page.url()).href);
    await page.locator('shell-record-table tbody tr').first().waitFor();
    await settled(page);
    const shown = await page.locator('shell-record-table').getByRole('status').innerText();
    const counted = [...shown.matchAll(/\d+/g)].map(Number).at(-1);
    assert.equal(counted, count, `${href}: ${shown}`);
  }
  assert.deepEqual(faults, []);
});
