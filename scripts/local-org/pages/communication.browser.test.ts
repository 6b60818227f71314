import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays } from '../../platform/civil-date.ts';
import { NOW, assertAccessible, assertNoSidewaysScrolling, startPages, type PagesUnderTest } from './pages-under-test.ts';

const TODAY = NOW.toISOString().slice(0, 10);
const AS = 'communication@local.example';

let pages: PagesUnderTest;
let park: string;

before(async () => {
  pages = await startPages();
  pages.speakEnglish(AS);
  const [provider] = await pages.create('Competitor__c', [
    { Name: 'Noordlicht', External_Id__c: 'noordlicht', Is_Active__c: true, Review_State__c: 'Confirmed' },
  ]);
  const [baker = '', smith = ''] = await pages.create(
    'Account',
    ['Bakkerij Jansen', 'Smederij Bos'].map((Name) => ({ Name, Legal_Form__c: 'Private Limited Company' })),
  );
  await pages.create('Competitor_Contract__c', [
    {
      Account__c: baker,
      Competitor__c: provider,
      Product_Category__c: 'Internet',
      Status__c: 'Active',
      End_Date__c: addDays(TODAY, 90),
      Notice_Length__c: 1,
      Notice_Unit__c: 'Months',
      External_Id__c: 'x',
    },
  ]);
  const [known] = await pages.create('Contact', [{ AccountId: baker, FirstName: 'Anna', LastName: 'Jansen' }]);
  await pages.create('Frequency_Policy__c', [
    {
      Name: 'Bounds',
      External_Id__c: 'bounds',
      Is_Active__c: true,
      Minimum_Campaigns__c: 1,
      Maximum_Campaigns__c: 8,
      Base_Campaigns__c: 4,
      Person_Campaigns__c: 1,
      Rolling_Days__c: 30,
      Rolling_Touches__c: 4,
    },
  ]);
  const [, other] = await pages.create(
    'Campaign',
    ['Glasvezel nu', 'Vast tarief'].map((Name) => ({ Name, IsActive: true, Status: 'In Progress', Message_Kind__c: 'Commercial' })),
  );
  const [rule] = await pages.create('Event_Rule__c', [
    {
      Name: 'Before the decision date',
      External_Id__c: 'rule',
      Event__c: 'Decision Date Near',
      Direction__c: 'Before',
      Offset_Days__c: 60,
      Action__c: 'Add To Campaign',
      Campaign__c: other,
      Message_Kind__c: 'Commercial',
      Is_Active__c: true,
    },
  ]);
  const touch = { Event_Rule__c: rule, Planned_For_Date__c: addDays(TODAY, 1), Product_Category__c: 'Internet' };
  await pages.create('Event_Touch__c', [
    { ...touch, Account__c: baker, Contact__c: known, External_Id__c: 'gets' },
    { ...touch, Account__c: smith, External_Id__c: 'not' },
  ]);
  [park = ''] = await pages.create('Collective__c', [
    {
      Name: 'De Hoef',
      Business_Park__c: 'De Hoef',
      Product_Category__c: 'Internet',
      Lead_Account__c: baker,
      Threshold_Count__c: 2,
      Deadline_Date__c: addDays(TODAY, 20),
      State__c: 'Gathering',
    },
  ]);
  await pages.create('Collective_Member__c', [
    { Collective__c: park, Account__c: baker, Interest_State__c: 'Committed' },
    { Collective__c: park, Account__c: smith, Interest_State__c: 'Interested' },
  ]);
});
after(() => pages.close());

test('the morning of communication: who gets what tomorrow, adding people, and the pressure of it', async () => {
  const { page, faults } = await pages.open('/', { as: AS });
  await page.getByRole('heading', { name: /^Campaign pressure/ }).waitFor();
  const row = (name: string): ReturnType<typeof page.locator> => page.locator('c-touch-preview tbody tr').filter({ hasText: name });
  await row('Bakkerij Jansen').getByText('Gets it', { exact: true }).waitFor();
  await row('Smederij Bos').getByText('Does not get it').waitFor();
  await row('Smederij Bos').getByText('Nobody at this business is known.').waitFor();
  await assertAccessible(page);

  await page.getByRole('tab', { name: 'Add people' }).click();
  await page.getByText('Choose a campaign first').waitFor();
  await page.getByRole('combobox', { name: 'Campaign', exact: true }).click();
  await page.getByRole('option', { name: /Glasvezel nu/ }).click();
  await page.getByText('People: 1. May be added: 1.').waitFor();
  await page.getByRole('checkbox', { name: 'Select Anna Jansen' }).check();
  await assertAccessible(page);
  await page.getByRole('button', { name: 'Add 1 person' }).click();
  await page.getByText('1 person was added.').waitFor();
  await page.getByText('Is a member already').waitFor();

  // one campaign is all that this policy allows a person
  await page.getByRole('combobox', { name: 'Campaign', exact: true }).click();
  await page.getByRole('option', { name: /Vast tarief/ }).click();
  await page.getByText('This person is in 1 running campaigns already; at most 1 are allowed at once.').waitFor();
  await page.getByRole('checkbox', { name: 'Select Anna Jansen', disabled: true }).waitFor();
  await assertAccessible(page);

  await page.getByRole('button', { name: /people at their cap/ }).click();
  await page
    .getByRole('row', { name: /Anna Jansen/ })
    .getByText('Full')
    .waitFor();
  await assertAccessible(page);
  await page.getByRole('tab', { name: 'Running campaigns' }).click();
  await page
    .getByRole('table', { name: 'Running campaigns' })
    .getByRole('row', { name: /Glasvezel nu.*1\s*$/ })
    .waitFor();
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

test('a joint purchase tells how far it is and who is missing a date, also at 320 pixels', async () => {
  const { page, faults } = await pages.open(`/lightning/r/Collective__c/${park}/view`, { as: AS, width: 320, height: 700 });
  const card = page.locator('c-collective-progress');
  await card.getByText('1 of 2 committed').waitFor();
  await card.getByText('1 more needed').waitFor();
  await card.getByRole('button', { name: 'Show them' }).waitFor();
  await card.getByText('Ask for the date').first().waitFor();
  await assertNoSidewaysScrolling(page);
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});
