import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { faultProxy } from './testing/fault-proxy.ts';
import type { Fault } from './testing/fault-proxy.ts';
import { importProject, PROVENANCE } from './testing/import-project.ts';
import type { ImportProject } from './testing/import-project.ts';

let project: ImportProject;

before(async () => {
  project = await importProject();
  await project.create('Competitor__c', [
    { Name: 'Waddenwind', External_Id__c: 'waddenwind', Review_State__c: 'Confirmed', Is_Active__c: true },
  ]);
  await project.create('Account', [{ Name: 'Zaak', KvK_Number__c: '12345678' }]);
});
after(() => project.close());

const ROWS = 3_000;

function file(name: string): string {
  const rows = Array.from({ length: ROWS }, (_, row) => `12345678;Waddenwind;Gas;${name}-${row};31-12-2027`);
  return project.file(`${name}.csv`, `KvK-nummer;Huidige leverancier;Dienst;Contractnummer;Einddatum\n${rows.join('\n')}\n`);
}

async function through(name: string, decide: (method: string, path: string) => Fault) {
  const proxy = await faultProxy(project.org.url, decide);
  project.connect(proxy.url, project.org.accessToken);
  try {
    return { ...(await project.load(file(name))), asked: proxy.asked };
  } finally {
    project.connect(project.org.url, project.org.accessToken);
    await proxy.close();
  }
}

async function loaded(name: string): Promise<number> {
  const found = await project.query(`SELECT Id FROM Competitor_Contract__c WHERE Contract_Number__c LIKE '${name}-%' LIMIT 2000`);
  const counted = await project.query(`SELECT COUNT(Id) total FROM Competitor_Contract__c WHERE Contract_Number__c LIKE '${name}-%'`);
  assert.ok(found.length > 0);
  return Number(counted[0]?.['total']);
}

function onceOn(method: string, path: RegExp, fault: Fault): (method: string, path: string) => Fault {
  let isDone = false;
  return (asked, at) => {
    if (isDone || asked !== method || !path.test(at)) return 'pass';
    isDone = true;
    return fault;
  };
}

test('a connection reset in the middle of the upload loses nothing and doubles nothing', async () => {
  const { exitCode, document, asked, stdout } = await through('reset', onceOn('PUT', /batches$/, 'cut-upload'));
  assert.deepEqual([exitCode, document.rows.created], [0, ROWS], stdout);
  assert.equal(asked.filter((one) => one.startsWith('PUT')).length, 2);
  assert.equal(new Set(asked.filter((one) => one.startsWith('PUT'))).size, 2, 'each upload has a job of its own');
  assert.equal(await loaded('reset'), ROWS);
});

test('an upload whose answer was lost is sent again as a new job', async () => {
  const { exitCode, document } = await through('lost', onceOn('PUT', /batches$/, 'lose-answer'));
  assert.deepEqual([exitCode, document.rows.created], [0, ROWS]);
  assert.equal(await loaded('lost'), ROWS);
});

test('a lost answer to closing the upload does not send the rows twice', async () => {
  const { exitCode, document, asked } = await through('close', onceOn('PATCH', /jobs\/ingest\/\w+$/, 'lose-answer'));
  assert.deepEqual([exitCode, document.rows.created], [0, ROWS]);
  assert.equal(asked.filter((one) => one.startsWith('PUT')).length, 1);
  assert.equal(await loaded('close'), ROWS);
});

test('a busy server is asked again for uploads and results', async () => {
  const upload = await through('busy', onceOn('PUT', /batches$/, 503));
  assert.deepEqual([upload.exitCode, upload.document.rows.created], [0, ROWS]);
  const results = await through('results', onceOn('GET', /failedResults$/, 500));
  assert.deepEqual([results.exitCode, results.document.rows.created], [0, ROWS]);
  assert.equal(await loaded('busy'), ROWS);
});

test('a load that breaks off says what is certain, and running it again completes it without doubles', async () => {
  const broken = await through('broken', (method, path) => (method === 'PATCH' && /jobs\/ingest/.test(path) ? 500 : 'pass'));
  assert.equal(broken.exitCode, 3);
  assert.equal(broken.document.error?.code, 'ORG_UNAVAILABLE');
  assert.deepEqual([broken.document.rows.read, broken.document.rows.created], [ROWS, 0]);
  assert.match(broken.document.files.report ?? '', /report\.txt$/);
  const [run] = await project.query(
    "SELECT State__c FROM Import_Run__c WHERE External_Id__c = '" + String(broken.document.run['id']) + "'",
  );
  assert.equal(run?.['State__c'], 'Failed');
  const again = await project.load(join(project.folder, 'broken.csv'));
  assert.equal(again.exitCode, 0);
  assert.equal(await loaded('broken'), ROWS);
});

test('an org that is absent, does not know the session, or lacks the package ends with 3, one sentence and nothing written', async () => {
  const path = file('never');
  project.connect('http://127.0.0.1:9', project.org.accessToken);
  const absent = await project.run('load', path, '--org', 'local', ...PROVENANCE);
  assert.equal(absent.exitCode, 3);
  assert.match(absent.stderr, /Nothing answers at http:\/\/127\.0\.0\.1:9, the address of the local org\. Start it with npm start/);
  project.connect(project.org.url, `${project.org.accessToken}x`);
  const expired = await project.run('load', path, '--org', 'local', ...PROVENANCE);
  assert.equal(expired.exitCode, 3);
  assert.match(expired.stderr, /The local org does not accept the session any more\. Start the local org again/);
  assert.doesNotMatch(`${expired.stderr}${expired.stdout}`, /00D\w{12,}!/, 'no token is printed');
  project.connect(project.org.url, project.org.accessToken);
  const unknown = await project.run('load', path, '--org', 'no-such-alias', ...PROVENANCE);
  assert.equal(unknown.exitCode, 3);
  assert.match(unknown.stderr, /The sf CLI knows no usable org "no-such-alias".*npx sf org list/s);

  mkdirSync(join(project.folder, 'no-metadata'), { recursive: true });
  const bare = await importProject({ metadataFolders: [join(project.folder, 'no-metadata')] });
  try {
    const { exitCode, document } = await bare.load(path);
    assert.deepEqual([exitCode, document.error?.code], [3, 'PACKAGE_MISSING']);
    assert.match(document.error?.message ?? '', /Competitor_Contract__c/);
  } finally {
    await bare.close();
  }
});
