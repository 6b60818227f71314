// Single requests about an ingest job: open, close, watch, abort.
import { ApiError } from '../../platform/api-error.ts';
import type { BulkState } from '../../platform/bulk-job.ts';
import { orgFailure } from '../plan/import-failure.ts';
import { isPassing } from '../../org-connection/org-failures.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import { repeated } from '../../org-connection/repeated.ts';
import type { Pace } from '../../org-connection/repeated.ts';

export interface JobTarget {
  readonly object: string;
  readonly operation: 'insert' | 'upsert' | 'update' | 'delete';
  /** For upserts. */
  readonly externalIdFieldName?: string;
}

export interface JobInfo {
  readonly id: string;
  readonly state: BulkState;
  readonly numberRecordsProcessed?: number;
  readonly numberRecordsFailed?: number;
  readonly errorMessage?: string;
}

interface Watching {
  readonly session: OrgSession;
  readonly pace: Pace;
}

/** Attempts at an upload, or at closing one. */
export const UPLOADS = 4;
const FIRST_POLL_MILLISECONDS = 40;
const SLOWEST_POLL_MILLISECONDS = 5_000;
const LONGEST_OUTAGE_POLLS = 24;

/** Returns the id of a new job. */
export async function openJob(session: OrgSession, target: JobTarget, pace: Pace): Promise<string> {
  const body = { ...target, contentType: 'CSV', lineEnding: 'LF', columnDelimiter: 'COMMA' };
  // an answer that was lost leaves an empty job behind, which the org closes by itself
  const info = await repeated(() => session.json('POST', '/jobs/ingest', body), pace);
  return jobInfo(info).id;
}

/** Closes the upload. When the answer was lost, the job's state tells whether it arrived. */
export async function finishUpload({ session, pace }: Watching, id: string): Promise<void> {
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

/** Waits as long as the job moves; an outage of two minutes on end, and a job that stands still for long, are given up. */
export async function outcome({ session, pace, patience }: Watching & { readonly patience: number }, id: string): Promise<JobInfo> {
  let delay = FIRST_POLL_MILLISECONDS;
  let still = 0;
  let seen = '';
  for (let outages = 0; ;) {
    try {
      const info = jobInfo(await session.json('GET', `/jobs/ingest/${id}`));
      if (info.state === 'JobComplete' || info.state === 'Failed' || info.state === 'Aborted') return info;
      outages = 0;
      const sight = `${info.state} ${info.numberRecordsProcessed ?? 0}`;
      still = sight === seen ? still : 0;
      seen = sight;
      if (still >= patience) throw orgFailure('JOB_STUCK', { job: id, state: info.state, minutes: Math.round(still / 60_000) });
    } catch (error) {
      outages += 1;
      if (!isPassing(error) || outages > LONGEST_OUTAGE_POLLS) throw error;
    }
    const pause = outages > 0 ? SLOWEST_POLL_MILLISECONDS : delay;
    await pace.wait(pause);
    still += pause;
    delay = Math.min(delay * 1.5, SLOWEST_POLL_MILLISECONDS);
  }
}

/** Ends a job whose upload broke off; an org that cannot be reached processes nothing of it. */
export async function abort(session: OrgSession, id: string): Promise<void> {
  try {
    await session.json('PATCH', `/jobs/ingest/${id}`, { state: 'Aborted' });
  } catch (error) {
    // any other refusal is worth more than the upload's error
    if (!isPassing(error)) throw error;
  }
}

/** Throws ApiError when the answer is none. */
export function jobInfo(answer: unknown): JobInfo {
  const { id, state } = (answer ?? {}) as Partial<JobInfo>;
  if (typeof id !== 'string' || typeof state !== 'string') throw new ApiError(502, 'NOT_A_JOB', 'the answer does not describe a bulk job');
  return answer as JobInfo;
}
