// A sales rep's morning from end to end: the worklist, the account, the script, and the answers on the timeline and back on the worklist.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, settled, startPages, type PagesUnderTest } from './pages-under-test.ts';

const REP = 'zoe.zuid@local.example';

let pages: PagesUnderTest;

before(async () => {
  pages = await startPages();
  const connection = await pages.loadRules();
  const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${REP}'`);
  const rep = records[0]?.Id;
  const [provider] = await pages.create('Competitor__c', [
    { Name: 'Noordlicht Energie', External_Id__c: 'noordlicht-energie', Is_Active__c: true, Review_State__c: 'Confirmed' },
  ]);
  const [jansen, wiel] = await pages.create(
    'Account',
    ['Bakkerij Jansen', 'Garage Wiel'].map((Name) => ({
      Name,
      Legal_Form__c: 'Private Limited Company',
      OwnerId: rep,
      Relationship_Owner__c: rep,
    })),
  );
  const contract = {
    Competitor__c: provider,
    Product_Category__c: 'Gas',
    Status__c: 'Active',
    Notice_Length__c: 1,
    Notice_Unit__c: 'Months',
  };
  await pages.create('Competitor_Contract__c', [
    { ...contract, Account__c: wiel, End_Date__c: '2027-02-28', External_Id__c: 'later' },
    { ...contract, Account__c: jansen, End_Date__c: '2026-12-31', External_Id__c: 'sooner' },
  ]);
  const [script] = await pages.create('Comparison_Script__c', [
    {
      Name: 'Noordlicht – Gas',
      Competitor__c: provider,
      Product_Category__c: 'Gas',
      Language__c: 'English',
      Opening_Line__c: 'I am calling about your gas contract with {provider}.',
      Question_1__c: 'Until when does it run?',
      Question_2__c: 'What would you change?',
      Question_3__c: 'Who decides?',
      Status__c: 'Active',
      Valid_Until_Date__c: '2027-06-30',
    },
  ]);
  await pages.create('Comparison_Claim__c', [
    {
      Comparison_Script__c: script,
      Kind__c: 'Difference',
      Topic__c: 'Notice',
      Our_Fact__c: '30 days.',
      Their_Fact__c: '3 months.',
      Audience__c: 'Customer-Facing',
      Source__c: 'Terms 2026, article 8',
      Checked_On_Date__c: '2026-11-10',
      Valid_Until_Date__c: '2026-12-10',
    },
  ]);
});
after(() => pages.close());

test('a rep goes from the worklist to the account, calls with the script, and finds the answers on the timeline', async () => {
  const { page, faults } = await pages.open('/', { as: REP });
  const first = page.locator('c-worklist-table tr.row').first();
  await first.getByText('8 days left').waitFor();
  await first.getByRole('link', { name: 'Bakkerij Jansen' }).click();
  const timeline = page.locator('c-stage-timeline');
  await timeline.getByRole('button', { name: 'List' }).click();
  await timeline.getByText('Noordlicht Energie, Gas: last day to give notice 30-11-2026').waitFor();

  const script = page.locator('c-comparison-script').first();
  await script.getByText('I am calling about your gas contract with Noordlicht Energie.').waitFor();
  await settled(page);
  await script.getByLabel('Until when does it run?').fill('Until the spring');
  await script.getByLabel('Ends on').fill('28-02-2027');
  for (const [field, option] of [
    ['Satisfaction', 'Dissatisfied'],
    ['Outcome', 'Interested'],
    ['Next step', 'Call Back'],
  ] as const) {
    await script.getByRole('combobox', { name: field, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  }
  await script.getByLabel('Next step on').fill('01-12-2026');
  await script.getByRole('button', { name: 'Save all' }).click();
  await script.getByText('Saved: the answers, the contract and the next step.').waitFor();

  await timeline.getByText('Noordlicht Energie, Gas: last day to give notice 31-01-2027').waitFor();
  await timeline
    .getByText(/planned for 01-12-2026/)
    .first()
    .waitFor();
  await timeline
    .getByText(/done 22-11-2026/)
    .first()
    .waitFor();
  await page
    .locator('c-account-summary')
    .getByText(/due 01-12-2026/)
    .first()
    .waitFor();
  await assertAccessible(page);

  await page.getByRole('link', { name: 'Home' }).click();
  await page.locator('c-worklist-table tr.row').filter({ hasText: 'Bakkerij Jansen' }).getByText('31-01-2027').first().waitFor();
  assert.deepEqual(faults, []);
});
