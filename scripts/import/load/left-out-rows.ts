// Rows of a job that are not sent any more, because somebody wrote what they are about while the run lay still.
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CsvRows, lineOf } from './csv-rows.ts';
import type { CsvRow } from './csv-rows.ts';
import { JobSpool } from './job-spool.ts';
import type { SpooledJob } from './job-spool.ts';

/** `same`: what was written says what the row says. `typed`: it may be about a contract without number, which waits for the end. */
export type Verdict = 'same' | 'other' | 'typed';

/** What was left out of which job: a job that the org has by now must look the same whenever the run goes on. */
export interface LeftOutMemory {
  /** What `write` kept. */
  read(name: string): unknown;
  write(name: string, value: unknown): void;
}

export interface LeftOutRow {
  /** What the row is about. */
  readonly key: string;
  readonly verdict: Verdict;
  /** The CSV line with its line ending. */
  readonly line: Uint8Array;
}

/**
 * The job without such rows, and those rows in their order. `judge` decides about a row, undefined lets it go; it is not asked when the
 * org has had the job (`isSent`).
 */
export async function leaveOut(
  spooled: SpooledJob,
  { keyColumn, isSent, memory }: { readonly keyColumn: string; readonly isSent: boolean; readonly memory: LeftOutMemory },
  judge: (row: CsvRow, keyCell: number) => Verdict | undefined,
): Promise<{ readonly job: SpooledJob; readonly rows: readonly LeftOutRow[] }> {
  const fact = `left-out ${spooled.name}`;
  const kept = new Map((memory.read(fact) ?? []) as readonly (readonly [string, Verdict])[]);
  if (isSent && kept.size === 0) return { job: spooled, rows: [] };
  const rows: LeftOutRow[] = [];
  let spool: JobSpool | undefined;
  let keyCell = -1;
  const reader = new CsvRows((row) => {
    if (spool === undefined) {
      const names = Array.from({ length: row.cells }, (_, cell) => row.text(cell));
      keyCell = names.indexOf(keyColumn);
      spool = new JobSpool(dirname(spooled.path), `${spooled.name}-left`, names, Number.MAX_SAFE_INTEGER);
      return;
    }
    const line = Buffer.concat([lineOf(row), NEW_LINE]);
    const key = row.text(keyCell);
    const verdict = kept.get(key) ?? (isSent ? undefined : judge(row, keyCell));
    if (verdict === undefined) spool.write(line, 1);
    else rows.push({ key, verdict, line });
  });
  for await (const piece of createReadStream(spooled.path)) reader.push(piece as Buffer);
  reader.close();
  const left = spool?.take();
  if (rows.length === 0) {
    if (left) await rm(left.path);
    return { job: spooled, rows };
  }
  if (!isSent)
    memory.write(
      fact,
      rows.map(({ key, verdict }) => [key, verdict]),
    );
  await rm(spooled.path);
  return { job: { ...(left ?? { path: spooled.path, bytes: 0, rows: 0 }), name: spooled.name }, rows };
}

const NEW_LINE = Buffer.from('\n');
