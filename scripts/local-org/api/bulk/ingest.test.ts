import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import jsforce from 'jsforce';
import type { IngestJob } from '../../../platform/bulk-job.ts';
import { recordingOrg } from './recording-org.ts';
import type { RecordingOrg } from './recording-org.ts';
import { bulkRoutes } from './routes.ts';
import type { BulkOptions } from './routes.ts';
import { serveRoutes, TOKEN } from './serve-routes.ts';
import type { RoutesServer } from './serve-routes.ts';

const BASE = '/services/data/v68.0/jobs/ingest';
let org: RecordingOrg;
let server: RoutesServer;
let closing: AbortController;
const folder = mkdtempSync(join(tmpdir(), 'bulk-test-'));

async function open(options: Partial<BulkOptions> = {}): Promise<void> {
  org = recordingOrg();
  closing = new AbortController();
  server = await serveRoutes(bulkRoutes({ folder, signal: closing.signal, ...options }), org);
}

async function close(): Promise<void> {
  closing.abort();
  await server.close();
}

before(() => open());
after(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

async function call(method: string, path: string, body?: string | FormData, type = 'application/json'): Promise<Response> {
  const headers = { authorization: `Bearer ${TOKEN}`, ...(body instanceof FormData ? {} : { 'content-type': type }) };
  return fetch(server.url + BASE + path, { method, headers, ...(body === undefined ? {} : { body }) });
}

async function create(members: Record<string, unknown> = {}): Promise<IngestJob> {
  const response = await call('POST', '', JSON.stringify({ object: 'Contact', operation: 'insert', ...members }));
  assert.equal(response.status, 200);
  return (await response.json()) as IngestJob;
}

async function finished(id: string): Promise<IngestJob> {
  for (let tries = 0; tries < 500; tries += 1) {
    const job = (await (await call('GET', `/${id}`)).json()) as IngestJob;
    if (['JobComplete', 'Failed', 'Aborted'].includes(job.state)) return job;
    await wait(5);
  }
  throw new Error('The job did not finish');
}

async function run(csv: string, members: Record<string, unknown> = {}): Promise<IngestJob> {
  const { id } = await create(members);
  assert.equal((await call('PUT', `/${id}/batches`, csv, 'text/csv')).status, 201);
  assert.equal((await call('PATCH', `/${id}`, '{"state":"UploadComplete"}')).status, 200);
  return finished(id);
}

const text = async (path: string): Promise<string> => (await call('GET', path)).text();

async function refusal(response: Response): Promise<[number, string, string]> {
  const [error] = (await response.json()) as [{ errorCode: string; message: string }];
  return [response.status, error.errorCode, error.message];
}

test('jsforce upserts and gets its results, values with quotes and newlines included', async () => {
  const connection = new jsforce.Connection({ instanceUrl: server.url, accessToken: TOKEN, version: '68.0' });
  const input = [
    { LastName: 'Jansen; "Zonen"', Code__c: 'a' },
    { LastName: 'refuse', Code__c: 'b' },
    { LastName: 'De\nVries', Code__c: 'c' },
  ];
  const results = (await connection.bulk2.loadAndWaitForResults({
    object: 'Contact',
    operation: 'upsert',
    externalIdFieldName: 'Code__c',
    input,
    pollInterval: 20,
    pollTimeout: 5_000,
  })) as unknown as Record<'successfulResults' | 'failedResults' | 'unprocessedRecords', Record<string, string>[]>;
  assert.deepEqual(
    results.successfulResults.map((row) => [row['LastName'], row['sf__Created']]),
    [['Jansen; "Zonen"', 'true'], ['De\nVries', 'true']],
  );
  assert.deepEqual(results.failedResults.map((row) => [row['Code__c'], row['sf__Error']]), [['b', 'CODE:because "so":LastName --']]);
  assert.deepEqual(results.unprocessedRecords, []);
});

test('a job is created with the documented members and goes from Open to JobComplete with counts', async () => {
  const { createdDate, systemModstamp, ...job } = await create({ lineEnding: 'CRLF', columnDelimiter: 'SEMICOLON' });
  assert.equal(createdDate, '2026-11-22T10:00:00.000+0000');
  assert.equal(systemModstamp, createdDate);
  assert.deepEqual(job, {
    id: job.id, operation: 'insert', object: 'Contact', createdById: '0050L0000000001AAA', state: 'Open', concurrencyMode: 'Parallel', contentType: 'CSV',
    apiVersion: 68, jobType: 'V2Ingest', contentUrl: `services/data/v68.0/jobs/ingest/${job.id}/batches`, lineEnding: 'CRLF', columnDelimiter: 'SEMICOLON',
  });
  assert.match(job.id, /^750\w{15}$/);
  const put = await call('PUT', `/${job.id}/batches/`, 'LastName;Code__c\r\nX,Y;1\r\nrefuse;2\r\n', 'text/csv; charset=UTF-8');
  assert.deepEqual([put.status, await put.text()], [201, '']);
  const closed = (await (await call('PATCH', `/${job.id}`, '{"state":"UploadComplete"}')).json()) as IngestJob;
  assert.deepEqual([closed.state, closed.contentUrl], ['UploadComplete', undefined]);
  const done = await finished(job.id);
  assert.deepEqual([done.state, done.numberRecordsProcessed, done.numberRecordsFailed, done.retries], ['JobComplete', 2, 1, 0]);
  assert.match(await text(`/${job.id}/successfulResults`), /^"sf__Id";"sf__Created";"LastName";"Code__c"\r\n"003\w{15}";"true";"X,Y";"1"\r\n$/);
  assert.equal(await text(`/${job.id}/failedResults/`), '"sf__Id";"sf__Error";"LastName";"Code__c"\r\n"";"CODE:because ""so"":LastName --";"refuse";"2"\r\n');
  assert.equal(await text(`/${job.id}/unprocessedRecords`), 'LastName;Code__c\r\n');
});

test('blank cells are not mentioned, #N/A is null, nothing is trimmed, columns take their canonical names', async () => {
  const before = org.calls.length;
  await run('lastname,CODE__C,account.kvk_number__c,Score__c\n x ,1,,#N/A\n,2,12345678,"#N/A"\n', { operation: 'upsert', externalIdFieldName: 'code__c' });
  assert.deepEqual(org.calls.slice(before), [
    {
      operation: 'upsert',
      object: 'Contact',
      rows: [
        { LastName: ' x ', Code__c: '1', Score__c: null },
        { Code__c: '2', 'Account.KvK_Number__c': '12345678', Score__c: null },
      ],
    },
  ]);
});

test('records are saved in whole chunks of 200, more at a time as it goes well, in the order of the file', async () => {
  const before = org.calls.length;
  const job = await run(`LastName\n${Array.from({ length: 450 }, (_, index) => `n${index}\n`).join('')}`);
  const calls = org.calls.slice(before);
  assert.deepEqual(calls.map((one) => one.rows.length), [200, 250]);
  assert.deepEqual(calls.flatMap((one) => one.rows).map((row) => row['LastName']), Array.from({ length: 450 }, (_, index) => `n${index}`));
  assert.equal(job.numberRecordsProcessed, 450);
});

test('a file that does not fit its job fails as a whole, with the reason and every record unprocessed', async () => {
  const cases: [string, string, Record<string, unknown>?][] = [
    ['Nonsense__c\nx\n', 'InvalidBatch : Field name not found : Nonsense__c'],
    ['\uFEFFLastName\nx\n', 'InvalidBatch : Field name not found : \uFEFFLastName'],
    ['LastName,\nx,y\n', 'InvalidBatch : Field name not found : '],
    ['Account.Phone\nx\n', 'InvalidBatch : Field name not found : Account.Phone'],
    ['LastName,lastname\nx,y\n', 'InvalidBatch : Duplicate field name in header : lastname'],
    ['LastName\r\nx\r\n', 'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF'],
    ['LastName\nx\n', 'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is CRLF', { lineEnding: 'CRLF' }],
    ['', 'InvalidBatch : Failed to parse CSV. The data has no header'],
    ['Id,LastName\n,x\n', 'InvalidBatch : Records to be deleted may have an Id column only', { operation: 'delete' }],
  ];
  for (const [csv, message, members] of cases) {
    const job = await run(csv, members);
    assert.deepEqual([job.state, job.errorMessage, job.numberRecordsProcessed], ['Failed', message, 0]);
    assert.equal(await text(`/${job.id}/unprocessedrecords`), csv.replace('\uFEFF', ''), 'fetch itself drops the byte order mark');
  }
});

test('a broken line late in the file keeps what was saved and gives the rest back unprocessed', async () => {
  const lines = Array.from({ length: 250 }, (_, index) => `n${index},${index}\n`);
  const job = await run(`LastName,Code__c\n${lines.join('')}x\n`);
  assert.equal(job.state, 'Failed');
  assert.match(job.errorMessage ?? '', /A record has 1 values where the header has 2/);
  assert.equal(job.numberRecordsProcessed, 200);
  assert.equal((await text(`/${job.id}/successfulResults`)).split('\n').length, 202);
  assert.equal(await text(`/${job.id}/unprocessedrecords`), `LastName,Code__c\n${lines.slice(200).join('')}x\n`);
});

test('requests that make no sense are refused in the words of the platform', async () => {
  const bodies: [Record<string, unknown>, number, string, RegExp][] = [
    [{ object: 'Nothing', operation: 'insert' }, 400, 'INVALIDJOB', /^InvalidJob : Unable to find object: Nothing$/],
    [{ object: 'Contact', operation: 'merge' }, 400, 'API_ERROR', /^Invalid value: 'merge' supplied for property: 'operation'$/],
    [{ object: 'Contact', operation: 'upsert' }, 400, 'INVALIDJOB', /External ID was blank for Contact/],
    [{ object: 'Contact', operation: 'upsert', externalIdFieldName: 'LastName' }, 400, 'INVALIDJOB', /LastName does not match an External ID for Contact/],
    [{ object: 'Contact', operation: 'insert', contentType: 'XML' }, 400, 'API_ERROR', /property: 'contentType'/],
    [{ object: 'Contact', operation: 'insert', columnDelimiter: 'SPACE' }, 400, 'API_ERROR', /property: 'columnDelimiter'/],
    [{ object: 'Contact', operation: 'insert', lineEnding: 'CR' }, 400, 'API_ERROR', /property: 'lineEnding'/],
    [{ object: 'Contact', operation: 'hardDelete' }, 400, 'FEATURENOTENABLED', /hardDelete/],
    [{ object: 'Contact', operation: 'insert', assignmentRuleId: '01Q' }, 501, 'NOT_IMPLEMENTED', /assignment rules/],
    [{ object: 'Contact', operation: 'insert', colour: 'red' }, 400, 'JSON_PARSER_ERROR', /Unrecognized field "colour"/],
  ];
  for (const [body, status, code, message] of bodies) {
    const answer = await refusal(await call('POST', '', JSON.stringify(body)));
    assert.deepEqual(answer.slice(0, 2), [status, code], JSON.stringify(body));
    assert.match(answer[2], message);
  }
  assert.deepEqual((await refusal(await call('GET', '/7500L0000000000XYZ'))).slice(0, 2), [404, 'NOT_FOUND']);
});

test('a job takes its data once, as CSV, and only while it is open', async () => {
  const { id } = await create();
  assert.deepEqual((await refusal(await call('PATCH', `/${id}`, '{"state":"UploadComplete"}'))).slice(0, 2), [400, 'INVALIDJOBSTATE']);
  assert.deepEqual((await refusal(await call('PUT', `/${id}/batches`, '{}'))).slice(0, 2), [415, 'UNSUPPORTED_MEDIA_TYPE']);
  assert.equal((await call('PUT', `/${id}/batches`, 'LastName\nx\n', 'text/csv')).status, 201);
  const second = await refusal(await call('PUT', `/${id}/batches`, 'LastName\ny\n', 'text/csv'));
  assert.deepEqual(second.slice(0, 2), [400, 'BULK_API_ERROR']);
  assert.match(second[2], /^Found multiple contents for job: <750\w{12}>/);
  assert.deepEqual((await refusal(await call('DELETE', `/${id}`))).slice(0, 2), [400, 'INVALIDJOBSTATE']);
  await call('PATCH', `/${id}`, '{"state":"UploadComplete"}');
  assert.deepEqual((await refusal(await call('PATCH', `/${id}`, '{"state":"UploadComplete"}'))).slice(0, 2), [400, 'INVALIDJOBSTATE']);
  assert.deepEqual((await refusal(await call('PUT', `/${id}/batches`, 'LastName\ny\n', 'text/csv'))).slice(0, 2), [400, 'INVALIDJOBSTATE']);
  await finished(id);
  assert.deepEqual((await refusal(await call('PATCH', `/${id}`, '{"state":"Aborted"}'))).slice(0, 2), [400, 'INVALIDJOBSTATE']);
  assert.equal((await call('DELETE', `/${id}`)).status, 204);
  assert.equal((await call('GET', `/${id}`)).status, 404);
  assert.equal(readdirSync(folder).includes(id), false, 'its files are gone');
});

test('more than 150 MB is refused before it is read', async () => {
  const { id } = await create();
  const { hostname, port } = new URL(server.url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`PUT ${BASE}/${id}/batches HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: text/csv\r\nContent-Length: 150000001\r\n\r\n`);
    });
    socket.once('data', (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.once('error', reject);
  });
  assert.match(answer, /^HTTP\/1\.1 413 /);
});

test('an upload that breaks off is as if it had not been sent', async () => {
  const { id } = await create();
  const { hostname, port } = new URL(server.url);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`PUT ${BASE}/${id}/batches HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: text/csv\r\nContent-Length: 100\r\n\r\nLastName\nhalf`);
      setTimeout(() => socket.destroy(), 20);
    });
    socket.once('close', () => resolve());
  });
  for (let tries = 0; readdirSync(join(folder, id)).length > 1 && tries < 100; tries += 1) await wait(5);
  assert.equal((await call('PUT', `/${id}/batches`, 'LastName\nwhole\n', 'text/csv')).status, 201);
});

test('a multipart create carries its data and is closed at once', async () => {
  const form = new FormData();
  form.set('job', new Blob(['{"object":"Contact","operation":"insert"}'], { type: 'application/json' }));
  form.set('content', new Blob(['LastName\nfrom multipart\n'], { type: 'text/csv' }), 'content');
  const job = (await (await call('POST', '', form)).json()) as IngestJob;
  assert.equal(job.state, 'UploadComplete');
  assert.equal((await finished(job.id)).numberRecordsProcessed, 1);
  form.set('content', 'x'.repeat(100_001));
  assert.equal((await call('POST', '', form)).status, 400);
});

test('jobs are listed', async () => {
  const list = (await (await call('GET', '')).json()) as { done: boolean; records: IngestJob[]; nextRecordsUrl: string | null };
  assert.equal(list.done, true);
  assert.equal(list.nextRecordsUrl, null);
  assert.ok(list.records.length > 5);
  assert.ok(list.records.every((job) => job.jobType === 'V2Ingest'));
});

test('an aborted job keeps what it saved and gives back the rest', async () => {
  await close();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await open({ faults: { beforeChunk: async (_job, processed) => (processed === 200 ? held : undefined) } });
  const { id } = await create();
  await call('PUT', `/${id}/batches`, `LastName\n${'x\n'.repeat(500)}`, 'text/csv');
  await call('PATCH', `/${id}`, '{"state":"UploadComplete"}');
  for (let tries = 0; org.calls.length < 1 && tries < 100; tries += 1) await wait(5);
  const running = (await (await call('GET', `/${id}`)).json()) as IngestJob;
  assert.deepEqual([running.state, running.numberRecordsProcessed], ['InProgress', 200]);
  assert.equal(((await (await call('PATCH', `/${id}`, '{"state":"Aborted"}')).json()) as IngestJob).state, 'Aborted');
  release();
  await wait(20);
  const job = await finished(id);
  assert.equal(job.state, 'Aborted');
  assert.equal((await text(`/${id}/unprocessedrecords`)).split('\n').length - 2, 500 - (job.numberRecordsProcessed ?? 0));
});

test('a job goes on after a restart with the first chunk that was not saved', async () => {
  await close();
  await open({ faults: { beforeChunk: async (_job, processed) => (processed === 200 ? closing.abort() : undefined) } });
  const { id } = await create();
  await call('PUT', `/${id}/batches`, `LastName\n${Array.from({ length: 500 }, (_, index) => `n${index}\n`).join('')}`, 'text/csv');
  await call('PATCH', `/${id}`, '{"state":"UploadComplete"}');
  for (let tries = 0; !closing.signal.aborted && tries < 200; tries += 1) await wait(5);
  await wait(20);
  const saved = org.calls.flatMap((one) => one.rows).map((row) => row['LastName']);
  await server.close();
  await open();
  const job = await finished(id);
  saved.push(...org.calls.flatMap((one) => one.rows).map((row) => row['LastName']));
  assert.deepEqual(saved, Array.from({ length: 500 }, (_, index) => `n${index}`), 'each once, in order');
  assert.deepEqual([job.state, job.numberRecordsProcessed], ['JobComplete', 500]);
  assert.equal((await text(`/${id}/successfulResults`)).split('\n').length, 502);
});

test('a job whose org was killed inside a chunk fails instead of saving the chunk twice', async () => {
  const done = await run(`LastName\n${'x\n'.repeat(300)}`);
  await close();
  const jobFile = join(folder, done.id, 'job.json');
  const stored = JSON.parse(readFileSync(jobFile, 'utf8')) as { info: IngestJob };
  writeFileSync(jobFile, JSON.stringify({ ...stored, info: { ...stored.info, state: 'InProgress' } }));
  const progress = Buffer.alloc(64);
  [9, 9 + 400, 200, 0, 0, 0, 0, 200].forEach((value, index) => progress.writeDoubleLE(value, index * 8));
  writeFileSync(join(folder, done.id, 'progress.bin'), progress);
  await open();
  const job = await finished(done.id);
  assert.equal(job.state, 'Failed');
  assert.match(job.errorMessage ?? '', /records 201 to 400 were being saved/);
  assert.equal(job.numberRecordsProcessed, 200);
  assert.equal(org.calls.length, 0);
  assert.equal((await text(`/${done.id}/unprocessedrecords`)).split('\n').length - 2, 100);
});
