// Sends matched rows: accounts before the contracts that need them, job after job, and reads what became of them.
import type { TransformedBatch } from '../transform/batch.ts';
import { orgFailure } from '../plan/import-failure.ts';
import { runIngestJob } from './ingest-job.ts';
import type { FinishedJob, Pace } from './ingest-job.ts';
import { JobLine } from './job-line.ts';
import { readFailedAccounts, readFailedContracts } from './job-reader.ts';
import type { ResultContext } from './job-reader.ts';
import { JobSpool } from './job-spool.ts';
import type { SpooledJob } from './job-spool.ts';
import type { OrgSession } from './org-session.ts';
import type { MatchedBatch, Stretches } from './row-matcher.ts';

export interface SenderOptions {
  readonly session: OrgSession;
  readonly pace: Pace;
  readonly folder: string;
  readonly contractColumns: readonly string[];
  readonly accountColumns: readonly string[];
  readonly jobBytes?: number;
  readonly results: ResultContext;
}

const CONTRACTS = { object: 'Competitor_Contract__c', externalIdFieldName: 'External_Id__c' };
const ACCOUNTS = { object: 'Account', externalIdFieldName: 'KvK_Number__c' };
const RETRY_ROUNDS = 3;

/** What the rows of a job become when the org takes them. */
interface Expected {
  readonly created: number;
  readonly updated: number;
}

const NONE: Expected = { created: 0, updated: 0 };

/** Takes batches until `finish`; a failure of an earlier job surfaces in the next call. */
export class Sender {
  /** Ids of the jobs that the org finished. */
  readonly jobs: string[] = [];
  readonly #options: SenderOptions;
  readonly #line = new JobLine();
  readonly #contracts: JobSpool;
  readonly #accounts: JobSpool;
  readonly #retry: JobSpool;
  #waiting = NONE;
  #locked = NONE;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#contracts = new JobSpool(options.folder, 'contracts', options.contractColumns, options.jobBytes);
    this.#accounts = new JobSpool(options.folder, 'accounts', options.accountColumns, options.jobBytes);
    this.#retry = new JobSpool(options.folder, 'retry', options.contractColumns, Number.MAX_SAFE_INTEGER);
  }

  async send(batch: TransformedBatch, matched: MatchedBatch): Promise<void> {
    this.#line.check();
    const isFull = this.#contracts.isFullFor(matched.contracts.bytes) || this.#accounts.isFullFor(matched.accounts.bytes);
    if (isFull) await this.#submit();
    write(this.#accounts, batch.accountCsv, matched.accounts);
    write(this.#contracts, batch.csv, matched.contracts);
    this.#waiting = sum(this.#waiting, matched);
  }

  /** Sends what is left, then the rows that were locked, and waits until the org has finished everything. */
  async finish(): Promise<void> {
    await this.#submit();
    await this.#line.finish();
    for (let round = 1; round <= RETRY_ROUNDS; round += 1) {
      const locked = this.#retry.take();
      if (!locked) return;
      const expected = this.#locked;
      this.#locked = NONE;
      await this.#options.pace.wait(2_000 * 2 ** (round - 1));
      await this.#sendContracts(locked, expected, round < RETRY_ROUNDS);
    }
  }

  /** Waits for the job that is under way, whatever comes of it, and drops the rest. */
  async abandon(): Promise<void> {
    await this.#line.settled();
    for (const spool of [this.#contracts, this.#accounts, this.#retry]) spool.discard();
  }

  async #submit(): Promise<void> {
    const [accounts, contracts] = [this.#accounts.take(), this.#contracts.take()];
    if (accounts) await this.#line.submit(() => this.#sendAccounts(accounts));
    const expected = this.#waiting;
    this.#waiting = NONE;
    if (contracts) await this.#line.submit(() => this.#sendContracts(contracts, expected, true));
  }

  async #sendAccounts(spooled: SpooledJob): Promise<void> {
    const { session, pace, results } = this.#options;
    const job = await runIngestJob(session, ACCOUNTS, spooled, pace);
    this.jobs.push(job.id);
    requireComplete(job, spooled);
    const failed = await readFailedAccounts(job.failedRows, results);
    results.tally.accountsCreated += job.processed - failed;
  }

  /** Rows count as created or updated only when their job has completed; the failed ones are taken off again. */
  async #sendContracts(spooled: SpooledJob, expected: Expected, isRetried: boolean): Promise<void> {
    const { session, pace, results } = this.#options;
    const job = await runIngestJob(session, CONTRACTS, spooled, pace);
    this.jobs.push(job.id);
    requireComplete(job, spooled);
    results.tally.created += expected.created;
    results.tally.updated += expected.updated;
    await readFailedContracts(job.failedRows, results, isRetried ? (line, isNew) => this.#keepLocked(line, isNew) : undefined);
  }

  #keepLocked(line: Uint8Array, isNew: boolean): void {
    this.#retry.write(line, 1);
    this.#locked = sum(this.#locked, { created: isNew ? 1 : 0, updated: isNew ? 0 : 1 });
  }
}

function sum(one: Expected, other: Expected): Expected {
  return { created: one.created + other.created, updated: one.updated + other.updated };
}

function write(spool: JobSpool, csv: Uint8Array, { bounds, rows }: Stretches): void {
  for (let at = 0; at < bounds.length; at += 2) spool.write(csv.subarray(bounds[at], bounds[at + 1]), at === 0 ? rows : 0);
}

/** A job that did not complete leaves rows that the org never looked at. */
function requireComplete({ id, state, processed, errorMessage }: FinishedJob, { rows }: SpooledJob): void {
  if (state === 'JobComplete') return;
  const message = `Job ${id} ended as ${state} after ${processed} of ${rows} rows${errorMessage === '' ? '' : `: ${errorMessage}`}.`;
  throw orgFailure(
    'JOB_FAILED',
    message,
    'Correct what the message names and run the command again; rows that arrived are recognised and not doubled.',
  );
}
