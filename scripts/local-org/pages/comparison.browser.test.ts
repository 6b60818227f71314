// A call with the comparison script in a real browser: what is said, what is not, and that answers are saved in one go and never lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
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
let contract: string;
let stranger: string;

const FRESH = {
  Audience__c: 'Customer-Facing',
  Source__c: 'Terms 2026, article 8',
  Checked_On_Date__c: '2026-11-10',
  Valid_Until_Date__c: '2026-12-10',
};

before(async () => {
  pages = await startPages();
  const create = async (object: string, ...records: Readonly<Record<string, unknown>>[]): Promise<readonly string[]> =>
    pages.create(object, records);
  await create('Lifecycle_Policy__c', {
    Name: 'Days that a checked claim is valid',
    External_Id__c: 'comparison-claim-valid-days',
    Value_Number__c: 30,
    Unit__c: 'Days',
    Lowest_Value__c: 1,
    Highest_Value__c: 366,
    Purpose__c: 'Made up for this test',
    Source__c: 'Made up for this test',
    Checked_On_Date__c: '2026-11-01',
  });
  const [competitor] = await create('Competitor__c', {
    Name: 'Noordlicht Energie',
    External_Id__c: 'noordlicht-energie',
    Is_Active__c: true,
  });
  [account = '', stranger = ''] = await create(
    'Account',
    { Name: 'Bakkerij Jansen', KvK_Number__c: '01234567', Legal_Form__c: 'Sole Proprietorship' },
    { Name: 'De Wit Installaties B.V.', KvK_Number__c: '01234568', Legal_Form__c: 'Private Limited Company' },
  );
  const elsewhere = { Account__c: account, Competitor__c: competitor, Status__c: 'Active', Notice_Length__c: 1, Notice_Unit__c: 'Months' };
  [contract = ''] = await create(
    'Competitor_Contract__c',
    { ...elsewhere, Product_Category__c: 'Gas', End_Date__c: '2027-01-05', Source__c: 'Supplier file', External_Id__c: 'near' },
    { ...elsewhere, Product_Category__c: 'Electricity', End_Date__c: '2028-01-31', External_Id__c: 'far' },
  );
  const [script] = await create('Comparison_Script__c', {
    Name: 'Noordlicht – Gas',
    Competitor__c: competitor,
    Product_Category__c: 'Gas',
    Language__c: 'English',
    Opening_Line__c: 'I am calling about your gas contract.',
    Question_1__c: 'Until when does it run?',
    Question_2__c: 'What would you change?',
    Question_3__c: 'Who decides?',
    Status__c: 'Active',
    Valid_Until_Date__c: '2027-06-30',
  });
  const claim = { Comparison_Script__c: script, Kind__c: 'Difference', ...FRESH };
  await create(
    'Comparison_Claim__c',
    { ...claim, Kind__c: 'Opening', Topic__c: 'Window', Line__c: 'You can leave {provider} until {date}.', Most_Days_Left__c: 60 },
    { ...claim, Topic__c: 'Notice', Our_Fact__c: '30 days.', Their_Fact__c: '3 months.', Order__c: 1 },
    { ...claim, Topic__c: 'Price', Our_Fact__c: 'Our old price.', Their_Fact__c: 'Their old price.', Valid_Until_Date__c: '2026-11-15' },
    { ...claim, Topic__c: 'Reach', Our_Fact__c: 'One contact.', Their_Fact__c: 'A call centre.', Source__c: null },
    { ...claim, Topic__c: 'Background', Our_Fact__c: 'We win on service.', Their_Fact__c: 'They lose customers.', Audience__c: 'Internal' },
    { ...claim, Kind__c: 'Objection', Topic__c: 'Switching', Objection__c: 'Switching is a hassle.', Answer__c: 'We arrange it all.' },
    { ...claim, Kind__c: 'Objection', Topic__c: 'Cafés', Objection__c: 'My café never closes.', Answer__c: 'Supply goes on.' },
  );
});
after(() => pages.close());

const MARKETING = { as: 'marketing@local.example' };

const script = (page: Page): Locator => page.locator('c-comparison-script');
const opened = async (id: string, options?: { readonly width?: number }): ReturnType<PagesUnderTest['open']> => {
  const sighting = await pages.open(`/lightning/r/Account/${id}/view`, options);
  await script(sighting.page).getByRole('button', { name: 'Save all' }).waitFor();
  await settled(sighting.page);
  return sighting;
};
const rows = async (soql: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const response = await fetch(`${pages.org.url}/services/data/v68.0/query?q=${encodeURIComponent(soql)}`, {
    headers: { authorization: `Bearer ${pages.org.accessToken}` },
  });
  const { records } = (await response.json()) as { readonly records: readonly Readonly<Record<string, unknown>>[] };
  return records.map(({ attributes: _attributes, ...fields }) => fields);
};
const choose = async (page: Page, field: string, option: string | RegExp): Promise<void> => {
  const combobox = script(page).getByRole('combobox', { name: field, exact: true });
  await combobox.click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await combobox.filter({ hasText: option }).waitFor();
};

const holds = (field: Locator, value: string): Promise<void> =>
  until(
    async () => (await field.inputValue()) === value,
    () => `the field does not hold "${value}"`,
  );

test('the script opens on the contract to be left first, and keeps apart what is not said', async () => {
  const { page, faults } = await opened(account);
  await script(page).getByText('Natural person: ask for proof of consent first.').waitFor();
  await script(page).getByText('You can leave Noordlicht Energie until 05-12-2026.').waitFor();
  await script(page).getByText('13 days left to give notice', { exact: true }).waitFor();
  const sayable = await script(page).locator('c-script-card button.line').allInnerTexts();
  assert.equal(sayable.length, 3);
  assert.match(sayable[0] ?? '', /Notice[\s\S]*30 days\.[\s\S]*3 months\./);
  await script(page).getByRole('region', { name: 'Do not read aloud' }).filter({ hasText: 'We win on service' }).waitFor();
  await script(page).getByText('Not to be said now (2)').click();
  await script(page).getByText('Expired: check it again.').waitFor();
  await script(page).getByText('No source: add where it can be verified.').waitFor();
  await assertAccessible(page);
  await choose(page, 'The call is about', /· Electricity ·/);
  await script(page).getByText('There is no script against Noordlicht Energie for Electricity yet').waitFor();
  await script(page).getByLabel('Until when does the contract run, and how long is the notice period?').waitFor();
  assert.deepEqual(faults, []);
});

test('the keyboard alone marks a line, finds an objection and saves; an error keeps every word; all is saved in one go', async () => {
  const { page, faults } = await opened(account);
  await script(page).locator('button.line').first().focus();
  await page.keyboard.press('ArrowDown');
  await focusOn(page, /Switching is a hassle/);
  await page.keyboard.press('1');
  await script(page).getByText('✓ Said').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('cafe');
  await script(page).getByText('My café never closes.').waitFor();
  await script(page).getByText('Switching is a hassle.').waitFor({ state: 'detached' });
  await script(page).getByLabel('Until when does it run?').focus();
  await page.keyboard.type('Until summer 2027');
  await script(page).getByLabel('Ends on').focus();
  await page.keyboard.type('30-06-2027');
  await script(page).getByLabel('Spoken to').focus();
  await page.keyboard.type('Mrs Jansen');
  await page.keyboard.press('Control+Enter');
  await script(page).getByText('Complete this field.').first().waitFor();
  await choose(page, 'Satisfaction', 'Dissatisfied');
  await choose(page, 'Outcome', 'Interested');
  await choose(page, 'Next step', 'Call Back');
  await script(page).getByLabel('Next step on').fill('01-12-2026');
  await script(page).getByLabel('Note').fill('Has two shops');

  await page.context().setOffline(true);
  await script(page).getByText('You are offline. This is the script as of').waitFor();
  await script(page).getByText('consent may have been withdrawn since').waitFor();
  await page.context().setOffline(false);
  await script(page).getByText('You are offline.').waitFor({ state: 'detached' });

  await page.route('**/graphql', (route) => route.abort());
  await page.keyboard.press('Control+Enter');
  await script(page).getByText('Not sent yet: there is no connection.').waitFor();
  await assertAccessible(page);
  await page.reload();
  await script(page).getByText('Not sent yet: there is no connection.').waitFor();
  await holds(script(page).getByLabel('Until when does it run?'), 'Until summer 2027');
  await holds(script(page).getByLabel('Note'), 'Has two shops');
  await page.context().setOffline(true);
  const sent: string[] = [];
  page.on('request', (request) => {
    if ((request.postData() ?? '').includes('mutation')) sent.push(request.url());
  });
  await page.unroute('**/graphql');
  await page.context().setOffline(false);
  await script(page).getByText('Saved: the answers, the contract and the next step.').waitFor();
  await script(page).getByText('190 days left to give notice', { exact: true }).waitFor();
  await script(page).getByRole('region', { name: 'Latest calls' }).getByText('Until summer 2027').waitFor();
  await holds(script(page).getByLabel('Note'), '');
  assert.equal(sent.length, 1);
  const [saved] = await rows(
    `SELECT End_Date__c, Satisfaction__c, Satisfaction_Said_By__c, Source__c FROM Competitor_Contract__c WHERE Id = '${contract}'`,
  );
  assert.deepEqual(saved, {
    End_Date__c: '2027-06-30',
    Satisfaction__c: 'Dissatisfied',
    Satisfaction_Said_By__c: 'Mrs Jansen',
    Source__c: 'Customer, by phone',
  });
  assert.deepEqual(
    await rows(
      `SELECT Source__c, Said_End_Date__c FROM Contract_Claim__c WHERE Competitor_Contract__c = '${contract}' ORDER BY Said_End_Date__c`,
    ),
    [
      { Source__c: 'Supplier file', Said_End_Date__c: '2027-01-05' },
      { Source__c: 'Customer, by phone: Mrs Jansen', Said_End_Date__c: '2027-06-30' },
    ],
  );
  const [outcome] = await rows('SELECT Outcome__c, Worked__c, Line_Said__c, Answer_1__c, Days_Left__c FROM Call_Outcome__c');
  assert.deepEqual(outcome, {
    Outcome__c: 'Interested',
    Worked__c: 'Unknown',
    Line_Said__c: '30 days.',
    Answer_1__c: 'Until summer 2027',
    Days_Left__c: 13,
  });
  assert.deepEqual(await rows(`SELECT Status, ActivityDate FROM Task WHERE WhatId = '${account}' ORDER BY ActivityDate`), [
    { Status: 'Completed', ActivityDate: '2026-11-22' },
    { Status: 'Not Started', ActivityDate: '2026-12-01' },
  ]);
  assert.deepEqual(faults, []);
});

test('what the org refuses is told in its words and nothing is half-saved', async () => {
  const { page } = await opened(account);
  await choose(page, 'Outcome', 'Interested');
  await choose(page, 'Satisfaction', 'Satisfied');
  await page.route('**/graphql', async (route) => {
    const body = route.request().postDataJSON() as {
      query: string;
      variables: Record<string, { Call_Outcome__c?: Record<string, unknown> }>;
    };
    if (body.variables?.['outcome']?.Call_Outcome__c) body.variables['outcome'].Call_Outcome__c['Said_Notice_Length__c'] = 3;
    await route.continue({ postData: JSON.stringify(body) });
  });
  await script(page).getByRole('button', { name: 'Save all' }).click();
  await script(page).getByText('Nothing was saved: Give the notice length and its unit together. Your answers are kept here.').waitFor();
  const [kept] = await rows(`SELECT Satisfaction__c FROM Competitor_Contract__c WHERE Id = '${contract}'`);
  assert.deepEqual(kept, { Satisfaction__c: 'Dissatisfied' });
});

test('without a known provider the general questions stand, and the contract is made with the answers', async () => {
  const { page, faults } = await opened(stranger, { width: 320 });
  await script(page).getByText('Present provider not known').waitFor();
  await script(page).getByText('No verdict on calling is known.').waitFor();
  await assertNoSidewaysScrolling(page);
  await assertAccessible(page);
  await choose(page, 'Present provider', 'Noordlicht Energie');
  await choose(page, 'Product', 'Gas');
  await script(page).getByLabel('Ends on').fill('31-03-2027');
  await choose(page, 'Outcome', 'Appointment');
  await script(page).getByRole('button', { name: 'Save all' }).click();
  await script(page).getByText('Saved: the answers').waitFor();
  await script(page).getByText('Noordlicht Energie · Gas').first().waitFor();
  const [made] = await rows(
    `SELECT Product_Category__c, End_Date__c, Claim_Count__c FROM Competitor_Contract__c WHERE Account__c = '${stranger}'`,
  );
  assert.deepEqual(made, { Product_Category__c: 'Gas', End_Date__c: '2027-03-31', Claim_Count__c: 1 });
  assert.deepEqual(faults, []);
});

test('marketing checks a stale line, makes the next version, changes its words and puts it in use', async () => {
  const [used] = await rows("SELECT Id FROM Comparison_Script__c WHERE Status__c = 'Active'");
  const { page, faults } = await pages.open(`/lightning/r/Comparison_Script__c/${String(used?.['Id'])}/view`, MARKETING);
  const editor = page.locator('c-script-editor');
  await editor.getByText('4 van 7 mogen worden gezegd').waitFor();
  await assertAccessible(page);
  await editor.getByRole('button', { name: 'Price bewerken' }).click();
  await editor.getByRole('button', { name: 'Vandaag gecontroleerd' }).click();
  await editor.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await editor.getByText('5 van 7 mogen worden gezegd').waitFor();
  await editor.getByRole('button', { name: 'Regel toevoegen' }).click();
  await editor.getByLabel('Onderwerp').fill('Invoice');
  await editor.getByLabel('Ons feit').fill('One invoice.');
  await editor.getByLabel('Hun feit').fill('One per meter.');
  await editor.getByLabel('Vergelijkt een aanbieding').check({ force: true });
  await editor.getByLabel('Aanbieding begint op').fill('01-12-2026');
  await editor.getByLabel('Aanbieding eindigt op').fill('01-11-2026');
  await assertAccessible(page);
  await editor.getByRole('button', { name: 'Opslaan', exact: true }).click();
  await editor.getByText('De aanbieding eindigt voordat zij begint.').first().waitFor();
  await holds(editor.getByLabel('Onderwerp'), 'Invoice');
  await editor.getByRole('button', { name: 'Annuleren' }).click();

  await editor.getByRole('button', { name: 'Nieuwe versie' }).click();
  await editor.getByText('Versie 2 · Concept').waitFor();
  await editor.getByLabel('Openingszin').fill('May I ask about {provider}?');
  await editor.getByRole('button', { name: 'Activeren' }).click();
  await editor.getByText('Versie 2 · Actief').waitFor();
  const versions = await rows(
    'SELECT Version__c, Status__c, Opening_Line__c, Claims_In_Use_Count__c FROM Comparison_Script__c ORDER BY Version__c',
  );
  assert.deepEqual(versions, [
    { Version__c: 1, Status__c: 'Retired', Opening_Line__c: 'I am calling about your gas contract.', Claims_In_Use_Count__c: 7 },
    { Version__c: 2, Status__c: 'Active', Opening_Line__c: 'May I ask about {provider}?', Claims_In_Use_Count__c: 7 },
  ]);
  assert.deepEqual(faults, []);
});

test('the matrix is ticked by keyboard, and a refusal has its reason', async () => {
  const [fibre, power] = await pages.create('Product2', [
    { Name: 'Fibre 500', Product_Category__c: 'Internet', IsActive: true },
    { Name: 'Power Fixed', Product_Category__c: 'Electricity', IsActive: true },
  ]);
  await pages.create('Proposition__c', [
    { Name: 'A year of support', Offer__c: 'Free support', External_Id__c: 'support', Is_Active__c: true },
    { Name: 'Two years fixed', Offer__c: 'One rate', External_Id__c: 'fixed', Is_Active__c: true },
  ]);
  const { page, faults } = await pages.open('/lightning/n/Proposition_Matrix', MARKETING);
  const matrix = page.locator('c-proposition-matrix');
  await matrix.getByRole('button', { name: 'A year of support bij Fibre 500: niet besloten, dus niet toegestaan' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await matrix.getByText('Two years fixed mag nu worden aangeboden bij Power Fixed.').waitFor();
  await focusOn(page, /Two years fixed bij Power Fixed: toegestaan/);
  await page.keyboard.press('Space');
  await matrix
    .getByRole('textbox', { name: 'Waarom mag Two years fixed niet worden aangeboden bij Power Fixed?' })
    .fill('Too thin a margin');
  await assertAccessible(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await matrix.getByText('Two years fixed mag niet meer worden aangeboden bij Power Fixed.').waitFor();
  assert.deepEqual(await rows(`SELECT Is_Allowed__c, Reason__c FROM Product_Proposition__c WHERE Product__c = '${power}'`), [
    { Is_Allowed__c: false, Reason__c: 'Too thin a margin' },
  ]);
  assert.deepEqual(await rows(`SELECT Id FROM Product_Proposition__c WHERE Product__c = '${fibre}'`), []);
  assert.deepEqual(faults, []);
});

test('a rep writes down what a business needs, and sees where it has nothing of ours and what answers the need', async () => {
  const as = 'noor.noord@local.example';
  const [rep] = await rows(`SELECT Id FROM User WHERE Username = '${as}'`);
  const [business = ''] = await pages.create('Account', [{ Name: 'Fietsenmaker Bos', OwnerId: rep?.['Id'] }]);
  const product = { Product_Category__c: 'Gas', Answers_Needs__c: 'Sustainability', IsActive: true };
  await pages.create('Product2', [{ ...product, Name: 'Green Gas' }]);
  const { page, faults } = await pages.open(`/lightning/r/Account/${business}/view`, { as });
  await page.getByRole('tab', { name: 'Producten en behoeften' }).click();
  const card = page.locator('c-account-offer');
  await card.getByRole('row', { name: /Gas.*Niets van ons.*Niet bekend.*Green Gas/ }).waitFor();
  const need = card.getByRole('button', { name: 'Duurzaamheid' });
  await need.click();
  await card.getByRole('button', { name: 'Duurzaamheid', pressed: true }).waitFor();
  await card.getByRole('definition').filter({ hasText: 'Green Gas' }).waitFor();
  assert.deepEqual(await rows(`SELECT Business_Needs__c FROM Account WHERE Id = '${business}'`), [{ Business_Needs__c: 'Sustainability' }]);
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});
