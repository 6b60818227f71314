// What is asked of an org before any load: whether there is room for it, and whether the file, or another load, is there already.
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { Notice, RunIdentity } from '../plan/import-outcome.ts';
import { earlierRun, runningRun } from './import-run.ts';
import { JOB_BYTES } from './job-spool.ts';
import type { LoadContext } from './load-context.ts';
import { requireLimits } from './pre-flight.ts';

/** Refuses a load for which the org has not enough left today; tells the rest. */
export async function askBeforeLoad(
  { plan, inspection, pace, sentence }: LoadContext,
  session: OrgSession,
  run: RunIdentity,
  startedAt: Date,
): Promise<readonly Notice[]> {
  const jobs = Math.ceil((inspection.size * 2) / (plan.jobBytes ?? JOB_BYTES));
  const notices = [...(await requireLimits(session, inspection.rows, jobs, pace, sentence))];
  const earlier = await earlierRun(session, run.sha256);
  if (earlier) notices.push({ code: 'FILE_LOADED_BEFORE', message: sentence('FILE_LOADED_BEFORE', earlier) });
  const running = plan.command === 'load' ? await runningRun(session, run.id, startedAt) : undefined;
  if (running) notices.push({ code: 'OTHER_RUN', message: sentence('OTHER_RUN', running) });
  return notices;
}
