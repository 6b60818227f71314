// The course of a load, whatever its file is about: rows from the transformation are handed over, one batch after another, and accounted for.
import { mkdirSync } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunJournal } from '../journal/run-journal.ts';
import type { ImportOutcome, Notice, RejectSink, RunIdentity } from '../plan/import-outcome.ts';
import type { ImportKind } from '../plan/import-plan.ts';
import type { SourceInspection } from '../source/inspection.ts';
import { loadConsent } from './consent/consent-load.ts';
import { loadContracts } from './contract-load.ts';
import { completeRun, failRun, startRun, writeRun } from './import-run.ts';
import type { RunSummary } from './import-run.ts';
import { fileNotices } from './load-notices.ts';
import { LoadInterrupted } from './load-context.ts';
import type { LoadContext } from './load-context.ts';
import type { LoadKind, PreparedLoad, RowLoad } from './load-kind.ts';
import { diskFailure } from '../../org-connection/org-failures.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import { requireBalance, RunTally } from './run-tally.ts';

const KINDS: Readonly<Record<ImportKind, LoadKind>> = { contracts: loadContracts, consent: loadConsent };

/**
 * Checks or loads the file, or goes on with a load that the journal knows. Nothing is written to the org before every check has passed.
 * Throws an import failure when nothing was sent, LoadInterrupted (with the failure as cause) when something may have been.
 */
export async function loadFile(context: LoadContext): Promise<ImportOutcome> {
  await requireSpace(context.runFolder, context.inspection, context.freeBytes ?? freeBytes);
  const run: RunIdentity = {
    id: context.runId,
    file: context.plan.file,
    sha256: context.inspection.sha256,
    source: context.plan.provenance.source ?? null,
    obtainedOn: context.plan.provenance.obtainedOn ?? null,
    org: context.org?.identity.username ?? null,
  };
  const prepared = await KINDS[context.plan.kind](context, run).catch(async (error: unknown) => {
    const { org, journal } = context;
    if (org !== undefined && journal?.status === 'sending') await breakOff(org.session, journal, run.id, context.now());
    throw error;
  });
  const workFolder = join(context.runFolder, 'work');
  mkdirSync(workFolder, { recursive: true, mode: 0o700 });
  try {
    return await transfer(context, run, prepared, workFolder);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

async function transfer(context: LoadContext, run: RunIdentity, prepared: PreparedLoad, workFolder: string): Promise<ImportOutcome> {
  const { plan, inspection, org, progress, journal } = context;
  const { settings, startedAt, timesResumed, comparedWithOrg } = prepared;
  const tally = new RunTally();
  const rejects: RejectSink = {
    add(reject) {
      tally.reject(reject);
      context.rejects.add(reject);
    },
  };
  const writesTo = plan.command === 'load' ? org?.session : undefined;
  const finishedAt = (): Date => new Date(Math.max(context.now().getTime(), startedAt.getTime()));
  const summary = (notices: readonly Notice[]): RunSummary => ({
    rows: tally.counts(),
    accountsCreated: tally.accountsCreated,
    rejectedBecause: tally.rejected,
    notices,
    rejectsFile: tally.counts().rejected > 0 ? (context.rejectsFile ?? null) : null,
  });
  let load: RowLoad | undefined;
  try {
    load = await prepared.open({ tally, rejects, workFolder });
    if (writesTo) {
      journal?.write('status', 'sending');
      await startRun(writesTo, run, plan, { startedAt, timesResumed }, context.pace);
      await load.begin();
    }
    progress.phase('load');
    for await (const batch of context.transform(inspection, settings)) {
      await load.take(batch);
      progress.rows(tally.read, inspection.rows);
      context.signal?.throwIfAborted();
    }
    progress.phase('finish');
    await load.finish();
    const counts = tally.counts();
    requireBalance(counts, inspection.rows);
    const notices = [...prepared.notices, ...fileNotices(context, tally), ...(await load.review())];
    if (writesTo) {
      await load.conclude();
      await completeRun(writesTo, run.id, summary(notices), finishedAt(), context.pace);
    }
    return {
      ...{ run, rows: counts, notices, comparedWithOrg, accountsCreated: tally.accountsCreated, jobs: load.jobs },
      ...{ skippedBecause: tally.skipped, keptBecause: tally.keptBecause, rejectedBecause: tally.rejected },
    };
  } catch (error) {
    if (writesTo === undefined) throw error;
    await load?.abandon();
    const notices = [...prepared.notices, ...fileNotices(context, tally)];
    journal?.write('status', 'broken');
    // the org may be what failed: then the run stays Running there, and the report on disk tells the rest
    await failRun(writesTo, run.id, summary(notices), finishedAt()).catch(() => undefined);
    throw new LoadInterrupted(error, tally.counts(), notices);
  } finally {
    load?.close();
  }
}

/** The run had begun to write what its rows need. */
async function breakOff(session: OrgSession, journal: RunJournal, id: string, at: Date): Promise<void> {
  journal.write('status', 'broken');
  const once = { wait: () => Promise.reject(new Error('not waited for')) };
  await writeRun(session, id, once, { State__c: 'Failed', Finished_At__c: at.toISOString() }).catch(() => undefined);
}

/** Jobs, row log and rejects need at most about twice the file. */
async function requireSpace(folder: string, { size, rows }: SourceInspection, free: (folder: string) => Promise<number>): Promise<void> {
  if ((await free(folder)) < size * 2 + rows * 32) throw diskFailure(undefined);
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
