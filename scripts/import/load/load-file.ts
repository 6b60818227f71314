// The load itself: rows from the transformation are matched, spooled, sent and accounted for, one batch after another.
import { mkdirSync } from 'node:fs';
import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportOutcome, Notice, OrgIdentity, ProgressSink, RejectSink, RowCounts, RunIdentity } from '../plan/import-outcome.ts';
import type { ImportPlan, Provenance } from '../plan/import-plan.ts';
import type { CivilDate } from '../../platform/civil-date.ts';
import { columnOf } from '../source/inspection.ts';
import type { SourceInspection } from '../source/inspection.ts';
import type { TransformedBatch } from '../transform/batch.ts';
import { fillIn } from '../source/messages.ts';
import { accountColumns, contractColumns, NEW_ACCOUNT_STAGE } from '../transform/load-columns.ts';
import { warningText } from '../transform/messages.ts';
import type { TransformSettings } from '../transform/settings.ts';
import { completeRun, earlierRun, failRun, startRun } from './import-run.ts';
import type { Pace } from './ingest-job.ts';
import { JOB_BYTES } from './job-spool.ts';
import { diskFailure } from './org-failures.ts';
import { readOrgContent } from './org-content.ts';
import type { OrgSession } from './org-session.ts';
import { requireLimits, requireObjects, requireStage, RUN_NEEDS } from './pre-flight.ts';
import { createProviders, providerNotices, resolveProviders } from './providers.ts';
import type { ResolvedProviders } from './providers.ts';
import { RowLog } from './row-log.ts';
import { RowMatcher } from './row-matcher.ts';
import type { MatchedBatch, OrgContent } from './row-matcher.ts';
import { RowTable } from './row-table.ts';
import { requireBalance, RunTally } from './run-tally.ts';
import { Sender } from './sender.ts';

/** Everything that the load needs from outside. */
export interface LoadContext {
  readonly plan: ImportPlan;
  readonly inspection: SourceInspection;
  readonly transform: (inspection: SourceInspection, settings: TransformSettings) => AsyncIterable<TransformedBatch>;
  /** Absent when a file is checked without an org. */
  readonly org?: { readonly session: OrgSession; readonly identity: OrgIdentity };
  readonly runId: string;
  /** Exists; the load keeps its working files in a folder of its own inside and removes that at the end. */
  readonly runFolder: string;
  readonly rejects: RejectSink;
  readonly progress: ProgressSink;
  readonly now: () => Date;
  readonly today: CivilDate;
  readonly pace: Pace;
  /** Sentence of a notice in the language of the plan. */
  readonly sentence: (code: string, values: Readonly<Record<string, string | number>>) => string;
  readonly jobBytes?: number;
  /** Ends the load before the next batch; its reason becomes the failure. */
  readonly signal?: AbortSignal;
  /** Bytes that are free where a folder is; the system's answer when absent. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

/** A load that ended early, with what is certain about its rows. */
export class LoadInterrupted extends Error {
  readonly rows: RowCounts;
  readonly notices: readonly Notice[];

  constructor(cause: unknown, rows: RowCounts, notices: readonly Notice[]) {
    super('The load ended early.', { cause });
    this.name = 'LoadInterrupted';
    this.rows = rows;
    this.notices = notices;
  }
}

/**
 * Checks or loads the file. Nothing is written to the org before every check has passed. Throws an import failure when nothing was
 * sent, LoadInterrupted (with the failure as cause) when something may have been.
 */
export async function loadFile(context: LoadContext): Promise<ImportOutcome> {
  const { plan, inspection, org } = context;
  const run: RunIdentity = {
    id: context.runId,
    file: plan.file,
    sha256: inspection.sha256,
    source: plan.provenance.source ?? null,
    obtainedOn: plan.provenance.obtainedOn ?? null,
    org: org?.identity.username ?? null,
  };
  const jobs = Math.ceil((inspection.size * 2) / (context.jobBytes ?? JOB_BYTES));
  await requireSpace(context.runFolder, inspection, context.freeBytes ?? freeBytes);
  const notices: Notice[] = [];
  let providers: ResolvedProviders | undefined;
  let content: OrgContent | undefined;
  if (org) {
    context.progress.phase('match');
    await requireObjects(org.session, [...RUN_NEEDS, ...columnNeeds(plan, inspection)]);
    if (plan.accounts === 'create') await requireStage(org.session, NEW_ACCOUNT_STAGE);
    notices.push(...(await requireLimits(org.session, inspection.rows, jobs)));
    const earlier = await earlierRun(org.session, run.sha256);
    if (earlier) notices.push({ code: 'FILE_LOADED_BEFORE', message: context.sentence('FILE_LOADED_BEFORE', earlier) });
    providers = await resolveProviders(org.session, inspection.providers);
    notices.push(...providerNotices(providers, context.sentence));
    content = await readOrgContent(org.session, context.pace);
  } else notices.push({ code: 'NOT_COMPARED', message: context.sentence('NOT_COMPARED', {}) });
  const settings: TransformSettings = {
    providerKeys: providers?.keys ?? new Map(inspection.providers.map(({ key }) => [key, { externalId: key, contractKey: key }])),
    sourceName: plan.provenance.source ?? '',
    obtainedOn: plan.provenance.obtainedOn ?? context.today,
    importRunExternalId: run.id,
    accountsMode: plan.accounts,
    language: plan.language,
    today: context.today,
  };
  const workFolder = join(context.runFolder, 'work');
  mkdirSync(workFolder, { mode: 0o700 });
  try {
    return await transfer(context, run, settings, { workFolder, content, providers, notices });
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

interface Prepared {
  readonly workFolder: string;
  readonly content: OrgContent | undefined;
  readonly providers: ResolvedProviders | undefined;
  readonly notices: readonly Notice[];
}

async function transfer(context: LoadContext, run: RunIdentity, settings: TransformSettings, prepared: Prepared): Promise<ImportOutcome> {
  const { plan, inspection, org, progress } = context;
  const { content, providers, workFolder } = prepared;
  const tally = new RunTally();
  const rejects: RejectSink = {
    add(reject) {
      tally.reject(reject);
      context.rejects.add(reject);
    },
  };
  const [table, log] = [new RowTable(inspection.rows), new RowLog(join(workFolder, 'rows'))];
  const matcher = new RowMatcher({
    org: content,
    accountsMode: plan.accounts,
    accountColumn: columnOf(inspection, 'kvkNumber')?.header ?? '',
    language: plan.language,
    table,
    log,
    rejects,
  });
  const isLoad = plan.command === 'load' && org !== undefined && content !== undefined;
  const recordId = isLoad ? await startRun(org.session, run, plan.provenance as Provenance, context.now()) : '';
  const sender = isLoad
    ? new Sender({
        session: org.session,
        pace: context.pace,
        folder: workFolder,
        contractColumns: contractColumns(inspection),
        accountColumns: accountColumns(inspection),
        ...(context.jobBytes !== undefined && { jobBytes: context.jobBytes }),
        results: {
          ...{ org: content, table, log, tally, rejects, columns: inspection.columns, language: plan.language },
          ...{ sentColumns: contractColumns(inspection), refusedAccounts: new Map() },
        },
      })
    : undefined;
  try {
    if (isLoad && providers) await createProviders(org.session, providers.unknown);
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
    await sender?.finish();
    const rows = tally.counts();
    requireBalance(rows, inspection.rows);
    if (isLoad) await completeRun(org.session, recordId, rows, context.now());
    const notices = [...prepared.notices, ...fileNotices(context, tally)];
    return {
      ...{ run, rows, notices, comparedWithOrg: content !== undefined },
      ...{ skippedBecause: tally.skipped, rejectedBecause: tally.rejected, jobs: sender?.jobs ?? [] },
    };
  } catch (error) {
    if (!isLoad) throw error;
    await sender?.abandon();
    // the org may be what failed: then the run stays Running there, and the report on disk tells the rest
    await failRun(org.session, recordId, tally.counts(), context.now()).catch(() => undefined);
    throw new LoadInterrupted(error, tally.counts(), [...prepared.notices, ...fileNotices(context, tally)]);
  } finally {
    log.close();
  }
}

function record(tally: RunTally, batch: TransformedBatch, matched: MatchedBatch, isSent: boolean): void {
  tally.read += batch.read;
  if (!isSent) {
    tally.created += matched.created;
    tally.updated += matched.updated;
  }
  tally.unchanged += matched.unchanged;
  for (const [cause, count] of Object.entries(batch.skipped)) tally.skip(cause, count);
  tally.skip('duplicate', matched.repeated);
  for (const { code, count, lines } of batch.warnings) tally.warn(code, count, lines);
}

function fileNotices({ plan, inspection, sentence }: LoadContext, tally: RunTally): readonly Notice[] {
  const found = inspection.notices.map(({ code, text }) => ({ code, message: text }));
  const rows = [...tally.warnings].map(([code, { count, lines }]) => ({
    code,
    message: fillIn(warningText(plan.language, code), { count }),
    count,
    lines,
  }));
  const accounts = tally.accountsCreated;
  const created =
    accounts > 0 ? [{ code: 'ACCOUNTS_CREATED', message: sentence('ACCOUNTS_CREATED', { count: accounts }), count: accounts }] : [];
  return [...found, ...rows, ...created];
}

function columnNeeds(plan: ImportPlan, inspection: SourceInspection) {
  const contracts = {
    object: 'Competitor_Contract__c',
    read: ['External_Id__c', 'Import_Fingerprint__c'],
    write: contractColumns(inspection),
  };
  return plan.accounts === 'create' ? [contracts, { object: 'Account', write: accountColumns(inspection) }] : [contracts];
}

/** Jobs, row log and rejects need at most about twice the file. */
async function requireSpace(folder: string, { size, rows }: SourceInspection, free: (folder: string) => Promise<number>): Promise<void> {
  if ((await free(folder)) < size * 2 + rows * 24) throw diskFailure(undefined);
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
