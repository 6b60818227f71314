// Jobs that an earlier process left at the org: those that it has whole are waited for, those that it has in part are dropped.
import type { RunJournal } from '../journal/run-journal.ts';
import type { JobContext } from './ingest-job.ts';
import { settledJob } from './ingest-job.ts';

/** Afterwards no job of the run is at work. Jobs that never were whole are forgotten. */
export async function settleJobs(context: JobContext, journal: RunJournal): Promise<void> {
  for (const [name, job] of journal.jobs()) {
    if (job.state !== 'opened' && job.state !== 'closed') continue;
    const info = await settledJob(context, job);
    if (info === undefined) journal.forgetJob(name);
    else journal.keepJob(name, { ...job, state: 'finished', ...info });
  }
}
