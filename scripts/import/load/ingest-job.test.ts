import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import type { ServerResponse } from 'node:http';
import { CommandFailure } from '../../org-connection/command-failure.ts';
import { runIngestJob } from './ingest-job.ts';
import type { FinishedJob } from './ingest-job.ts';
import { PassingMemory } from './job-memory.ts';
import type { JobMemory } from './job-memory.ts';
import type { SpooledJob } from './job-spool.ts';
import { csv, json, scriptedOrg } from './testing/scripted-org.ts';
import type { Asked, Script, ScriptedOrg } from './testing/scripted-org.ts';

const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
after(() => rmSync(folder, { recursive: true }));

const TARGET = { object: 'Competitor_Contract__c', operation: 'upsert', externalIdFieldName: 'External_Id__c' } as const;
const PACE = { wait: () => Promise.resolve() };
const NO_FAILURES = '"sf__Id","sf__Error","External_Id__c"\n';

function spooled(rows: number): SpooledJob {
  const path = join(folder, 'contracts-0001.csv');
  const content = `External_Id__c\n${Array.from({ length: rows }, (_, row) => `key-${row}\n`).join('')}`;
  writeFileSync(path, content);
  return { name: 'job', path, rows, bytes: Buffer.byteLength(content) };
}

/** A well-behaved org; `special` may answer (and return true) instead. */
function org(special: (asked: Asked, response: ServerResponse, job: Job) => boolean): Script {
  const jobs: Job[] = [];
  return (asked, response, request) => {
    if (asked.path === '/jobs/ingest') {
      const job = { id: `750${jobs.length + 1}`, state: 'Open', rows: 0, numberRecordsProcessed: 0, numberRecordsFailed: 0 };
      jobs.push(job);
      if (!special(asked, response, job)) json(response, job);
      return;
    }
    const job = jobs.find(({ id }) => asked.path.startsWith(`/jobs/ingest/${id}`));
    if (!job) return json(response, [{ errorCode: 'NOT_FOUND', message: asked.path }], 404);
    if (special(asked, response, job)) return request.resume();
    if (asked.method === 'PUT') {
      job.rows = asked.body.split('\n').length - 2;
      response.writeHead(201).end();
    } else if (asked.method === 'PATCH') {
      job.state = asked.body.includes('Aborted') ? 'Aborted' : 'JobComplete';
      job.numberRecordsProcessed = job.rows;
      json(response, job);
    } else if (asked.path.endsWith('/failedResults')) csv(response, NO_FAILURES);
    else json(response, job);
  };
}

interface Job {
  readonly id: string;
  state: string;
  rows: number;
  numberRecordsProcessed: number;
  numberRecordsFailed: number;
}

async function withOrg<Result>(scripted: Promise<ScriptedOrg>, work: (org: ScriptedOrg) => Promise<Result>): Promise<Result> {
  const started = await scripted;
  try {
    return await work(started);
  } finally {
    await started.close();
  }
}

/** Runs a job that is expected to be one. */
async function run({ session }: ScriptedOrg, job: SpooledJob, memory: JobMemory = new PassingMemory()): Promise<FinishedJob> {
  const context = { session, pace: PACE, memory, resultsFolder: dirname(job.path), patience: 600_000 };
  const [first, ...others] = await runIngestJob(context, TARGET, job);
  assert.ok(first);
  assert.equal(others.length, 0);
  return first;
}

function steps({ asked }: ScriptedOrg): readonly string[] {
  return asked.map(({ method, path, body }) => `${method} ${path.replace('/jobs/ingest', '')}${method === 'PATCH' ? ` ${body}` : ''}`);
}

test('a job is created, uploaded whole, closed, awaited and its failed rows fetched; the file is removed', async () => {
  await withOrg(
    scriptedOrg(
      org((asked, response, job) => {
        if (!asked.path.endsWith('/failedResults')) return false;
        job.numberRecordsFailed = 0;
        csv(response, NO_FAILURES);
        return true;
      }),
    ),
    async (scripted) => {
      const file = spooled(3);
      const job = await run(scripted, file);
      assert.deepEqual([job.id, job.processed, job.failed], ['7501', 3, 0]);
      assert.deepEqual(JSON.parse(scripted.asked[0]?.body ?? ''), {
        ...TARGET,
        contentType: 'CSV',
        lineEnding: 'LF',
        columnDelimiter: 'COMMA',
      });
      assert.equal(scripted.asked[1]?.body, 'External_Id__c\nkey-0\nkey-1\nkey-2\n');
      assert.deepEqual(steps(scripted), [
        'POST ',
        'PUT /7501/batches',
        'PATCH /7501 {"state":"UploadComplete"}',
        'GET /7501',
        'GET /7501/failedResults',
      ]);
      assert.equal(existsSync(file.path), false);
      assert.equal(readFileSync(job.failedRows, 'utf8'), NO_FAILURES);
    },
  );
});

test('after an upload that broke off the job is aborted and a new one gets the whole file', async () => {
  let cuts = 2;
  await withOrg(
    scriptedOrg(
      org((asked, response) => {
        if (asked.method !== 'PUT' || cuts === 0) return false;
        cuts -= 1;
        response.socket?.resetAndDestroy();
        return true;
      }),
      () => cuts > 0,
    ),
    async (scripted) => {
      const job = await run(scripted, spooled(50_000));
      assert.deepEqual([job.id, job.processed], ['7503', 50_000]);
      assert.deepEqual(steps(scripted).slice(0, 6), [
        ...['POST ', 'PUT /7501/batches', 'PATCH /7501 {"state":"Aborted"}'],
        ...['POST ', 'PUT /7502/batches', 'PATCH /7502 {"state":"Aborted"}'],
      ]);
    },
  );
});

test('an upload answered with 503 is not trusted either, even when its rows arrived', async () => {
  let answers = 1;
  await withOrg(
    scriptedOrg(
      org((asked, response) => {
        if (asked.method !== 'PUT' || answers === 0) return false;
        answers -= 1;
        json(response, [{ errorCode: 'SERVER_UNAVAILABLE', message: 'busy' }], 503);
        return true;
      }),
    ),
    async (scripted) => {
      const job = await run(scripted, spooled(2));
      assert.deepEqual([job.id, job.processed], ['7502', 2]);
      assert.ok(steps(scripted).includes('PATCH /7501 {"state":"Aborted"}'));
    },
  );
});

test('an upload that never succeeds is given up after four jobs, all aborted', async () => {
  await withOrg(
    scriptedOrg(
      org((asked, response) => {
        if (asked.method !== 'PUT') return false;
        response.socket?.resetAndDestroy();
        return true;
      }),
      () => true,
    ),
    async (scripted) => {
      await assert.rejects(run(scripted, spooled(2)), (error: unknown) =>
        /ECONNRESET|EPIPE/.test(String((error as { code?: string }).code)),
      );
      assert.equal(steps(scripted).filter((step) => step.includes('Aborted')).length, 4);
    },
  );
});

test('a proxy that takes not even one row is named', async () => {
  await withOrg(
    scriptedOrg(
      org((asked, response) => {
        if (asked.method !== 'PUT') return false;
        response.writeHead(413, { 'content-type': 'text/html' }).end('<h1>Too large</h1>');
        return true;
      }),
    ),
    (scripted) =>
      assert.rejects(
        run(scripted, spooled(1)),
        (error: unknown) => error instanceof CommandFailure && error.code === 'JOB_TOO_LARGE' && error.exitCode === 3,
      ),
  );
});

test('when the answer to closing the upload is lost, the state of the job decides and rows are not sent again', async () => {
  let isLost = false;
  await withOrg(
    scriptedOrg(
      org((asked, response, job) => {
        if (asked.method !== 'PATCH' || isLost) return false;
        isLost = true;
        job.state = 'JobComplete';
        job.numberRecordsProcessed = job.rows;
        response.socket?.destroy();
        return true;
      }),
    ),
    async (scripted) => {
      const job = await run(scripted, spooled(2));
      assert.equal(job.processed, 2);
      assert.equal(steps(scripted).filter((step) => step.startsWith('PUT')).length, 1);
    },
  );
});

test('a job that processed another number of rows than were sent is an error', async () => {
  await withOrg(
    scriptedOrg(
      org((asked, _response, job) => {
        if (asked.method === 'GET') job.numberRecordsProcessed = 1;
        return false;
      }),
    ),
    (scripted) => assert.rejects(run(scripted, spooled(2)), /processed 1 rows although 2 were sent/),
  );
});

test('failed rows are fetched until there are as many as the job tells, and never fewer are believed', async () => {
  let fetches = 0;
  const failed = '"sf__Id","sf__Error","External_Id__c"\n"","A:b:--","key-0"\n"","A:b:--","key-1"\n';
  const script = (complete: number): Script =>
    org((asked, response, job) => {
      job.numberRecordsFailed = 2;
      if (!asked.path.endsWith('/failedResults')) return false;
      fetches += 1;
      if (fetches === 1) {
        response
          .writeHead(200, { 'content-type': 'text/csv', 'content-length': String(failed.length) })
          .write(failed.slice(0, 60), () => response.destroy());
      } else csv(response, fetches < complete ? failed.slice(0, failed.indexOf('"","A:b:--","key-1"')) : failed);
      return true;
    });
  await withOrg(scriptedOrg(script(3)), async (scripted) => {
    const job = await run(scripted, spooled(2));
    assert.equal(fetches, 3);
    assert.equal(readFileSync(job.failedRows, 'utf8'), failed);
  });
  fetches = 0;
  await withOrg(scriptedOrg(script(99)), (scripted) =>
    assert.rejects(run(scripted, spooled(2)), /tells of 2 rows but its result file holds 1/),
  );
});

test('a job that fails for a lasting reason is told with its message', async () => {
  await withOrg(
    scriptedOrg(
      org((asked, response, job) => {
        if (asked.method !== 'GET' || asked.path.endsWith('/failedResults')) return false;
        json(response, { ...job, state: 'Failed', numberRecordsProcessed: 0, errorMessage: 'InvalidBatch : Field name not found : X' });
        return true;
      }),
    ),
    async (scripted) => {
      const memory = new PassingMemory();
      await assert.rejects(run(scripted, spooled(2), memory), /ended as Failed after 0 of 2 rows: InvalidBatch : Field name not found : X/);
      assert.equal(memory.job('job'), undefined, 'once corrected, the rows are sent anew');
    },
  );
});
