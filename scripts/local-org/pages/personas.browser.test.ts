import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertNoSidewaysScrolling, settled, startPages, until, type PagesUnderTest } from './pages-under-test.ts';

let pages: PagesUnderTest;
let account: string;

before(async () => {
  pages = await startPages();
  [account = ''] = await pages.create('Account', [{ Name: 'Bakkerij Jansen', Legal_Form__c: 'Sole Proprietorship' }]);
  await pages.create('Contact', [{ AccountId: account, LastName: 'Jansen' }]);
});
after(() => pages.close());

const item = (page: Awaited<ReturnType<PagesUnderTest['open']>>['page'], name: RegExp | string): ReturnType<typeof page.getByRole> =>
  page.getByRole('menuitemcheckbox', { name }).or(page.getByRole('menuitem', { name }));

/** What is on the home page of each user, in the language of the user. */
const HOMES: Readonly<Record<string, { readonly app: string; readonly shows: RegExp }>> = {
  'zoe.zuid': { app: 'Customer Lifecycle', shows: /^Expiring contracts/ },
  'sales.manager': { app: 'Levenscyclus: leiding', shows: /^Klantlevenscyclus/ },
  'loyalty.manager': { app: 'Levenscyclus: loyaliteit', shows: /^Feedback/ },
  communication: { app: 'Levenscyclus: planning', shows: /^Campagnedruk/ },
  'data.steward': { app: 'Levenscyclus: gegevens', shows: /^Importruns/ },
  marketing: { app: 'Levenscyclus: planning', shows: /^Campagnedruk/ },
  'lifecycle.admin': { app: 'Lifecycle Settings', shows: /^State of the setup/ },
};

for (const [user, { app, shows }] of Object.entries(HOMES)) {
  test(`${user} starts at a home page of their own`, async () => {
    const { page, faults } = await pages.open('/', { as: `${user}@local.example` });
    await page.getByRole('heading', { name: shows }).first().waitFor();
    await until(async () => (await page.title()).endsWith(app));
    await assertAccessible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.reload();
    await page.getByRole('heading', { name: shows }).first().waitFor();
    await assertNoSidewaysScrolling(page);
    await assertAccessible(page);
    assert.deepEqual(faults, []);
  });
}

test('whoever looks as another user is that user, until another change', async () => {
  const { page, faults } = await pages.open('/');
  await page.getByRole('button', { name: 'Look at it as another user' }).click();
  await item(page, /Cas Campagne/).click();
  await page.getByRole('heading', { name: /^Campagnedruk/ }).waitFor();
  await page.reload();
  await page.getByText('Ingelogd als Cas Campagne').waitFor();
  await settled(page);
  // one app, so there is nothing to choose
  assert.equal(await page.getByRole('button', { name: 'Apps' }).count(), 0);
  await page.getByRole('button', { name: 'Bekijken als andere gebruiker' }).click();
  await item(page, /Ada Beheer/).click();
  await page.getByText('Signed in as Ada Beheer').waitFor();
  await page.getByRole('button', { name: 'Apps' }).click();
  await assertAccessible(page);
  await item(page, 'Lifecycle Data').click();
  await page.getByRole('heading', { name: /^Import runs/ }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: /^Import runs/ }).waitFor();
  assert.deepEqual(faults, []);
});

test('a component that a page shows by permission is there for those who have it', async () => {
  const path = `/lightning/r/Account/${account}/view`;
  const seen = async (as?: string): Promise<number> => {
    const { page } = await pages.open(path, as === undefined ? {} : { as });
    await page.getByRole('heading', { name: 'Bakkerij Jansen', level: 1 }).waitFor();
    await page.getByRole('tab').first().waitFor();
    await settled(page);
    return page.locator('c-consent-verdict').count();
  };
  assert.equal(await seen('zoe.zuid@local.example'), 1);
  const { org } = pages.org;
  const session = org.session(org.defaultUserId);
  assert.ok(session);
  const [assignment] = org.query(
    session,
    "SELECT Id FROM PermissionSetAssignment WHERE Assignee.Username = 'zoe.zuid@local.example' AND PermissionSet.Name = 'SME_Consent_User'",
  ).records;
  org.remove(session, 'PermissionSetAssignment', [String(assignment?.['Id'])], { allOrNone: true });
  assert.equal(await seen('zoe.zuid@local.example'), 0);
  // an administrator has every system permission
  assert.equal(await seen(), 1);
});

test('the utility bar opens its component above the page, and closes with Escape', async () => {
  const { page, faults } = await pages.open('/');
  const button = page.getByRole('contentinfo').getByRole('button', { name: 'Script', exact: true });
  await button.click();
  await page.getByRole('region', { name: 'Script' }).locator('c-comparison-script').waitFor();
  await page.locator('[aria-expanded="true"]').and(button).waitFor();
  await assertAccessible(page);
  await page.getByRole('region', { name: 'Script' }).getByRole('button').first().press('Escape');
  await page.locator('[aria-expanded="false"]').and(button).waitFor();
  // the keyboard is back at the button, so that Enter opens it again
  await page.keyboard.press('Enter');
  await page.locator('[aria-expanded="true"]').and(button).waitFor();
  assert.deepEqual(faults, []);
});

test('the pages live on the day of the org, also when its clock was moved', async () => {
  for await (const report of pages.org.org.automation.advanceClock('2026-11-25')) assert.ok(report.day);
  const { page } = await pages.open('/', { as: 'communication@local.example' });
  await page
    .getByRole('combobox', { name: 'Dag' })
    .filter({ hasText: '26-11-2026' })
    .or(page.getByText('Morgen, 26-11-2026'))
    .first()
    .waitFor();
});
