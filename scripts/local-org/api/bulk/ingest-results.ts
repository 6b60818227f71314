// The three result downloads of an ingest job, streamed from its files.
import { createReadStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { IngestJob } from '../../../platform/bulk-job.ts';
import { DELIMITER_CHARACTERS } from '../../../platform/bulk-job.ts';
import type { ApiResponse } from '../route.ts';
import { CsvReader } from './csv-reader.ts';
import { quoteRecord } from './csv-writer.ts';
import { CONTENT_FILE, FAILED_FILE, PROGRESS_FILE, SUCCESS_FILE } from './ingest-files.ts';
import { JobFailure } from './job-failure.ts';
import type { JobRegistry } from './job-registry.ts';
import { readProgress } from './progress-file.ts';
import type { StoredIngestJob } from './stored-job.ts';
import { openTextFile } from './text-file.ts';

/** `sf__Id`, `sf__Created` and the uploaded columns of each saved record; the header alone when there are none. */
export function successfulResults({ info }: StoredIngestJob, jobs: JobRegistry): ApiResponse {
  const { successBytes } = readProgress(jobs.path(info.id, PROGRESS_FILE));
  return csv(pieces([resultHeader(info, jobs, 'sf__Created')], slice(jobs.path(info.id, SUCCESS_FILE), 0, successBytes)));
}

/** `sf__Id`, `sf__Error` and the uploaded columns of each refused record. */
export function failedResults({ info }: StoredIngestJob, jobs: JobRegistry): ApiResponse {
  const { failedBytes } = readProgress(jobs.path(info.id, PROGRESS_FILE));
  return csv(pieces([resultHeader(info, jobs, 'sf__Error')], slice(jobs.path(info.id, FAILED_FILE), 0, failedBytes)));
}

/** The uploaded lines that were not saved and not refused: of a job that failed or was aborted before its end. */
export function unprocessedRecords({ info }: StoredIngestJob, jobs: JobRegistry): ApiResponse {
  const content = jobs.path(info.id, CONTENT_FILE);
  if (!existsSync(content)) return csv(Readable.from([]));
  const { headerBytes, contentBytes } = readProgress(jobs.path(info.id, PROGRESS_FILE));
  return csv(pieces(slice(content, 0, headerBytes), slice(content, contentBytes, Infinity)));
}

function csv(stream: Readable): ApiResponse {
  return { status: 200, headers: { 'content-type': 'text/csv' }, stream };
}

function resultHeader(info: IngestJob, jobs: JobRegistry, second: string): string {
  const columns = ['sf__Id', second, ...uploadedColumns(info, jobs)];
  return quoteRecord(columns, DELIMITER_CHARACTERS[info.columnDelimiter]) + (info.lineEnding === 'CRLF' ? '\r\n' : '\n');
}

/** No columns when nothing was uploaded, or nothing that can be read. */
function uploadedColumns(info: IngestJob, jobs: JobRegistry): readonly string[] {
  const path = jobs.path(info.id, CONTENT_FILE);
  if (!existsSync(path)) return [];
  const file = openTextFile(path, 0);
  try {
    const dialect = { delimiter: DELIMITER_CHARACTERS[info.columnDelimiter], lineEnding: info.lineEnding };
    return new CsvReader(file.read, dialect).take(1)[0] ?? [];
  } catch (error) {
    if (error instanceof JobFailure) return [];
    throw error;
  } finally {
    file.close();
  }
}

/** Bytes of a file from `start` up to `end`. */
function slice(path: string, start: number, end: number): Iterable<Buffer> | AsyncIterable<Buffer> {
  return end > start && existsSync(path) ? createReadStream(path, { start, end: end - 1, highWaterMark: 256 * 1024 }) : [];
}

function pieces(...sources: readonly (Iterable<string | Buffer> | AsyncIterable<string | Buffer>)[]): Readable {
  async function* all(): AsyncGenerator<string | Buffer> {
    for (const source of sources) yield* source;
  }
  return Readable.from(all(), { objectMode: false });
}
