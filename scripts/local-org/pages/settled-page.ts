// When a page in a test is done: told by what it asked for and drew, never by a number of milliseconds.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';

/** Milliseconds until a test gives up: not how fast a page must be, only what tells that it hangs, on any machine under any load. */
export const PATIENCE = 120_000;

interface Traffic {
  readonly underWay: Set<Request>;
  sent: number;
}

const traffic = new WeakMap<Page, Traffic>();
/** What a page asks for of its own accord; pictures and styles change nothing that a test reads. */
const OF_THE_PAGE: ReadonlySet<string> = new Set(['document', 'fetch', 'script', 'xhr']);

/** A page that has not started, and components whose code is being fetched (which a preload may have done already) or that are busy. */
const UNDER_WAY = '.starting, [aria-busy="true"]';

/** Begins to count what the page asks for; once, before the page is opened. */
export function watchTraffic(page: Page): void {
  const seen: Traffic = { underWay: new Set(), sent: 0 };
  traffic.set(page, seen);
  page.on('request', (request) => {
    if (!OF_THE_PAGE.has(request.resourceType())) return;
    seen.sent += 1;
    seen.underWay.add(request);
  });
  page.on('requestfinished', (request) => seen.underWay.delete(request));
  page.on('requestfailed', (request) => seen.underWay.delete(request));
}

/** Waits until the page has every answer that it asked for, has drawn it, and asked for nothing more on account of it. */
export async function settled(page: Page): Promise<void> {
  const seen = traffic.get(page);
  assert.ok(seen, 'only pages that were opened here are watched');
  let quietRounds = 0;
  await until(
    async () => {
      const { sent } = seen;
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))');
      const isQuiet = seen.underWay.size === 0 && seen.sent === sent && (await page.locator(UNDER_WAY).count()) === 0;
      quietRounds = isQuiet ? quietRounds + 1 : 0;
      // one round more: the browser tells of a request a little after the page made it
      return quietRounds > 1;
    },
    () => `the page still waits for ${[...seen.underWay].map((request) => request.url()).join(', ')}`,
  );
}

/** Asks until something is so: what a page does in some frames of its own. */
export async function until(isSo: () => Promise<boolean>, otherwise: () => string = () => 'it did not happen'): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await isSo())) {
    if (performance.now() > end) assert.fail(otherwise());
    await wait(20);
  }
}

/** Waits until the keyboard is at an element with this name: its label, else its text. */
export async function focusOn(page: Page, name: RegExp): Promise<void> {
  let found = '';
  await until(
    async () => {
      const [at] = await page
        .locator(':focus')
        .evaluateAll((elements) => elements.map((one) => one.getAttribute('aria-label') ?? one.textContent));
      found = at?.trim() ?? '';
      return name.test(found);
    },
    () => `the keyboard is at "${found}"`,
  );
}
