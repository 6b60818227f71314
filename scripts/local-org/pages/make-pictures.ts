// Makes the pictures of the README from a running demo: `npm start`, then `node scripts/local-org/pages/make-pictures.ts [URL]`.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { APIResponse, Browser } from 'playwright-core';
import { API_VERSION } from '../../platform/api-version.ts';
import { launchBrowser } from './launch-browser.ts';
import { settled, watchTraffic } from './settled-page.ts';

interface Picture {
  readonly file: string;
  /** User before the @ of the demo's user names; looks at the pages in English from then on. */
  readonly as: string;
  readonly width: number;
  readonly height: number;
  /** Query for the account that is shown; without it the home page is. */
  readonly account?: string;
  /** Where the page is scrolled to. */
  readonly down?: number;
}

const IMAGES = path.join(import.meta.dirname, '../../../docs/images');
const REP = 'zoe.zuid';

/** An account with something of everything, whose present contract can be left soonest. */
const RICH_ACCOUNT = `SELECT Id FROM Account WHERE Next_Decision_Date__c > TODAY AND Id IN (SELECT AccountId FROM Contract)
  AND Id IN (SELECT Account__c FROM Lifecycle_Position__c) AND Id IN (SELECT Account__c FROM Feedback__c)
  AND Owner.Username = '${REP}@local.example' ORDER BY Next_Decision_Date__c LIMIT 1`;

const PICTURES: readonly Picture[] = [
  { file: 'worklist-en.png', as: REP, width: 1280, height: 880 },
  { file: 'account-en.png', as: REP, width: 1280, height: 1080, account: RICH_ACCOUNT },
  { file: 'manager-en.png', as: 'sales.manager', width: 1280, height: 1010 },
  { file: 'worklist-phone.png', as: REP, width: 390, height: 780, down: 424 },
];

async function checked(answer: Promise<APIResponse>): Promise<APIResponse> {
  const response = await answer;
  if (!response.ok()) throw new Error(`${response.url()}: ${await response.text()}`);
  return response;
}

async function make(browser: Browser, url: string, { file, as, width, height, account, down = 0 }: Picture): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
  const { request } = context;
  const data = `${url}/services/data/v${API_VERSION}`;
  const idOf = async (q: string): Promise<string> => {
    const { records } = (await (await checked(request.get(`${data}/query`, { params: { q } }))).json()) as {
      readonly records: readonly { readonly Id: string }[];
    };
    if (!records[0]) throw new Error(`The demo has nothing for the picture: ${q}`);
    return records[0].Id;
  };
  await request.get(url);
  const username = `${as}@local.example`;
  await checked(request.post(`${data}/local/session`, { data: { username } }));
  const user = await idOf(`SELECT Id FROM User WHERE Username = '${username}'`);
  const address = account ? `/lightning/r/Account/${await idOf(account)}/view` : '/';
  await checked(request.patch(`${data}/sobjects/User/${user}`, { data: { LanguageLocaleKey: 'en_US' } }));
  const page = await context.newPage();
  watchTraffic(page);
  await page.goto(url + address);
  await settled(page);
  await page.evaluate(`window.scrollTo(0, ${down})`);
  await settled(page);
  await page.screenshot({ path: path.join(IMAGES, file) });
  await context.close();
  console.log(file);
}

const url = (process.argv[2] ?? 'http://127.0.0.1:4380').replace(/\/$/, '');
mkdirSync(IMAGES, { recursive: true });
const browser = await launchBrowser();
try {
  for (const picture of PICTURES) await make(browser, url, picture);
} finally {
  await browser.close();
}
