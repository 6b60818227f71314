// Bulk API 1.0: `/services/async/VERSION/job`, with CSV and queries; older clients such as jsforce's `bulk` and SFDMU speak it.
import { ApiError, notImplemented } from '../../../platform/api-error.ts';
import type { Org, Session } from '../../engine/org.ts';
import type { Activity } from '../activity.ts';
import { toApiError } from '../respond.ts';
import type { ApiRequest, ApiResponse } from '../route.ts';
import { isServedVersion } from '../router.ts';
import type { SiteRoute } from '../router.ts';
import type { Sessions } from '../sessions.ts';
import { document, listDocument, readJobInfo, resultList } from './job-xml.ts';
import { oneError } from './one-error.ts';
import { batchFields, jobFields, OneJobs } from './one-job.ts';
import type { OneBatch, OneJob, OneOperation } from './one-job.ts';
import { runBatch } from './run-batch.ts';

export interface BulkOneTools {
  readonly sessions: () => Sessions;
  /** Told when batches are worked off. */
  readonly activity: Activity;
}

const OPERATIONS: readonly string[] = ['insert', 'update', 'upsert', 'delete', 'hardDelete', 'query'] satisfies readonly OneOperation[];
const JOB_MEMBERS = ['id', 'operation', 'object', 'externalIdFieldName', 'concurrencyMode', 'contentType', 'state'];
const PATH = '/services/async/:version/job';

type Handler = (request: ApiRequest, org: Org, session: Session) => ApiResponse | Promise<ApiResponse>;

/** Batches are worked off one after another, in the order in which they came. */
export function bulkOneRoutes({ sessions, activity }: BulkOneTools): readonly SiteRoute[] {
  const jobs = new OneJobs();
  let line: Promise<void> = Promise.resolve();
  const enqueue = (job: OneJob, batch: OneBatch, org: Org): void => {
    const end = activity.begin();
    line = line.then(async () => {
      if (job.state === 'Aborted') batch.state = 'Not Processed';
      else await runBatch(job, batch, org);
      end();
    });
  };
  const route = (method: SiteRoute['method'], path: string, handle: Handler): SiteRoute => ({
    ...{ method, path: PATH + path, open: true },
    handle: (request, org) => answered(request, org, sessions, handle),
  });
  const jobOf = ({ params }: ApiRequest): OneJob => jobs.job(params['job'] ?? '');
  const batchOf = ({ params }: ApiRequest): OneBatch => jobs.batch(params['job'] ?? '', params['batch'] ?? '');
  return [
    route('POST', '', async (request, org, session) => {
      const job = newJob(jobs, request, org, session, readJobInfo(await bodyText(request)));
      jobs.add(job);
      return xml(201, document('jobInfo', jobFields(job)));
    }),
    route('GET', '/:job', (request) => xml(200, document('jobInfo', jobFields(jobOf(request))))),
    route('POST', '/:job', async (request, org) => {
      const job = jobOf(request);
      const { state } = readJobInfo(await bodyText(request));
      if (state !== 'Closed' && state !== 'Aborted') throw oneError('InvalidJobState', `Invalid job state: ${state ?? ''}`);
      if (job.state !== 'Open') throw oneError('InvalidJobState', `Job is already ${job.state}`);
      Object.assign(job, { state, systemModstamp: org.now().toISOString() });
      return xml(200, document('jobInfo', jobFields(job)));
    }),
    route('POST', '/:job/batch', async (request, org) => {
      const job = jobOf(request);
      const type = String(request.headers['content-type'] ?? '');
      if (!/^text\/csv\b/i.test(type)) throw oneError('ClientInputError', `The batch is ${type}, its job takes CSV`);
      const content = (await bodyText(request)).replace(/^\u{feff}/u, '');
      if (job.state !== 'Open') throw oneError('InvalidJobState', `The job is ${job.state}, it takes no more batches`);
      const batch = newBatch(jobs, content, org);
      job.batches.push(batch);
      enqueue(job, batch, org.as(job.session));
      return xml(201, document('batchInfo', batchFields(job, batch)));
    }),
    route('GET', '/:job/batch', (request) => {
      const job = jobOf(request);
      const list = job.batches.map((batch) => batchFields(job, batch));
      return xml(200, listDocument('batchInfoList', 'batchInfo', list));
    }),
    route('GET', '/:job/batch/:batch', (request) => xml(200, document('batchInfo', batchFields(jobOf(request), batchOf(request))))),
    route('GET', '/:job/batch/:batch/request', (request) => csv(batchOf(request).content)),
    route('GET', '/:job/batch/:batch/result', (request) => {
      const batch = finished(batchOf(request));
      return jobOf(request).operation === 'query' ? xml(200, resultList([batch.resultId])) : csv(batch.result);
    }),
    route('GET', '/:job/batch/:batch/result/:result', (request) => {
      const batch = finished(batchOf(request));
      if (request.params['result'] !== batch.resultId) throw oneError('InvalidBatch', 'Unable to find the result');
      return csv(batch.result);
    }),
  ];
}

function newJob(jobs: OneJobs, request: ApiRequest, org: Org, session: Session, asked: Readonly<Record<string, string>>): OneJob {
  const { operation = '', object = '', externalIdFieldName, concurrencyMode = 'Parallel', contentType = 'XML' } = asked;
  const unknown = Object.keys(asked).find((name) => !JOB_MEMBERS.includes(name));
  if (unknown !== undefined) throw notImplemented(`${unknown} of Bulk API 1.0 jobs`);
  if (operation === 'queryAll') throw notImplemented('queryAll jobs: deleted records are not kept');
  if (!OPERATIONS.includes(operation)) throw oneError('InvalidOperation', `Unknown operation: ${operation}`);
  if (contentType !== 'CSV') throw notImplemented(`Bulk API 1.0 with contentType ${contentType}; CSV is`);
  if (/^true|chunksize/i.test(String(request.headers['sforce-enable-pkchunking'] ?? ''))) throw notImplemented('PK chunking');
  if (!org.schema.object(object)) throw oneError('InvalidEntity', `Unable to find object: ${object}`);
  if (operation === 'upsert' && !externalIdFieldName) throw oneError('InvalidJob', 'External ID field is required for upsert');
  const time = org.now().toISOString();
  return {
    ...{ id: jobs.newId('750'), operation: operation as OneOperation, object, externalIdFieldName, concurrencyMode, session },
    ...{ createdDate: time, systemModstamp: time, apiVersion: request.params['version'] ?? '', state: 'Open', batches: [] },
  };
}

function newBatch(jobs: OneJobs, content: string, org: Org): OneBatch {
  const time = org.now().toISOString();
  return {
    ...{ id: jobs.newId('751'), resultId: jobs.newId('752'), createdDate: time, systemModstamp: time, content },
    ...{ state: 'Queued', processed: 0, failed: 0, milliseconds: 0, result: '' },
  };
}

function finished(batch: OneBatch): OneBatch {
  if (batch.state === 'Completed') return batch;
  throw oneError('InvalidBatch', batch.stateMessage ?? `Batch not completed: it is ${batch.state}`);
}

/** The session stands in a header of its own; every refusal is XML. */
async function answered(request: ApiRequest, org: Org, sessions: () => Sessions, handle: Handler): Promise<ApiResponse> {
  try {
    const session = sessionOf(request, sessions());
    if (!isServedVersion(request.params['version'] ?? '')) throw oneError('InvalidJob', 'Unsupported API version');
    return await handle(request, org.as(session), session);
  } catch (error) {
    const { status, errorCode, message } =
      error instanceof ApiError
        ? error
        : toApiError(
            error,
            () => 'bulk',
            (line) => process.stderr.write(`${line}\n`),
          );
    return xml(status, document('error', { exceptionCode: errorCode, exceptionMessage: message }));
  }
}

function sessionOf({ headers }: ApiRequest, sessions: Sessions): Session {
  try {
    return sessions.find({ ...headers, authorization: `Bearer ${String(headers['x-sfdc-session'] ?? '')}` });
  } catch {
    throw oneError('InvalidSessionId', 'Unable to find session id');
  }
}

async function bodyText(request: ApiRequest): Promise<string> {
  return (await request.body()).toString('utf8');
}

function xml(status: number, text: string): ApiResponse {
  return { status, headers: { 'content-type': 'application/xml; charset=UTF-8' }, text };
}

function csv(text: string): ApiResponse {
  return { status: 200, headers: { 'content-type': 'text/csv; charset=UTF-8' }, text };
}
