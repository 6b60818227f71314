import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CommandFailure } from '../../org-connection/command-failure.ts';
import { interrupted } from '../plan/import-failure.ts';
import type { ImportOutcome, Reject } from '../plan/import-outcome.ts';
import type { AccountsMode } from '../plan/import-plan.ts';
import type { SourceInspection } from '../source/inspection.ts';
import { LoadInterrupted } from './load-context.ts';
import { loadFile } from './load-file.ts';
import type { LoadContext } from './load-context.ts';
import { batchOf } from './testing/batch-of.ts';
import type { BatchRow } from './testing/batch-of.ts';
import { csv, json, scriptedOrg } from './testing/scripted-org.ts';
import type { Asked, Script, ScriptedOrg } from './testing/scripted-org.ts';

const folder = mkdtempSync(join(tmpdir(), 'load-file-'));
after(() => rmSync(folder, { recursive: true }));

const CONTRACT_FIELDS = [
  'Hand_Edited_At__c',
  'Competitor_Contract__c',
  'Said_On_Date__c',
  'Said_End_Date__c',
  'Said_Notice_Length__c',
  'Said_Notice_Unit__c',
  'Confidence__c',
  'Account__c',
  'Competitor__c',
  'Product_Category__c',
  'End_Date__c',
  'Is_End_Date_Derived__c',
  'Date_Precision__c',
  'Source__c',
  'Obtained_On_Date__c',
  'Import_Run__c',
  'Import_Fingerprint__c',
];
const RUN_FIELDS = [
  'File_Name__c',
  'File_Hash__c',
  'Kind__c',
  'Legal_Basis__c',
  'Started_At__c',
  'Finished_At__c',
  'State__c',
  ...['Read', 'Created', 'Updated', 'Unchanged', 'Kept', 'Skipped', 'Rejected'].map((kind) => `Rows_${kind}__c`),
  ...['Accounts_Created__c', 'Times_Resumed__c', 'Rejects_File__c', 'Reject_Summary__c', 'Notice_Summary__c', 'Undo_State__c'],
];
const ALL_FIELDS = [
  ...CONTRACT_FIELDS,
  ...RUN_FIELDS,
  'Name',
  'External_Id__c',
  'Review_State__c',
  'Is_Active__c',
  'Contract_Key__c',
  'KvK_Number__c',
  'Legal_Form__c',
  'Lifecycle_Stage__c',
];

interface Conduct {
  readonly fields?: readonly string[];
  readonly limits?: Readonly<Record<string, { readonly Remaining: number }>>;
  readonly stages?: readonly unknown[];
  /** sf__Error for a key, in the n-th job (from 1). */
  readonly refuse?: (key: string, job: number) => string | undefined;
  readonly jobState?: 'JobComplete' | 'Failed';
}

/** An org that does what it is asked, but for what its conduct says. */
function org({ fields = ALL_FIELDS, limits = {}, stages = [], refuse = () => undefined, jobState = 'JobComplete' }: Conduct): Script {
  const bodies: string[] = [];
  return ({ method, path, body }, response) => {
    const job = /^\/jobs\/ingest\/750i(\d+)(\/\w+)?$/.exec(path);
    const refused = (number: number): readonly string[] =>
      (bodies[number - 1] ?? '')
        .split('\n')
        .slice(1, -1)
        .flatMap((line) => {
          const error = refuse(line.split(',')[6] ?? '', number);
          return error === undefined ? [] : [`"","${error}",${line}`];
        });
    if (path.includes('/describe'))
      json(response, {
        fields: fields.map((name) => ({ name, relationshipName: name.replace('__c', '__r'), createable: true, updateable: true })),
      });
    else if (path === '/limits') json(response, limits);
    else if (path.startsWith('/query')) json(response, { records: path.includes('Lifecycle_Stage__c') ? stages : [] });
    else if (path === '/jobs/query') json(response, { id: body.includes('FROM Account ') ? '750a' : '750c', state: 'UploadComplete' });
    else if (path.startsWith('/jobs/query/') && !path.includes('/results')) json(response, { id: '750', state: 'JobComplete' });
    else if (path.startsWith('/jobs/query/750a')) csv(response, '"KvK_Number__c"\n"00000007"\n');
    else if (path.startsWith('/jobs/query/'))
      csv(response, '"External_Id__c","Import_Fingerprint__c","Obtained_On_Date__c","Hand_Edited_At__c","Import_Run__c"\n');
    else if (path.startsWith('/sobjects/Import_Run__c')) json(response, { id: 'a0R000000000001AAA' }, method === 'POST' ? 201 : 200);
    else if (path === '/jobs/ingest') json(response, { id: `750i${bodies.push('')}`, state: 'Open' });
    else if (job && method === 'PUT') {
      bodies[Number(job[1]) - 1] = body;
      response.writeHead(201).end();
    } else if (job?.[2] === '/failedResults') {
      csv(
        response,
        [`"sf__Id","sf__Error",${bodies[Number(job[1]) - 1]?.split('\n')[0] ?? ''}`, ...refused(Number(job[1])), ''].join('\n'),
      );
    } else if (job) {
      const rows = (bodies[Number(job[1]) - 1] ?? '').split('\n').length - 2;
      const counts = { numberRecordsProcessed: jobState === 'Failed' ? 0 : rows, numberRecordsFailed: refused(Number(job[1])).length };
      json(response, {
        id: `750i${job[1]}`,
        state: jobState,
        ...counts,
        ...(jobState === 'Failed' && { errorMessage: 'InvalidBatch : x' }),
      });
    } else json(response, [{ errorCode: 'NOT_FOUND', message: path }], 404);
  };
}

interface Loaded {
  readonly outcome: ImportOutcome;
  readonly rejects: readonly Reject[];
  readonly asked: readonly Asked[];
}

async function load(
  conduct: Conduct,
  batches: readonly (readonly BatchRow[])[],
  more: Partial<LoadContext> & { readonly accounts?: AccountsMode; readonly rows?: number; readonly jobBytes?: number } = {},
): Promise<Loaded> {
  const scripted: ScriptedOrg = await scriptedOrg(org(conduct));
  const rejects: Reject[] = [];
  const rows = batches.reduce((sum, batch) => sum + batch.length, 0);
  const inspection = {
    ...{
      path: 'x.csv',
      dataPath: 'x.csv',
      size: 1_000,
      sha256: 'f'.repeat(64),
      delimiter: ';',
      fixed: {},
      providers: [],
      shortKvk: [],
      notices: [],
      rows: more.rows ?? rows,
    },
    columns: [{ index: 0, header: 'KvK', field: 'kvkNumber' }],
  } as unknown as SourceInspection;
  const runFolder = mkdtempSync(join(folder, 'run-'));
  try {
    const outcome = await loadFile({
      plan: {
        ...{
          command: 'load',
          kind: 'contracts',
          file: 'x.csv',
          org: 'scripted',
          reading: {},
          accounts: more.accounts ?? 'match',
          language: 'en',
          overwrite: 'newer',
          successes: false,
          yes: false,
          ...(more.jobBytes !== undefined && { jobBytes: more.jobBytes }),
        },
        provenance: { source: 'Gids', obtainedOn: '2026-11-01', legalBasis: 'x' },
      },
      inspection,
      transform: async function* () {
        let line = 2;
        for (const batch of batches) {
          yield batchOf(batch, line);
          line += batch.length;
        }
      },
      org: { session: scripted.session, identity: { id: '00D', name: 'Scripted', username: 'u', instanceUrl: '', kind: 'sandbox' } },
      runId: 'run-1',
      runFolder,
      rejects: { add: (reject) => rejects.push(reject) },
      progress: { phase: () => undefined, rows: () => undefined, end: () => undefined },
      now: () => new Date('2026-11-22T10:00:00Z'),
      today: '2026-11-22',
      pace: { wait: () => Promise.resolve() },
      sentence: (code) => code,
      ...more,
    });
    return { outcome, rejects, asked: scripted.asked };
  } catch (error) {
    if (error instanceof Error) Object.assign(error, { asked: scripted.asked });
    throw error;
  } finally {
    assert.deepEqual(readdirSync(runFolder), [], 'working files are removed');
    await scripted.close();
  }
}

function row(key: string, content = 'a'): BatchRow {
  return { kvk: 7, key, content };
}

function nothingWritten(code: string, message: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof CommandFailure, String(error));
    const { asked = [] } = error as { readonly asked?: readonly Asked[] };
    assert.deepEqual(
      asked.filter(({ method, path }) => method !== 'GET' && path !== '/jobs/query'),
      [],
    );
    return error.code === code && error.exitCode === 3 && message.test(`${error.message} ${error.action}`);
  };
}

const LOCKED = 'UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record:--';

test('rows are spread over jobs of the given size, one job after another', async () => {
  const batches = Array.from({ length: 5 }, (_, batch) => [row(`k${batch}a`), row(`k${batch}b`)]);
  const { outcome, asked } = await load({}, batches, { jobBytes: 200 });
  assert.deepEqual(outcome.rows, { read: 10, created: 10, updated: 0, unchanged: 0, kept: 0, skipped: 0, rejected: 0 });
  assert.ok(outcome.jobs.length > 1);
  const order = asked
    .filter(({ path }) => path.startsWith('/jobs/ingest'))
    .map(({ method, path }) => (path === '/jobs/ingest' ? 'open' : path.endsWith('failedResults') ? 'results' : method));
  assert.deepEqual(
    order,
    outcome.jobs.flatMap(() => ['open', 'PUT', 'PATCH', 'GET', 'results']),
  );
});

test('the run is created before the first row is sent and completed with the counts', async () => {
  const { asked } = await load({}, [[row('a'), row('a'), { kvk: 8, key: 'b', content: 'b' }]]);
  const writes = asked
    .filter(({ method, path }) => method !== 'GET' && path !== '/jobs/query')
    .map(({ method, path }) => `${method} ${path}`);
  assert.equal(writes[0], 'PATCH /sobjects/Import_Run__c/External_Id__c/run-1');
  assert.equal(writes.at(-1), 'PATCH /sobjects/Import_Run__c/External_Id__c/run-1');
  assert.deepEqual(JSON.parse(asked.at(-1)?.body ?? ''), {
    ...{ Rows_Read__c: 3, Rows_Created__c: 1, Rows_Updated__c: 0, Rows_Unchanged__c: 0, Rows_Skipped__c: 1, Rows_Rejected__c: 1 },
    ...{ Rows_Kept__c: 0, Accounts_Created__c: 0, Rejects_File__c: null, Notice_Summary__c: null },
    Reject_Summary__c: '1\tACCOUNT_NOT_FOUND\t4\tThe org has no account with KvK number 00000008.',
    ...{ State__c: 'Completed With Rejects', Finished_At__c: '2026-11-22T10:00:00.000Z' },
  });
});

test('rows that were locked are sent again and counted once; what stays locked is rejected with its line', async () => {
  const passing = await load({ refuse: (key, job) => (key === 'b' && job < 3 ? LOCKED : undefined) }, [[row('a'), row('b'), row('c')]]);
  assert.deepEqual([passing.outcome.rows.created, passing.outcome.rows.rejected, passing.outcome.jobs.length], [3, 0, 3]);
  const uploads = passing.asked.filter(({ method }) => method === 'PUT').map(({ body }) => body.split('\n').slice(1, -1));
  assert.deepEqual(uploads, [['7,,,,,,a,a', '7,,,,,,b,a', '7,,,,,,c,a'], ['7,,,,,,b,a'], ['7,,,,,,b,a']]);

  const staying = await load({ refuse: (key) => (key === 'b' ? LOCKED : undefined) }, [[row('a'), row('b'), row('c')]]);
  assert.deepEqual([staying.outcome.rows.created, staying.outcome.rows.rejected, staying.outcome.jobs.length], [2, 1, 4]);
  assert.deepEqual(
    staying.rejects.map(({ line, code, reason }) => [line, code, reason]),
    [[3, 'UNABLE_TO_LOCK_ROW', 'Somebody else was changing the account all the time.']],
  );
});

test('a row that the org refuses is rejected with its line and not sent again', async () => {
  const { outcome, rejects } = await load(
    { refuse: (key) => (key === 'a' ? 'STRING_TOO_LONG:too long (max length=80):Contract_Number__c --' : undefined) },
    [[row('a'), row('b')]],
  );
  assert.deepEqual(
    [outcome.rows.created, outcome.rows.rejected, outcome.jobs.length, outcome.rejectedBecause['STRING_TOO_LONG']?.count],
    [1, 1, 1, 1],
  );
  assert.deepEqual([rejects[0]?.line, rejects[0]?.offset, rejects[0]?.length], [2, 200, 99]);
});

test('a job that the org failed ends the load; nothing counts as loaded and the run is marked as failed', async () => {
  await assert.rejects(load({ jobState: 'Failed' }, [[row('a')]]), (error: unknown) => {
    assert.ok(error instanceof LoadInterrupted);
    assert.ok(error.cause instanceof CommandFailure);
    assert.match(error.cause.message, /ended as Failed after 0 of 1 rows: InvalidBatch : x/);
    assert.deepEqual([error.rows.read, error.rows.created], [1, 0]);
    const { asked = [] } = error as unknown as { readonly asked?: readonly Asked[] };
    assert.match(asked.at(-1)?.body ?? '', /"State__c":"Failed"/);
    return true;
  });
});

test('rows of the file that never arrived are an error, not a smaller number', async () => {
  await assert.rejects(
    load({}, [[row('a')]], { rows: 2 }),
    (error: unknown) => error instanceof LoadInterrupted && /file has 2 rows, 1 were read/.test(String((error.cause as Error).message)),
  );
});

test('what the org lacks is told before anything is written', async () => {
  const without = (field: string): Conduct => ({ fields: ALL_FIELDS.filter((name) => name !== field) });
  await assert.rejects(
    load(without('Product_Category__c'), [[row('a')]]),
    nothingWritten('PERMISSION_MISSING', /Competitor_Contract__c\.Product_Category__c.*sf org assign permset --name SME_Data_Steward/),
  );
  await assert.rejects(
    load(without('Legal_Basis__c'), [[row('a')]]),
    nothingWritten('PERMISSION_MISSING', /Import_Run__c\.Legal_Basis__c/),
  );
  await assert.rejects(
    load({ limits: { DailyApiRequests: { Remaining: 12 } } }, [[row('a')]]),
    nothingWritten('API_LIMIT', /12 API requests left/),
  );
  await assert.rejects(
    load({ limits: { DailyBulkApiBatches: { Remaining: 0 } } }, [[row('a')]]),
    nothingWritten('API_LIMIT', /0 Bulk API batches left/),
  );
  await assert.rejects(load({}, [[row('a')]], { accounts: 'create' }), nothingWritten('RULES_MISSING', /no lifecycle stage SUSPECT/));
});

test('little storage is told and does not stop the load', async () => {
  const { outcome } = await load({ limits: { DataStorageMB: { Remaining: 0 } } }, [[row('a')]]);
  assert.deepEqual(
    outcome.notices.map(({ code }) => code),
    ['STORAGE_LOW'],
  );
});

test('an interrupted load stops at the next batch, waits for the job under way and says that it may be run again', async () => {
  const stopping = new AbortController();
  const reason = interrupted();
  const progress = { phase: () => undefined, rows: () => stopping.abort(reason), end: () => undefined };
  await assert.rejects(load({}, [[row('a')], [row('b')]], { progress, signal: stopping.signal }), (error: unknown) => {
    assert.ok(error instanceof LoadInterrupted);
    assert.equal(error.cause, reason);
    const { asked = [] } = error as unknown as { readonly asked?: readonly Asked[] };
    assert.match(asked.at(-1)?.body ?? '', /"State__c":"Failed"/);
    assert.deepEqual(
      asked.filter(({ method }) => method === 'PUT'),
      [],
    );
    return true;
  });
});

test('a disk without room for the working files is told before the org is asked', async () => {
  await assert.rejects(load({}, [[row('a')]], { freeBytes: () => Promise.resolve(1_999) }), nothingWritten('DISK_FULL', /disk is full/));
});
