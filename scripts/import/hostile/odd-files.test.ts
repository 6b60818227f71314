// Files and options that are wrong in themselves: each is refused in one sentence with its next step, and nothing is written anywhere.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PROVENANCE, projectOfOneBusiness } from '../testing/import-project.ts';
import type { ImportProject } from '../testing/import-project.ts';

const HEADER = 'KvK-nummer;Bedrijfsnaam;Huidige leverancier;Dienst;Contractnummer;Einddatum';
const ROW = '12345678;Zaak;Waddenwind;Gas;';

let project: ImportProject;

before(async () => {
  project = await projectOfOneBusiness();
});
after(() => project.close());

function lines(...rows: readonly string[]): string {
  return `${[HEADER, ...rows].join('\n')}\n`;
}

/** The run folders; locks are no runs. */
function runs(): readonly string[] {
  const folder = join(project.folder, '.import');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('20')) : [];
}

interface Refused {
  readonly name: string;
  /** Puts the file at the path. */
  readonly make?: (path: string) => void;
  readonly options?: readonly string[];
  readonly says: RegExp;
  readonly dutch?: RegExp;
}

const text = (content: string | Uint8Array) => (path: string) => writeFileSync(path, content);
const good = text(lines(`${ROW}A;31-12-2027`));

const REFUSED: readonly Refused[] = [
  { name: 'absent', says: /absent\.csv does not exist\. Check/, dutch: /absent\.csv bestaat niet\. Controleer de naam en de map\./ },
  { name: 'link to nothing', make: (path) => symlinkSync('nowhere', path), says: /does not exist/ },
  {
    name: 'folder',
    make: (path) => mkdirSync(path),
    says: /is not a file but a folder or a device\. Name the CSV file/,
    dutch: /geen bestand maar een map/,
  },
  { name: 'pipe', make: (path) => void spawnSync('mkfifo', [path]), says: /is not a file but a folder or a device|does not exist/ },
  { name: 'zeros', make: text(new Uint8Array(100_000)), says: /holds binary data, not text\. Ask the supplier/ },
  { name: 'quote at the end', make: text(`${HEADER}\n${ROW}"A;31-12-2027`), says: /quote that opens on line 2 .* is never closed\. Close/ },
  { name: 'header only', make: text(lines()), says: /has a header on line 1 but no rows/, dutch: /kopregel.*regel 1|regel 1.*kop/ },
  { name: 'one endless line', make: text('x'.repeat(5_000_000)), says: /No line of .* looks like a header/ },
  {
    name: 'endless row',
    make: text(lines(`12345678;${'y'.repeat(3_000_000)};Waddenwind;Gas;A;31-12-2027`)),
    says: /row that begins on line 2 .* longer than 2 MB/,
  },
  {
    name: 'thousands of columns',
    make: text(`${HEADER};${';x'.repeat(2_000)}\n${ROW}A;31-12-2027\n`),
    says: /has more than 1000 columns\. Ask/,
    dutch: /meer dan 1000 kolommen/,
  },
  {
    name: 'weeks and days',
    make: text(lines(`${ROW}A;46387`, `${ROW}B;31-12-2027`)),
    says: /dates in more than one format: 46387 \(line 2, Excel day number\)/,
  },
  { name: 'wrong sign', make: good, options: ['--delimiter', 'comma'], says: /Check the delimiter \(--delimiter\)/ },
  { name: 'wrong encoding', make: good, options: ['--encoding', 'klingon'], says: /Encoding "klingon" is unknown\. Use for example/ },
  {
    name: 'folder of decisions',
    make: good,
    options: ['--decisions', '.'],
    says: /is not a review file: .*\. Give the accounts-review\.csv/,
  },
  {
    name: 'column of names',
    make: text(lines(...Array.from({ length: 1_100 }, (_, row) => `12345678;Zaak;klant ${row};Gas;A${row};31-12-2027`))),
    says: /holds 1100 names that the org does not know: it seems to hold something else\. Name the right column/,
    dutch: /bevat 1100 namen/,
  },
];

for (const { name, make, options = [], says, dutch } of REFUSED) {
  test(`refused: ${name}`, async () => {
    const path = join(project.folder, `${name}.csv`);
    make?.(path);
    for (const [language, sentence] of [['en', says] as const, ['nl', dutch] as const]) {
      if (sentence === undefined) continue;
      const argv = ['load', path, '--org', 'local', '--language', language, '--quiet', ...options, ...PROVENANCE];
      const { exitCode, stdout, stderr } = await project.run(...argv);
      assert.deepEqual([exitCode, stdout], [2, ''], stderr);
      assert.match(stderr, sentence);
      assert.equal(stderr.trim().split('\n').length, 1, stderr);
    }
    assert.deepEqual(runs(), [], 'no run is left behind');
    assert.deepEqual(await project.query('SELECT Id FROM Import_Run__c'), []);
    rmSync(path, { recursive: true, force: true });
  });
}

test('a check that is refused leaves nothing behind either', async () => {
  const path = project.file('keuring.csv', lines(`${ROW}A;31-12-2027`));
  const { exitCode, stderr } = await project.run('check', path, '--org', 'local', '--quiet', '--decisions', path);
  assert.deepEqual([exitCode, /is not a review file: it has not exactly the columns Business, Line/.test(stderr)], [2, true], stderr);
  assert.deepEqual(runs(), []);
});

test('a file where the run folder should be is told', async () => {
  const path = project.file('goed.csv', lines(`${ROW}A;31-12-2027`));
  rmSync(join(project.folder, '.import'), { recursive: true, force: true });
  writeFileSync(join(project.folder, '.import'), '');
  const { exitCode, stderr } = await project.run('load', path, '--org', 'local', '--quiet', ...PROVENANCE);
  rmSync(join(project.folder, '.import'));
  assert.equal(exitCode, 3);
  assert.match(stderr, /The run folder cannot be written: .*Run the command in a folder that you may write to\./);
});

test('marks in the middle, zero bytes and a link to a file are read; what is private in a wrong column is not repeated', async () => {
  const private_ = ['NL91ABNA0417164300', '123456782', 'jan@zaak.example'];
  project.file(
    'vreemd.csv',
    lines(
      `${ROW}ODD\0-1;31-12-2027`,
      `\u{feff}${ROW}ODD-2;"31-12-2027"`,
      ...private_.map((value, at) => `${value};Zaak;Waddenwind;Gas;ODD-${at + 3};31-12-2027`),
      '12345678;Zaak;jan@zaak.example;Gas;ODD-6;31-12-2027',
    ),
  );
  symlinkSync('vreemd.csv', join(project.folder, 'link.csv'));
  const { stdout } = await project.run('load', join(project.folder, 'link.csv'), '--org', 'local', ...PROVENANCE);
  assert.match(stdout, /created +2\n/);
  assert.match(stdout, /KVK_INVALID {2}\(line 4: "NL91…" is not a KvK number\.\)/);
  assert.match(stdout, /PROVIDER_IS_ADDRESS {2}\(line 7: "…@…" is an address/);
  const [run] = runs();
  const report = readFileSync(join(project.folder, '.import', run ?? '', 'report.txt'), 'utf8');
  const [record] = await project.query('SELECT Reject_Summary__c, Notice_Summary__c FROM Import_Run__c');
  for (const value of private_) assert.doesNotMatch(report + stdout + JSON.stringify(record), new RegExp(value));
  const stored = await project.query(
    "SELECT Contract_Number__c FROM Competitor_Contract__c WHERE Contract_Number__c LIKE 'ODD%' ORDER BY Name",
  );
  assert.deepEqual(
    stored.map((contract) => contract['Contract_Number__c']),
    ['ODD-1', 'ODD-2'],
  );
});
