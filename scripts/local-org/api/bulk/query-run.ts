// Runs a query job: streams the table of its SOQL into a CSV file, with the position of every record beside it.
import { appendFileSync, closeSync, openSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { DELIMITER_CHARACTERS } from '../../../platform/bulk-job.ts';
import type { Value } from '../../../platform/record.ts';
import type { Org } from '../../engine/org.ts';
import { quoteRecord } from './csv-writer.ts';
import type { JobRegistry } from './job-registry.ts';
import { POSITIONS_FILE, RESULT_FILE } from './query-files.ts';
import { columnFormats, type ColumnFormat } from './query-values.ts';
import type { StoredQueryJob } from './stored-job.ts';

/** Records written between two looks at the rest of the server. */
const SLICE = 1_000;

/** Ends the job as JobComplete or Failed; a job that was cut off before starts anew. */
export async function runQueryJob(job: StoredQueryJob, jobs: JobRegistry, org: Org): Promise<void> {
  const { id } = job.info;
  const began = performance.now();
  jobs.update(id, { state: 'InProgress' }, org);
  try {
    const processed = await writeTable(job, jobs, org);
    const totalProcessingTime = Math.round(performance.now() - began);
    if (!jobs.isStopped(id)) jobs.update(id, { state: 'JobComplete', numberRecordsProcessed: processed, totalProcessingTime }, org);
  } catch (error) {
    jobs.fail(id, error, org);
  }
}

async function writeTable(job: StoredQueryJob, jobs: JobRegistry, org: Org): Promise<number> {
  const { info, session, soql } = job;
  const delimiter = DELIMITER_CHARACTERS[info.columnDelimiter];
  const lineEnd = info.lineEnding === 'CRLF' ? '\r\n' : '\n';
  const table = org.queryTable(session, soql);
  const formats = columnFormats(table, org.schema);
  const result = openSync(jobs.path(info.id, RESULT_FILE), 'w', 0o600);
  const positions = openSync(jobs.path(info.id, POSITIONS_FILE), 'w', 0o600);
  let [text, starts, length, processed] = ['', new Array<number>(), 0, 0];
  const flush = (): void => {
    appendFileSync(result, text);
    appendFileSync(positions, new Uint8Array(new Float64Array(starts).buffer));
    [text, starts] = ['', []];
  };
  try {
    const header = quoteRecord(table.columns, delimiter) + lineEnd;
    text = header;
    length = Buffer.byteLength(header);
    for (const values of table.rows) {
      const line = quoteRecord(texts(values, formats), delimiter) + lineEnd;
      starts.push(length);
      text += line;
      length += Buffer.byteLength(line);
      processed += 1;
      if (starts.length < SLICE) continue;
      flush();
      jobs.update(info.id, { numberRecordsProcessed: processed }, org, false);
      await setImmediate();
      if (jobs.isStopped(info.id)) return processed;
    }
    starts.push(length);
    flush();
    return processed;
  } finally {
    closeSync(result);
    closeSync(positions);
  }
}

function texts(values: readonly Value[], formats: readonly ColumnFormat[]): string[] {
  return values.map((value, index) => (value === null ? '' : (formats[index]?.(value) ?? String(value))));
}
