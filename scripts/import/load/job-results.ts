// Result files of an ingest job: fetched to disk, counted, and only then believed.
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { orgFailure } from '../plan/import-failure.ts';
import { CsvEndsEarly, CsvRows } from './csv-rows.ts';
import type { CsvRow } from './csv-rows.ts';
import type { Pace } from '../../org-connection/repeated.ts';
import { isPassing } from '../../org-connection/org-failures.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';

const ATTEMPTS = 4;

/** Which rows of a job: those that the org refused, those that it never looked at, or those that it took. */
export type ResultKind = 'failedResults' | 'unprocessedrecords' | 'successfulResults';

/**
 * Fetches rows of a job to `path` and returns how many there are. When their number is known (`expected`), a file with another number
 * is fetched again; a file that breaks off always is.
 */
export async function fetchRows(
  session: OrgSession,
  { jobId, kind, path, expected }: { readonly jobId: string; readonly kind: ResultKind; readonly path: string; readonly expected?: number },
  pace: Pace,
): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    let problem: unknown;
    try {
      const { body } = await session.stream({ method: 'GET', path: `/jobs/ingest/${jobId}/${kind}`, accept: 'text/csv' });
      await pipeline(body, createWriteStream(path, { mode: 0o600, flush: true }));
      const rows = await countRows(path);
      if (rows !== undefined && (expected === undefined || rows === expected)) return rows;
      problem = orgFailure('RESULTS_INCOMPLETE', { job: jobId, expected: expected ?? '?', rows: rows ?? '?' });
    } catch (error) {
      if (!isPassing(error)) throw error;
      problem = error;
    }
    if (attempt === ATTEMPTS) throw problem;
    await pace.wait(1_000 * 2 ** (attempt - 1));
  }
}

/** Reads a result file. `header` is told first, then every row; both are valid only during the call. */
export async function readResult(path: string, header: (row: CsvRow) => void, row: (row: CsvRow) => void): Promise<void> {
  await eachRow(path, header, row);
}

/** Undefined when the file breaks off, within a row or before its header. */
async function countRows(path: string): Promise<number | undefined> {
  let lines = 0;
  try {
    await eachRow(
      path,
      () => (lines += 1),
      () => (lines += 1),
    );
  } catch (error) {
    if (error instanceof CsvEndsEarly) return undefined;
    throw error;
  }
  return lines === 0 ? undefined : lines - 1;
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
