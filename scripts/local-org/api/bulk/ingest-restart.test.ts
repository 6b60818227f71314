import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { IngestJob } from '../../../platform/bulk-job.ts';
import { openIngestBench } from './ingest-bench.ts';
import type { IngestBench } from './ingest-bench.ts';

let bench: IngestBench;

before(async () => {
  bench = await openIngestBench();
});
after(() => bench.remove());

test('an aborted job keeps what it saved and gives back the rest', async () => {
  await bench.close();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await bench.open({ faults: { beforeChunk: async (_job, processed) => (processed === 200 ? held : undefined) } });
  const { id } = await bench.create();
  await bench.call('PUT', `/${id}/batches`, `LastName\n${'x\n'.repeat(500)}`, 'text/csv');
  await bench.call('PATCH', `/${id}`, '{"state":"UploadComplete"}');
  const state = async (): Promise<IngestJob> => (await (await bench.call('GET', `/${id}`)).json()) as IngestJob;
  while ((await state()).numberRecordsProcessed !== 200) await wait(5);
  const running = await state();
  assert.deepEqual([running.state, running.numberRecordsProcessed], ['InProgress', 200]);
  assert.equal(((await (await bench.call('PATCH', `/${id}`, '{"state":"Aborted"}')).json()) as IngestJob).state, 'Aborted');
  release();
  const job = await bench.finished(id);
  assert.deepEqual([job.state, job.numberRecordsProcessed, bench.org.calls.length], ['Aborted', 200, 1]);
  assert.equal((await bench.text(`/${id}/unprocessedrecords`)).split('\n').length - 2, 300);
});

test('a job goes on after a restart with the first chunk that was not saved', async () => {
  await bench.close();
  await bench.open({ faults: { beforeChunk: async (_job, processed) => (processed === 200 ? bench.closing.abort() : undefined) } });
  const { id } = await bench.create();
  await bench.call('PUT', `/${id}/batches`, `LastName\n${Array.from({ length: 500 }, (_, index) => `n${index}\n`).join('')}`, 'text/csv');
  await bench.call('PATCH', `/${id}`, '{"state":"UploadComplete"}');
  // what was saved is settled in the moment of closing
  while (!bench.closing.signal.aborted) await wait(5);
  const saved = bench.org.calls.flatMap((one) => one.rows).map((row) => row['LastName']);
  await bench.server.close();
  await bench.open();
  const job = await bench.finished(id);
  saved.push(...bench.org.calls.flatMap((one) => one.rows).map((row) => row['LastName']));
  assert.deepEqual(
    saved,
    Array.from({ length: 500 }, (_, index) => `n${index}`),
    'each once, in order',
  );
  assert.deepEqual([job.state, job.numberRecordsProcessed], ['JobComplete', 500]);
  assert.equal((await bench.text(`/${id}/successfulResults`)).split('\n').length, 502);
});

test('a job whose org was killed inside a chunk fails instead of saving the chunk twice', async () => {
  const done = await bench.run(`LastName\n${'x\n'.repeat(300)}`);
  await bench.close();
  const jobFile = join(bench.folder, done.id, 'job.json');
  const stored = JSON.parse(readFileSync(jobFile, 'utf8')) as { info: IngestJob };
  writeFileSync(jobFile, JSON.stringify({ ...stored, info: { ...stored.info, state: 'InProgress' } }));
  const progress = Buffer.alloc(64);
  [9, 9 + 400, 200, 0, 0, 0, 0, 200].forEach((value, index) => progress.writeDoubleLE(value, index * 8));
  writeFileSync(join(bench.folder, done.id, 'progress.bin'), progress);
  await bench.open();
  const job = await bench.finished(done.id);
  assert.equal(job.state, 'Failed');
  assert.match(job.errorMessage ?? '', /records 201 to 400 were being saved/);
  assert.equal(job.numberRecordsProcessed, 200);
  assert.equal(bench.org.calls.length, 0);
  assert.equal((await bench.text(`/${done.id}/unprocessedrecords`)).split('\n').length - 2, 100);
});
