// Loads of consent that break off: killed, refused for a moment, or by somebody who may not. No statement is lost, and none is said twice.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, test } from 'node:test';
import { importProject, PROVENANCE } from './testing/import-project.ts';
import type { ImportDocument, ImportProject } from './testing/import-project.ts';
import { runUntil } from './testing/killed-import.ts';

const PEOPLE = 60;
const KILLS = Number(process.env['IMPORT_KILLS'] ?? 3);
/** About as many steps as each command has when nothing kills it. */
const STEPS = { load: 130, undo: 60 };

let project: ImportProject;

before(async () => {
  project = await importProject({ faults: true });
  await project.create('Account', [{ Name: 'Zaak', KvK_Number__c: '12345678', Legal_Form__c: 'Sole Proprietorship' }]);
  const [account] = await project.query('SELECT Id FROM Account');
  const people = Array.from({ length: PEOPLE }, (_, at) => ({
    LastName: `P${at}`,
    AccountId: account?.['Id'],
    Email: `p${at}@zaak.example`,
  }));
  await project.create('Contact', people);
});
after(() => project.close());

/** Everybody says yes to e-mail and no to calls, and the last line is about nobody. */
function file(name: string, day: string): string {
  const rows = Array.from({ length: PEOPLE }, (_, at) => `p${at}@zaak.example;ja;nee;${day} 12:00;${name}`);
  return project.file(
    `${name}.csv`,
    ['E-mail;Mag mailen;Mag bellen;Datum toestemming;Bron', ...rows, `x@zaak.example;ja;;${day};`].join('\n'),
  );
}

const load = (path: string): readonly string[] => [
  'load',
  path,
  '--kind',
  'consent',
  '--org',
  'local',
  '--json',
  '--job-size',
  '0.006',
  ...PROVENANCE,
];
const WHOLE = { read: PEOPLE + 1, created: PEOPLE, updated: 0, unchanged: 0, kept: 0, skipped: 0, rejected: 1 };

async function said(source: string): Promise<readonly [unknown, unknown]> {
  const [held] = await project.query(
    `SELECT COUNT(Id) total, COUNT_DISTINCT(External_Id__c) keys FROM Consent_Evidence__c WHERE Source__c = '${source}'`,
  );
  return [held?.['total'], held?.['keys']];
}

async function mayNotBeCalled(): Promise<unknown> {
  const soql = "SELECT COUNT(Id) total FROM Consent_Verdict__c WHERE Channel__c = 'Phone' AND Verdict_Reason__c = 'Refused'";
  return (await project.query(soql))[0]?.['total'];
}

async function runOf(path: string): Promise<string | undefined> {
  const { runs } = JSON.parse((await project.run('runs', '--json')).stdout) as {
    readonly runs: readonly { id: string; file: string; status: string }[];
  };
  return runs.find(({ file: of, status }) => of === path && status !== 'checked')?.id;
}

test('a load and its undoing that are killed at random steps come to the same sums', async () => {
  const path = file('kill', '2026-03-02');
  let typed = load(path);
  for (let killed = 0; ; killed += 1) {
    const { exitCode, stdout, stderr } = await runUntil(
      project.folder,
      { step: killed < KILLS ? randomInt(1, STEPS.load + 1) : Infinity },
      typed,
    );
    if (exitCode !== null) {
      assert.equal(exitCode, 1, stdout + stderr);
      assert.deepEqual((JSON.parse(stdout) as ImportDocument).rows, WHOLE);
      break;
    }
    const run = await runOf(path);
    if (run !== undefined) typed = ['resume', run, '--json'];
  }
  assert.deepEqual(await said('kill'), [2 * PEOPLE, 2 * PEOPLE]);
  assert.equal(await mayNotBeCalled(), PEOPLE);
  const undo = ['undo', (await runOf(path)) ?? '', '--json'];
  for (let killed = 0; ; killed += 1) {
    const { exitCode, stdout, stderr } = await runUntil(
      project.folder,
      { step: killed < KILLS ? randomInt(1, STEPS.undo + 1) : Infinity },
      undo,
    );
    if (exitCode === null) continue;
    assert.equal(exitCode, 0, stdout + stderr);
    break;
  }
  assert.deepEqual(await said('kill'), [0, 0]);
  assert.equal(await mayNotBeCalled(), 0);
});

test('people whose records are locked for a moment are sent again, and counted once', async () => {
  await project.fault({ kind: 'lock-rows', every: 7, times: 20 });
  const { document } = await project.load(file('lock', '2026-03-03'), '--kind', 'consent');
  assert.deepEqual(document.rows, WHOLE);
  await project.fault();
  assert.deepEqual(await said('lock'), [2 * PEOPLE, 2 * PEOPLE]);
});

test('what somebody else loaded meanwhile is not said twice', async () => {
  const path = file('twice', '2026-03-04');
  const { exitCode } = await runUntil(project.folder, { entry: '^prepared ' }, load(path));
  assert.equal(exitCode, null);
  const run = (await runOf(path)) ?? '';
  const other = await project.load(
    project.file('other.csv', 'E-mail;Mag mailen;Datum toestemming;Bron\np1@zaak.example;ja;2026-03-04 12:00;elders\n'),
    '--kind',
    'consent',
  );
  assert.equal(other.document.rows.created, 1);
  const resumed = await project.run('resume', run, '--json');
  const { rows } = JSON.parse(resumed.stdout) as ImportDocument;
  assert.deepEqual([rows.created, rows.unchanged, rows.rejected], [PEOPLE - 1, 1, 1]);
  assert.deepEqual(await said('elders'), [1, 1]);
});

test('the steward of consent loads; taking evidence back is for who may delete it', async () => {
  project.connect(project.org.url, project.org.signIn('data.steward@local.example'));
  const { document, exitCode } = await project.load(file('steward', '2026-03-05'), '--kind', 'consent');
  assert.equal(exitCode, 1, JSON.stringify(document.error));
  assert.deepEqual(document.rows, WHOLE);
  const refused = await project.run('undo', document.run['id'] ?? '');
  assert.equal(refused.exitCode, 3);
  assert.match(refused.stderr, /cannot use Consent_Verdict__c.*--name SME_Consent_Undo/);
  assert.deepEqual(await said('steward'), [2 * PEOPLE, 2 * PEOPLE]);
});
