// Reports and dashboards on the local pages: a number leads to its report, a report to its records; in Dutch on a phone too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling, settled, startPages, type PagesUnderTest } from './pages-under-test.ts';

let pages: PagesUnderTest;

before(async () => {
  pages = await startPages();
  const [account] = await pages.create('Account', [{ Name: 'Bakkerij Jansen' }]);
  const [north, south] = await pages.create('Competitor__c', [
    { Name: 'Noordlicht', External_Id__c: 'noordlicht', Is_Active__c: true },
    { Name: 'Zonnestroom', External_Id__c: 'zonnestroom', Is_Active__c: true },
  ]);
  const contract = (provider: string | undefined, category: string, end: string | null, at: number): object => ({
    Account__c: account,
    Competitor__c: provider,
    Product_Category__c: category,
    End_Date__c: end,
    Notice_Length__c: 1,
    Notice_Unit__c: 'Months',
    Status__c: 'Active',
    External_Id__c: `report-${at}`,
  });
  await pages.create('Competitor_Contract__c', [
    contract(north, 'Internet', '2027-03-31', 0) as Record<string, unknown>,
    contract(south, 'Internet', '2027-03-15', 1) as Record<string, unknown>,
    contract(north, 'Gas', '2027-06-30', 2) as Record<string, unknown>,
    contract(north, 'Gas', null, 3) as Record<string, unknown>,
  ]);
});
after(() => pages.close());

test('a dashboard leads to its reports, and a report to the records behind its groups', async () => {
  const { page, context, faults } = await pages.open('/lightning/o/Dashboard/home');
  await page.getByRole('link', { name: 'Lifecycle management' }).click();
  await page.getByRole('heading', { level: 1, name: 'Lifecycle management' }).waitFor();
  const tile = page.getByRole('article').filter({ hasText: 'Contracts to be left, by month' }).first();
  assert.match(await tile.innerText(), /\b3\b/);
  await assertAccessible(page);
  await tile.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Contracts to be left, by month' }).waitFor();
  const line = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  assert.deepEqual(await line('Internet').getByRole('cell').allInnerTexts(), ['2', '0', '2']);
  assert.deepEqual(await line('Total').getByRole('cell').allInnerTexts(), ['2', '1', '3']);
  await page.getByRole('button', { name: 'Show the records' }).click();
  await page.getByRole('status').filter({ hasText: '3 records' }).waitFor();
  await assertAccessible(page);
  await page.getByRole('link', { name: 'Bakkerij Jansen' }).first().click();
  await page.waitForURL(/\/lightning\/r\/Account\//);
  assert.deepEqual(faults, []);
  await context.close();
});

test('a manager reads reports in Dutch, and on a phone nothing scrolls sideways', async () => {
  const { page, context, faults } = await pages.open('/lightning/o/Report/home', {
    width: 320,
    height: 700,
    as: 'sales.manager@local.example',
  });
  await page.getByRole('link', { name: 'Wat bekend is van contracten elders' }).click();
  await page.getByRole('heading', { level: 1, name: 'Wat bekend is van contracten elders' }).waitFor();
  await settled(page);
  await assertNoSidewaysScrolling(page);
  await assertAccessible(page);
  assert.deepEqual(faults, []);
  await context.close();
});
