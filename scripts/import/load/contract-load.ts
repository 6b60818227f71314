// The rows of a file of contracts: matched, spooled, sent and accounted for.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dayNumber } from '../../platform/civil-date.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { RunJournal } from '../journal/run-journal.ts';
import type { Notice, RejectSink } from '../plan/import-outcome.ts';
import { columnOf } from '../source/inspection.ts';
import type { TransformedBatch } from '../transform/batch.ts';
import { accountColumns, contractColumns } from '../transform/load-columns.ts';
import type { TransformSettings } from '../transform/settings.ts';
import { AccountReview } from './account-review.ts';
import { ClaimRows } from './claim-rows.ts';
import { PassingMemory } from './job-memory.ts';
import type { LoadContext } from './load-context.ts';
import type { LoadKind, LoadWork, RowLoad } from './load-kind.ts';
import { reviewNotices } from './load-notices.ts';
import { resembling } from './lookalikes.ts';
import type { LaterWrites } from './later-writes.ts';
import { Meanwhile } from './meanwhile.ts';
import { keepOldRows } from './old-values.ts';
import { hashKey } from './org-content.ts';
import { prepareLoad } from './prepare-load.ts';
import type { Prepared } from './prepare-load.ts';
import { createProviders, removeUnusedProviders } from './providers.ts';
import { RowLog } from './row-log.ts';
import { claimOf, RowMatcher } from './row-matcher.ts';
import type { MatchedBatch, SentRows } from './row-matcher.ts';
import { RowTable } from './row-table.ts';
import type { RunTally } from './run-tally.ts';
import { Sender, USUAL_PATIENCE } from './sender.ts';
import { settleTyped } from './settle-typed.ts';
import { TypedContracts } from './typed-contracts.ts';
import type { WaitingRow } from './typed-contracts.ts';
import { Winners } from './winners.ts';

export const loadContracts: LoadKind = async (context, run) => {
  const prepared = await prepareLoad(context, run);
  const { settings, notices, startedAt, timesResumed, content } = prepared;
  return {
    ...{ settings, notices, startedAt, timesResumed, comparedWithOrg: content !== undefined },
    async open(work) {
      const winners = columnOf(context.inspection, 'obtainedOn') ? await findWinners(context, settings) : undefined;
      return new ContractLoad(context, prepared, work, winners);
    },
  };
};

class ContractLoad implements RowLoad {
  readonly #context: LoadContext;
  readonly #prepared: Prepared;
  readonly #tally: RunTally;
  readonly #rejects: RejectSink;
  readonly #review = new AccountReview();
  readonly #sent: SentRows;
  readonly #claims: SentRows & { readonly rows: ClaimRows };
  readonly #typed: TypedContracts;
  readonly #matcher: RowMatcher;
  /** Absent in a check. */
  readonly #sender: Sender | undefined;

  constructor(context: LoadContext, prepared: Prepared, { tally, rejects, workFolder }: LoadWork, winners: Winners | undefined) {
    const { plan, inspection, org } = context;
    const { content, settings, accounts } = prepared;
    this.#context = context;
    this.#prepared = prepared;
    this.#tally = tally;
    this.#rejects = {
      add: (reject) => {
        rejects.add(reject);
        this.#review.note(reject);
      },
    };
    const log = new RowLog(join(workFolder, 'rows'));
    this.#sent = { table: new RowTable(inspection.rows, log), log };
    const rows = new ClaimRows(contractColumns(inspection), settings.sourceName);
    this.#claims = { table: new RowTable(), log: new RowLog(join(workFolder, 'claim-rows')), rows };
    const parts = { tally, rejects: this.#rejects, sent: this.#sent, claims: this.#claims };
    const isLoad = plan.command === 'load' && org !== undefined && content !== undefined;
    this.#sender = isLoad ? makeSender(context, org.session, { content, ...parts, workFolder, later: prepared.later }) : undefined;
    this.#typed = new TypedContracts(prepared.unnumbered, contractColumns(inspection));
    this.#matcher = new RowMatcher({
      ...{ org: content, accountsMode: plan.accounts, overwrite: plan.overwrite, obtainedOn: dayNumber(settings.obtainedOn), winners },
      accountColumn: columnOf(inspection, 'kvkNumber')?.header ?? '',
      resembles: resembling(accounts.lookalikes, accounts.isNew, accountColumns(inspection)),
      ...{ language: plan.language, doubtful: accounts.doubtful, typed: this.#typed },
      ...{ sent: this.#sent, claims: this.#claims, rejects: this.#rejects },
    });
  }

  get jobs(): readonly string[] {
    return this.#sender?.jobs ?? [];
  }

  async begin(): Promise<void> {
    const { org, pace } = this.#context;
    if (org) await createProviders(org.session, this.#prepared.unknownProviders, pace);
  }

  async take(batch: TransformedBatch): Promise<void> {
    const matched = this.#matcher.match(batch);
    record(this.#tally, batch, matched, this.#sender !== undefined);
    for (const reject of batch.rejected) this.#rejects.add(reject);
    await this.#sender?.send(batch, matched);
  }

  async finish(): Promise<void> {
    const { org, pace, journal, plan } = this.#context;
    const load = this.#sender && org && { session: org.session, pace, journal, sender: this.#sender };
    const parts = { typed: this.#typed, matcher: this.#matcher, tally: this.#tally, rejects: this.#rejects };
    await settleTyped({ ...parts, language: plan.language, load });
    await this.#sender?.finish();
  }

  review(): Promise<readonly Notice[]> {
    return reviewNotices(this.#context, this.#review);
  }

  async conclude(): Promise<void> {
    const { org, pace, runFolder } = this.#context;
    await keepChangedRows(runFolder, this.#sent.table);
    if (org && this.#tally.counts().rejected > 0) await removeUnusedProviders(org.session, this.#prepared.unknownProviders, pace);
  }

  async abandon(): Promise<void> {
    await this.#sender?.abandon();
  }

  close(): void {
    this.#sent.log.close();
    this.#claims.log.close();
  }
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
    ...(later && journal && { meanwhile: makeMeanwhile(context, session, { content, later, journal, ...sending }) }),
    results: {
      ...{ org: content, columns: inspection.columns, language: plan.language, ...sending },
      ...{ sentColumns: contractColumns(inspection), refusedAccounts: new Map() },
    },
  });
}

function makeMeanwhile(
  { plan, inspection, pace }: LoadContext,
  session: OrgSession,
  {
    content,
    later,
    journal,
    ...sending
  }: Omit<Sending, 'later' | 'workFolder'> & { readonly later: LaterWrites; readonly journal: RunJournal },
): Meanwhile {
  const matcher = { claim: (row: WaitingRow) => claimOf(row, { org: content, claims: sending.claims }) };
  const { tally, rejects } = sending;
  return new Meanwhile({
    ...{ later, memory: journal, org: content, typed: new TypedContracts(later.typed, contractColumns(inspection)), ...sending },
    settleTyped: (typed, addClaims) =>
      settleTyped({
        ...{ typed, matcher, tally, rejects, language: plan.language },
        load: { session, pace, journal, sender: { addClaims } },
      }),
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
