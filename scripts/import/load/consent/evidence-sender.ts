// Sends evidence, job after job. It is only ever inserted: what the org holds stays as it was said.
import { runIngestJob } from '../ingest-job.ts';
import type { JobContext } from '../ingest-job.ts';
import { eachFailedRow } from '../job-reader.ts';
import { JobLine } from '../job-line.ts';
import { JobSpool } from '../job-spool.ts';
import type { SpooledJob } from '../job-spool.ts';
import { isPassingRowError } from '../row-error.ts';
import type { RowError } from '../row-error.ts';
import type { SentRows } from '../row-matcher.ts';
import { EVIDENCE, EVIDENCE_COLUMNS } from './evidence-rows.ts';
import type { Place } from './said-rows.ts';

export interface EvidenceSenderOptions {
  readonly jobs: JobContext;
  readonly folder: string;
  readonly jobBytes?: number;
  /** The evidence that was sent, with the places of its rows. */
  readonly sent: SentRows;
  /** The rows of a job are in the org, but for those that `refused` names. */
  readonly taken: (rows: number) => void;
  readonly refused: (place: Place, error: RowError) => void;
}

const INSERT = { object: EVIDENCE, operation: 'insert' } as const;
const RETRY_ROUNDS = 3;

/** Takes the evidence of one row after another until `finish`; a failure of an earlier job surfaces in the next call. */
export class EvidenceSender {
  /** Ids of the jobs that the org finished. */
  readonly jobs: string[] = [];
  readonly #options: EvidenceSenderOptions;
  readonly #line = new JobLine();
  readonly #spool: JobSpool;
  readonly #locked: JobSpool;
  #rows = 0;

  constructor(options: EvidenceSenderOptions) {
    this.#options = options;
    this.#spool = new JobSpool(options.folder, 'evidence', EVIDENCE_COLUMNS, options.jobBytes);
    this.#locked = new JobSpool(options.folder, 'locked-evidence', EVIDENCE_COLUMNS, Number.MAX_SAFE_INTEGER);
  }

  /** What one row says never goes in two jobs. `isCounted`: the row counts when the org has taken it. */
  async send(lines: readonly Uint8Array[], isCounted: boolean): Promise<void> {
    this.#line.check();
    const bytes = lines.reduce((sum, { length }) => sum + length, 0);
    if (this.#spool.isFullFor(bytes)) await this.#submit();
    for (const line of lines) this.#spool.write(line, 1);
    if (isCounted) this.#rows += 1;
  }

  async finish(): Promise<void> {
    await this.#submit();
    await this.#line.finish();
    for (let round = 1; round <= RETRY_ROUNDS; round += 1) {
      const job = this.#locked.take();
      if (!job) return;
      await this.#options.jobs.pace.wait(2_000 * 2 ** (round - 1));
      await this.#carryOut(job, round < RETRY_ROUNDS);
    }
  }

  /** Waits for the job that is under way, whatever comes of it, and drops the rest. */
  async abandon(): Promise<void> {
    await this.#line.settled();
    this.#spool.discard();
    this.#locked.discard();
  }

  async #submit(): Promise<void> {
    const [job, rows] = [this.#spool.take(), this.#rows];
    this.#rows = 0;
    if (job === undefined) return;
    await this.#line.submit(async () => {
      await this.#carryOut(job, true, () => this.#options.taken(rows));
    });
  }

  /** Rows that were locked for a moment wait for another round, as long as there is one. */
  async #carryOut(spooled: SpooledJob, hasAnotherRound: boolean, done?: () => void): Promise<void> {
    const { jobs, sent, refused } = this.#options;
    const finished = await runIngestJob(jobs, INSERT, spooled);
    this.jobs.push(...finished.map(({ id }) => id));
    done?.();
    for (const { failedRows } of finished) {
      await eachFailedRow(failedRows, sent, ({ error, place, again }) => {
        if (hasAnotherRound && isPassingRowError(error)) this.#locked.write(again(), 1);
        else refused(place, error);
      });
    }
  }
}
