// docs/capabilities.md claims only what is there: its paths, API names, rule records, commands and test names exist, and no capability is left out.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCUMENT = 'docs/capabilities.md';
const LAST = 170;
const STATES = ['works', 'partly', 'not yet', 'outside'] as const;
type State = (typeof STATES)[number];

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const json = (file: string): unknown => JSON.parse(read(file));

/** API names of the package, as an admin writes them: `Object__c`, `Object.Member`, and the bare name of everything else. */
function packageNames(): readonly string[] {
  return globSync('force-app/*/**/*', { cwd: ROOT }).flatMap((file) => {
    const [, , folder, ...rest] = file.split(path.sep);
    const bare = rest.map((part) => part.replace(/\..*$/, ''));
    const [first = '', , member] = bare;
    if (folder === 'reports' || folder === 'dashboards') return bare.slice(-1);
    if (folder === 'lwc' || folder !== 'objects') return [first];
    if (member === undefined) return [first];
    // fields of Activity are those of tasks and events
    return first === 'Activity' ? [`Task.${member}`, `Event.${member}`] : [`${first}.${member}`];
  });
}

function standardNames(): readonly string[] {
  return globSync('scripts/local-org/metadata/standard-objects/*.json', { cwd: ROOT }).flatMap((file) => {
    const { name, fields } = json(file) as { name: string; fields: readonly { name: string }[] };
    return [name, ...fields.map((field) => `${name}.${field.name}`)];
  });
}

function ruleKeys(): readonly string[] {
  return globSync('config/rules/*.json', { cwd: ROOT }).flatMap((file) => {
    const { externalIdField, records } = json(file) as { externalIdField: string; records: readonly Record<string, unknown>[] };
    return records.map((record) => String(record[externalIdField]));
  });
}

const commands = Object.keys((json('package.json') as { scripts: object }).scripts).map((name) => `npm run ${name}`);
const NAMES = new Set([...packageNames(), ...standardNames(), ...ruleKeys(), ...commands]);

/** Every title that a test file gives to a test or to a group of tests. */
function titles(file: string): ReadonlySet<string> {
  const found = read(file).matchAll(/\b(?:test|it|describe)\(\s*(['"])((?:\\.|(?!\1).)*)\1/g);
  return new Set([...found].map(([, , title = '']) => title.replaceAll(/\\(.)/g, '$1')));
}

/** What is wrong with the links of a cell and with the test names quoted behind each of them. */
function wrongLinks(cell: string): readonly string[] {
  return [...cell.matchAll(/\[[^\]]*\]\(([^)]+)\)([^[]*)/g)].flatMap(([, target = '', behind = '']) => {
    const file = path.posix.join(path.posix.dirname(DOCUMENT), target);
    if (!existsSync(path.join(ROOT, file))) return [`${file} does not exist`];
    const quoted = [...behind.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title);
    const known = quoted.length > 0 ? titles(file) : new Set<string>();
    return quoted.filter((title) => !known.has(title)).map((title) => `${file} has no test called “${title}”`);
  });
}

function wrongNames(cell: string): readonly string[] {
  const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  return names
    .filter((name) => !NAMES.has(name) && !(name.includes('/') && existsSync(path.join(ROOT, name))))
    .map((name) => `${name} is not in the tree`);
}

function wrongProof(state: string, shown: string): readonly string[] {
  const isTest = /\]\([^)]+\.test\.ts\) “/.test(shown);
  if (state === 'works') return isTest ? [] : ['works, but no test is named'];
  if (/^partly: \S/.test(state)) return isTest || shown === 'not yet' ? [] : ['partly, but neither a test nor "not yet"'];
  if (state === 'not yet') return shown === 'not yet' ? [] : ['not yet, so nothing can show it'];
  if (state === 'outside') return /^outside the product: \S/.test(shown) ? [] : ['outside, but the reason is missing'];
  return [`no such state: ${state}`];
}

/** Everything that is wrong with the table, one sentence each. */
function findings(markdown: string): readonly string[] {
  const rows = markdown
    .split('\n')
    .filter((line) => /^\| *\d+ *\|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const numbers = rows.map(([, number]) => Number(number));
  const missing = Array.from({ length: LAST }, (_, index) => index + 1).filter((number) => !numbers.includes(number));
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index || number > LAST);
  const counted = new Map<State, number>(STATES.map((state) => [state, 0]));
  const wrong = rows.flatMap(([, number, , state = '', where = '', shown = '']) => {
    const kind = STATES.find((one) => state === one || state.startsWith(`${one}:`));
    if (kind) counted.set(kind, (counted.get(kind) ?? 0) + 1);
    const all = [...wrongProof(state, shown), ...[state, where, shown].flatMap((cell) => [...wrongNames(cell), ...wrongLinks(cell)])];
    return all.map((finding) => `${number}: ${finding}`);
  });
  const miscounted = [...counted]
    .filter(([state, count]) => !new RegExp(`^\\| ${state} +\\| +${count} +\\|$`, 'm').test(markdown))
    .map(([state, count]) => `the counts at the end do not say that ${state} comes ${count} times`);
  return [
    ...missing.map((number) => `${number} is missing`),
    ...twice.map((number) => `${number} comes twice or is no capability`),
    ...wrong,
    ...miscounted,
  ];
}

test('every capability has its row, and everything that the rows quote exists', () => assert.deepEqual(findings(read(DOCUMENT)), []));

test('claims that the tree does not bear out are told', () => {
  const row = (...cells: readonly string[]): string => findings(`| ${cells.join(' | ')} |`).join('\n');
  assert.match(
    row('7', 'x', 'works', '`No_Such__c`, `force-app/nothing`', 'not yet'),
    /7: No_Such__c is not in the tree\n7: force-app\/no/,
  );
  assert.match(row('7', 'x', 'works', '`Account`', 'not yet'), /7: works, but no test is named/);
  assert.match(row('7', 'x', 'partly', '–', 'not yet'), /7: no such state: partly/);
  assert.match(row('7', 'x', 'outside', '–', 'not yet'), /7: outside, but the reason is missing/);
  const link = '[capabilities.test.ts](../scripts/build/capabilities.test.ts)';
  assert.match(
    row('7', 'x', 'works', '–', `${link} “no such test”`),
    /7: scripts\/build\/capabilities.test.ts has no test called “no such/,
  );
  assert.match(row('7', 'x', 'works', '–', `[y](gone.test.ts) “z”`), /7: docs\/gone.test.ts does not exist/);
  assert.match(row('7', 'x', 'not yet', '–', 'not yet'), /^1 is missing[\s\S]*170 is missing\nthe counts/);
  assert.doesNotMatch(row('7', 'x', 'works', '`Task.Outcome__c`', `${link} “claims that the tree does not bear out are told”`), /^7: /m);
});
