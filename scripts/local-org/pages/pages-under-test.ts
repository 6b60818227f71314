// The local pages in a real browser, for tests: an org in memory with a few records, and pages that tell of every fault.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import path from 'node:path';
import type { Connection } from 'jsforce';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { API_VERSION } from '../../platform/api-version.ts';
import { buildPages } from '../../build/build-pages.ts';
import { startLocalOrg, type LocalOrg, type LocalOrgOptions } from '../start.ts';
import { launchBrowser } from './launch-browser.ts';
import { pagesHandler } from './pages-handler.ts';
import { PATIENCE, focusOn, settled, until, watchTraffic } from './settled-page.ts';

/** The instant that org and browser take for now. */
export const NOW = new Date('2026-11-22T10:00:00Z');

/** A toast leaves by itself after 4.8 seconds, which a busy machine may need to look at it: in tests it stays until it is closed. */
const KEEP_TOASTS = `{
  const later = window.setTimeout.bind(window);
  window.setTimeout = (act, delay, ...values) => (delay >= 4800 ? 0 : later(act, delay, ...values));
}`;

export { focusOn, settled, until };

export interface Sighting {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that a page must not do: throw, be refused by its own security policy. */
  readonly faults: readonly string[];
}

export interface SightingOptions {
  readonly width?: number;
  readonly height?: number;
  /** Username; the administrator without it. */
  readonly as?: string;
  /** A device with a touch screen. */
  readonly touch?: boolean;
}

export interface PagesUnderTest {
  readonly org: LocalOrg;
  /** Opens a path in a browser session of its own. */
  open(path: string, options?: SightingOptions): Promise<Sighting>;
  /** Loads the starter rules, as an org has them, and gives the connection that did. */
  loadRules(): Promise<Connection>;
  /** The texts of the pages are tested in English, which most users of an org do not speak. Gives the id of the user. */
  speakEnglish(username: string): string;
  create(object: string, records: readonly Readonly<Record<string, unknown>>[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** `metadataFolders`: folders of the package, when a test adds metadata of its own. */
export async function startPages({ metadataFolders }: Pick<LocalOrgOptions, 'metadataFolders'> = {}): Promise<PagesUnderTest> {
  const distFolder = await buildPages({ production: true });
  const org = await startLocalOrg({ now: () => NOW, pages: pagesHandler({ distFolder }), ...(metadataFolders ? { metadataFolders } : {}) });
  const browser: Browser = await launchBrowser();
  return {
    org,
    async loadRules() {
      const [{ Connection: Client }, { loadRules }] = await Promise.all([import('jsforce'), import('../../admin/rules/load-rules.ts')]);
      const connection = new Client({ instanceUrl: org.url, accessToken: org.accessToken, version: API_VERSION });
      await loadRules(connection, path.join(import.meta.dirname, '../../../config/rules'));
      return connection;
    },
    speakEnglish(username) {
      const session = org.org.session(org.org.defaultUserId);
      assert.ok(session);
      const [user] = org.org.query(session, `SELECT Id FROM User WHERE Username = '${username}'`).records;
      const id = String(user?.['Id']);
      org.org.update(session, 'User', [{ Id: id, LanguageLocaleKey: 'en_US' }], { allOrNone: true });
      return id;
    },
    create: (object, records) => create(org, object, records),
    async open(address, { width = 1280, height = 900, as, touch = false } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', hasTouch: touch });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      watchTraffic(page);
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) faults.push(message.text());
      });
      await page.clock.setFixedTime(NOW);
      await page.addInitScript(KEEP_TOASTS);
      if (as !== undefined) await signIn(context, org, as);
      await page.goto(org.url + address);
      return { page, context, faults };
    },
    async close() {
      await browser.close();
      await org.close();
    },
  };
}

/** The handler signs a browser in as administrator unless it is signed in: this is the cookie of another user. */
async function signIn(context: BrowserContext, org: LocalOrg, username: string): Promise<void> {
  await context.addCookies([{ name: 'sid', value: encodeURIComponent(org.signIn(username)), url: org.url }]);
}

async function create(org: LocalOrg, object: string, records: readonly Readonly<Record<string, unknown>>[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let at = 0; at < records.length; at += 200) {
    const response = await fetch(`${org.url}/services/data/v68.0/composite/sobjects`, {
      method: 'POST',
      headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        allOrNone: true,
        records: records.slice(at, at + 200).map((record) => ({ attributes: { type: object }, ...record })),
      }),
    });
    const results = (await response.json()) as readonly { readonly success: boolean; readonly id: string }[];
    assert.ok(Array.isArray(results) && results.every(({ success }) => success), JSON.stringify(results).slice(0, 500));
    ids.push(...results.map(({ id }) => id));
  }
  return ids;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] }[];
}

interface Axe {
  run(): Promise<AxeResults>;
}

/** Fails with every rule of WCAG 2.1 A and AA (and axe's best practices) that the page breaks. */
export async function assertAccessible(page: Page): Promise<void> {
  await settled(page);
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { readonly axe: Axe }).axe.run());
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 200)).join('\n  ')}`);
  assert.deepEqual(told, []);
}

/** Fails when the page stays wider than its window. After a change of the window the page takes some frames to follow. */
export async function assertNoSidewaysScrolling(page: Page): Promise<void> {
  await settled(page);
  let widths: readonly number[] = [];
  await until(
    async () => {
      widths = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, window.innerWidth]');
      return Number(widths[0]) <= Number(widths[1]);
    },
    () => `${widths[0]} pixels of content in a window of ${widths[1]}`,
  );
}
