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
  type SightingOptions,
} from './pages-under-test.ts';

let pages: PagesUnderTest;
let jansen = '';
let empty = '';

const CONTRACT = { Status__c: 'Active', Notice_Length__c: 1, Notice_Unit__c: 'Months', Auto_Renews__c: 'Yes' };

before(async () => {
  pages = await startPages();
  const connection = await pages.loadRules();
  const [noordlicht] = await pages.create('Competitor__c', [{ Name: 'Noordlicht Energie', External_Id__c: 'noordlicht-energie' }]);
  [jansen = '', empty = ''] = await pages.create('Account', [{ Name: 'Bakkerij Jansen' }, { Name: 'Bloemenhuis Margriet' }]);
  const contract = { ...CONTRACT, Account__c: jansen, Competitor__c: noordlicht };
  await pages.create('Competitor_Contract__c', [
    { ...contract, Product_Category__c: 'Gas', Start_Date__c: '2025-01-01', End_Date__c: '2026-12-31', External_Id__c: 'c1' },
    { ...contract, Product_Category__c: 'Electricity', Start_Date__c: '2026-03-01', End_Date__c: '3999-12-31', External_Id__c: 'c2' },
    { ...contract, Product_Category__c: 'Electricity', End_Date__c: null, External_Id__c: 'c3' },
  ]);
  const stages = (await connection.query<{ Id: string; External_Id__c: string }>('SELECT Id, External_Id__c FROM Lifecycle_Stage__c'))
    .records;
  await pages.create('Lifecycle_Position__c', [
    {
      Account__c: jansen,
      Product_Category__c: 'Gas',
      Lifecycle_Stage__c: stages.find((stage) => stage.External_Id__c === 'PROSPECT')?.Id,
      Since_Date__c: '2026-11-01',
      Reason__c: 'Asked for a quotation',
      Evidence_Kind__c: 'Conversation',
      Evidence_Summary__c: 'Phone call',
    },
  ]);
  await pages.create('Task', [
    { WhatId: jansen, Subject: 'Approach for gas', ActivityDate: '2026-11-25', Product_Category__c: 'Gas' },
    { WhatId: jansen, Subject: 'Talk about price', ActivityDate: '2026-09-01', Product_Category__c: 'Gas', Status: 'Completed' },
    { WhatId: jansen, Subject: 'Call back', ActivityDate: '2026-09-02', Product_Category__c: 'Gas', Status: 'Completed' },
    { WhatId: jansen, Subject: 'Send brochure' },
    { WhatId: jansen, Subject: 'First meeting', ActivityDate: '2020-01-01', Status: 'Completed' },
  ]);
  await pages.create('Feedback__c', [{ Account__c: jansen, Score__c: 9, Given_On_Date__c: '2026-05-04', Product_Category__c: 'Gas' }]);
});
after(() => pages.close());

const timeline = (page: Page): Locator => page.locator('c-stage-timeline');
const mark = (page: Page, name: string | RegExp): Locator => page.locator('c-timeline-drawing').getByRole('link', { name });
/** Every kind comes by a query of its own: the drawing is whole when all of them are there. */
const drawn = async (page: Page): Promise<void> => {
  await page.locator('c-timeline-drawing .bar').first().waitFor();
  await settled(page);
};
const open = (id: string, options?: SightingOptions): ReturnType<PagesUnderTest['open']> =>
  pages.open(`/lightning/r/Account/${id}/view`, options);
const choose = async (page: Page, box: string, option: string): Promise<void> => {
  await timeline(page).getByRole('combobox', { name: box }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};
/** What the drawing shows, clusters opened, as sentences. */
async function sentencesDrawn(page: Page): Promise<readonly string[]> {
  const marks = page.locator('c-timeline-drawing a[data-key]');
  const found = (await marks.evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label') ?? ''))).map(
    (label) => label.split('. ')[0] ?? '',
  );
  const undated = await page.locator('c-timeline-list a').allTextContents();
  const clusters = page.locator('c-timeline-drawing .cluster');
  for (let at = 0; at < (await clusters.count()); at += 1) {
    await clusters.nth(at).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('link').first().waitFor();
    found.push(...(await dialog.getByRole('link').allTextContents()));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  return [...found, ...undated].sort();
}
const sentencesListed = async (page: Page): Promise<readonly string[]> =>
  (await page.locator('c-timeline-list a').allTextContents()).map((text) => text.trim()).sort();

test('drawing and list show the same, and one broken date is told instead of breaking the page', async () => {
  const { page, faults } = await open(jansen);
  await drawn(page);
  await mark(page, /^Noordlicht Energie, Gas: last day to give notice 30-11-2026/).waitFor();
  await page.getByText('Noordlicht Energie, Electricity: 3999-12-31 is not a usable date').waitFor();
  await page.getByText('Noordlicht Energie, Electricity: end date not known, ask for it').waitFor();
  await page.getByText('Send brochure: no date').waitFor();
  await page.getByText('1 item lies before 22-11-2024 or after 22-11-2031 and is not shown.').waitFor();
  await assertAccessible(page);
  const inDrawing = await sentencesDrawn(page);
  await timeline(page).getByRole('button', { name: 'List' }).click();
  await page.locator('c-timeline-list section').first().waitFor();
  assert.deepEqual(await sentencesListed(page), inDrawing);
  for (const sentence of [/^Feedback: 9 out of 10, 04-05-2026/, /^Call back: done 02-09-2026/, /^Gas: Prospect since 01-11-2026/]) {
    assert.ok(
      inDrawing.some((one) => sentence.test(one)),
      inDrawing.join('\n'),
    );
  }
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

test('the keyboard alone zooms, moves, opens a cluster and comes back to today', async () => {
  const { page, faults } = await open(jansen);
  await drawn(page);
  const strip = page.getByRole('group', { name: 'Timeline, drawing' });
  const scroll = (): Promise<number> => strip.evaluate((element) => element.scrollLeft);
  const width = (): Promise<number> => strip.evaluate((element) => element.scrollWidth);
  await strip.focus();
  const [start, before] = [await scroll(), await width()];
  await page.keyboard.press('+');
  await until(async () => (await width()) > before * 1.4);
  await page.keyboard.press('-');
  await until(async () => Math.abs((await width()) - before) < 2);
  await page.keyboard.press('ArrowRight');
  await until(async () => (await scroll()) > start);
  await page.keyboard.press('Home');
  await until(async () => Math.abs((await scroll()) - start) < 2);
  await page.keyboard.press('ArrowDown');
  await focusOn(page, /^Gas: Prospect since 01-11-2026/);
  await page.getByRole('tooltip').getByText('Asked for a quotation').waitFor();
  await page.keyboard.press('ArrowDown');
  await focusOn(page, /^Noordlicht Energie, Gas/);
  const cluster = page.getByRole('button', { name: '2 items, 01-09-2026 to 02-09-2026' });
  await cluster.focus();
  await page.keyboard.press('Enter');
  await focusOn(page, /^Talk about price: done 01-09-2026$/);
  await assertAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await cluster.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Zoom in on these' }).click();
  await mark(page, /^Talk about price: done/).waitFor();
  await page.keyboard.press('Home');
  await mark(page, /^Approach for gas: planned for 25-11-2026/).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Approach for gas' }).waitFor();
  assert.deepEqual(faults, []);
});

test('the mouse drags the strip without opening what it lands on, and Ctrl with the wheel zooms', async () => {
  const { page, faults } = await open(jansen);
  await drawn(page);
  const strip = page.getByRole('group', { name: 'Timeline, drawing' });
  const bar = mark(page, /^Noordlicht Energie, Gas/);
  const box = await bar.boundingBox();
  assert.ok(box);
  const start = await strip.evaluate((element) => element.scrollLeft);
  await page.mouse.move(box.x + box.width - 40, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 140, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await until(async () => Math.abs((await strip.evaluate((element) => element.scrollLeft)) - start - 100) < 3);
  assert.match(page.url(), new RegExp(jansen));
  const width = await strip.evaluate((element) => element.scrollWidth);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await until(async () => (await strip.evaluate((element) => element.scrollWidth)) > width);
  assert.deepEqual(faults, []);
});

test('two fingers zoom and move the strip, and a first touch tells before it opens', async () => {
  const { page, context, faults } = await open(jansen, { touch: true });
  await drawn(page);
  const strip = page.getByRole('group', { name: 'Timeline, drawing' });
  const [width, scroll] = [() => strip.evaluate((element) => element.scrollWidth), () => strip.evaluate((element) => element.scrollLeft)];
  const box = await strip.boundingBox();
  assert.ok(box);
  const [middle, y] = [box.x + box.width * 0.6, box.y + box.height / 2];
  const device = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...places: readonly number[]): Promise<unknown> =>
    device.send('Input.dispatchTouchEvent', { type, touchPoints: places.map((x) => ({ x, y })) });
  const before = await width();
  await touch('touchStart', middle - 40, middle + 40);
  await touch('touchMove', middle - 80, middle + 80);
  await touch('touchEnd');
  await until(async () => (await width()) > before * 1.5);
  const start = await scroll();
  await touch('touchStart', middle - 60, middle + 60);
  await touch('touchMove', middle - 160, middle - 40);
  await touch('touchEnd');
  await until(async () => (await scroll()) > start + 50);
  await page.reload();
  await drawn(page);
  await mark(page, /^Noordlicht Energie, Gas/).tap();
  await page.getByRole('tooltip').getByText('Noordlicht Energie, Gas').first().waitFor();
  assert.match(page.url(), new RegExp(jansen));
  assert.deepEqual(faults, []);
});

test('filters and view are remembered, and the stages take the names of another model', async () => {
  const { page, faults } = await open(jansen);
  await drawn(page);
  await timeline(page)
    .getByRole('button', { name: /^Contact \d/ })
    .click();
  await page.locator('c-timeline-drawing .cluster').waitFor({ state: 'hidden' });
  await choose(page, 'Product', 'Gas');
  await choose(page, 'Names of the stages', 'AIDA');
  await mark(page, /^Gas: Interest since 01-11-2026/).waitFor();
  await page.locator('c-account-summary').getByText('Interest', { exact: true }).waitFor();
  await timeline(page).getByRole('button', { name: 'List' }).click();
  await page.reload();
  await page.locator('c-timeline-list').getByText('Gas: Interest since 01-11-2026').waitFor();
  await settled(page);
  const listed = await sentencesListed(page);
  assert.ok(listed.length > 0 && listed.every((sentence) => !/Electricity|Call back|Send brochure/.test(sentence)), listed.join('\n'));
  await timeline(page)
    .getByRole('button', { name: /^Feedback \d/ })
    .click();
  await timeline(page)
    .getByRole('button', { name: /^Stage \d/ })
    .click();
  await timeline(page)
    .getByRole('button', { name: /^Contract elsewhere \d/ })
    .click();
  await timeline(page).getByRole('button', { name: 'Show everything' }).click();
  await page.locator('c-timeline-list').getByText('Call back: done 02-09-2026').waitFor();
  assert.deepEqual(faults, []);
});

test('at 320 pixels it is a list, and the drawing still opens', async () => {
  const { page, faults } = await open(jansen, { width: 320 });
  await page.locator('c-timeline-list').getByText('Noordlicht Energie, Gas: last day to give notice 30-11-2026').waitFor();
  await settled(page);
  assert.equal(await page.locator('c-timeline-drawing').count(), 0);
  await assertNoSidewaysScrolling(page);
  await assertAccessible(page);
  await timeline(page).getByRole('button', { name: 'Drawing' }).click();
  await drawn(page);
  await assertNoSidewaysScrolling(page);
  assert.deepEqual(faults, []);
});

test('paper gets the whole list, whatever the screen shows', async () => {
  const { page } = await open(jansen);
  await drawn(page);
  await page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
  await page.emulateMedia({ media: 'print' });
  await page.locator('c-timeline-list').getByText('Noordlicht Energie, Gas: last day to give notice 30-11-2026').waitFor();
  await page.locator('c-timeline-drawing').waitFor({ state: 'hidden' });
});

test('a new account is told what to do first, in the summary as well', async () => {
  const { page, faults } = await open(empty);
  await page.getByText('Nothing is known about this account yet').waitFor();
  await page.locator('c-account-summary').getByText('Nothing is planned').waitFor();
  await assertAccessible(page);
  assert.deepEqual(faults, []);
});

test('the summary names the next action first and says how firmly the customer sits in the saddle', async () => {
  const { page, faults } = await open(jansen);
  const summary = page.locator('c-account-summary');
  await summary.getByRole('link', { name: 'Approach for gas: due 25-11-2026' }).waitFor();
  await summary.getByText('3 days left').waitFor();
  await summary.getByRole('link', { name: 'Noordlicht Energie, Gas: last day to give notice 30-11-2026' }).waitFor();
  await summary
    .getByText(/of 100/)
    .first()
    .waitFor();
  await summary.getByText('Gas, since 01-11-2026').waitFor();
  await summary.getByRole('link', { name: /^Noordlicht/ }).click();
  await page.waitForURL(/Competitor_Contract__c/);
  assert.deepEqual(faults, []);
});

test('a kind that could not be loaded is named, and the rest is shown', async () => {
  const { page } = await pages.open('/lightning/o/Competitor__c/list');
  const message = "Validation error (FieldUndefined@[uiapi/query/Feedback__c]) : Field 'Feedback__c' in type 'RecordQuery' is undefined";
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('timelineFeedback')
      ? route.fulfill({ json: { data: null, errors: [{ message }] } })
      : route.continue(),
  );
  await page.goto(`${pages.org.url}/lightning/r/Account/${jansen}/view`);
  await drawn(page);
  await page.getByText('You may not see: feedback. Ask your administrator when you need them.').waitFor();
  await assertAccessible(page);
});

test('a call that is saved in the script beside it stands on the timeline at once', async () => {
  const { page, faults } = await open(jansen);
  await drawn(page);
  const contacts = timeline(page).getByRole('button', { name: /^Contact \d/ });
  const before = Number(/\d+/.exec((await contacts.textContent()) ?? '')?.[0]);
  const script = page.locator('c-comparison-script').first();
  await script.getByRole('combobox', { name: 'Outcome', exact: true }).click();
  await page.getByRole('option', { name: 'Interested', exact: true }).click();
  await script.getByRole('button', { name: 'Save all' }).click();
  await script.getByText(/^Saved/).waitFor();
  await until(async () => Number(/\d+/.exec((await contacts.textContent()) ?? '')?.[0]) > before);
  assert.deepEqual(faults, []);
});
