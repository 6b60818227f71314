// The timeline of an account with 2,000 events: script and layout of the browser from the answers' arrival until it is drawn.
import path from 'node:path';
import { Connection } from 'jsforce';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { loadRules } from '../admin/rules/load-rules.ts';
import { buildPages } from '../build/build-pages.ts';
import { launchBrowser } from '../local-org/pages/launch-browser.ts';
import { pagesHandler } from '../local-org/pages/pages-handler.ts';
import { startLocalOrg, type LocalOrg } from '../local-org/start.ts';
import { API_VERSION } from '../platform/api-version.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const RUNS = 5;
const SETTLE_MILLISECONDS = 2000;
/** Records per request, few enough for the flows that feedback starts. */
const BATCH = 25;
const CATEGORIES = ['Gas', 'Electricity', 'Internet', 'Mobile Telephony', 'Insurance', ''] as const;
/** Together 2,000. */
const TASKS = 1600;
const FEEDBACK = 300;
const CONTRACTS = 100;

export interface ViewCost {
  readonly view: string;
  /** Milliseconds, the median of the runs. */
  readonly script: number;
  /** Layout and style, likewise. */
  readonly layout: number;
}

const dayFromToday = (days: number): string => new Date(NOW.getTime() + days * 86_400_000).toISOString().slice(0, 10);
const categoryOf = (index: number): string | null => CATEGORIES[index % CATEGORIES.length] || null;

async function create(org: LocalOrg, object: string, records: readonly object[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let at = 0; at < records.length; at += BATCH) {
    const response = await fetch(`${org.url}/services/data/v68.0/composite/sobjects`, {
      method: 'POST',
      headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        allOrNone: true,
        records: records.slice(at, at + BATCH).map((record) => ({ attributes: { type: object }, ...record })),
      }),
    });
    const results = (await response.json()) as readonly { readonly success: boolean; readonly id: string }[];
    if (!results.every(({ success }) => success)) throw new Error(`${object}: ${JSON.stringify(results).slice(0, 300)}`);
    ids.push(...results.map(({ id }) => id));
  }
  return ids;
}

/** One account with everything; days lie evenly over the seven years of the timeline. */
async function fill(org: LocalOrg): Promise<string> {
  const connection = new Connection({ instanceUrl: org.url, accessToken: org.accessToken, version: API_VERSION });
  await loadRules(connection, path.join(import.meta.dirname, '../../config/rules'));
  const [account] = await create(org, 'Account', [{ Name: 'Bakkerij Jansen' }]);
  const [competitor] = await create(org, 'Competitor__c', [{ Name: 'Noordlicht Energie', External_Id__c: 'noordlicht-energie' }]);
  if (account === undefined) throw new Error('no account');
  const spread = (index: number, count: number): string => dayFromToday(-700 + Math.floor((index * 2500) / count));
  await create(
    org,
    'Task',
    Array.from({ length: TASKS }, (_, index) => ({
      WhatId: account,
      Subject: `Gesprek ${index}`,
      ActivityDate: spread(index, TASKS),
      Product_Category__c: categoryOf(index),
    })),
  );
  await create(
    org,
    'Feedback__c',
    Array.from({ length: FEEDBACK }, (_, index) => ({
      Account__c: account,
      Score__c: 9 + (index % 2),
      Given_On_Date__c: dayFromToday(-700 + index * 2),
      Product_Category__c: categoryOf(index),
    })),
  );
  await create(
    org,
    'Competitor_Contract__c',
    Array.from({ length: CONTRACTS }, (_, index) => ({
      Account__c: account,
      Competitor__c: competitor,
      Product_Category__c: CATEGORIES[index % 5],
      Start_Date__c: dayFromToday(-600 + index * 10),
      End_Date__c: dayFromToday(100 + index * 15),
      External_Id__c: `bench ${index}`,
    })),
  );
  return account;
}

/** Seconds that the page has spent so far. */
async function spent(session: CDPSession): Promise<{ readonly script: number; readonly layout: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') };
}

async function userId(org: LocalOrg): Promise<string> {
  const answer = await fetch(`${org.url}/services/oauth2/userinfo`, { headers: { authorization: `Bearer ${org.accessToken}` } });
  return ((await answer.json()) as { readonly user_id: string }).user_id;
}

async function untilDrawn(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

/** Holds the timeline's answers back until the rest of the page is at rest, lets them go all at once, and counts from there. */
async function measureOnce(browser: Browser, org: LocalOrg, account: string, view: string): Promise<Omit<ViewCost, 'view'>> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    const memory = JSON.stringify(JSON.stringify({ view }));
    await page.addInitScript(`localStorage.setItem('stageTimeline.${await userId(org)}', ${memory})`);
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('query timeline')) return route.continue();
      const response = await route.fetch();
      await held;
      return route.fulfill({ response });
    });
    await page.goto(`${org.url}/lightning/r/Account/${account}/view`);
    await page.locator('c-stage-timeline .skeleton').waitFor();
    await page.waitForTimeout(SETTLE_MILLISECONDS);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const before = await spent(session);
    letGo();
    await untilDrawn(page, view === 'list' ? 'c-timeline-list li' : 'c-timeline-drawing .cluster');
    const after = await spent(session);
    return { script: (after.script - before.script) * 1000, layout: (after.layout - before.layout) * 1000 };
  } finally {
    await context.close();
  }
}

const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

export async function measureTimeline(): Promise<{ readonly events: number; readonly views: readonly ViewCost[] }> {
  const distFolder = await buildPages({ production: true });
  const org = await startLocalOrg({ now: () => NOW, pages: pagesHandler({ distFolder }) });
  const browser = await launchBrowser();
  try {
    const account = await fill(org);
    const views: ViewCost[] = [];
    for (const view of ['drawing', 'list']) {
      const runs: Omit<ViewCost, 'view'>[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await measureOnce(browser, org, account, view));
      views.push({ view, script: median(runs.map(({ script }) => script)), layout: median(runs.map(({ layout }) => layout)) });
    }
    return { events: TASKS + FEEDBACK + CONTRACTS, views };
  } finally {
    await browser.close();
    await org.close();
  }
}
