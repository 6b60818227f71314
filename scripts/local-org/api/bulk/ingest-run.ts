// Runs an ingest job: reads its content, saves it through the org, a few chunks of 200 at a time, and writes the result files.
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import type { IngestJob } from '../../../platform/bulk-job.ts';
import { DELIMITER_CHARACTERS } from '../../../platform/bulk-job.ts';
import type { Row } from '../../../platform/record.ts';
import type { SaveResult } from '../../../platform/save-result.ts';
import type { Org, Session } from '../../engine/org.ts';
import type { CsvHeader } from './csv-header.ts';
import { bindHeader, toRow } from './csv-header.ts';
import { CsvReader } from './csv-reader.ts';
import { CONTENT_FILE, FAILED_FILE, PROGRESS_FILE, SUCCESS_FILE } from './ingest-files.ts';
import { invalidBatch, JobFailure } from './job-failure.ts';
import type { BulkFaults, JobRegistry } from './job-registry.ts';
import type { Progress } from './progress-file.ts';
import { openProgress, readProgress } from './progress-file.ts';
import { openResult, resultLines } from './result-lines.ts';
import type { StoredIngestJob } from './stored-job.ts';
import { openTextFile } from './text-file.ts';

/** Records that the platform saves together; the engine cuts longer lists by itself. */
const CHUNK = 200;
/** Chunks in one call, one when saves are slow, for the server to stay responsive. More would cost more: a call can be undone as a whole. */
const MOST_CHUNKS = 2;
const PATIENCE_MILLISECONDS = 80;
/** Records whose commit may wait, since loads write the same index pages again and again; and how long it may wait. */
const MOST_UNSETTLED = 20_000;
const LONGEST_UNSETTLED_MILLISECONDS = 2_000;

/** Ends the job as JobComplete or Failed; leaves it as it is when it was aborted or the org closes. */
export async function runIngest(job: StoredIngestJob, jobs: JobRegistry, org: Org): Promise<void> {
  const { id } = job.info;
  jobs.update(id, { state: 'InProgress', contentUrl: undefined }, org);
  try {
    await saveChunks(job, jobs, org);
    if (!jobs.isStopped(id)) jobs.update(id, { state: 'JobComplete' }, org);
  } catch (error) {
    jobs.fail(id, error, org);
  }
}

async function saveChunks(job: StoredIngestJob, jobs: JobRegistry, org: Org): Promise<void> {
  const { info, session } = job;
  const delimiter = DELIMITER_CHARACTERS[info.columnDelimiter];
  const start = readProgress(jobs.path(info.id, PROGRESS_FILE));
  jobs.update(info.id, counts(start), org);
  if (start.openRecords > 0) throw brokenSave(start);
  const header = readHeader(job, jobs, org);
  const content = openTextFile(jobs.path(info.id, CONTENT_FILE), Math.max(start.contentBytes, header.bytes));
  const reader = new CsvReader(content.read, { delimiter, lineEnding: info.lineEnding });
  const success = openResult(jobs.path(info.id, SUCCESS_FILE), start.successBytes);
  const failed = openResult(jobs.path(info.id, FAILED_FILE), start.failedBytes);
  const progressFile = openProgress(jobs.path(info.id, PROGRESS_FILE));
  const origin = Math.max(start.contentBytes, header.bytes);
  const began = performance.now();
  let chunks = 1;
  let progress: Progress = { ...start, headerBytes: header.bytes, contentBytes: origin };
  let settled = progress;
  let settledAt = began;
  const settle = (): void => {
    try {
      org.settle();
    } catch (error) {
      progress = settled;
      throw error;
    } finally {
      // Undone records count as unprocessed.
      progressFile.write(progress);
    }
    settled = progress;
    settledAt = performance.now();
  };
  /** The database may be closed before the next turn; records that had to be undone are saved when the job goes on. */
  const settleBeforeClosing = (): void => {
    try {
      settle();
    } catch (error) {
      process.emitWarning(error as Error);
    }
  };
  jobs.options.signal?.addEventListener('abort', settleBeforeClosing);
  try {
    progressFile.write(progress);
    for (;;) {
      await jobs.options.faults?.beforeChunk?.(job, progress.processed);
      if (jobs.isStopped(info.id)) break;
      const records = reader.take(CHUNK * chunks);
      if (records.length === 0) break;
      const rows = records.map((cells) => toRow(header, cells));
      const open = progress.processed - settled.processed;
      progressFile.write({ ...settled, openRecords: open + records.length });
      const saveBegan = performance.now();
      const results = org.unsettled(() => saveAllowed(rows, jobs.options.faults, (allowed) => save(org, session, info, allowed)));
      const lines = resultLines(records, rows, results, info);
      progress = {
        headerBytes: header.bytes,
        contentBytes: origin + reader.bytes,
        processed: progress.processed + records.length,
        failed: progress.failed + lines.failures,
        successBytes: success.append(lines.success),
        failedBytes: failed.append(lines.failed),
        milliseconds: start.milliseconds + Math.round(performance.now() - began),
        openRecords: 0,
      };
      jobs.update(info.id, counts(progress), org, false);
      if (open + records.length >= MOST_UNSETTLED || performance.now() - settledAt > LONGEST_UNSETTLED_MILLISECONDS) settle();
      chunks = nextChunks(chunks, performance.now() - saveBegan);
      await setImmediate();
    }
  } finally {
    jobs.options.signal?.removeEventListener('abort', settleBeforeClosing);
    try {
      settle();
    } finally {
      for (const file of [content, success, failed, progressFile]) file.close();
      jobs.update(info.id, counts(settled), org);
    }
  }
}

/** More chunks after a quick save, fewer after a slow one. */
function nextChunks(chunks: number, milliseconds: number): number {
  const fitting = Math.floor((chunks * PATIENCE_MILLISECONDS) / Math.max(milliseconds, 1));
  return Math.min(Math.max(fitting, 1), chunks * 2, MOST_CHUNKS);
}

/** The outcome of a save is unknown: repeating it could double it, so the job ends and its records count as unprocessed. */
function brokenSave(progress: Progress): JobFailure {
  const [first, last] = [progress.processed + 1, progress.processed + progress.openRecords];
  return new JobFailure(
    `InternalServerError : The org stopped while records ${first} to ${last} were being saved. They are listed as unprocessed but may have been saved`,
  );
}

function readHeader(job: StoredIngestJob, jobs: JobRegistry, org: Org): CsvHeader & { readonly bytes: number } {
  const { info } = job;
  const object = org.schema.object(info.object);
  if (!object) throw new JobFailure(`InvalidJob : Unable to find object: ${info.object}`);
  const content = openTextFile(jobs.path(info.id, CONTENT_FILE), 0);
  try {
    const dialect = { delimiter: DELIMITER_CHARACTERS[info.columnDelimiter], lineEnding: info.lineEnding };
    const reader = new CsvReader(content.read, dialect);
    const [columns] = reader.take(1);
    if (!columns) throw invalidBatch('Failed to parse CSV. The data has no header');
    return { ...bindHeader(columns, info.operation, object, org.schema), bytes: reader.bytes };
  } finally {
    content.close();
  }
}

/** Saves the records that no fault refuses; the results stand in the order of the records. */
function saveAllowed(
  rows: readonly Row[],
  faults: BulkFaults | undefined,
  save: (rows: readonly Row[]) => readonly SaveResult[],
): readonly SaveResult[] {
  if (faults?.refusal === undefined) return save(rows);
  const refusals = rows.map((row) => faults.refusal?.(row));
  const saved = save(rows.filter((_, at) => refusals[at] === undefined))[Symbol.iterator]();
  return refusals.map((refusal) => refusal ?? (saved.next().value as SaveResult));
}

function save(org: Org, session: Session, info: IngestJob, rows: readonly Row[]): readonly SaveResult[] {
  const options = { allOrNone: false };
  switch (info.operation) {
    case 'insert':
      return org.insert(session, info.object, rows, options);
    case 'update':
      return org.update(session, info.object, rows, options);
    case 'upsert':
      return org.upsert(session, info.object, info.externalIdFieldName ?? 'Id', rows, options);
    case 'delete':
    case 'hardDelete':
      return org.remove(
        session,
        info.object,
        rows.map((row) => String(row['Id'] ?? '')),
        options,
      );
  }
}

function counts(progress: Progress): Record<string, number> {
  return {
    numberRecordsProcessed: progress.processed,
    numberRecordsFailed: progress.failed,
    totalProcessingTime: progress.milliseconds,
    apiActiveProcessingTime: progress.milliseconds,
  };
}
