// Inputs 42 to 50: what a file meets in the org and on the way to it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PROVENANCE, projectOfOneBusiness } from '../testing/import-project.ts';
import type { ImportDocument, ImportProject } from '../testing/import-project.ts';

const FORCE_APP = join(import.meta.dirname, '..', '..', '..', 'force-app');
const file = (name: string): string => join(import.meta.dirname, 'files', name);

let project: ImportProject;

before(async () => {
  const folders = readdirSync(FORCE_APP).map((name) => join(FORCE_APP, name));
  project = await projectOfOneBusiness({ faults: true, metadataFolders: [...folders, join(import.meta.dirname, 'rules')] });
});
after(() => project.close());

const from = (day: string): readonly string[] => ['--source', 'Gids', '--obtained-on', day, '--legal-basis', 'x'];

async function load(name: string, ...options: readonly string[]): Promise<ImportDocument> {
  const { stdout, exitCode } = await project.run('load', file(name), '--org', 'local', '--json', ...options);
  assert.equal(exitCode, 0, stdout);
  return JSON.parse(stdout) as ImportDocument;
}

function counts({ rows }: ImportDocument): string {
  return `${rows.created} ${rows.updated} ${rows.unchanged} ${rows.kept}`;
}

async function contracts(prefix: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return project.query(
    `SELECT Id, End_Date__c, Notice_Length__c, Monthly_Value__c, Claim_Count__c FROM Competitor_Contract__c WHERE Contract_Number__c LIKE '${prefix}-%' ORDER BY Contract_Number__c`,
  );
}

test('42: a blank cell keeps what is known, the marker clears it', async () => {
  await load('42-first.csv', ...from('2026-10-01'));
  assert.equal(counts(await load('42-blank-and-clear.csv', ...from('2026-11-01'))), '0 2 0 0');
  assert.deepEqual(
    (await contracts('F42')).map((row) => [row['End_Date__c'], row['Notice_Length__c'], row['Monthly_Value__c']]),
    [
      ['2027-12-31', 3, 11],
      [null, null, 10],
    ],
  );
});

test('43: an older file, and a file about what a rep typed, change nothing: their rows become claims and are reported', async () => {
  await load('43-newer.csv', ...from('2026-11-01'));
  const [, second] = await contracts('F43');
  const older = await load('43-older.csv', ...from('2026-09-01'));
  assert.equal(counts(older), '0 0 1 1');
  await project.update('Competitor_Contract__c', [{ Id: second?.['Id'], End_Date__c: '2029-02-28' }]);
  await load('43-older.csv', ...from('2026-11-20'));
  assert.deepEqual(
    (await contracts('F43')).map((row) => row['End_Date__c']),
    ['2027-06-30', '2029-02-28'],
    'obtained later it counts, but not above the rep',
  );
  assert.ok(older.warnings.some(({ code }) => code === 'KEPT_NEWER_KNOWN'));
});

test('44: the same file again is all unchanged, and said to be the same', async () => {
  await load('44-again.csv', ...PROVENANCE);
  const again = await load('44-again.csv', ...PROVENANCE);
  assert.equal(counts(again), '0 0 2 0');
  assert.ok(again.warnings.some(({ code }) => code === 'FILE_LOADED_BEFORE'));
});

test('45: a job that stands still and a lost line are waited for, or told and continued: unknown is not failed', async () => {
  await project.fault({ kind: 'stand-still', fromRecord: 200 });
  const stuck = await project.load(file('45-many-rows.csv'), '--patience', '1');
  assert.deepEqual([stuck.exitCode, stuck.document.error?.code], [3, 'JOB_STUCK']);
  await project.fault({ kind: 'lose-answer', method: 'GET', path: '^/jobs/ingest/\\w+$', times: 1 });
  const resumed = await project.run('resume', stuck.document.run['id'] ?? '', '--json');
  await project.fault();
  assert.equal(counts(JSON.parse(resumed.stdout) as ImportDocument), '300 0 0 0', resumed.stdout);
  assert.equal((await contracts('F45')).length, 300);
});

test('46: locked rows are sent again; what a rule of the org refuses comes back with its line and the words of the rule', async () => {
  await project.fault({ kind: 'lock-rows', every: 2, times: 1 });
  const { document, exitCode } = await project.load(file('46-refused-by-the-org.csv'), '--language', 'nl');
  assert.deepEqual(await project.hits(), [1]);
  await project.fault();
  assert.deepEqual([exitCode, document.rows.created, document.rows.rejected], [1, 1, 1]);
  const { stdout } = await project.run('load', file('46-refused-by-the-org.csv'), '--org', 'local', '--language', 'nl', ...PROVENANCE);
  assert.match(
    stdout,
    /FIELD_CUSTOM_VALIDATION_EXCEPTION {2}\(regel 2: Een regel van de org weigert de rij: Dit product verkopen we niet\./,
  );
});

test('46: an org whose API limit does not suffice is left alone', async () => {
  const used = { kind: 'status', status: 403, errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' } as const;
  await project.fault({ ...used, path: '^/query' });
  const { exitCode, document } = await project.load(file('47-wrong-org.csv'));
  await project.fault();
  assert.deepEqual([exitCode, document.error?.code], [3, 'API_LIMIT']);
});

test('47: without --org nothing is loaded, a check writes nothing, and the target is said before anything is sent', async () => {
  const path = file('47-wrong-org.csv');
  const refused = await project.run('load', path, ...PROVENANCE);
  assert.deepEqual([refused.exitCode, refused.stderr.includes('--org')], [2, true]);
  const checked = await project.run('check', path, '--org', 'local');
  assert.match(checked.stderr, /Target: .+ \(local org, .+@local\.example, http:\/\/127\.0\.0\.1:\d+\)/);
  assert.match(checked.stdout, /Nothing was written\./);
  assert.deepEqual(await contracts('F47'), []);
});

test('48: no log and no report names a person; the run folder, which may, is for its owner alone', async () => {
  const { stdout, stderr, exitCode } = await project.run('load', file('48-people.csv'), '--org', 'local', '--log-json', ...PROVENANCE);
  assert.equal(exitCode, 1);
  assert.doesNotMatch(stdout + stderr, /geheim|0612345678/i);
  const sampled = await project.run('load', file('11-windows-1252.csv'), '--org', 'local', '--log-json', ...PROVENANCE);
  assert.match(sampled.stderr, /ENCODING_TAKEN/);
  assert.doesNotMatch(sampled.stderr, /Hoekje/);
  await project.fault({ kind: 'status', status: 503, method: 'PUT', path: 'batches$' });
  const mixed = project.file(
    'gemengd.csv',
    Buffer.concat([readFileSync(file('47-wrong-org.csv')), readFileSync(file('11-windows-1252.csv'))]),
  );
  const broken = await project.run('load', mixed, '--org', 'local', '--log-json', ...PROVENANCE);
  await project.fault();
  assert.deepEqual([broken.exitCode, /"failed".*ENCODING_TAKEN/.test(broken.stderr), /Hoekje/.test(broken.stderr)], [3, true, false]);
  assert.equal((await project.run('undo', /resume (\S+?);/.exec(broken.stderr)?.[1] ?? '', '--quiet')).exitCode, 0);
  for (const line of stderr.trim().split('\n')) assert.ok('event' in (JSON.parse(line) as object), line);
  const runs = join(project.folder, '.import');
  for (const name of ['', ...readdirSync(runs, { recursive: true, encoding: 'utf8' })]) {
    const found = statSync(join(runs, name));
    assert.equal(found.mode & 0o777, found.isDirectory() ? 0o700 : 0o600, name);
  }
});

test('49: without supplier, day and legal basis nothing is loaded', async () => {
  const path = file('49-without-origin.csv');
  for (const [at, option] of [[0, '--source'] as const, [2, '--obtained-on'] as const, [4, '--legal-basis'] as const]) {
    const { exitCode, stderr } = await project.run('load', path, '--org', 'local', ...PROVENANCE.toSpliced(at, 2));
    assert.deepEqual([exitCode, stderr.includes(option)], [2, true], stderr);
  }
  assert.deepEqual(await contracts('F49'), []);
});

test('50: columns about consent are named and never loaded', async () => {
  const document = await load('50-consent.csv', ...PROVENANCE);
  assert.equal(counts(document), '2 0 0 0');
  assert.match(
    document.warnings.find(({ code }) => code === 'CONSENT_COLUMNS')?.message ?? '',
    /Opt-in, Bel-me-niet, Toestemming e-mail speak of consent and are not loaded\. A yes without its moment and its words is a claim/,
  );
});
