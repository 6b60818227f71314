// Result files of an ingest job: fetched to disk, counted, and only then believed.
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { orgFailure } from '../plan/import-failure.ts';
import { CsvRows } from './csv-rows.ts';
import type { CsvRow } from './csv-rows.ts';
import type { Pace } from './ingest-job.ts';
import { isPassing } from './org-failures.ts';
import type { OrgSession } from './org-session.ts';

const ATTEMPTS = 4;

/**
 * Fetches the failed rows of a job to `path` and returns the path. When the number of rows is known (`expected`), a file with another
 * number is fetched again.
 */
export async function fetchFailedRows(
  session: OrgSession,
  jobId: string,
  path: string,
  expected: number | undefined,
  pace: Pace,
): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    let problem: unknown;
    try {
      const { body } = await session.stream({ method: 'GET', path: `/jobs/ingest/${jobId}/failedResults`, accept: 'text/csv' });
      await pipeline(body, createWriteStream(path, { mode: 0o600 }));
      const rows = expected === undefined ? undefined : await countRows(path);
      if (rows === expected) return path;
      const message = `Job ${jobId} tells of ${expected} failed rows but its result file holds ${rows}.`;
      problem = orgFailure('RESULTS_INCOMPLETE', message, 'Run the command again; rows that arrived are recognised and not doubled.');
    } catch (error) {
      if (!isPassing(error)) throw error;
      problem = error;
    }
    if (attempt === ATTEMPTS) throw problem;
    await pace.wait(1_000 * 2 ** (attempt - 1));
  }
}

/** Reads a result file and removes it. `header` is told first, then every row; both are valid only during the call. */
export async function readResult(path: string, header: (row: CsvRow) => void, row: (row: CsvRow) => void): Promise<void> {
  await eachRow(path, header, row);
  await rm(path, { force: true });
}

async function countRows(path: string): Promise<number> {
  let rows = 0;
  await eachRow(
    path,
    () => undefined,
    () => (rows += 1),
  );
  return rows;
}

async function eachRow(path: string, header: (row: CsvRow) => void, row: (row: CsvRow) => void): Promise<void> {
  let isHeader = true;
  const reader = new CsvRows((found) => {
    if (isHeader) header(found);
    else row(found);
    isHeader = false;
  });
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) reader.push(piece as Buffer);
  reader.close();
}
