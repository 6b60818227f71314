// What the pages say when there is nothing to show: not allowed, no connection, gone meanwhile. Nobody's words are lost by it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Page, Route } from 'playwright-core';
import { placesOf, type Place } from './component-places.ts';
import { assertAccessible, assertNoSidewaysScrolling, settled, startPages, until, type PagesUnderTest } from './pages-under-test.ts';

const PACKAGE = path.join(import.meta.dirname, '../../../force-app');
const STRANGER = 'zoe.zuid@local.example';
/** Opens every app, and of the records only accounts. */
const APPS_ONLY = `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
  ${['Customer_Lifecycle', 'Lifecycle_Management', 'Lifecycle_Loyalty', 'Lifecycle_Planning', 'Lifecycle_Data', 'Lifecycle_Settings']
    .map((name) => `<applicationVisibilities><application>${name}</application><visible>true</visible></applicationVisibilities>`)
    .join('\n  ')}
  <label>Apps Only</label>
  <objectPermissions>
    <allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead>
    <modifyAllRecords>false</modifyAllRecords><object>Account</object><viewAllRecords>false</viewAllRecords>
  </objectPermissions>
</PermissionSet>`;

let pages: PagesUnderTest;
let folder: string;
let account: string;
let script: string;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'states-'));
  mkdirSync(path.join(folder, 'permissionsets'));
  writeFileSync(path.join(folder, 'permissionsets/Apps_Only.permissionset-meta.xml'), APPS_ONLY);
  const folders = readdirSync(PACKAGE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  pages = await startPages({ metadataFolders: [...folders.map(({ name }) => path.join(PACKAGE, name)), folder] });
  await pages.loadRules();
  [account = ''] = await pages.create('Account', [{ Name: 'Garage Wiel', Phone: '+31 85 100 0001' }]);
  const [provider] = await pages.create('Competitor__c', [
    { Name: 'Noordlicht', External_Id__c: 'noordlicht', Is_Active__c: true, Review_State__c: 'Confirmed' },
  ]);
  const words = { Competitor__c: provider, Product_Category__c: 'Gas', Language__c: 'English', Status__c: 'Draft' };
  [script = ''] = await pages.create('Comparison_Script__c', [{ Name: 'Noordlicht – Gas', ...words, Opening_Line__c: 'Good morning' }]);
});
after(async () => {
  await pages.close();
  rmSync(folder, { recursive: true });
});

/** Takes all permission sets of a user and gives others. */
function permit(username: string, ...names: readonly string[]): void {
  const { org } = pages.org;
  const session = org.session(org.defaultUserId);
  assert.ok(session);
  const ids = (soql: string): string[] => org.query(session, soql).records.map((record) => String(record['Id']));
  const [user = ''] = ids(`SELECT Id FROM User WHERE Username = '${username}'`);
  org.remove(session, 'PermissionSetAssignment', ids(`SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${user}'`), {
    allOrNone: true,
  });
  for (const name of names) {
    const [set = ''] = ids(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
    org.insert(session, 'PermissionSetAssignment', [{ AssigneeId: user, PermissionSetId: set }], { allOrNone: true });
  }
}

async function chooseApp(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Apps' }).click();
  await page
    .getByRole('menuitem', { name: label })
    .or(page.getByRole('menuitemcheckbox', { name: label }))
    .click();
}

const accountPage = (): string => `/lightning/r/Account/${account}/view`;
const scriptPage = (): string => `/lightning/r/Comparison_Script__c/${script}/view`;
const PLACES = placesOf(accountPage, scriptPage);

async function go(page: Page, { app, address, tab }: Place): Promise<void> {
  if (app !== undefined) await chooseApp(page, app);
  else if (address) await page.goto(pages.org.url + address());
  else await page.getByRole('tab', { name: tab ?? '' }).click();
}

test('every component that is offered to pages has its states seen here', () => {
  const seen = new Set([...PLACES.flatMap(({ cards }) => Object.keys(cards)), 'c-account-summary']);
  const offered = readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js-meta.xml') && readFileSync(path.join(PACKAGE, file), 'utf8').includes('<isExposed>true'))
    .map((file) => `c-${path.basename(file, '.js-meta.xml').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  assert.deepEqual(
    offered.filter((name) => !seen.has(name)),
    [],
  );
});

test('a card without data says what is missing and what to do about it', async () => {
  const { page, faults } = await pages.open('/');
  for (const place of PLACES) {
    await go(page, place);
    for (const [card, words] of Object.entries(place.cards)) await page.locator(card).getByText(words).first().waitFor();
    await assertAccessible(page);
  }
  await page.locator('c-account-summary').getByText('Nothing is planned').waitFor();
  assert.deepEqual(faults, []);
});

test('every card says that it is loading, that it failed and that there is no connection, and comes back by itself', async () => {
  const { page, context, faults } = await pages.open('/');
  const held: Route[] = [];
  let mode: 'hold' | 'refuse' | 'break' | 'pass' = 'pass';
  const answer = (route: Route): unknown => {
    if (mode === 'hold') return held.push(route);
    if (mode === 'refuse') return route.fulfill({ json: { data: null, errors: [{ message: 'Internal error while fetching data' }] } });
    if (mode === 'break') return route.fulfill({ status: 500, json: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'ErrorId 12-34 (-1)' }] });
    return route.continue();
  };
  await page.route('**/graphql', answer);
  for (const place of PLACES) {
    const cards = Object.keys(place.cards).map((name) => page.locator(name));
    const say = async (words: string | RegExp): Promise<void> => {
      for (const card of cards) await card.getByRole('alert').filter({ hasText: words }).first().waitFor();
    };
    mode = 'hold';
    await go(page, place);
    for (const card of cards) await card.locator('.bone').first().waitFor();
    mode = 'refuse';
    for (const route of held.splice(0)) await answer(route);
    await say(/could not be loaded/);
    await assertAccessible(page);
    mode = 'break';
    for (const card of cards) await card.getByRole('button', { name: 'Try again' }).first().click();
    await settled(page);
    await say(/could not be loaded/);
    await context.setOffline(true);
    await say('You have no connection');
    mode = 'pass';
    await context.setOffline(false);
    for (const card of cards) await card.getByRole('alert').first().waitFor({ state: 'detached' });
  }
  assert.deepEqual(faults, []);
});

test('an account of which a part could not be read does not call that part empty, and is read again on demand', async () => {
  const { page, faults } = await pages.open('/');
  await page.route('**/graphql', (route) =>
    /\bTask\b/.test(route.request().postData() ?? '')
      ? route.fulfill({ json: { data: null, errors: [{ message: 'Busy' }] } })
      : route.continue(),
  );
  await page.goto(pages.org.url + accountPage());
  const summary = page.locator('c-account-summary');
  await summary.getByText(/Part of this card could not be loaded: tasks/).waitFor();
  await summary.getByText('Not known', { exact: true }).first().waitFor();
  await assertAccessible(page);
  await page.unroute('**/graphql');
  await summary.getByRole('button', { name: 'Try again' }).click();
  await summary.getByText('Nothing is planned').waitFor();
  assert.deepEqual(faults, []);
});

test('a record that is gone says so, one that did not load is tried again, and an ended session begins again where it was', async () => {
  const { page, faults } = await pages.open('/', { as: 'lifecycle.admin@local.example' });
  const [gone = ''] = await pages.create('Account', [{ Name: 'Weg' }]);
  const { org } = pages.org;
  const session = org.session(org.defaultUserId);
  assert.ok(session);
  org.remove(session, 'Account', [gone], { allOrNone: true });
  await page.goto(`${pages.org.url}/lightning/r/Account/${gone}/view`);
  await page.getByRole('status').filter({ hasText: 'This record cannot be shown' }).waitFor();
  await page.getByRole('button', { name: 'Go to the start page' }).waitFor();
  await assertAccessible(page);

  await page.route('**/ui-api/records/**', (route) => route.abort());
  await page.goto(pages.org.url + accountPage());
  const failed = page.getByRole('alert').filter({ hasText: 'This could not be loaded' });
  await failed.waitFor();
  await assertAccessible(page);
  await page.unroute('**/ui-api/records/**');
  await failed.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Garage Wiel', level: 1 }).waitFor();

  await page.context().clearCookies();
  await page.locator('c-stage-timeline').getByRole('button', { name: 'Refresh' }).click();
  const ended = page.getByRole('alert').filter({ hasText: 'Your session has ended' });
  await ended.waitFor();
  await assertAccessible(page);
  await ended.getByRole('button', { name: 'Sign in again' }).click();
  await ended.waitFor({ state: 'detached' });
  await page.locator('c-stage-timeline').getByRole('button', { name: 'Try again' }).click();
  await page.locator('c-stage-timeline').getByText('Nothing is known about this account yet').waitFor();
  await page.reload();
  await page.getByText('Signed in as Levi Cyclus').waitFor();
  assert.deepEqual(faults, []);
});

test('what is typed survives a lost connection and a record that was deleted meanwhile', async () => {
  const [feedback = ''] = await pages.create('Feedback__c', [{ Account__c: account, Score__c: 3, Comment__c: 'Nobody called back' }]);
  const { page, faults } = await pages.open(accountPage());
  await page.getByRole('tab', { name: 'Feedback' }).click();
  const loops = page.locator('c-feedback-loops');
  const outcome = loops.getByLabel('What came of the call, in one sentence');
  const close = loops.getByRole('button', { name: 'Complete the call and close the loop' });
  await loops.getByRole('button', { name: 'Write the outcome: Garage Wiel' }).click();
  await outcome.fill('An engineer comes tomorrow');
  await page.route('**/ui-api/records/**', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
  await close.click();
  await loops.getByRole('alert').filter({ hasText: 'There is no connection.' }).waitFor();
  assert.equal(await outcome.inputValue(), 'An engineer comes tomorrow');
  await assertAccessible(page);
  await page.unroute('**/ui-api/records/**');
  const { org } = pages.org;
  const session = org.session(org.defaultUserId);
  assert.ok(session);
  org.remove(
    session,
    'Task',
    org.query(session, `SELECT Id FROM Task WHERE WhatId = '${account}'`).records.map(({ Id }) => String(Id)),
    { allOrNone: true },
  );
  org.remove(session, 'Feedback__c', [feedback], { allOrNone: true });
  await close.click();
  await loops.getByRole('alert').filter({ hasText: 'This record was deleted meanwhile.' }).waitFor();
  assert.equal(await outcome.inputValue(), 'An engineer comes tomorrow');
  assert.deepEqual(faults, []);
});

test('whoever has no permission set is told so by every card, and sees no tab of what is closed', async () => {
  permit(STRANGER, 'Apps_Only');
  const { page, faults } = await pages.open('/', { as: STRANGER });
  for (const place of PLACES.filter(({ app }) => app !== undefined)) {
    await go(page, place);
    for (const card of Object.keys(place.cards))
      await page
        .locator(card)
        .getByRole('alert')
        .filter({ hasText: /permission set/ })
        .waitFor();
  }
  await assertAccessible(page);
  const navigation = page.getByRole('navigation', { name: 'Main navigation' });
  await navigation.getByRole('link', { name: 'Accounts' }).waitFor();
  assert.doesNotMatch(await navigation.innerText(), /__c/);
  await page.goto(pages.org.url + accountPage());
  for (const card of ['c-stage-timeline', 'c-comparison-script']) {
    await page
      .locator(card)
      .getByRole('alert')
      .filter({ hasText: /permission set/ })
      .waitFor();
  }
  await page.locator('c-account-summary').getByText('You may not see').first().waitFor();
  for (const [tab, card] of [
    ['Products and Needs', 'c-account-offer'],
    ['Gates and moments', 'c-gates-and-moments'],
    ['Feedback', 'c-feedback-pulse'],
    ['Exit and win-back', 'c-exit-and-winback'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await page
      .locator(card)
      .getByRole('alert')
      .filter({ hasText: /permission set/ })
      .waitFor();
  }
  await assertAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await assertNoSidewaysScrolling(page);
  assert.deepEqual(faults, []);
});

test('the form of a record keeps what is typed when it cannot be saved, also through a reload', async () => {
  const { page, faults } = await pages.open(accountPage());
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const form = page.locator('shell-record-form');
  await form.getByRole('textbox', { name: 'KvK Number' }).fill('90000001');
  await page.route('**/ui-api/records/**', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()));
  await form.getByRole('button', { name: 'Save' }).click();
  await form.getByRole('alert').filter({ hasText: 'There is no connection.' }).waitFor();
  await assertAccessible(page);
  await page.reload();
  await until(async () => (await form.getByRole('textbox', { name: 'KvK Number' }).inputValue()) === '90000001');
  assert.deepEqual(faults, []);
});
