// Works off one batch of Bulk API 1.0: saves its records through the org, 200 at a time, or writes the table of its query.
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import type { Row } from '../../../platform/record.ts';
import type { SaveResult } from '../../../platform/save-result.ts';
import type { Org } from '../../engine/org.ts';
import { bindHeader, toRow } from '../bulk/csv-header.ts';
import { CsvReader } from '../bulk/csv-reader.ts';
import { quoteRecord } from '../bulk/csv-writer.ts';
import { failureMessage, invalidBatch, JobFailure } from '../bulk/job-failure.ts';
import { columnFormats } from '../bulk/query-values.ts';
import { errorText } from '../bulk/result-lines.ts';
import type { OneBatch, OneJob } from './one-job.ts';

const CHUNK = 200;
/** Bulk API 1.0 limits. */
const MOST_RECORDS = 10_000;
const MOST_CHARACTERS = 10_000_000;
const RESULT_HEADER = '"Id","Success","Created","Error"\n';
/** What the platform writes instead of a table. */
const NOTHING_FOUND = 'Records not found for this query';

/** Ends the batch as Completed or Failed; an aborted job stops it at its next chunk. */
export async function runBatch(job: OneJob, batch: OneBatch, org: Org): Promise<void> {
  const began = performance.now();
  const touch = (change: Partial<OneBatch>): void => {
    Object.assign(batch, change, { systemModstamp: org.now().toISOString(), milliseconds: Math.round(performance.now() - began) });
  };
  touch({ state: 'InProgress' });
  try {
    if (job.operation === 'query') await writeTable(job, batch, org);
    else await saveRecords(job, batch, org);
    touch({ state: 'Completed' });
  } catch (error) {
    touch({ state: 'Failed', stateMessage: failureMessage(error) });
  }
}

async function saveRecords(job: OneJob, batch: OneBatch, org: Org): Promise<void> {
  if (batch.content.length > MOST_CHARACTERS) throw invalidBatch(`The batch has more than ${MOST_CHARACTERS} characters`);
  const object = org.schema.object(job.object);
  if (!object) throw new JobFailure(`InvalidBatch : Unable to find object: ${job.object}`);
  const pieces = [batch.content];
  const lineEnding = /\r?\n/.exec(batch.content)?.[0] === '\r\n' ? 'CRLF' : 'LF';
  const reader = new CsvReader(() => pieces.shift(), { delimiter: ',', lineEnding });
  const [columns] = reader.take(1);
  if (!columns) throw invalidBatch('Failed to parse CSV. The data has no header');
  const header = bindHeader(columns, job.operation === 'query' ? 'insert' : job.operation, object, org.schema);
  const records = reader.take(MOST_RECORDS + 1);
  if (records.length > MOST_RECORDS) throw invalidBatch(`The batch has more than ${MOST_RECORDS} records`);
  const rows = records.map((cells) => toRow(header, cells));
  batch.result = RESULT_HEADER;
  for (let from = 0; from < rows.length && job.state !== 'Aborted'; from += CHUNK) {
    const results = save(job, rows.slice(from, from + CHUNK), org);
    for (const result of results) {
      const cells = result.success ? [result.id, 'true', String(result.created), ''] : ['', 'false', 'false', errorText(result.errors)];
      batch.result += `${quoteRecord(cells, ',')}\n`;
      batch.processed += 1;
      if (!result.success) batch.failed += 1;
    }
    await setImmediate();
  }
}

function save({ session, object, operation, externalIdFieldName }: OneJob, rows: readonly Row[], org: Org): readonly SaveResult[] {
  const options = { allOrNone: false };
  switch (operation) {
    case 'update':
      return org.update(session, object, rows, options);
    case 'upsert':
      return org.upsert(session, object, externalIdFieldName ?? 'Id', rows, options);
    case 'delete':
    case 'hardDelete':
      return org.remove(
        session,
        object,
        rows.map((row) => String(row['Id'] ?? '')),
        options,
      );
    default:
      return org.insert(session, object, rows, options);
  }
}

async function writeTable({ session }: OneJob, batch: OneBatch, org: Org): Promise<void> {
  const table = org.queryTable(session, batch.content.trim());
  const formats = columnFormats(table, org.schema);
  const lines = [quoteRecord(table.columns, ',')];
  for (const values of table.rows) {
    const texts = values.map((value, index) => (value === null ? '' : (formats[index]?.(value) ?? String(value))));
    lines.push(quoteRecord(texts, ','));
    batch.processed += 1;
    if (batch.processed % CHUNK === 0) await setImmediate();
  }
  batch.result = batch.processed === 0 ? NOTHING_FOUND : `${lines.join('\n')}\n`;
}
