// Bulk API 2.0 that swallows rows: it stores what was sent and answers success at once, so that only the client is measured.
import { closeSync, createReadStream, createWriteStream, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { kvkNumber } from '../data/companies.ts';
import type { ApiResponse, Route } from '../local-org/api/route.ts';
import { recordId } from '../platform/record-id.ts';

interface SinkJob {
  readonly id: string;
  readonly file: string;
  readonly asked: Readonly<Record<string, unknown>>;
  state: string;
  rows: number;
}

interface SinkOptions {
  /** Where uploads are kept, one file per job. */
  readonly folder: string;
  /** Accounts that a query for KvK numbers finds: the first n fictional companies. They have nothing but that number. */
  readonly accounts: number;
}

const NEW_LINE = 10;

function countLines(): Transform & { lines: number } {
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, at + 1)) counting.lines += 1;
      done(null, chunk);
    },
  });
  const counting = Object.assign(counter, { lines: 0 });
  return counting;
}

/** A row with every value in quotes, as orgs answer: some clients take `|` and `;` in bare values for delimiters. */
function quoted(row: string): string {
  if (!row.includes('"')) return `"${row.replaceAll(',', '","')}"`;
  return row.replaceAll(
    /("(?:[^"]|"")*"|[^,]*)(,|$)/g,
    (_, value: string, comma: string) => (value.startsWith('"') ? value : `"${value}"`) + comma,
  );
}

/** Every uploaded row again, with an id and "created" before it, as successfulResults tells. */
async function* successes(job: SinkJob): AsyncGenerator<string> {
  let rest = '';
  let line = 0;
  for await (const chunk of createReadStream(job.file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    let text = '';
    for (const row of lines)
      text += line++ === 0 ? `"sf__Id","sf__Created",${row}\n` : `"${recordId('a0C', line)}","true",${quoted(row)}\n`;
    yield text;
  }
}

function headerOf(job: SinkJob): string {
  const start = Buffer.alloc(32_768);
  const descriptor = openSync(job.file, 'r');
  const length = readSync(descriptor, start, 0, start.length, 0);
  closeSync(descriptor);
  return start.toString('utf8', 0, Math.min(length, start.indexOf(NEW_LINE)));
}

function* accountNumbers(count: number): Generator<string> {
  yield '"KvK_Number__c"\n';
  for (let from = 0; from < count; from += 1000) {
    yield Array.from({ length: Math.min(1000, count - from) }, (_, at) => `"${kvkNumber(from + at)}"\n`).join('');
  }
}

const csv = (rows: Iterable<string> | AsyncIterable<string>, count: number): ApiResponse => ({
  status: 200,
  headers: { 'content-type': 'text/csv', 'sforce-locator': 'null', 'sforce-numberofrecords': String(count) },
  stream: Readable.from(rows),
});

/** Routes that stand in for the local org's own Bulk routes. */
export function sinkRoutes(options: SinkOptions): readonly Route[] {
  const jobs = new Map<string, SinkJob>();
  const find = (id: string | undefined): SinkJob => {
    const job = jobs.get(id ?? '');
    if (!job) throw new Error(`the sink has no job ${id}`);
    return job;
  };
  const open = (asked: Record<string, unknown>, state: string): SinkJob => {
    const id = recordId('750', jobs.size + 1);
    const job: SinkJob = { id, file: path.join(options.folder, `${id}.csv`), asked, state, rows: 0 };
    jobs.set(id, job);
    return job;
  };
  const tell = ({ id, asked, state, rows }: SinkJob): ApiResponse => ({
    status: 200,
    json: {
      ...asked,
      ...{ id, state, apiVersion: 68.0, concurrencyMode: 'Parallel', contentType: 'CSV', jobType: 'V2Ingest', retries: 0 },
      ...{ createdById: recordId('005', 1), createdDate: '2026-01-01T00:00:00.000+0000', systemModstamp: '2026-01-01T00:00:00.000+0000' },
      ...{ contentUrl: `services/data/v68.0/jobs/ingest/${id}/batches`, numberRecordsProcessed: rows, numberRecordsFailed: 0 },
      ...{ totalProcessingTime: 1, apiActiveProcessingTime: 1, apexProcessingTime: 0 },
    },
  });
  return [
    {
      method: 'POST',
      path: '/jobs/ingest',
      handle: async (request) => tell(open((await request.json()) as Record<string, unknown>, 'Open')),
    },
    {
      method: 'PUT',
      path: '/jobs/ingest/:id/batches',
      async handle(request) {
        const job = find(request.params['id']);
        const counter = countLines();
        await pipeline(request.stream, counter, createWriteStream(job.file));
        job.rows = counter.lines - 1;
        return { status: 201 };
      },
    },
    {
      method: 'PATCH',
      path: '/jobs/ingest/:id',
      handle(request) {
        const job = find(request.params['id']);
        job.state = 'JobComplete';
        // an org says "done" only when it is asked again
        return tell({ ...job, state: 'UploadComplete' });
      },
    },
    { method: 'GET', path: '/jobs/ingest/:id', handle: (request) => tell(find(request.params['id'])) },
    {
      method: 'GET',
      path: '/jobs/ingest/:id/successfulResults',
      handle(request) {
        const job = find(request.params['id']);
        return csv(successes(job), job.rows);
      },
    },
    {
      method: 'GET',
      path: '/jobs/ingest/:id/failedResults',
      handle: (request) => csv([`"sf__Id","sf__Error",${headerOf(find(request.params['id']))}\n`], 0),
    },
    { method: 'GET', path: '/jobs/ingest/:id/unprocessedrecords', handle: () => csv([''], 0) },
    {
      method: 'POST',
      path: '/jobs/query',
      handle: async (request) => tell(open((await request.json()) as Record<string, unknown>, 'JobComplete')),
    },
    { method: 'GET', path: '/jobs/query/:id', handle: (request) => tell(find(request.params['id'])) },
    {
      method: 'GET',
      path: '/jobs/query/:id/results',
      handle(request) {
        const query = String(find(request.params['id']).asked['query']);
        if (query.endsWith(' FROM Account WHERE KvK_Number__c != null')) return csv(accountNumbers(options.accounts), options.accounts);
        const columns = /^SELECT (.*?) FROM/.exec(query)?.[1]?.split(', ') ?? [];
        return csv([`${columns.map((column) => `"${column}"`).join(',')}\n`], 0);
      },
    },
    { method: 'DELETE', path: '/jobs/query/:id', handle: () => ({ status: 204 }) },
    {
      method: 'GET',
      path: '/sink/uploads',
      handle: () => ({
        status: 200,
        json: [...jobs.values()]
          .filter((job) => job.asked['operation'] === 'upsert')
          .map(({ file, rows, asked }) => ({ file, rows, object: asked['object'], bytes: statSync(file).size })),
      }),
    },
  ];
}
