// One Bulk API 2.0 ingest job from its file to its counted results; nothing is sent twice and nothing is believed unseen.
import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ApiError } from '../../platform/api-error.ts';
import { orgFailure } from '../plan/import-failure.ts';
import type { JobMemory, RememberedJob } from './job-memory.ts';
import { abort, finishUpload, jobInfo, openJob, outcome, UPLOADS } from './job-requests.ts';
import type { JobInfo, JobTarget } from './job-requests.ts';
import { fetchRows } from './job-results.ts';
import type { SpooledJob } from './job-spool.ts';
import { halves } from './job-split.ts';
import { isPassing } from '../../org-connection/org-failures.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import { repeated } from '../../org-connection/repeated.ts';
import type { Pace } from '../../org-connection/repeated.ts';

export type { JobTarget } from './job-requests.ts';

/** A job that the org has finished with. */
export interface FinishedJob {
  readonly id: string;
  /** Rows that the org looked at. */
  readonly processed: number;
  readonly failed: number;
  /** Path of the failed results on disk. They stay until the run ends, for a process that continues it. */
  readonly failedRows: string;
}

export interface JobContext {
  readonly session: OrgSession;
  readonly pace: Pace;
  readonly memory: JobMemory;
  /** Where results are kept. */
  readonly resultsFolder: string;
  /** Where to keep which record each row became; not asked for when absent. */
  readonly successesFolder?: string;
  /** Milliseconds that a job may stand still before the command gives up waiting; the org goes on with it. */
  readonly patience: number;
}

/** Times that rows which a failed job left behind are sent anew. */
const RESTS = 3;
/** Failures that come again however often the rows are sent. */
const LASTING = /InvalidBatch|ClientInputError|Field name not found|InvalidEntity|InvalidUser|FeatureNotEnabled|ObjectNotEnabled/i;

/**
 * Uploads the file, waits for the org and fetches the failed rows to disk. What the memory knows of the job is not done again: a
 * finished job is only told, one that the org has is waited for.
 * An upload that broke off leaves its job aborted and starts a new one, because nobody can know how much of it arrived. A file that is
 * too large for the org or a proxy goes in halves; rows that a failed job left behind go in a job of their own. A job is never deleted:
 * the org goes on with it, whatever we do.
 */
export async function runIngestJob(context: JobContext, target: JobTarget, spooled: SpooledJob): Promise<readonly FinishedJob[]> {
  const { memory } = context;
  const known = memory.job(spooled.name);
  if (known !== undefined && (known.rows !== spooled.rows || known.bytes !== spooled.bytes)) {
    throw orgFailure('RUN_CHANGED', { job: spooled.name, rows: spooled.rows, before: known.rows });
  }
  if (known?.state === 'split') return inHalves(context, target, spooled);
  if (known?.state === 'finished' && existsSync(failedPath(context, spooled))) {
    const told = { id: known.id, processed: known.processed, failed: known.failed, failedRows: failedPath(context, spooled) };
    return known.hasRest ? [told, ...(await withRest(context, target, spooled, told))] : [told];
  }
  let id = known && (await adopted(context, known));
  if (id === undefined) {
    try {
      id = await upload(context, target, spooled);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 413) throw error;
      if (spooled.rows < 2) throw orgFailure('JOB_TOO_LARGE', { bytes: spooled.bytes }, error);
      return inHalves(context, target, spooled);
    }
    await finishUpload(context, id);
    memory.keepJob(spooled.name, entry(id, 'closed', spooled));
  }
  return finished(context, target, spooled, id);
}

async function finished(context: JobContext, target: JobTarget, spooled: SpooledJob, id: string): Promise<readonly FinishedJob[]> {
  const { session, pace, memory } = context;
  const info = await outcome(context, id);
  const processed = info.numberRecordsProcessed ?? 0;
  const failed = info.numberRecordsFailed ?? 0;
  const isComplete = info.state === 'JobComplete';
  if (isComplete && processed !== spooled.rows) throw orgFailure('ROWS_UNACCOUNTED', { job: id, processed, rows: spooled.rows });
  if (!isComplete && (info.state === 'Aborted' || LASTING.test(info.errorMessage ?? '') || restNumber(spooled.name) >= RESTS)) {
    memory.forgetJob(spooled.name);
    const reason = info.errorMessage ? `: ${info.errorMessage}` : '';
    throw orgFailure('JOB_FAILED', { job: id, state: info.state, processed, rows: spooled.rows, reason });
  }
  const failedRows = failedPath(context, spooled);
  await fetchRows(session, { jobId: id, kind: 'failedResults', path: failedRows, expected: failed }, pace);
  if (context.successesFolder !== undefined) {
    const path = join(context.successesFolder, `${spooled.name}.csv`);
    await fetchRows(session, { jobId: id, kind: 'successfulResults', path, expected: processed - failed }, pace);
  }
  const told = { id, processed, failed, failedRows };
  memory.keepJob(spooled.name, { ...entry(id, 'finished', spooled), processed, failed, hasRest: !isComplete });
  const rest = isComplete ? [] : await withRest(context, target, spooled, told);
  await rm(spooled.path, { force: true });
  return [told, ...rest];
}

/** Sends the rows that the org says it never looked at. */
async function withRest(context: JobContext, target: JobTarget, spooled: SpooledJob, told: FinishedJob): Promise<readonly FinishedJob[]> {
  const name = `${spooled.name}-rest`;
  const path = join(dirname(spooled.path), `${name}.csv`);
  const expected = spooled.rows - told.processed;
  const rows = await fetchRows(context.session, { jobId: told.id, kind: 'unprocessedrecords', path, expected }, context.pace);
  if (rows === 0) return [];
  await context.pace.wait(2_000);
  const { size } = await stat(path);
  return runIngestJob(context, target, { name, path, rows, bytes: size });
}

async function inHalves(context: JobContext, target: JobTarget, spooled: SpooledJob): Promise<readonly FinishedJob[]> {
  const parts = await halves(spooled);
  context.memory.keepJob(spooled.name, entry('', 'split', spooled));
  await rm(spooled.path, { force: true });
  const told: FinishedJob[] = [];
  for (const part of parts) told.push(...(await runIngestJob(context, target, part)));
  return told;
}

function restNumber(name: string): number {
  return name.split('-rest').length - 1;
}

function failedPath({ resultsFolder }: JobContext, { name }: SpooledJob): string {
  return join(resultsFolder, `${name}-failed.csv`);
}

function entry(id: string, state: RememberedJob['state'], { rows, bytes }: SpooledJob): RememberedJob {
  return { id, state, rows, bytes, processed: 0, failed: 0, hasRest: false };
}

/** The id of a job of an earlier process that the org has all rows of; undefined when the rows are to be sent anew. */
async function adopted({ session, pace }: JobContext, known: RememberedJob): Promise<string | undefined> {
  let info: JobInfo;
  try {
    info = await repeated(async () => jobInfo(await session.json('GET', `/jobs/ingest/${known.id}`)), pace);
  } catch (error) {
    // jobs are kept for seven days
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
  if (info.state === 'Aborted') return undefined;
  if (info.state !== 'Open') return known.id;
  await abort(session, known.id);
  return undefined;
}

/** What became of a job of an earlier process, once the org has finished with it; undefined when it never had all rows. */
export async function settledJob(
  context: JobContext,
  known: RememberedJob,
): Promise<{ readonly processed: number; readonly failed: number } | undefined> {
  const id = await adopted(context, known);
  if (id === undefined) return undefined;
  const { numberRecordsProcessed: processed = 0, numberRecordsFailed: failed = 0 } = await outcome(context, id);
  return { processed, failed };
}

async function upload(context: JobContext, target: JobTarget, spooled: SpooledJob): Promise<string> {
  const { session, pace, memory } = context;
  for (let attempt = 1; ; attempt += 1) {
    const id = await openJob(session, target, pace);
    memory.keepJob(spooled.name, entry(id, 'opened', spooled));
    try {
      const { body } = await session.stream({
        method: 'PUT',
        path: `/jobs/ingest/${id}/batches`,
        body: { path: spooled.path, bytes: spooled.bytes, contentType: 'text/csv' },
      });
      body.resume();
      return id;
    } catch (error) {
      await abort(session, id);
      if (!isPassing(error) || attempt === UPLOADS) throw error;
      await pace.wait(1_000 * 2 ** (attempt - 1));
    }
  }
}
