// What the pages say when there is nothing to show: not allowed, no connection, gone meanwhile. Nobody's words are lost by it.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, assertNoSidewaysScrolling, settled, startPages, type PagesUnderTest } from './pages-under-test.ts';

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
let feedback: string;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'states-'));
  mkdirSync(path.join(folder, 'permissionsets'));
  writeFileSync(path.join(folder, 'permissionsets/Apps_Only.permissionset-meta.xml'), APPS_ONLY);
  const folders = readdirSync(PACKAGE, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  pages = await startPages({ metadataFolders: [...folders.map(({ name }) => path.join(PACKAGE, name)), folder] });
  await pages.loadRules();
  [account = ''] = await pages.create('Account', [{ Name: 'Garage Wiel', Phone: '+31 85 100 0001' }]);
  [feedback = ''] = await pages.create('Feedback__c', [{ Account__c: account, Score__c: 3, Comment__c: 'Nobody called back' }]);
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

async function openApp(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Apps' }).click();
  await page
    .getByRole('menuitem', { name: label })
    .or(page.getByRole('menuitemcheckbox', { name: label }))
    .click();
  await settled(page);
}

/** Home pages with the cards that they are made of, in the order of the page. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  'Customer Lifecycle': ['c-expiry-worklist'],
  'Lifecycle Management': ['c-lifecycle-funnel', 'c-worklist-capacity', 'c-expiry-calendar'],
  'Lifecycle Loyalty': ['c-feedback-pulse', 'c-exit-and-winback'],
  'Lifecycle Planning': ['c-campaign-pressure', 'c-expiry-calendar', 'c-collective-progress'],
  'Lifecycle Settings': ['c-rule-health', 'c-import-run-report', 'c-unknown-providers'],
  'Lifecycle Data': ['c-import-run-report', 'c-unknown-providers'],
};

test('without a connection every card of every home page says so, and comes back when tried again', async () => {
  const { page, faults } = await pages.open('/');
  for (const [label, cards] of Object.entries(HOMES)) {
    await page.route('**/graphql', (route) => route.abort());
    await openApp(page, label);
    for (const card of cards) await page.locator(card).getByRole('alert').first().waitFor();
    await assertAccessible(page);
    await page.unroute('**/graphql');
    for (const card of cards) {
      await page.locator(card).getByRole('button', { name: 'Try again' }).first().click();
      await page.locator(card).getByRole('alert').first().waitFor({ state: 'detached' });
    }
  }
  assert.deepEqual(faults, []);
});

test('what is typed survives a lost connection and a record that was deleted meanwhile', async () => {
  const { page, faults } = await pages.open(`/lightning/r/Account/${account}/view`);
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
  for (const [label, cards] of Object.entries(HOMES)) {
    await openApp(page, label);
    for (const card of cards)
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
  await page.goto(`${pages.org.url}/lightning/r/Account/${account}/view`);
  for (const card of ['c-stage-timeline', 'c-comparison-script']) {
    await page
      .locator(card)
      .getByRole('alert')
      .filter({ hasText: /permission set/ })
      .waitFor();
  }
  await page.locator('c-account-summary').getByText('You may not see').first().waitFor();
  for (const [tab, card] of [
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
