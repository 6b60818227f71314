// One Bulk API 2.0 ingest job from its file to its counted results; nothing is sent twice and nothing is believed unseen.
import { rm } from 'node:fs/promises';
import { ApiError } from '../../platform/api-error.ts';
import type { BulkState } from '../../platform/bulk-job.ts';
import { orgFailure } from '../plan/import-failure.ts';
import { isPassing } from './org-failures.ts';
import type { OrgSession } from './org-session.ts';
import type { SpooledJob } from './job-spool.ts';
import { fetchFailedRows } from './job-results.ts';

export interface JobTarget {
  readonly object: string;
  readonly externalIdFieldName: string;
}

/** A job that the org has finished with. */
export interface FinishedJob {
  readonly id: string;
  readonly state: 'JobComplete' | 'Failed' | 'Aborted';
  readonly processed: number;
  readonly failed: number;
  readonly errorMessage: string;
  /** Path of the failed results on disk; whoever reads them removes the file. */
  readonly failedRows: string;
}

/** How time passes: `wait` resolves after that many milliseconds. */
export interface Pace {
  readonly wait: (milliseconds: number) => Promise<void>;
}

interface JobInfo {
  readonly id: string;
  readonly state: BulkState;
  readonly numberRecordsProcessed?: number;
  readonly numberRecordsFailed?: number;
  readonly errorMessage?: string;
}

const UPLOADS = 4;
const FIRST_POLL_MILLISECONDS = 40;
const SLOWEST_POLL_MILLISECONDS = 5_000;
const LONGEST_OUTAGE_POLLS = 24;

/**
 * Uploads the file, waits for the org and fetches the failed rows to disk.
 * An upload that broke off leaves its job aborted and starts a new one, because nobody can know how much of it arrived. The job's file
 * is removed when its results are here. A job is never deleted: the org goes on with it, whatever we do.
 */
export async function runIngestJob(session: OrgSession, target: JobTarget, spooled: SpooledJob, pace: Pace): Promise<FinishedJob> {
  const id = await upload(session, target, spooled, pace);
  await finishUpload(session, id, pace);
  const info = await outcome(session, id, pace);
  const processed = info.numberRecordsProcessed ?? 0;
  const failed = info.numberRecordsFailed ?? 0;
  const state = info.state === 'JobComplete' || info.state === 'Failed' ? info.state : 'Aborted';
  if (state === 'JobComplete' && processed !== spooled.rows) {
    const message = `Job ${id} processed ${processed} rows although ${spooled.rows} were sent.`;
    throw orgFailure('ROWS_UNACCOUNTED', message, 'Run the command again; rows that arrived are recognised and not doubled.');
  }
  const path = spooled.path.replace(/\.csv$/, '-failed.csv');
  const failedRows = await fetchFailedRows(session, id, path, state === 'JobComplete' ? failed : undefined, pace);
  await rm(spooled.path, { force: true });
  return { id, state, processed, failed, errorMessage: info.errorMessage ?? '', failedRows };
}

async function upload(session: OrgSession, target: JobTarget, spooled: SpooledJob, pace: Pace): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const id = await openJob(session, target, pace);
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
      if (error instanceof ApiError && error.status === 413) {
        throw orgFailure(
          'JOB_TOO_LARGE',
          `The org (or a proxy before it) takes no job of ${spooled.bytes} bytes.`,
          'Ask who runs the network about its upload limit.',
          error,
        );
      }
      if (!isPassing(error) || attempt === UPLOADS) throw error;
      await pace.wait(1_000 * 2 ** (attempt - 1));
    }
  }
}

async function openJob(session: OrgSession, target: JobTarget, pace: Pace): Promise<string> {
  const body = { ...target, operation: 'upsert', contentType: 'CSV', lineEnding: 'LF', columnDelimiter: 'COMMA' };
  // an answer that was lost leaves an empty job behind, which the org closes by itself
  const info = await repeated(() => session.json('POST', '/jobs/ingest', body), pace);
  return jobInfo(info).id;
}

/** Closes the upload. When the answer was lost, the job's state tells whether it arrived. */
async function finishUpload(session: OrgSession, id: string, pace: Pace): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.json('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
      return;
    } catch (error) {
      if (!isPassing(error) || attempt === UPLOADS) throw error;
      await pace.wait(1_000 * 2 ** (attempt - 1));
      const { state } = jobInfo(await repeated(() => session.json('GET', `/jobs/ingest/${id}`), pace));
      if (state !== 'Open') return;
    }
  }
}

/** Waits until the org has finished, however long it takes; an outage of two minutes on end is given up. */
async function outcome(session: OrgSession, id: string, pace: Pace): Promise<JobInfo> {
  let delay = FIRST_POLL_MILLISECONDS;
  for (let outages = 0; ;) {
    try {
      const info = jobInfo(await session.json('GET', `/jobs/ingest/${id}`));
      if (info.state === 'JobComplete' || info.state === 'Failed' || info.state === 'Aborted') return info;
      outages = 0;
    } catch (error) {
      outages += 1;
      if (!isPassing(error) || outages > LONGEST_OUTAGE_POLLS) throw error;
    }
    await pace.wait(outages > 0 ? SLOWEST_POLL_MILLISECONDS : delay);
    delay = Math.min(delay * 1.5, SLOWEST_POLL_MILLISECONDS);
  }
}

async function abort(session: OrgSession, id: string): Promise<void> {
  try {
    await session.json('PATCH', `/jobs/ingest/${id}`, { state: 'Aborted' });
  } catch (error) {
    // an Open job that cannot be reached processes nothing; any other refusal is worth more than the upload's error
    if (!isPassing(error)) throw error;
  }
}

async function repeated<Answer>(work: () => Promise<Answer>, pace: Pace): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isPassing(error) || attempt === UPLOADS) throw error;
      await pace.wait(1_000 * 2 ** (attempt - 1));
    }
  }
}

function jobInfo(answer: unknown): JobInfo {
  const { id, state } = (answer ?? {}) as Partial<JobInfo>;
  if (typeof id !== 'string' || typeof state !== 'string') throw new ApiError(502, 'NOT_A_JOB', 'the answer does not describe a bulk job');
  return answer as JobInfo;
}
