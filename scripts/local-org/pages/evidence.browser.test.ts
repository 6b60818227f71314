import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling, startPages, type PagesUnderTest } from './pages-under-test.ts';

let pages: PagesUnderTest;
let contact: string;
let ownContact: string;
let run: string;

before(async () => {
  pages = await startPages();
  const [account = ''] = await pages.create('Account', [{ Name: 'Bakkerij Jansen', Legal_Form__c: 'Sole Proprietorship' }]);
  await pages.create('Consent_Rule__c', [
    {
      Name: 'E-mail with consent',
      External_Id__c: 'email-given',
      Channel__c: 'Email',
      Legal_Form_Group__c: 'Any',
      Customer_Relation__c: 'Any',
      Evidence_Needed__c: 'Given',
      Verdict__c: 'May',
      Reason__c: 'Consent Given',
      Priority__c: 1,
      Is_Active__c: true,
      Valid_From_Date__c: '2020-01-01',
      Source__c: 'Telecommunications act',
      Checked_On_Date__c: '2026-11-01',
    },
  ]);
  [contact = ''] = await pages.create('Contact', [{ AccountId: account, FirstName: 'Anna', LastName: 'Jansen' }]);
  const session = pages.org.org.session(pages.org.org.defaultUserId);
  assert.ok(session);
  const [noor] = pages.org.org.query(session, "SELECT Id FROM User WHERE Username = 'noor.noord@local.example'").records;
  const [own] = await pages.create('Account', [{ Name: 'Smit B.V.', Legal_Form__c: 'Private Limited Company', OwnerId: noor?.['Id'] }]);
  [ownContact = ''] = await pages.create('Contact', [{ AccountId: own, FirstName: 'Bart', LastName: 'Smit', OwnerId: noor?.['Id'] }]);
  await pages.create('Consent_Evidence__c', [
    {
      Contact__c: contact,
      Channel__c: 'Email',
      State__c: 'Given',
      Captured_At__c: '2026-03-03T17:05:00Z',
      Source__c: '=Form',
      Wording__c: 'Yes',
    },
  ]);
  const [known, unknown] = await pages.create('Competitor__c', [
    { Name: 'Stroomversneller', External_Id__c: 'stroomversneller', Is_Active__c: true, Review_State__c: 'Confirmed' },
    { Name: 'Stroomversneller 24', External_Id__c: 'stroomversneller-24', Is_Active__c: true, Review_State__c: 'To Review' },
  ]);
  assert.ok(known);
  [run = ''] = await pages.create('Import_Run__c', [
    {
      File_Name__c: 'contracts.csv',
      Source__c: 'Supplier',
      State__c: 'Completed With Rejects',
      Started_At__c: '2026-11-20T08:00:00Z',
      External_Id__c: '20261120-1',
      Rows_Read__c: 3,
      Rows_Created__c: 1,
      Rows_Updated__c: 0,
      Rows_Unchanged__c: 0,
      Rows_Kept__c: 1,
      Rows_Skipped__c: 0,
      Rows_Rejected__c: 1,
      Reject_Summary__c: '1\tKVK_MISSING\t95\tThere is no KvK number.',
    },
  ]);
  await pages.create('Competitor_Contract__c', [
    {
      Account__c: account,
      Competitor__c: unknown,
      Product_Category__c: 'Gas',
      Status__c: 'Active',
      External_Id__c: 'a',
      Import_Run__c: run,
    },
  ]);
});
after(() => pages.close());

test('consent is withdrawn in one action, and the verdict follows at once', async () => {
  const { page, faults } = await pages.open(`/lightning/r/Contact/${contact}/view`, { as: 'zoe.zuid@local.example' });
  const card = page.locator('c-consent-verdict');
  await card
    .getByText(/03-03-2026/)
    .first()
    .waitFor();
  const download = page.waitForEvent('download');
  await card.getByRole('link', { name: 'Save evidence as a file' }).click();
  const file = await readFile((await (await download).path()) ?? '', 'utf8');
  assert.match(file, /"Anna Jansen";"Email";"Given";"2026-03-03T17:05:00[^"]*";[\s\S]*"'=Form"/);
  await card.getByRole('button', { name: 'Withdraw' }).click();
  await assertAccessible(page);
  await page.getByRole('menuitem', { name: 'Every channel' }).click();
  await page.getByText('Consent of Anna Jansen is withdrawn').waitFor();
  await card
    .getByText(/Withdrawn on 22-11-2026/)
    .first()
    .waitFor();
  await card.getByRole('button', { name: 'History (2)' }).click();
  await card.getByText('“Yes”').waitFor();
  await assertAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await assertNoSidewaysScrolling(page);
  assert.deepEqual(faults, []);
});

test('consent is registered in the standard records by whoever may, and counts at once', async () => {
  const { page, faults } = await pages.open(`/lightning/r/Contact/${ownContact}/view`, { as: 'noor.noord@local.example' });
  const card = page.locator('c-consent-verdict');
  await card.getByRole('button', { name: 'Toestemming vastleggen' }).click();
  const form = card.locator('c-consent-form');
  await form.getByRole('button', { name: 'Toestemming vastleggen' }).click();
  await form.locator('.slds-has-error').first().waitFor();
  await form.getByRole('combobox', { name: 'Kanaal' }).click();
  await page.getByRole('option', { name: 'E-mail' }).click();
  await form.getByRole('textbox', { name: 'Bron' }).fill('Beurs Zwolle');
  await form.getByRole('textbox', { name: 'Bewoording' }).fill('Ja, stuur mij aanbiedingen');
  await form.getByRole('textbox', { name: 'Bewoording' }).blur();
  await assertAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await assertNoSidewaysScrolling(page);
  await form.getByRole('button', { name: 'Toestemming vastleggen' }).click();
  await page.getByText('De toestemming van Bart Smit is vastgelegd').waitFor();
  await card
    .getByText(/Beurs Zwolle/)
    .first()
    .waitFor();
  const { org } = pages.org;
  const session = org.session(org.defaultUserId);
  assert.ok(session);
  const standard = 'SELECT PrivacyConsentStatus, CaptureSource, Party.Name FROM ContactPointTypeConsent';
  assert.deepEqual(
    org.query(session, standard).records.map(({ PrivacyConsentStatus, CaptureSource }) => [PrivacyConsentStatus, CaptureSource]),
    [['OptIn', 'Beurs Zwolle']],
  );
  assert.equal(
    org.query(session, "SELECT Verdict__c FROM Consent_Verdict__c WHERE Channel__c = 'Email' AND Contact__r.LastName = 'Smit'")
      .records[0]?.['Verdict__c'],
    'May',
  );
  assert.deepEqual(faults, []);
});

test('the page of an import run accounts for every line', async () => {
  const { page, faults } = await pages.open(`/lightning/r/Import_Run__c/${run}/view`, { width: 320, height: 700 });
  const card = page.locator('c-import-run-report');
  await card.getByText('3 lines read, and each of them is in one of these:').waitFor();
  await card.getByText('There is no KvK number.').waitFor();
  await card.getByText('npm run import -- undo 20261120-1 --org ORG').waitFor();
  await card.getByText(/Contracts that point at this run now: 1; claims: 0\./).waitFor();
  await assertNoSidewaysScrolling(page);
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

test('one decision on an unknown provider moves its contracts', async () => {
  const { page, faults } = await pages.open('/');
  await page.getByRole('button', { name: 'Apps' }).click();
  await page
    .getByRole('menuitemcheckbox', { name: 'Lifecycle Data' })
    .or(page.getByRole('menuitem', { name: 'Lifecycle Data' }))
    .click();
  const card = page.locator('c-unknown-providers');
  await card.getByText('1 contract', { exact: true }).waitFor();
  await assertAccessible(page);
  await card.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Stroomversneller', exact: true }).click();
  await card.getByRole('button', { name: 'Move its contracts' }).click();
  await card.getByText('Every provider is known').waitFor();
  const toast = page.getByText('Stroomversneller 24 now counts as Stroomversneller; its contracts are moved.');
  await toast.waitFor();
  await page.locator('lightning-toast').getByRole('button').click();
  await toast.waitFor({ state: 'detached' });
  const { org } = pages.org;
  const session = org.session(org.defaultUserId);
  assert.ok(session);
  const [contract] = org.query(session, 'SELECT Competitor__r.Name FROM Competitor_Contract__c').records;
  assert.match(JSON.stringify(contract), /"Name":"Stroomversneller"/);
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});
