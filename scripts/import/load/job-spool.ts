// Rows on their way to the org: written to a file per job first, so that a broken upload can be sent again from its start.
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A finished file, ready to be the body of one ingest job. */
export interface SpooledJob {
  /** Unique within the run and the same when the run is continued. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
}

/**
 * Bulk API 2.0 takes 150 MB after base64, so at most 100 MB raw ("Bulk API 2.0 limits"). Smaller jobs let the org work while the next is
 * being filled.
 */
export const JOB_BYTES = 48_000_000;

/** Collects CSV lines of one object into files of at most `limit` bytes. Throws the system's error when the disk is full. */
export class JobSpool {
  readonly #folder: string;
  readonly #name: string;
  readonly #header: Uint8Array;
  readonly #limit: number;
  #file: number | undefined;
  #number = 0;
  #bytes = 0;
  #rows = 0;

  constructor(folder: string, name: string, columns: readonly string[], limit = JOB_BYTES) {
    this.#folder = folder;
    this.#name = name;
    this.#header = Buffer.from(`${columns.join(',')}\n`);
    this.#limit = limit;
  }

  get rows(): number {
    return this.#rows;
  }

  /** True when that many more bytes belong into the next file; the caller then takes this one first. */
  isFullFor(bytes: number): boolean {
    return this.#rows > 0 && this.#bytes + bytes > this.#limit;
  }

  /** Adds bytes that hold, or go on with, that many lines. */
  write(lines: Uint8Array, rows: number): void {
    if (this.#file === undefined) {
      this.#number += 1;
      this.#file = openSync(this.#path(), 'w', 0o600);
      this.#append(this.#header);
    }
    this.#append(lines);
    this.#rows += rows;
  }

  /** Closes the file and hands it over, or undefined when nothing was written since the last time. */
  take(): SpooledJob | undefined {
    if (this.#file === undefined) return undefined;
    closeSync(this.#file);
    const job = { name: basename(this.#path(), '.csv'), path: this.#path(), bytes: this.#bytes, rows: this.#rows };
    this.#file = undefined;
    this.#bytes = 0;
    this.#rows = 0;
    return job;
  }

  /** Throws away what was not taken. */
  discard(): void {
    const job = this.take();
    if (job) rmSync(job.path, { force: true });
  }

  #append(bytes: Uint8Array): void {
    for (let written = 0; written < bytes.length;) written += writeSync(this.#file ?? -1, bytes, written);
    this.#bytes += bytes.length;
  }

  #path(): string {
    return join(this.#folder, `${this.#name}-${String(this.#number).padStart(4, '0')}.csv`);
  }
}
