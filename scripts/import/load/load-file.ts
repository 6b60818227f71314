// The load itself: rows from the transformation are matched, spooled, sent and accounted for, one batch after another.
import { mkdirSync } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { dayNumber } from '../../platform/civil-date.ts';
import type { RunJournal } from '../journal/run-journal.ts';
import type { ImportOutcome, Notice, RejectSink, RunIdentity } from '../plan/import-outcome.ts';
import type { Provenance } from '../plan/import-plan.ts';
import { columnOf } from '../source/inspection.ts';
import type { SourceInspection } from '../source/inspection.ts';
import type { TransformedBatch } from '../transform/batch.ts';
import { accountColumns, contractColumns } from '../transform/load-columns.ts';
import type { TransformSettings } from '../transform/settings.ts';
import { AccountReview } from './account-review.ts';
import { ClaimRows } from './claim-rows.ts';
import { completeRun, failRun, startRun, writeRun } from './import-run.ts';
import type { RunSummary } from './import-run.ts';
import { PassingMemory } from './job-memory.ts';
import { Meanwhile } from './meanwhile.ts';
import { fileNotices, reviewNotices } from './load-notices.ts';
import { resembling } from './lookalikes.ts';
import { LoadInterrupted } from './load-context.ts';
import type { LoadContext } from './load-context.ts';
import { keepOldRows } from './old-values.ts';
import { hashKey } from './org-content.ts';
import { diskFailure } from '../../org-connection/org-failures.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import { prepareLoad } from './prepare-load.ts';
import type { Prepared } from './prepare-load.ts';
import { createProviders, removeUnusedProviders } from './providers.ts';
import { RowLog } from './row-log.ts';
import { RowMatcher } from './row-matcher.ts';
import type { MatchedBatch, SentRows } from './row-matcher.ts';
import { RowTable } from './row-table.ts';
import { requireBalance, RunTally } from './run-tally.ts';
import { Sender } from './sender.ts';
import { settleTyped } from './settle-typed.ts';
import { TypedContracts } from './typed-contracts.ts';
import { Winners } from './winners.ts';

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
  const prepared = await prepareLoad(context, run).catch(async (error: unknown) => {
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

async function transfer(context: LoadContext, run: RunIdentity, prepared: Prepared, workFolder: string): Promise<ImportOutcome> {
  const { plan, inspection, org, progress, journal } = context;
  const { content, settings, startedAt } = prepared;
  const tally = new RunTally();
  const review = new AccountReview();
  const rejects: RejectSink = {
    add(reject) {
      tally.reject(reject);
      context.rejects.add(reject);
      review.note(reject);
    },
  };
  const rows = new ClaimRows(contractColumns(inspection), settings.sourceName);
  const log = new RowLog(join(workFolder, 'rows'));
  const sent: SentRows = { table: new RowTable(inspection.rows, log), log };
  const claims = { table: new RowTable(), log: new RowLog(join(workFolder, 'claim-rows')), rows };
  const isLoad = plan.command === 'load' && org !== undefined && content !== undefined;
  const sender = isLoad
    ? makeSender(context, org.session, { content, tally, rejects, sent, claims, workFolder, later: prepared.later })
    : undefined;
  const finishedAt = (): Date => new Date(Math.max(context.now().getTime(), startedAt.getTime()));
  const summary = (notices: readonly Notice[]): RunSummary => ({
    rows: tally.counts(),
    accountsCreated: tally.accountsCreated,
    rejectedBecause: tally.rejected,
    notices,
    rejectsFile: tally.counts().rejected > 0 ? (context.rejectsFile ?? null) : null,
  });
  try {
    const winners = columnOf(inspection, 'obtainedOn') ? await findWinners(context, settings) : undefined;
    if (isLoad) {
      journal?.write('status', 'sending');
      const timesResumed = prepared.timesResumed;
      await startRun(org.session, run, plan.provenance as Provenance, { startedAt, timesResumed }, context.pace);
      await createProviders(org.session, prepared.unknownProviders, context.pace);
    }
    const typed = new TypedContracts(prepared.unnumbered, contractColumns(inspection));
    const matcher = new RowMatcher({
      ...{ org: content, accountsMode: plan.accounts, overwrite: plan.overwrite, obtainedOn: dayNumber(settings.obtainedOn), winners },
      accountColumn: columnOf(inspection, 'kvkNumber')?.header ?? '',
      resembles: resembling(prepared.accounts.lookalikes, prepared.accounts.isNew, accountColumns(inspection)),
      ...{ language: plan.language, doubtful: prepared.accounts.doubtful, typed, sent, claims, rejects },
    });
    progress.phase('load');
    for await (const batch of context.transform(inspection, settings)) {
      const matched = matcher.match(batch);
      record(tally, batch, matched, sender !== undefined);
      for (const reject of batch.rejected) rejects.add(reject);
      await sender?.send(batch, matched);
      progress.rows(tally.read, inspection.rows);
      context.signal?.throwIfAborted();
    }
    progress.phase('finish');
    const load = sender && org && { session: org.session, pace: context.pace, journal, sender };
    await settleTyped({ typed, matcher, tally, rejects, language: plan.language, load });
    await sender?.finish();
    const counts = tally.counts();
    requireBalance(counts, inspection.rows);
    const notices = [...prepared.notices, ...fileNotices(context, tally), ...(await reviewNotices(context, review))];
    if (isLoad) {
      await keepChangedRows(context.runFolder, sent.table);
      if (counts.rejected > 0) await removeUnusedProviders(org.session, prepared.unknownProviders, context.pace);
      await completeRun(org.session, run.id, summary(notices), finishedAt(), context.pace);
    }
    return {
      ...{ run, rows: counts, notices, comparedWithOrg: content !== undefined, accountsCreated: tally.accountsCreated },
      ...{ skippedBecause: tally.skipped, keptBecause: tally.keptBecause, rejectedBecause: tally.rejected, jobs: sender?.jobs ?? [] },
    };
  } catch (error) {
    if (!isLoad) throw error;
    await sender?.abandon();
    const notices = [...prepared.notices, ...fileNotices(context, tally)];
    journal?.write('status', 'broken');
    // the org may be what failed: then the run stays Running there, and the report on disk tells the rest
    await failRun(org.session, run.id, summary(notices), finishedAt()).catch(() => undefined);
    throw new LoadInterrupted(error, tally.counts(), notices);
  } finally {
    sent.log.close();
    claims.log.close();
  }
}

/** The run had begun to write what its rows need. */
async function breakOff(session: OrgSession, journal: RunJournal, id: string, at: Date): Promise<void> {
  journal.write('status', 'broken');
  const once = { wait: () => Promise.reject(new Error('not waited for')) };
  await writeRun(session, id, once, { State__c: 'Failed', Finished_At__c: at.toISOString() }).catch(() => undefined);
}

interface Sending {
  readonly content: NonNullable<Prepared['content']>;
  readonly tally: RunTally;
  readonly rejects: RejectSink;
  readonly sent: SentRows;
  readonly claims: SentRows & { readonly rows: ClaimRows };
  readonly workFolder: string;
  readonly later: Prepared['later'];
}

const USUAL_PATIENCE = 3_600_000;

function makeSender(context: LoadContext, session: OrgSession, { content, workFolder, later, ...sending }: Sending): Sender {
  const { plan, inspection, pace, journal } = context;
  const resultsFolder = journal ? join(context.runFolder, 'results') : workFolder;
  const successesFolder = plan.successes ? join(context.runFolder, 'successes') : undefined;
  for (const folder of [resultsFolder, successesFolder]) if (folder !== undefined) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return new Sender({
    jobs: {
      ...{ session, pace, memory: journal ?? new PassingMemory(), resultsFolder, patience: context.patience ?? USUAL_PATIENCE },
      ...(successesFolder !== undefined && { successesFolder }),
    },
    folder: workFolder,
    contractColumns: contractColumns(inspection),
    accountColumns: accountColumns(inspection),
    claimColumns: sending.claims.rows.columns,
    ...(plan.jobBytes !== undefined && { jobBytes: plan.jobBytes }),
    ...(later && journal && { meanwhile: new Meanwhile({ later, memory: journal, org: content, ...sending }) }),
    results: {
      ...{ org: content, columns: inspection.columns, language: plan.language, ...sending },
      ...{ sentColumns: contractColumns(inspection), refusedAccounts: new Map() },
    },
  });
}

/** A pass of its own over a file whose rows were obtained on different days: the newest row may stand last. */
async function findWinners({ inspection, transform, signal }: LoadContext, settings: TransformSettings): Promise<Winners> {
  const winners = new Winners();
  for await (const batch of transform(inspection, settings)) {
    const keys = new Uint32Array(batch.keys.buffer, batch.keys.byteOffset, batch.keys.length * 2);
    const prints = new Uint32Array(batch.fingerprints.buffer, batch.fingerprints.byteOffset, batch.fingerprints.length * 2);
    for (let row = 0; row < batch.ends.length; row += 1) {
      const [low = 0, high = 0] = [keys[2 * row], keys[2 * row + 1]];
      winners.add(low, high, batch.obtained[row] ?? 0, batch.lines[row] ?? 0, prints[2 * row] ?? 0, prints[2 * row + 1] ?? 0);
    }
    signal?.throwIfAborted();
  }
  return winners;
}

/** Old values of contracts that are not in the file are not kept any longer. */
async function keepChangedRows(runFolder: string, table: RowTable): Promise<void> {
  const words = new Uint32Array(2);
  await keepOldRows(runFolder, (row) => {
    hashKey(row, 0, words);
    return table.find(words[0] ?? 0, words[1] ?? 0) >= 0;
  });
}

function record(tally: RunTally, batch: TransformedBatch, matched: MatchedBatch, isSent: boolean): void {
  tally.read += batch.read;
  if (!isSent) {
    tally.created += matched.created;
    tally.updated += matched.updated;
    tally.kept += matched.claims.length;
    tally.accountsCreated += matched.accounts.rows;
  }
  for (const [cause, count] of Object.entries(matched.kept)) tally.keep(cause, count);
  tally.unchanged += matched.unchanged;
  for (const [cause, count] of Object.entries(batch.skipped)) tally.skip(cause, count);
  tally.skip('duplicate', matched.repeated);
  for (const { code, count, lines } of batch.warnings) tally.warn(code, count, lines);
}

/** Jobs, row log and rejects need at most about twice the file. */
async function requireSpace(folder: string, { size, rows }: SourceInspection, free: (folder: string) => Promise<number>): Promise<void> {
  if ((await free(folder)) < size * 2 + rows * 32) throw diskFailure(undefined);
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
