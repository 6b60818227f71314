// The bulk jobs of one org: kept in memory, mirrored to their folder, worked off one after another.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BulkState } from '../../../platform/bulk-job.ts';
import { ApiError } from '../../../platform/api-error.ts';
import type { Row } from '../../../platform/record.ts';
import type { SaveResult } from '../../../platform/save-result.ts';
import type { Org } from '../../engine/org.ts';
import type { Activity } from '../activity.ts';
import type { JobFolder } from './job-folder.ts';
import { openJobFolder } from './job-folder.ts';
import { failureMessage } from './job-failure.ts';
import { FINISHED_STATES, jobTime } from './stored-job.ts';
import type { StoredIngestJob, StoredJob, StoredQueryJob } from './stored-job.ts';

/** Results are kept seven days (Bulk API 2.0 limits). */
const KEPT_MILLISECONDS = 7 * 86_400_000;

/** What may be done to a job that runs, where the org was started with faults (api/local/faults.ts). */
export interface BulkFaults {
  /** Called before each chunk; a rejection fails the job with its message. */
  beforeChunk?(job: StoredJob, recordsProcessed: number): Promise<void>;
  /** What becomes of a record that is not to be saved; undefined for one that is. */
  refusal?(row: Row): SaveResult | undefined;
}

export interface BulkOptions {
  /** Folder of the jobs; a temporary one, removed on `signal` or exit, when undefined. */
  readonly folder: string | undefined;
  /** Stops the work at the next chunk; unfinished jobs go on when the folder is opened again. */
  readonly signal?: AbortSignal;
  readonly faults?: BulkFaults;
  /** Told when jobs are worked off. */
  readonly activity?: Activity;
}

/** Runs one job to its end, or until `stop` says so. */
export type JobRunner = (job: StoredJob, jobs: JobRegistry, org: Org) => Promise<void>;

export class JobRegistry {
  readonly options: BulkOptions;
  /** Jobs whose content is arriving. */
  readonly uploads = new Set<string>();
  readonly #run: JobRunner;
  readonly #temporary: string | undefined;
  readonly #folder: JobFolder;
  readonly #jobs = new Map<string, StoredJob>();
  readonly #queue: string[] = [];
  #resumed = false;
  #working = false;

  constructor(options: BulkOptions, run: JobRunner) {
    this.options = options;
    this.#run = run;
    this.#temporary = options.folder === undefined ? mkdtempSync(join(tmpdir(), 'local-org-bulk-')) : undefined;
    this.#folder = openJobFolder(options.folder ?? this.#temporary ?? '');
    for (const job of this.#folder.load()) this.#jobs.set(job.info.id, job);
    if (this.#temporary !== undefined) this.#removeInTheEnd(this.#temporary);
  }

  /** Takes up what an earlier run of the org left; the first request calls it, later ones do nothing. */
  resume(org: Org): void {
    if (this.#resumed) return;
    this.#resumed = true;
    const oldest = org.now().getTime() - KEPT_MILLISECONDS;
    for (const { info } of [...this.#jobs.values()]) {
      if (Date.parse(info.createdDate) < oldest) this.remove(info.id);
      else if (info.state === 'UploadComplete' || info.state === 'InProgress') this.enqueue(info.id, org);
    }
  }

  newId(): string {
    return this.#folder.newId();
  }

  path(id: string, file: string): string {
    return this.#folder.path(id, file);
  }

  add(job: StoredJob): void {
    this.#jobs.set(job.info.id, job);
    this.#folder.save(job);
  }

  list(kind: StoredJob['kind']): readonly StoredJob[] {
    return [...this.#jobs.values()].filter((job) => job.kind === kind);
  }

  find(id: string): StoredJob | undefined {
    return this.#jobs.get(id) ?? [...this.#jobs.values()].find((job) => job.info.id.startsWith(id) && id.length === 15);
  }

  ingest(id: string): StoredIngestJob {
    const job = this.find(id);
    if (job?.kind !== 'ingest') throw unknownJob();
    return job;
  }

  query(id: string): StoredQueryJob {
    const job = this.find(id);
    if (job?.kind !== 'query') throw unknownJob();
    return job;
  }

  /** Changes what the API tells of a job; `durable: false` leaves the file as it is (progress of a running job). */
  update(id: string, change: { state?: BulkState; [member: string]: unknown }, org: Org, durable = true): StoredJob | undefined {
    const job = this.#jobs.get(id);
    if (!job) return undefined;
    const changed = { ...job, info: { ...job.info, ...change, systemModstamp: jobTime(org.now()) } } as StoredJob;
    this.#jobs.set(id, changed);
    if (durable && !(this.#temporary !== undefined && this.options.signal?.aborted)) this.#folder.save(changed);
    return changed;
  }

  /** Ends a job as Failed, unless it has ended otherwise or goes on after a restart. */
  fail(id: string, error: unknown, org: Org): void {
    if (!this.isStopped(id)) this.update(id, { state: 'Failed', errorMessage: failureMessage(error) }, org);
  }

  remove(id: string): void {
    this.#jobs.delete(id);
    this.#folder.remove(id);
  }

  /** True when a running job must not go on: aborted, removed, or the org is closing. */
  isStopped(id: string): boolean {
    const state = this.#jobs.get(id)?.info.state;
    return this.options.signal?.aborted === true || state === undefined || FINISHED_STATES.includes(state);
  }

  enqueue(id: string, org: Org): void {
    this.#queue.push(id);
    if (!this.#working) void this.#work(org);
  }

  async #work(org: Org): Promise<void> {
    this.#working = true;
    const end = this.options.activity?.begin();
    for (let id = this.#queue.shift(); id !== undefined; id = this.#queue.shift()) {
      const job = this.#jobs.get(id);
      if (!job || this.isStopped(id)) continue;
      try {
        await this.#run(job, this, org.as(job.session));
      } catch (error) {
        // the jobs behind it have nothing to do with what is wrong with this one
        this.fail(id, error, org);
      }
    }
    this.#working = false;
    end?.();
  }

  #removeInTheEnd(folder: string): void {
    const remove = (): void => {
      process.off('exit', remove);
      rmSync(folder, { recursive: true, force: true });
    };
    process.once('exit', remove);
    this.options.signal?.addEventListener('abort', remove);
  }
}

function unknownJob(): ApiError {
  return new ApiError(404, 'NOT_FOUND', 'The requested resource does not exist');
}
