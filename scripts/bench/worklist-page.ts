// The worklist, the calendar and the reports over many contracts: from the click to the rows, in a real browser.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildPages } from '../build/build-pages.ts';
import { launchBrowser } from '../local-org/pages/launch-browser.ts';
import { pagesHandler } from '../local-org/pages/pages-handler.ts';
import { startLocalOrg, type LocalOrg } from '../local-org/start.ts';
import { fillLocalOrg } from './fill-local-org.ts';
import { reportTimes } from './report-waits.ts';

const CONTRACTS_PER_ACCOUNT = 2;
const RUNS = 5;
const WORKLIST = '/lightning/n/Expiry_Worklist?c__window=next90&c__owner=all';

export interface Wait {
  readonly what: string;
  /** Milliseconds. */
  readonly median: number;
  readonly worst: number;
}

/** Fills a local org on disk, lets every page be seen once, and then takes the time of each wait. */
export async function measureWorklist(contracts: number): Promise<readonly Wait[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-pages-'));
  const org = await startLocalOrg({ folder, port: 0, pages: pagesHandler({ distFolder: await buildPages({ production: true }) }) });
  const browser = await launchBrowser();
  try {
    await fillLocalOrg(
      { instanceUrl: org.url, accessToken: org.accessToken, username: org.username, pid: process.pid, stop: () => Promise.resolve() },
      contracts,
      CONTRACTS_PER_ACCOUNT,
    );
    return [
      await taken('Worklist: address to first rows', browser, org, openWorklist),
      ...(await filterWaits(browser, org)),
      await taken('Manager: click on the app to the calendar', browser, org, openCalendar),
      ...(await reportTimes(org, RUNS)).map(({ what, times }) => waitOf(what, times)),
    ];
  } finally {
    await browser.close();
    await org.close();
    rmSync(folder, { recursive: true });
  }
}

type Step = (page: Page, org: LocalOrg) => Promise<number>;

/** One run more than is counted: the first one fills caches and builds indexes. */
async function taken(what: string, browser: Browser, org: LocalOrg, step: Step): Promise<Wait> {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    times.push(await step(await context.newPage(), org));
    await context.close();
  }
  return waitOf(what, times.slice(1));
}

function waitOf(what: string, times: readonly number[]): Wait {
  const sorted = times.toSorted((one, other) => one - other);
  return { what, median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 };
}

async function since(start: () => Promise<unknown>, end: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await start();
  await end();
  return performance.now() - started;
}

/** Rows, or the sentence that there are none. */
const rowsAreThere = (page: Page): Promise<void> =>
  page.locator('c-worklist-table table[aria-busy="false"] a.account, c-expiry-worklist c-state-message').first().waitFor();

function openWorklist(page: Page, org: LocalOrg): Promise<number> {
  return since(
    () => page.goto(org.url + WORKLIST, { waitUntil: 'commit' }),
    () => rowsAreThere(page),
  );
}

async function openCalendar(page: Page, org: LocalOrg): Promise<number> {
  await page.goto(org.url + WORKLIST);
  await rowsAreThere(page);
  await page.locator('.bar__launcher').getByRole('button').click();
  const app = page.locator('[role^="menuitem"]').filter({ hasText: 'Lifecycle Management' });
  await app.waitFor();
  return since(
    () => app.click(),
    () => page.locator('c-expiry-calendar table').waitFor(),
  );
}

/** From the click on an option until the list shows the rows of the new answer; each filter is changed to and fro. */
async function filterWaits(browser: Browser, org: LocalOrg): Promise<readonly Wait[]> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await openWorklist(page, org);
  const waits: Wait[] = [];
  for (const [filter, option, back] of [
    ['Last day to give notice', 'In the next 365 days', 'In the next 90 days'],
    ['Last day to give notice', 'Date not known', 'In the next 90 days'],
    ['Product category', 'Gas', 'All categories'],
    ['Account owner', 'My accounts', "Everybody's accounts"],
    ['Account owner', 'Owner no longer active', "Everybody's accounts"],
  ] as const) {
    const times: number[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      times.push(await choose(page, filter, option));
      await choose(page, filter, back);
    }
    waits.push(waitOf(`Worklist: ${filter} → ${option}, to the rows`, times.slice(1)));
  }
  return waits;
}

async function choose(page: Page, filter: string, option: string): Promise<number> {
  await page.getByRole('combobox', { name: filter }).click();
  const offered = page.getByRole('option', { name: option, exact: true });
  await offered.waitFor();
  return since(
    () => offered.click(),
    () => rowsAreThere(page),
  );
}
