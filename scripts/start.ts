// `npm start`: the whole product on this machine: pages, local org, demo data, and the sample file through the real importer.
// `npm start -- --language nl_NL` makes an org that speaks Dutch, or puts the rules of one that is there already into Dutch.
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { Connection } from 'jsforce';
import { seedDemo } from './data/demo-org.ts';
import { seedComparison } from './data/demo-comparison.ts';
import { seedMarketing } from './data/demo-marketing.ts';
import { seedWork } from './data/demo-work.ts';
import { loadRules } from './admin/rules/load-rules.ts';
import { ruleLanguages } from './admin/rules/rule-language.ts';
import { writeSupplierFile } from './data/supplier-file.ts';
import { chosenPort } from './local-org/chosen-port.ts';
import { defaultSeed } from './local-org/engine/seed/seed-org.ts';
import { runMissedNights, watchNights } from './local-org/night-watch.ts';
import { pagesHandler } from './local-org/pages/pages-handler.ts';
import { startLocalOrg, type LocalOrg } from './local-org/start.ts';
import { API_VERSION } from './platform/api-version.ts';

const PROJECT = path.join(import.meta.dirname, '..');
const RULES = path.join(PROJECT, 'config/rules');
// data belong to the folder in which the command runs
const FOLDER = '.local-org';
const SAMPLE = path.join(FOLDER, 'sample', 'contractexpiratie-mkb.csv');
const DEMO_DONE = path.join(FOLDER, 'demo.json');
const SAMPLE_ROWS = 5000;
/** Whose worklist is full of work: the pages are first looked at as this sales rep. */
const VISITOR = 'zoe.zuid@local.example';

/** Builds the pages in a process of its own: the bundler works from the project's folder, and its memory goes with it. Gives their folder. */
async function buildPages(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(PROJECT, 'scripts/build/main.ts')], { cwd: PROJECT });
  return stdout.trim();
}

/** Runs the importer as a user would, in a process of its own, with its output on this terminal. Gives its exit code. */
function runImport(file: string, today: string): Promise<number> {
  const source = [
    '--source',
    'Zakelijke Contractmonitor (fictional)',
    '--obtained-on',
    today,
    '--legal-basis',
    'Legitimate interest, assessed for this demo',
  ];
  const child = spawn(
    process.execPath,
    [path.join(PROJECT, 'scripts/import/start.mjs'), 'load', file, '--org', 'local', '--accounts', 'create', ...source],
    {
      stdio: 'inherit',
    },
  );
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 3));
  });
}

/** The language that is asked for, or that of the org where none is. */
function chosenLanguage(words: readonly string[]): string | undefined {
  const { language } = parseArgs({ args: [...words], options: { language: { type: 'string' } } }).values;
  const known = ruleLanguages(RULES);
  if (language === undefined || known.includes(language)) return language;
  throw new Error(`--language ${language}: the starter rules are written in ${known.join(' and ')}.`);
}

function connectionTo(org: LocalOrg): Connection {
  return new Connection({ instanceUrl: org.url, accessToken: org.accessToken, version: API_VERSION });
}

async function fillDemo(org: LocalOrg, language: string | undefined): Promise<void> {
  const connection = connectionTo(org);
  await loadRules(connection, RULES, { language });
  const today = org.org.today();
  const { accounts, competitors, aliases } = await seedDemo(connection, today);
  console.log(`Demo data: ${accounts} accounts, ${competitors} providers with ${aliases} other spellings.`);
  mkdirSync(path.dirname(SAMPLE), { recursive: true });
  await writeSupplierFile(SAMPLE, { rows: SAMPLE_ROWS, dirty: 0.08, seed: 7, today, encoding: 'windows-1252' });
  console.log(`Importing the sample file ${SAMPLE} through the importer, over HTTP:`);
  const code = await runImport(SAMPLE, today);
  if (code > 1)
    throw new Error(
      `The importer ended with exit code ${code}: see its message above, then run "npm run org:reset" and "npm start" again.`,
    );
  await seedComparison(connection, today);
  await seedMarketing(connection, today);
  await seedWork(connection, today);
  // tonight's flows have work to show: calls that are due, and who gets what tomorrow
  await org.org.automation.runPresentDay();
  writeFileSync(DEMO_DONE, JSON.stringify({ seededOn: today }));
}

function whatToTry(url: string): string {
  return `
Customer Lifecycle is running:  ${url}/

  The pages open as Zoë Zuid, a sales rep; the people icon at the top looks as her manager, the data steward, the administrator…

  Worklist   ${url}/lightning/n/Expiry_Worklist   sorted by the last day to give notice
  Your file  npm run import -- check FILE --org local        says what would happen, line by line
             npm run import -- load FILE --org local --source NAME --obtained-on YYYY-MM-DD --legal-basis TEXT
  Any client .local-org/connection.json holds address and token (sf CLI, jsforce, SFDMU)
  Start over npm run org:reset

Stop with Ctrl+C; the data stay in .local-org.`;
}

async function start(): Promise<void> {
  const language = chosenLanguage(process.argv.slice(2));
  const port = chosenPort(process.env);
  const distFolder = await buildPages();
  const seed = defaultSeed();
  const users = language === undefined ? seed : { ...seed, organization: { ...seed.organization, LanguageLocaleKey: language } };
  const org = await startLocalOrg({ folder: FOLDER, port, visitor: VISITOR, pages: pagesHandler({ distFolder }), users });
  const tell = (lines: readonly string[]): void => lines.forEach((line) => console.log(line));
  let endWatch = (): void => undefined;
  const stop = (): void => {
    endWatch();
    void org.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (existsSync(DEMO_DONE)) await runMissedNights(org.org.automation, tell);
  else await fillDemo(org, language);
  endWatch = watchNights(org.org.automation, tell);
  console.log(whatToTry(org.url));
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(3);
});
