// What is remembered of the jobs of a run, so that another process can go on where this one was killed.
import type { RememberedJob } from '../journal/run-journal.ts';

export type { RememberedJob };

/** The journal of the run, as far as jobs are concerned. */
export interface JobMemory {
  job(name: string): RememberedJob | undefined;
  keepJob(name: string, job: RememberedJob): void;
  forgetJob(name: string): void;
}

/** Remembers nothing beyond this process. */
export class PassingMemory implements JobMemory {
  readonly #jobs = new Map<string, RememberedJob>();

  job(name: string): RememberedJob | undefined {
    return this.#jobs.get(name);
  }

  keepJob(name: string, job: RememberedJob): void {
    this.#jobs.set(name, job);
  }

  forgetJob(name: string): void {
    this.#jobs.delete(name);
  }
}
