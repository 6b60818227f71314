// Lists, reports and dashboards on the local pages: a list is sorted, searched and found again where it was left; a number leads to its report, a report to its records; in Dutch on a phone too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling, settled, startPages, until, type PagesUnderTest } from './pages-under-test.ts';

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

test('a list is sorted by its headings, searched, leads on when it is empty, and is found again as it was left', async () => {
  const { page, context, faults } = await pages.open('/lightning/o/Competitor_Contract__c/list?filterName=All');
  const firstRow = () => page.getByRole('row').nth(1).innerText();
  await page.getByText('4 records').waitFor();
  const end = page.getByRole('columnheader', { name: 'End Date' });
  await end.getByRole('button').click();
  await page.waitForURL(/sortBy=End_Date__c/);
  await until(async () => (await firstRow()).includes('15-03-2027'));
  assert.equal(await end.getAttribute('aria-sort'), 'ascending');
  await end.getByRole('button').press('Enter');
  await page.waitForURL(/sortBy=-End_Date__c/);
  await until(async () => (await firstRow()).includes('30-06-2027'));
  await page.getByRole('columnheader', { name: 'Competitor', exact: true }).getByRole('button').click();
  await until(async () => (await firstRow()).includes('Noordlicht'));
  await page.getByRole('searchbox', { name: 'Search this list' }).fill('zonne');
  await page.getByText('1 record', { exact: true }).waitFor();
  await assertAccessible(page);
  await page.getByRole('link', { name: 'Bakkerij Jansen' }).click();
  await page.waitForURL(/\/lightning\/r\/Account\//);
  await page.goBack();
  await page.getByText('1 record', { exact: true }).waitFor();
  assert.match(page.url(), /search=zonne/);
  await page.getByRole('searchbox', { name: 'Search this list' }).fill('nobody');
  await page.getByText('Nothing found with “nobody” in this list').waitFor();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await page.getByText('4 records').waitFor();
  await page.goto(`${pages.org.url}/lightning/o/Competitor_Contract__c/list?filterName=Conflicting_Claims`);
  await page.getByText('No records in this list now').waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Show: All Competitor Contracts' }).click();
  await page.getByText('4 records').waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test('on a phone a list is cards, sorted from a menu', async () => {
  const { page, context } = await pages.open('/lightning/o/Competitor_Contract__c/list?filterName=All', { width: 320, height: 700 });
  await page.getByText('4 records').waitFor();
  await page.getByRole('combobox', { name: 'Sort by' }).click();
  await page.getByRole('option', { name: 'End Date', exact: true }).click();
  await until(async () => (await page.getByRole('row').nth(1).innerText()).includes('15-03-2027'));
  await assertNoSidewaysScrolling(page);
  await assertAccessible(page);
  await context.close();
});

test('a record is made and changed by its form; what is missing is said at its field, and what was typed outlives a visit elsewhere', async () => {
  const { page, context, faults } = await pages.open('/lightning/o/Competitor_Contract__c/list?filterName=All');
  await page.getByRole('button', { name: 'New' }).click();
  await page.getByRole('heading', { name: 'New: Competitor Contract', level: 1 }).waitFor();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Complete or correct the fields that say so.').waitFor();
  await page.getByRole('searchbox', { name: 'Account' }).fill('jans');
  await page.getByRole('button', { name: 'Bakkerij Jansen' }).click();
  await page.getByRole('textbox', { name: 'Product Name' }).fill('Zakelijk glas');
  await page.goto(`${pages.org.url}/lightning/o/Competitor__c/list`);
  await page.goBack();
  await until(async () => (await page.getByRole('textbox', { name: 'Product Name' }).inputValue()) === 'Zakelijk glas');
  await page.getByText('Bakkerij Jansen').waitFor();
  await page.getByRole('searchbox', { name: 'Competitor' }).fill('noord');
  await page.getByRole('button', { name: 'Noordlicht' }).click();
  await page.getByRole('combobox', { name: 'Product Category' }).click();
  await page.getByRole('option', { name: 'Insurance' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Competitor Contract saved').waitFor();
  await page.waitForURL(/\/lightning\/r\/Competitor_Contract__c\/\w+\/view/);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('heading', { name: /^Edit CC-/, level: 1 }).waitFor();
  const months = page.getByRole('spinbutton', { name: 'Notice Length' });
  await months.fill('3');
  await page.getByRole('button', { name: 'Save' }).click();
  // half of a notice is refused by the package, at its field, and stays on the form
  await page.getByText('Give the notice length and its unit together, or neither.').waitFor();
  await page.getByRole('alert').filter({ hasText: 'Complete or correct' }).first().waitFor();
  assert.equal(await months.inputValue(), '3');
  await page.getByRole('combobox', { name: 'Notice Unit' }).click();
  await page.getByRole('option', { name: 'Months' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/\/view$/);
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByText('Zakelijk glas').first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
