import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import jsforce from 'jsforce';
import type { IngestJob } from '../../../platform/bulk-job.ts';
import { INGEST_PATH, openIngestBench, refusal, TOKEN } from './ingest-bench.ts';
import type { IngestBench } from './ingest-bench.ts';

let bench: IngestBench;

before(async () => {
  bench = await openIngestBench();
});
after(() => bench.remove());

test('jsforce upserts and gets its results, values with quotes and newlines included', async () => {
  const connection = new jsforce.Connection({ instanceUrl: bench.server.url, accessToken: TOKEN, version: '68.0' });
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
    pollTimeout: 600_000,
  })) as unknown as Record<'successfulResults' | 'failedResults' | 'unprocessedRecords', Record<string, string>[]>;
  assert.deepEqual(
    results.successfulResults.map((row) => [row['LastName'], row['sf__Created']]),
    [
      ['Jansen; "Zonen"', 'true'],
      ['De\nVries', 'true'],
    ],
  );
  assert.deepEqual(
    results.failedResults.map((row) => [row['Code__c'], row['sf__Error']]),
    [['b', 'CODE:because "so":LastName --']],
  );
  assert.deepEqual(results.unprocessedRecords, []);
});

test('a job is created with the documented members and goes from Open to JobComplete with counts', async () => {
  const { createdDate, systemModstamp, ...job } = await bench.create({ lineEnding: 'CRLF', columnDelimiter: 'SEMICOLON' });
  assert.equal(createdDate, '2026-11-22T10:00:00.000+0000');
  assert.equal(systemModstamp, createdDate);
  assert.deepEqual(job, {
    id: job.id,
    operation: 'insert',
    object: 'Contact',
    createdById: '0050L0000000001AAA',
    state: 'Open',
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: 68,
    jobType: 'V2Ingest',
    contentUrl: `services/data/v68.0/jobs/ingest/${job.id}/batches`,
    lineEnding: 'CRLF',
    columnDelimiter: 'SEMICOLON',
  });
  assert.match(job.id, /^750\w{15}$/);
  const put = await bench.call('PUT', `/${job.id}/batches/`, 'LastName;Code__c\r\nX,Y;1\r\nrefuse;2\r\n', 'text/csv; charset=UTF-8');
  assert.deepEqual([put.status, await put.text()], [201, '']);
  const closed = (await (await bench.call('PATCH', `/${job.id}`, '{"state":"UploadComplete"}')).json()) as IngestJob;
  assert.deepEqual([closed.state, closed.contentUrl], ['UploadComplete', undefined]);
  const done = await bench.finished(job.id);
  assert.deepEqual([done.state, done.numberRecordsProcessed, done.numberRecordsFailed, done.retries], ['JobComplete', 2, 1, 0]);
  assert.match(
    await bench.text(`/${job.id}/successfulResults`),
    /^"sf__Id";"sf__Created";"LastName";"Code__c"\r\n"003\w{15}";"true";"X,Y";"1"\r\n$/,
  );
  assert.equal(
    await bench.text(`/${job.id}/failedResults/`),
    '"sf__Id";"sf__Error";"LastName";"Code__c"\r\n"";"CODE:because ""so"":LastName --";"refuse";"2"\r\n',
  );
  assert.equal(await bench.text(`/${job.id}/unprocessedRecords`), 'LastName;Code__c\r\n');
});

test('blank cells are not mentioned, #N/A is null, nothing is trimmed, columns take their canonical names', async () => {
  const before = bench.org.calls.length;
  await bench.run('lastname,CODE__C,account.kvk_number__c,Score__c\n x ,1,,#N/A\n,2,12345678,"#N/A"\n', {
    operation: 'upsert',
    externalIdFieldName: 'code__c',
  });
  assert.deepEqual(bench.org.calls.slice(before), [
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

test('records are saved in whole chunks of 200, one or two at a time, in the order of the file', async () => {
  const before = bench.org.calls.length;
  const job = await bench.run(`LastName\n${Array.from({ length: 450 }, (_, index) => `n${index}\n`).join('')}`);
  const calls = bench.org.calls.slice(before);
  // how many together depends on how fast the machine is
  const sizes = calls.map((one) => one.rows.length);
  assert.ok([[200, 250].join(), [200, 200, 50].join()].includes(sizes.join()), sizes.join());
  assert.deepEqual(
    calls.flatMap((one) => one.rows).map((row) => row['LastName']),
    Array.from({ length: 450 }, (_, index) => `n${index}`),
  );
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
    const job = await bench.run(csv, members);
    assert.deepEqual([job.state, job.errorMessage, job.numberRecordsProcessed], ['Failed', message, 0]);
    assert.equal(await bench.text(`/${job.id}/unprocessedrecords`), csv.replace('\uFEFF', ''), 'fetch itself drops the byte order mark');
  }
});

test('a broken line late in the file keeps what was saved and gives the rest back unprocessed', async () => {
  const lines = Array.from({ length: 250 }, (_, index) => `n${index},${index}\n`);
  const job = await bench.run(`LastName,Code__c\n${lines.join('')}x\n`);
  assert.equal(job.state, 'Failed');
  assert.match(job.errorMessage ?? '', /A record has 1 values where the header has 2/);
  assert.equal(job.numberRecordsProcessed, 200);
  assert.equal((await bench.text(`/${job.id}/successfulResults`)).split('\n').length, 202);
  assert.equal(await bench.text(`/${job.id}/unprocessedrecords`), `LastName,Code__c\n${lines.slice(200).join('')}x\n`);
});

test('requests that make no sense are refused in the words of the platform', async () => {
  const bodies: [Record<string, unknown>, number, string, RegExp][] = [
    [{ object: 'Nothing', operation: 'insert' }, 400, 'INVALIDJOB', /^InvalidJob : Unable to find object: Nothing$/],
    [{ object: 'Contact', operation: 'merge' }, 400, 'API_ERROR', /^Invalid value: 'merge' supplied for property: 'operation'$/],
    [{ object: 'Contact', operation: 'upsert' }, 400, 'INVALIDJOB', /External ID was blank for Contact/],
    [
      { object: 'Contact', operation: 'upsert', externalIdFieldName: 'LastName' },
      400,
      'INVALIDJOB',
      /LastName does not match an External ID for Contact/,
    ],
    [{ object: 'Contact', operation: 'insert', contentType: 'XML' }, 400, 'API_ERROR', /property: 'contentType'/],
    [{ object: 'Contact', operation: 'insert', columnDelimiter: 'SPACE' }, 400, 'API_ERROR', /property: 'columnDelimiter'/],
    [{ object: 'Contact', operation: 'insert', lineEnding: 'CR' }, 400, 'API_ERROR', /property: 'lineEnding'/],
    [{ object: 'Contact', operation: 'hardDelete' }, 400, 'FEATURENOTENABLED', /hardDelete/],
    [{ object: 'Contact', operation: 'insert', assignmentRuleId: '01Q' }, 501, 'NOT_IMPLEMENTED', /assignment rules/],
    [{ object: 'Contact', operation: 'insert', colour: 'red' }, 400, 'JSON_PARSER_ERROR', /Unrecognized field "colour"/],
  ];
  for (const [body, status, code, message] of bodies) {
    const answer = await refusal(await bench.call('POST', '', JSON.stringify(body)));
    assert.deepEqual(answer.slice(0, 2), [status, code], JSON.stringify(body));
    assert.match(answer[2], message);
  }
  assert.deepEqual((await refusal(await bench.call('GET', '/7500L0000000000XYZ'))).slice(0, 2), [404, 'NOT_FOUND']);
});

test('a job takes its data once, as CSV, and only while it is open', async () => {
  const { id } = await bench.create();
  assert.deepEqual((await refusal(await bench.call('PATCH', `/${id}`, '{"state":"UploadComplete"}'))).slice(0, 2), [
    400,
    'INVALIDJOBSTATE',
  ]);
  assert.deepEqual((await refusal(await bench.call('PUT', `/${id}/batches`, '{}'))).slice(0, 2), [415, 'UNSUPPORTED_MEDIA_TYPE']);
  assert.equal((await bench.call('PUT', `/${id}/batches`, 'LastName\nx\n', 'text/csv')).status, 201);
  const second = await refusal(await bench.call('PUT', `/${id}/batches`, 'LastName\ny\n', 'text/csv'));
  assert.deepEqual(second.slice(0, 2), [400, 'BULK_API_ERROR']);
  assert.match(second[2], /^Found multiple contents for job: <750\w{12}>/);
  assert.deepEqual((await refusal(await bench.call('DELETE', `/${id}`))).slice(0, 2), [400, 'INVALIDJOBSTATE']);
  await bench.call('PATCH', `/${id}`, '{"state":"UploadComplete"}');
  assert.deepEqual((await refusal(await bench.call('PATCH', `/${id}`, '{"state":"UploadComplete"}'))).slice(0, 2), [
    400,
    'INVALIDJOBSTATE',
  ]);
  assert.deepEqual((await refusal(await bench.call('PUT', `/${id}/batches`, 'LastName\ny\n', 'text/csv'))).slice(0, 2), [
    400,
    'INVALIDJOBSTATE',
  ]);
  await bench.finished(id);
  assert.deepEqual((await refusal(await bench.call('PATCH', `/${id}`, '{"state":"Aborted"}'))).slice(0, 2), [400, 'INVALIDJOBSTATE']);
  assert.equal((await bench.call('DELETE', `/${id}`)).status, 204);
  assert.equal((await bench.call('GET', `/${id}`)).status, 404);
  assert.equal(readdirSync(bench.folder).includes(id), false, 'its files are gone');
});

test('more than 150 MB is refused before it is read', async () => {
  const { id } = await bench.create();
  const { hostname, port } = new URL(bench.server.url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `PUT ${INGEST_PATH}/${id}/batches HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: text/csv\r\nContent-Length: 150000001\r\n\r\n`,
      );
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
  const { id } = await bench.create();
  const { hostname, port } = new URL(bench.server.url);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `PUT ${INGEST_PATH}/${id}/batches HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: text/csv\r\nContent-Length: 100\r\n\r\nLastName\nhalf`,
      );
      void (async () => {
        while (readdirSync(join(bench.folder, id)).length < 2) await wait(5);
        socket.destroy();
      })();
    });
    socket.once('close', () => resolve());
  });
  while (readdirSync(join(bench.folder, id)).length > 1) await wait(5);
  assert.equal((await bench.call('PUT', `/${id}/batches`, 'LastName\nwhole\n', 'text/csv')).status, 201);
});

test('a multipart create carries its data and is closed at once', async () => {
  const form = new FormData();
  form.set('job', new Blob(['{"object":"Contact","operation":"insert"}'], { type: 'application/json' }));
  form.set('content', new Blob(['LastName\nfrom multipart\n'], { type: 'text/csv' }), 'content');
  const job = (await (await bench.call('POST', '', form)).json()) as IngestJob;
  assert.equal(job.state, 'UploadComplete');
  assert.equal((await bench.finished(job.id)).numberRecordsProcessed, 1);
  form.set('content', 'x'.repeat(100_001));
  assert.equal((await bench.call('POST', '', form)).status, 400);
});

test('jobs are listed', async () => {
  const list = (await (await bench.call('GET', '')).json()) as { done: boolean; records: IngestJob[]; nextRecordsUrl: string | null };
  assert.equal(list.done, true);
  assert.equal(list.nextRecordsUrl, null);
  assert.ok(list.records.length > 5);
  assert.ok(list.records.every((job) => job.jobType === 'V2Ingest'));
});
