import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Fault } from '../local-org/api/local/faults.ts';
import { importProject, PROVENANCE, projectOfOneBusiness } from './testing/import-project.ts';
import type { ImportDocument, ImportProject } from './testing/import-project.ts';

let project: ImportProject;

before(async () => {
  project = await projectOfOneBusiness({ faults: true });
});
after(() => project.close());

const ROWS = 900;
/** Three contract jobs. */
const SMALL_JOBS = ['--job-size', '0.07'];

function file(name: string): string {
  const rows = Array.from({ length: ROWS }, (_, row) => `12345678;Waddenwind;Gas;${name}-${row};31-12-2027`);
  // one contradiction, so that claims are sent as well
  rows.push(`12345678;Waddenwind;Gas;${name}-1;30-06-2027`);
  return project.file(`${name}.csv`, `KvK-nummer;Huidige leverancier;Dienst;Contractnummer;Einddatum\n${rows.join('\n')}\n`);
}

async function count(where: string): Promise<number> {
  return Number((await project.query(`SELECT COUNT(Id) total FROM ${where}`))[0]?.['total']);
}

/** Nothing lost, nothing doubled: in the org, and in what the steward is told. */
async function assertWhole(name: string, { rows }: ImportDocument): Promise<void> {
  assert.deepEqual(rows, { read: ROWS + 1, created: ROWS, updated: 0, unchanged: 0, kept: 1, skipped: 0, rejected: 0 });
  assert.equal(await count(`Competitor_Contract__c WHERE Contract_Number__c LIKE '${name}-%'`), ROWS);
  assert.equal(await count(`Contract_Claim__c WHERE Competitor_Contract__r.Contract_Number__c LIKE '${name}-%'`), 1);
}

/** Loads under faults; what breaks off is told and continued without them. Returns the code of the failure, if it broke off. */
async function loadThrough(name: string, ...faults: readonly Fault[]): Promise<string | undefined> {
  await project.fault(...faults);
  const first = await project.load(file(name), ...SMALL_JOBS);
  if (first.exitCode === 0) {
    assert.ok(
      (await project.hits()).every((hits) => hits > 0),
      `the fault never happened: ${name}`,
    );
    await project.fault();
    await assertWhole(name, first.document);
    return undefined;
  }
  await project.fault();
  assert.equal(first.exitCode, 3, first.stdout);
  const { code = '', message = '', action = '' } = first.document.error ?? {};
  assert.ok(message.length > 10 && action.length > 10, `the steward is told: ${first.stdout}`);
  const run = first.document.run['id'] ?? '';
  if (!action.includes(`resume ${run}`)) {
    assert.equal(await count(`Competitor_Contract__c WHERE Contract_Number__c LIKE '${name}-%'`), 0, `nothing was sent: ${code}`);
    await assertWhole(name, (await project.load(file(name), ...SMALL_JOBS)).document);
    return code;
  }
  const resumed = await project.run('resume', run, '--json');
  assert.equal(resumed.exitCode, 0, resumed.stdout);
  await assertWhole(name, JSON.parse(resumed.stdout) as ImportDocument);
  return code;
}

const INGEST = '^/jobs/ingest';

test('a passing fault on any call is outlived, or told and continued: nothing lost, nothing doubled', async () => {
  const calls: [string, string, string][] = [
    ['describe', 'GET', '^/sobjects/\\w+/describe'],
    ['limits', 'GET', '^/limits'],
    ['query', 'GET', '^/query'],
    ['bulkquery', 'POST', '^/jobs/query'],
    ['bulkstate', 'GET', '^/jobs/query/\\w+$'],
    ['bulkrows', 'GET', '^/jobs/query/\\w+/results'],
    ['run', 'PATCH', '^/sobjects/Import_Run__c'],
    ['open', 'POST', `${INGEST}$`],
    ['upload', 'PUT', 'batches$'],
    ['close', 'PATCH', `${INGEST}/\\w+$`],
    ['state', 'GET', `${INGEST}/\\w+$`],
    ['failed', 'GET', 'failedResults$'],
  ];
  for (const [name, method, path] of calls) {
    const [status, skip] = [name.length % 2 === 0 ? 503 : 500, name.length % 3];
    const outcome = await loadThrough(`${name}${status}`, {
      kind: 'status',
      status,
      method,
      path,
      times: 1,
      skip: path.startsWith(INGEST) ? skip : 0,
    });
    if (path.startsWith(INGEST)) assert.equal(outcome, undefined, `${name} is simply asked again`);
  }
});

test('a lasting fault on any call of a job ends the load in words, and resume completes it', async () => {
  for (const [name, method, path] of [
    ['lopen', 'POST', `${INGEST}$`],
    ['lupload', 'PUT', 'batches$'],
    ['lclose', 'PATCH', `${INGEST}/\\w+$`],
    ['lstate', 'GET', `${INGEST}/\\w+$`],
    ['lfailed', 'GET', 'failedResults$'],
  ] as const) {
    assert.equal(await loadThrough(name, { kind: 'status', status: 503, method, path, skip: 1 }), 'ORG_UNAVAILABLE', name);
  }
});

test('connections that break in the middle of an upload, of an answer, or instead of one', async () => {
  assert.equal(await loadThrough('cut', { kind: 'cut-request', method: 'PUT', path: 'batches$', bytes: 9_000, times: 2 }), undefined);
  assert.equal(await loadThrough('lost', { kind: 'lose-answer', method: 'PUT', path: 'batches$', times: 1 }), undefined);
  assert.equal(await loadThrough('closing', { kind: 'lose-answer', method: 'PATCH', path: INGEST, times: 1 }), undefined);
  assert.equal(await loadThrough('opening', { kind: 'lose-answer', method: 'POST', path: INGEST, times: 1 }), undefined);
  assert.equal(await loadThrough('running', { kind: 'lose-answer', method: 'PATCH', path: 'Import_Run__c', times: 1 }), undefined);
});

test('results that break off or come short are fetched again, and never believed', async () => {
  const failedResults = { method: 'GET', path: 'failedResults$' } as const;
  assert.equal(await loadThrough('cutresults', { kind: 'cut-answer', ...failedResults, bytes: 20, times: 2 }), undefined);
  assert.equal(
    await loadThrough('short', { kind: 'short-answer', ...failedResults, bytes: 20, times: 1 }, { kind: 'lock-rows', every: 50, times: 6 }),
    undefined,
  );
  assert.equal(await loadThrough('alwaysshort', { kind: 'short-answer', ...failedResults, bytes: 0 }), 'RESULTS_INCOMPLETE');
});

test('a body that is too large goes in halves, and in halves again', async () => {
  assert.equal(
    await loadThrough('large', { kind: 'status', status: 413, errorCode: 'REQUEST_TOO_LARGE', method: 'PUT', path: 'batches$', times: 3 }),
    undefined,
  );
});

test('rows that are locked are sent again', async () => {
  assert.equal(await loadThrough('locked', { kind: 'lock-rows', every: 7, times: 120 }), undefined);
});

test('a job that fails halfway: what it did counts, the rest goes in a job of its own', async () => {
  assert.equal(await loadThrough('halfway', { kind: 'fail-job', fromRecord: 200, times: 1 }), undefined);
  assert.equal(await loadThrough('fails', { kind: 'fail-job', fromRecord: 0 }), 'JOB_FAILED');
});

test('a job that stands still is left to the org and waited for by resume', async () => {
  await project.fault({ kind: 'stand-still', fromRecord: 200 });
  const path = file('still');
  const { document, exitCode } = await project.load(path, ...SMALL_JOBS, '--patience', '1');
  assert.deepEqual([exitCode, document.error?.code], [3, 'JOB_STUCK']);
  assert.match(document.error?.message ?? '', /stands still in state InProgress: 1 minutes without progress/);
  await project.fault();
  const resumed = await project.run('resume', '--json');
  assert.equal(resumed.exitCode, 0, resumed.stdout);
  await assertWhole('still', JSON.parse(resumed.stdout) as ImportDocument);
});

test('a session that ends in the middle is renewed where there is a new one, and told where there is none', async () => {
  await project.fault({ kind: 'end-session', method: 'PUT', path: 'batches$', skip: 1, times: 1 });
  const path = file('session');
  const { document, exitCode } = await project.load(path, ...SMALL_JOBS);
  assert.deepEqual([exitCode, document.error?.code], [3, 'SESSION_EXPIRED'], JSON.stringify(document.error));
  assert.match(document.error?.action ?? '', /Start the local org again/);
  await project.signInAgain();
  const resumed = await project.run('resume', document.run['id'] ?? '', '--json');
  assert.equal(resumed.exitCode, 0, resumed.stdout);
  await assertWhole('session', JSON.parse(resumed.stdout) as ImportDocument);
});

test('an org whose API limit is used up in the middle says so; the next day goes on', async () => {
  const limit = { kind: 'status', status: 403, errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' } as const;
  assert.equal(await loadThrough('limit', { ...limit, path: INGEST, skip: 6 }), 'API_LIMIT');
});

test('a clock that is off is told, and the run is dated by the org', async () => {
  await project.fault({ kind: 'clock', minutes: 180 });
  const before = Date.now();
  const { document } = await project.load(file('clock'), ...SMALL_JOBS);
  await project.fault();
  await assertWhole('clock', document);
  assert.match(document.warnings.find(({ code }) => code === 'CLOCK_SKEW')?.message ?? '', /180 minutes ahead/);
  const [run] = await project.query(
    `SELECT Started_At__c, Finished_At__c FROM Import_Run__c WHERE External_Id__c = '${document.run['id']}'`,
  );
  const [earliest, started, latest] = [before, Date.parse(String(run?.['Started_At__c'])) - 180 * 60_000, Date.now()];
  // the org tells whole seconds, and its answer may have been on its way as long as the whole load took
  assert.ok(started >= earliest - (latest - earliest) - 1_000 && started <= latest, `${earliest} ${started} ${latest}`);
});

test('a disk that is full is told, and resume completes the load when there is room', { skip: process.platform === 'win32' }, async () => {
  const path = file('disk');
  const limited = await project.limited(40, 'load', path, '--org', 'local', '--json', ...SMALL_JOBS, ...PROVENANCE);
  const document = JSON.parse(limited.stdout) as ImportDocument;
  assert.deepEqual([limited.exitCode, document.error?.code], [3, 'DISK_FULL'], limited.stdout + limited.stderr);
  const waiting = /resume (\S+?);/.exec(document.error?.action ?? '')?.[1];
  const again = waiting === undefined ? await project.load(path, ...SMALL_JOBS) : await project.run('resume', waiting, '--json');
  assert.equal(again.exitCode, 0, again.stdout);
  await assertWhole('disk', JSON.parse(again.stdout) as ImportDocument);
});

test('undoing outlives locked records, lost answers and a job that fails halfway', async () => {
  const { document } = await project.load(file('undone'), ...SMALL_JOBS);
  await assertWhole('undone', document);
  await project.fault(
    { kind: 'lock-rows', every: 9, times: 60 },
    { kind: 'lose-answer', method: 'PATCH', path: INGEST, times: 1 },
    { kind: 'fail-job', fromRecord: 400, times: 1 },
  );
  const { exitCode, stdout } = await project.run('undo', document.run['id'] ?? '', '--json');
  assert.ok((await project.hits()).every((hits) => hits > 0));
  await project.fault();
  assert.equal(exitCode, 0, stdout);
  assert.deepEqual((JSON.parse(stdout) as { readonly undo: unknown }).undo, { deleted: ROWS + 1, restored: 0, kept: 0 });
  assert.equal(await count("Competitor_Contract__c WHERE Contract_Number__c LIKE 'undone-%'"), 0);
});

test('a run goes on with its own file and its own org only', async () => {
  const path = file('changed');
  await project.fault({ kind: 'status', status: 503, method: 'PUT', path: 'batches$' });
  const { document } = await project.load(path, ...SMALL_JOBS);
  await project.fault();
  const run = document.run['id'] ?? '';
  const original = readFileSync(path);
  writeFileSync(path, `${original.toString()}12345678;Waddenwind;Gas;added;31-12-2027\n`);
  const refused = await project.run('resume', run, '--json');
  assert.deepEqual([refused.exitCode, /is not the file that run/.test(refused.stdout)], [2, true], refused.stdout);
  writeFileSync(path, original);
  const resumed = await project.run('resume', run, '--json');
  await assertWhole('changed', JSON.parse(resumed.stdout) as ImportDocument);
});

test('two imports at once: the second is refused and told of the first', async () => {
  await project.fault({ kind: 'stand-still', fromRecord: 200 });
  const path = file('twice');
  const first = project.spawn('load', path, '--org', 'local', '--json', ...SMALL_JOBS, ...PROVENANCE);
  await until(async () => (await project.hits())[0] !== 0);
  const second = await project.load(path);
  assert.deepEqual([second.exitCode, second.document.error?.code], [3, 'IMPORT_RUNNING']);
  assert.match(second.document.error?.message ?? '', /Another import \(run \S+, process \d+\) is loading into the local org/);
  await project.fault();
  await assertWhole('twice', JSON.parse((await first).stdout) as ImportDocument);
});

test('an org that is absent, does not know the session, or lacks the package ends with 3, one sentence and nothing written', async () => {
  const path = file('never');
  project.connect('http://127.0.0.1:9', project.org.accessToken);
  const absent = await project.run('load', path, '--org', 'local', ...PROVENANCE);
  assert.equal(absent.exitCode, 3);
  assert.match(absent.stderr, /Nothing answers at http:\/\/127\.0\.0\.1:9, the address of the local org\. Start it with npm start/);
  const dutch = await project.run('load', path, '--org', 'local', '--language', 'nl', ...PROVENANCE);
  assert.match(dutch.stderr, /Er antwoordt niets op http:\/\/127\.0\.0\.1:9, het adres van de lokale org\. Start hem met npm start/);
  project.connect(project.org.url, `${project.org.accessToken}x`);
  const expired = await project.run('load', path, '--org', 'local', ...PROVENANCE);
  assert.equal(expired.exitCode, 3);
  assert.match(expired.stderr, /The local org does not accept the session any more\. Start the local org again/);
  assert.doesNotMatch(`${expired.stderr}${expired.stdout}`, /00D\w{12,}!/, 'no token is printed');
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

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 50));
}
