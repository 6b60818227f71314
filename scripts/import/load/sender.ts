// Sends matched rows: accounts before the contracts that need them, claims after them, job after job, and reads what became of them.
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TransformedBatch } from '../transform/batch.ts';
import { CsvRows } from './csv-rows.ts';
import { runIngestJob } from './ingest-job.ts';
import type { FinishedJob, JobContext, JobTarget } from './ingest-job.ts';
import { JobLine } from './job-line.ts';
import { readFailedAccounts, readFailedClaims, readFailedContracts } from './job-reader.ts';
import type { ResultContext } from './job-reader.ts';
import { JOB_BYTES, JobSpool } from './job-spool.ts';
import type { SpooledJob } from './job-spool.ts';
import type { Meanwhile } from './meanwhile.ts';
import type { MatchedBatch, Stretches } from './row-matcher.ts';

export interface SenderOptions {
  readonly jobs: JobContext;
  /** Where jobs wait to be sent. */
  readonly folder: string;
  readonly contractColumns: readonly string[];
  readonly accountColumns: readonly string[];
  readonly claimColumns: readonly string[];
  readonly jobBytes?: number;
  readonly results: ResultContext;
  /** Present when the run goes on. */
  readonly meanwhile?: Meanwhile;
}

const upsert = (object: string, externalIdFieldName: string): JobTarget => ({ object, operation: 'upsert', externalIdFieldName });
const CONTRACTS = upsert('Competitor_Contract__c', 'External_Id__c');
const ACCOUNTS = upsert('Account', 'KvK_Number__c');
const CLAIMS = upsert('Contract_Claim__c', 'External_Id__c');
const RETRY_ROUNDS = 3;
/** Milliseconds that a job may stand still. */
export const USUAL_PATIENCE = 3_600_000;
/** End of the name of the files that list the KvK numbers of new accounts. */
export const CREATED_ACCOUNTS = '-kvk.txt';

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
  readonly #claims: JobSpool;
  readonly #lockedContracts: JobSpool;
  readonly #lockedClaims: JobSpool;
  #waiting = NONE;
  #locked = NONE;

  constructor(options: SenderOptions) {
    this.#options = options;
    const { folder, contractColumns, claimColumns } = options;
    this.#contracts = new JobSpool(folder, 'contracts', contractColumns, options.jobBytes);
    this.#accounts = new JobSpool(folder, 'accounts', options.accountColumns, options.jobBytes);
    this.#claims = new JobSpool(folder, 'claims', claimColumns, options.jobBytes);
    this.#lockedContracts = new JobSpool(folder, 'locked-contracts', contractColumns, Number.MAX_SAFE_INTEGER);
    this.#lockedClaims = new JobSpool(folder, 'locked-claims', claimColumns, Number.MAX_SAFE_INTEGER);
  }

  async send(batch: TransformedBatch, matched: MatchedBatch): Promise<void> {
    this.#line.check();
    const isFull = this.#contracts.isFullFor(matched.contracts.bytes) || this.#accounts.isFullFor(matched.accounts.bytes);
    if (isFull) await this.#submit();
    write(this.#accounts, batch.accountCsv, matched.accounts);
    if (matched.contracts.bytes <= (this.#options.jobBytes ?? JOB_BYTES)) write(this.#contracts, batch.csv, matched.contracts);
    else await this.#sendRows(batch, matched.contracts);
    this.addClaims(matched.claims);
    this.#waiting = sum(this.#waiting, matched);
  }

  /** Adds claims to those that are sent in the end. */
  addClaims(lines: readonly Uint8Array[]): void {
    for (const line of lines) this.#claims.write(line, 1);
  }

  /** Sends what is left, the rows that were locked, then the claims, and waits until the org has finished everything. */
  async finish(): Promise<void> {
    await this.#submit();
    await this.#line.finish();
    await this.#retry(this.#lockedContracts, (locked, isLast) => {
      const expected = this.#locked;
      this.#locked = NONE;
      return this.#sendContracts(locked, expected, !isLast);
    });
    this.addClaims((await this.#options.meanwhile?.lateClaims()) ?? []);
    const claims = this.#claims.take();
    if (claims) await this.#sendClaims(claims, true);
    await this.#retry(this.#lockedClaims, (locked, isLast) => this.#sendClaims(locked, !isLast));
  }

  /** Waits for the job that is under way, whatever comes of it, and drops the rest. */
  async abandon(): Promise<void> {
    await this.#line.settled();
    for (const spool of [this.#contracts, this.#accounts, this.#claims, this.#lockedContracts, this.#lockedClaims]) spool.discard();
  }

  /** A batch that is larger than a job, row by row. */
  async #sendRows({ csv, ends }: TransformedBatch, { bounds }: Stretches): Promise<void> {
    let row = 0;
    for (let at = 0; at < bounds.length; at += 2) {
      let from = bounds[at] ?? 0;
      while ((ends[row] ?? Infinity) <= from) row += 1;
      for (; from < (bounds[at + 1] ?? 0); row += 1) {
        const to = ends[row] ?? 0;
        if (this.#contracts.isFullFor(to - from)) await this.#submit();
        this.#contracts.write(csv.subarray(from, to), 1);
        from = to;
      }
    }
  }

  async #submit(): Promise<void> {
    const [accounts, contracts] = [this.#accounts.take(), this.#contracts.take()];
    if (accounts) await this.#line.submit(() => this.#sendAccounts(accounts));
    const expected = this.#waiting;
    this.#waiting = NONE;
    if (contracts) await this.#line.submit(() => this.#sendContracts(contracts, expected, true));
  }

  async #retry(locked: JobSpool, send: (job: SpooledJob, isLast: boolean) => Promise<void>): Promise<void> {
    for (let round = 1; round <= RETRY_ROUNDS; round += 1) {
      const job = locked.take();
      if (!job) return;
      await this.#options.jobs.pace.wait(2_000 * 2 ** (round - 1));
      await send(job, round === RETRY_ROUNDS);
    }
  }

  async #sendAccounts(whole: SpooledJob): Promise<void> {
    const spooled = (await this.#options.meanwhile?.withoutKnownAccounts(whole)) ?? whole;
    await this.#noteAccounts(spooled);
    for (const job of await this.#run(ACCOUNTS, spooled)) {
      const failed = await readFailedAccounts(job.failedRows, this.#options.results);
      this.#options.results.tally.accountsCreated += job.processed - failed;
    }
  }

  /** An account does not say which run made it, so the run does. */
  async #noteAccounts({ name, path, rows }: SpooledJob): Promise<void> {
    const numbers: string[] = [];
    let line = 0;
    const reader = new CsvRows((row) => {
      if (line > 0) numbers.push(row.text(0));
      line += 1;
    });
    if (rows > 0) for await (const piece of createReadStream(path)) reader.push(piece as Buffer);
    reader.close();
    const file = join(this.#options.jobs.resultsFolder, `${name}${CREATED_ACCOUNTS}`);
    await writeFile(file, `${numbers.join('\n')}\n`, { mode: 0o600, flush: true });
  }

  /** Rows count as created or updated only when their job has completed; the failed ones are taken off again. */
  async #sendContracts(whole: SpooledJob, expected: Expected, isRetried: boolean): Promise<void> {
    const { results, meanwhile } = this.#options;
    const { job, rows } = (await meanwhile?.withoutLaterWrites(whole)) ?? { job: whole, rows: [] };
    const jobs = await this.#run(CONTRACTS, job);
    results.tally.created += expected.created;
    results.tally.updated += expected.updated;
    meanwhile?.settle(rows);
    const keep = isRetried ? (line: Uint8Array, isNew: boolean) => this.#keepLocked(line, isNew) : undefined;
    for (const { failedRows } of jobs) await readFailedContracts(failedRows, results, keep);
  }

  async #sendClaims(spooled: SpooledJob, isRetried: boolean): Promise<void> {
    const { results } = this.#options;
    const jobs = await this.#run(CLAIMS, spooled);
    results.tally.kept += spooled.rows;
    const keep = isRetried ? (line: Uint8Array) => this.#lockedClaims.write(line, 1) : undefined;
    for (const { failedRows } of jobs) await readFailedClaims(failedRows, results, keep);
  }

  async #run(target: JobTarget, spooled: SpooledJob): Promise<readonly FinishedJob[]> {
    if (spooled.rows === 0) return [];
    const jobs = await runIngestJob(this.#options.jobs, target, spooled);
    this.jobs.push(...jobs.map(({ id }) => id));
    return jobs;
  }

  #keepLocked(line: Uint8Array, isNew: boolean): void {
    this.#lockedContracts.write(line, 1);
    this.#locked = sum(this.#locked, { created: isNew ? 1 : 0, updated: isNew ? 0 : 1 });
  }
}

function sum(one: Expected, other: Expected): Expected {
  return { created: one.created + other.created, updated: one.updated + other.updated };
}

function write(spool: JobSpool, csv: Uint8Array, { bounds, rows }: Stretches): void {
  for (let at = 0; at < bounds.length; at += 2) spool.write(csv.subarray(bounds[at], bounds[at + 1]), at === 0 ? rows : 0);
}
