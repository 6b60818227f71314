// Where bulk jobs live on disk: one folder per job, named by its id, so that jobs outlive a restart.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordId } from '../../../platform/record-id.ts';
import type { StoredJob } from './stored-job.ts';

/** Key prefix of bulk jobs. */
const JOB_PREFIX = '750';
const JOB_FILE = 'job.json';
const SERIAL_FILE = 'last-serial';

export interface JobFolder {
  /** Every job on disk, oldest first. */
  load(): readonly StoredJob[];
  /** An id that no job of this org ever had. */
  newId(): string;
  /** Writes the job's state; atomic. */
  save(job: StoredJob): void;
  /** Removes the job with its content and results. */
  remove(id: string): void;
  /** A file of the job. */
  path(id: string, file: string): string;
}

export function openJobFolder(root: string): JobFolder {
  mkdirSync(root, { recursive: true });
  const replace = (file: string, text: string): void => {
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  return {
    load() {
      const files = readdirSync(root)
        .sort()
        .map((name) => join(root, name, JOB_FILE));
      return files.filter((file) => existsSync(file)).map((file) => JSON.parse(readFileSync(file, 'utf8')) as StoredJob);
    },
    newId() {
      const file = join(root, SERIAL_FILE);
      const serial = (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0) + 1;
      replace(file, String(serial));
      return recordId(JOB_PREFIX, serial);
    },
    save(job) {
      mkdirSync(join(root, job.info.id), { recursive: true });
      replace(join(root, job.info.id, JOB_FILE), JSON.stringify(job));
    },
    remove: (id) => rmSync(join(root, id), { recursive: true, force: true }),
    path: (id, file) => join(root, id, file),
  };
}
