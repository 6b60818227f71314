// Resources of query jobs: create, look, list, abort, fetch results page by page, delete.
import { createReadStream, openSync, closeSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { ApiError, notImplemented } from '../../../platform/api-error.ts';
import type { BulkState } from '../../../platform/bulk-job.ts';
import type { Org } from '../../engine/org.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { jobPage } from './job-page.ts';
import type { JobRegistry } from './job-registry.ts';
import { choice, invalidJobState, readCsvRequest, readMembers } from './job-request.ts';
import { POSITIONS_FILE, RESULT_FILE } from './query-files.ts';
import { FINISHED_STATES, jobTime } from './stored-job.ts';
import type { QueryJob } from './stored-job.ts';

/** Records of a page when the client does not say; the platform chooses by itself. */
const PAGE = 50_000;
const MEMBERS = ['operation', 'query', 'contentType', 'columnDelimiter', 'lineEnding', 'concurrencyMode'];

export function queryJobRoutes(jobs: JobRegistry): readonly Route[] {
  return [
    { method: 'POST', path: '/jobs/query', handle: (request, org) => create(request, org, jobs) },
    { method: 'GET', path: '/jobs/query', handle: (request) => jobPage(request, jobs.list('query')) },
    { method: 'GET', path: '/jobs/query/:id', handle: (request) => ({ status: 200, json: told(jobs.query(jobId(request)).info) }) },
    { method: 'PATCH', path: '/jobs/query/:id', handle: (request, org) => abort(request, org, jobs) },
    { method: 'DELETE', path: '/jobs/query/:id', handle: (request) => remove(request, jobs) },
    { method: 'GET', path: '/jobs/query/:id/results', handle: (request) => results(request, jobs) },
    {
      method: 'GET',
      path: '/jobs/query/:id/resultPages',
      handle: () => {
        throw notImplemented('resultPages of query jobs; use results with a locator');
      },
    },
  ];
}

function jobId(request: ApiRequest): string {
  return request.params['id'] ?? '';
}

/** The SOQL is compiled at once, so that a wrong query is refused here and not by a failed job. */
async function create(request: ApiRequest, org: Org, jobs: JobRegistry): Promise<ApiResponse> {
  const asked = readMembers(await request.json(), MEMBERS);
  const operation = choice(asked, 'operation', ['query', 'queryAll'], undefined);
  if (operation === 'queryAll') throw notImplemented('queryAll jobs: deleted records are not kept');
  const soql = asked['query'];
  if (typeof soql !== 'string' || soql.trim() === '')
    throw new ApiError(400, 'API_ERROR', `Invalid value: '' supplied for property: 'query'`);
  refuseUnsupported(soql);
  const { object } = org.queryTable(request.session, soql);
  const time = jobTime(org.now());
  const info: QueryJob = {
    id: jobs.newId(),
    operation: 'query',
    object,
    createdById: request.session.userId,
    createdDate: time,
    systemModstamp: time,
    state: 'UploadComplete',
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(request.version),
    jobType: 'V2Query',
    ...readCsvRequest(asked),
  };
  jobs.add({ kind: 'query', session: request.session, soql, info });
  jobs.enqueue(info.id, org);
  return { status: 200, json: info };
}

/** Clauses that Bulk queries do not take (Bulk API 2.0, "SOQL Considerations"), looked for outside quotes. */
function refuseUnsupported(soql: string): void {
  const bare = soql.replaceAll(/'(?:[^'\\]|\\.)*'/g, "''");
  const found = /\bGROUP\s+BY\b|\bOFFSET\b|\bTYPEOF\b|\b(?:COUNT|COUNT_DISTINCT|SUM|AVG|MIN|MAX)\s*\(/i.exec(bare)?.[0];
  if (found === undefined) return;
  const clause = found.replace('(', '').replaceAll(/\s+/g, ' ').trim().toUpperCase();
  throw new ApiError(400, 'API_ERROR', `Bulk API 2.0 queries do not support ${clause}`);
}

async function abort(request: ApiRequest, org: Org, jobs: JobRegistry): Promise<ApiResponse> {
  const state = choice<BulkState>(readMembers(await request.json(), ['state']), 'state', ['Aborted'], undefined);
  const { info } = jobs.query(jobId(request));
  if (FINISHED_STATES.includes(info.state))
    throw invalidJobState(`Aborting already ${info.state === 'JobComplete' ? 'Completed' : info.state} Job not allowed`);
  return { status: 200, json: jobs.update(info.id, { state }, org)?.info };
}

function remove(request: ApiRequest, jobs: JobRegistry): ApiResponse {
  const { info } = jobs.query(jobId(request));
  if (!FINISHED_STATES.includes(info.state))
    throw invalidJobState(`Job in state ${info.state} cannot be deleted. Abort it or wait for it to finish`);
  jobs.remove(info.id);
  return { status: 204 };
}

/** One page; `Sforce-Locator` leads to the next, the text `null` ends. */
function results(request: ApiRequest, jobs: JobRegistry): ApiResponse {
  const { info } = jobs.query(jobId(request));
  if (info.state !== 'JobComplete') throw invalidJobState(`Results are available when the job is complete. Job state: ${info.state}`);
  const total = info.numberRecordsProcessed ?? 0;
  const start = readLocator(request.query.get('locator'), total);
  const asked = request.query.get('maxRecords');
  const size = asked === null ? PAGE : Number(asked);
  if (!Number.isInteger(size) || size < 1)
    throw new ApiError(400, 'API_ERROR', `Invalid value: '${asked}' supplied for property: 'maxRecords'`);
  const end = Math.min(start + size, total);
  const path = jobs.path(info.id, RESULT_FILE);
  const [header, from, to] = positions(jobs.path(info.id, POSITIONS_FILE), [0, start, end]) as [number, number, number];
  const pieces =
    from === header
      ? [[0, to]]
      : [
          [0, header],
          [from, to],
        ];
  const stream = Readable.from(
    (async function* () {
      for (const [first, last] of pieces as [number, number][])
        yield* createReadStream(path, { start: first, end: last - 1, highWaterMark: 256 * 1024 });
    })(),
    { objectMode: false },
  );
  const headers = {
    'content-type': 'text/csv',
    'Sforce-Locator': end < total ? Buffer.from(String(end)).toString('base64url') : 'null',
    'Sforce-NumberOfRecords': String(end - start),
  };
  return { status: 200, headers, stream };
}

/** The number of the record that a page begins with. */
function readLocator(locator: string | null, total: number): number {
  if (locator === null) return 0;
  const start = Number(Buffer.from(locator, 'base64url').toString());
  if (Number.isInteger(start) && start > 0 && start < total) return start;
  throw new ApiError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
}

function positions(path: string, records: readonly number[]): number[] {
  const file = openSync(path, 'r');
  try {
    return records.map((record) => {
      const cell = new Float64Array(1);
      readSync(file, cell, 0, 8, record * 8);
      return cell[0] ?? 0;
    });
  } finally {
    closeSync(file);
  }
}

function told(info: QueryJob): QueryJob {
  return {
    ...info,
    retries: 0,
    totalProcessingTime: info.totalProcessingTime ?? 0,
    numberRecordsProcessed: info.numberRecordsProcessed ?? 0,
  };
}
