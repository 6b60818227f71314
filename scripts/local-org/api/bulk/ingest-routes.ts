// Resources of ingest jobs: create, upload, close or abort, look, list, fetch results, delete.
import { existsSync } from 'node:fs';
import type { BulkState, IngestJob } from '../../../platform/bulk-job.ts';
import type { Org } from '../../engine/org.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { CONTENT_FILE } from './ingest-files.ts';
import { failedResults, successfulResults, unprocessedRecords } from './ingest-results.ts';
import { readMultipart, receiveContent, storeContent } from './ingest-upload.ts';
import { jobPage } from './job-page.ts';
import type { JobRegistry } from './job-registry.ts';
import { choice, invalidJobState, readIngestRequest, readMembers } from './job-request.ts';
import { FINISHED_STATES, jobTime } from './stored-job.ts';

export function ingestRoutes(jobs: JobRegistry): readonly Route[] {
  return [
    { method: 'POST', path: '/jobs/ingest', handle: (request, org) => create(request, org, jobs) },
    { method: 'GET', path: '/jobs/ingest', handle: (request) => jobPage(request, jobs.list('ingest')) },
    { method: 'GET', path: '/jobs/ingest/:id', handle: (request) => ({ status: 200, json: told(jobs.ingest(jobId(request)).info) }) },
    { method: 'PATCH', path: '/jobs/ingest/:id', handle: (request, org) => changeState(request, org, jobs) },
    { method: 'DELETE', path: '/jobs/ingest/:id', handle: (request) => remove(request, jobs) },
    { method: 'PUT', path: '/jobs/ingest/:id/batches', handle: (request) => upload(request, jobs) },
    {
      method: 'GET',
      path: '/jobs/ingest/:id/successfulResults',
      handle: (request) => successfulResults(jobs.ingest(jobId(request)), jobs),
    },
    { method: 'GET', path: '/jobs/ingest/:id/failedResults', handle: (request) => failedResults(jobs.ingest(jobId(request)), jobs) },
    {
      method: 'GET',
      path: '/jobs/ingest/:id/unprocessedrecords',
      handle: (request) => unprocessedRecords(jobs.ingest(jobId(request)), jobs),
    },
  ];
}

function jobId(request: ApiRequest): string {
  return request.params['id'] ?? '';
}

async function create(request: ApiRequest, org: Org, jobs: JobRegistry): Promise<ApiResponse> {
  const isMultipart = /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '');
  const parts = isMultipart ? await readMultipart(request) : undefined;
  const asked = readIngestRequest(parts ? parts.job : await request.json(), org.schema);
  const id = jobs.newId();
  const time = jobTime(org.now());
  const info: IngestJob = {
    id,
    operation: asked.operation,
    object: asked.object,
    createdById: request.session.userId,
    createdDate: time,
    systemModstamp: time,
    state: parts ? 'UploadComplete' : 'Open',
    ...(asked.externalIdFieldName === undefined ? {} : { externalIdFieldName: asked.externalIdFieldName }),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(request.version),
    jobType: 'V2Ingest',
    ...(parts ? {} : { contentUrl: `${request.base.slice(1)}/jobs/ingest/${id}/batches` }),
    lineEnding: asked.lineEnding,
    columnDelimiter: asked.columnDelimiter,
  };
  jobs.add({ kind: 'ingest', session: request.session, info });
  if (parts) {
    storeContent(id, parts.content, jobs);
    jobs.enqueue(id, org);
  }
  return { status: 200, json: info };
}

async function upload(request: ApiRequest, jobs: JobRegistry): Promise<ApiResponse> {
  await receiveContent(request, jobId(request), jobs);
  return { status: 201 };
}

async function changeState(request: ApiRequest, org: Org, jobs: JobRegistry): Promise<ApiResponse> {
  const asked = readMembers(await request.json(), ['state']);
  const state = choice<BulkState>(asked, 'state', ['UploadComplete', 'Aborted'], undefined);
  const { info } = jobs.ingest(jobId(request));
  if (state === 'UploadComplete') {
    if (info.state !== 'Open') throw invalidJobState('Closing already closed Job not allowed');
    if (jobs.uploads.has(info.id)) throw invalidJobState('The upload of the job data has not finished');
    if (!existsSync(jobs.path(info.id, CONTENT_FILE))) throw invalidJobState('No data was uploaded for the job');
  } else if (FINISHED_STATES.includes(info.state)) {
    throw invalidJobState(`Aborting already ${info.state === 'JobComplete' ? 'Completed' : info.state} Job not allowed`);
  }
  const changed = jobs.update(info.id, { state, contentUrl: undefined }, org);
  if (state === 'UploadComplete') jobs.enqueue(info.id, org);
  return { status: 200, json: changed?.info };
}

function remove(request: ApiRequest, jobs: JobRegistry): ApiResponse {
  const { info } = jobs.ingest(jobId(request));
  if (info.state === 'Open' || info.state === 'InProgress') {
    throw invalidJobState(`Job in state ${info.state} cannot be deleted. Abort it or wait for it to finish`);
  }
  jobs.remove(info.id);
  return { status: 204 };
}

/** GET tells the counts as well. */
function told(info: IngestJob): IngestJob {
  return {
    ...info,
    retries: 0,
    totalProcessingTime: info.totalProcessingTime ?? 0,
    apiActiveProcessingTime: info.apiActiveProcessingTime ?? 0,
    apexProcessingTime: 0,
    numberRecordsProcessed: info.numberRecordsProcessed ?? 0,
    numberRecordsFailed: info.numberRecordsFailed ?? 0,
  };
}
