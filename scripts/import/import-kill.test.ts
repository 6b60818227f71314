import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { importProject, PROVENANCE } from './testing/import-project.ts';
import type { ImportDocument, ImportProject } from './testing/import-project.ts';
import { runFor } from './testing/killed-import.ts';

/** Kills in one test; the long run is `npm run test:long`. */
const KILLS = Number(process.env['IMPORT_KILLS'] ?? 5);
const ROWS = 4_000;

let project: ImportProject;

before(async () => {
  project = await importProject();
  await project.create('Competitor__c', [
    { Name: 'Waddenwind', External_Id__c: 'waddenwind', Review_State__c: 'Confirmed', Is_Active__c: true },
  ]);
  await project.create('Account', [{ Name: 'Zaak', KvK_Number__c: '12345678' }]);
});
after(() => project.close());

/** Rows of one supplier file: new ones, changed ones (the first 500), contradicting ones, rejects. */
function file(name: string, endOfFirst: string): string {
  const rows = Array.from({ length: ROWS }, (_, row) => `12345678;Waddenwind;Gas;kill-${row};${row < 500 ? endOfFirst : '31-12-2027'}`);
  rows.push(
    '12345678;Waddenwind;Gas;kill-600;30-06-2027',
    '12345678;Waddenwind;Gas;kill-601;31-02-2027',
    '87654321;Waddenwind;Gas;x;31-12-2027',
  );
  return project.file(name, `KvK-nummer;Huidige leverancier;Dienst;Contractnummer;Einddatum\n${rows.join('\n')}\n`);
}

function unfinished(): string | undefined {
  return readdirSync(join(project.folder, '.import'))
    .filter((name) => /^\d{8}-/.test(name))
    .sort()
    .at(-1);
}

async function loadWithKills(path: string, kills: number): Promise<{ readonly document: ImportDocument; readonly killed: number }> {
  const started = Date.now();
  const load = ['load', path, '--org', 'local', '--json', '--job-size', '0.08', ...PROVENANCE];
  let killed = 0;
  let argv: readonly string[] = load;
  for (;;) {
    // starting takes a quarter of a second, loading about one: a kill falls anywhere in it
    const result = await runFor(project.folder, killed < kills ? 250 + Math.random() * 650 : 120_000, argv);
    if (result.exitCode !== null) {
      assert.ok(result.exitCode <= 1, `${result.stdout}${result.stderr}`);
      return { document: JSON.parse(result.stdout) as ImportDocument, killed };
    }
    killed += 1;
    const { stdout } = await project.run('runs', '--json');
    const { runs } = JSON.parse(stdout) as {
      readonly runs: readonly { readonly id: string; readonly status: string; readonly file: string }[];
    };
    const waiting = runs.find(
      ({ status, file: kept }) => kept !== '' && (status === 'preparing' || status === 'sending' || status === 'broken'),
    );
    argv = waiting === undefined || waiting.id < String(unfinished()) ? load : ['resume', waiting.id, '--json'];
    assert.ok(Date.now() - started < 3_600_000, 'it never ends');
  }
}

test('a load that is killed again and again is continued to the same sums: no row lost, none doubled', async (context) => {
  const first = await loadWithKills(file('first.csv', '31-12-2027'), Math.ceil(KILLS / 2));
  assert.deepEqual(first.document.rows, { read: ROWS + 3, created: ROWS, updated: 0, unchanged: 0, kept: 1, skipped: 0, rejected: 2 });
  const second = await loadWithKills(file('second.csv', '30-11-2027'), KILLS - Math.ceil(KILLS / 2));
  assert.deepEqual(second.document.rows, {
    read: ROWS + 3,
    created: 0,
    updated: 500,
    unchanged: ROWS - 499,
    kept: 0,
    skipped: 0,
    rejected: 2,
  });
  context.diagnostic(`killed ${first.killed} and ${second.killed} times`);

  const [contracts] = await project.query('SELECT COUNT(Id) total, COUNT_DISTINCT(External_Id__c) keys FROM Competitor_Contract__c');
  assert.deepEqual([contracts?.['total'], contracts?.['keys']], [ROWS, ROWS]);
  const [claims] = await project.query('SELECT COUNT(Id) total FROM Contract_Claim__c');
  assert.equal(claims?.['total'], 1);
  const [changed] = await project.query('SELECT COUNT(Id) total FROM Competitor_Contract__c WHERE End_Date__c = 2027-11-30');
  assert.equal(changed?.['total'], 500);
  const runs = await project.query(
    "SELECT State__c, Rows_Created__c, Rows_Updated__c, Rows_Kept__c, Times_Resumed__c FROM Import_Run__c WHERE State__c != 'Running' ORDER BY Name",
  );
  assert.deepEqual(
    runs.map((run) => [run['State__c'], run['Rows_Created__c'], run['Rows_Updated__c'], run['Rows_Kept__c']]),
    [
      ['Completed With Rejects', ROWS, 0, 1],
      ['Completed With Rejects', 0, 500, 0],
    ],
  );
});
