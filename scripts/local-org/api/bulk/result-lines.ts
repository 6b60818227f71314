// The result files of an ingest job: a line per record, with its id or its errors before the uploaded values.
import { appendFileSync, closeSync, ftruncateSync, openSync } from 'node:fs';
import type { IngestJob } from '../../../platform/bulk-job.ts';
import { DELIMITER_CHARACTERS } from '../../../platform/bulk-job.ts';
import type { Row } from '../../../platform/record.ts';
import type { SaveError, SaveResult } from '../../../platform/save-result.ts';
import { quoteRecord } from './csv-writer.ts';
import { JobFailure } from './job-failure.ts';

export interface ResultLines {
  readonly success: string;
  readonly failed: string;
  readonly failures: number;
}

/** The lines of one chunk; `records`, `rows` and `results` go together by their place. */
export function resultLines(
  records: readonly string[][],
  rows: readonly Row[],
  results: readonly SaveResult[],
  info: IngestJob,
): ResultLines {
  const delimiter = DELIMITER_CHARACTERS[info.columnDelimiter];
  const lineEnd = info.lineEnding === 'CRLF' ? '\r\n' : '\n';
  let [success, failed, failures] = ['', '', 0];
  for (let index = 0; index < records.length; index += 1) {
    const result = results[index];
    const cells = quoteRecord(records[index] ?? [], delimiter) + lineEnd;
    if (!result) throw new JobFailure('InternalServerError : The engine gave no result for a record');
    if (result.success) {
      success += `"${result.id}"${delimiter}"${result.created}"${delimiter}${cells}`;
    } else {
      failures += 1;
      const id = result.id ?? rows[index]?.['Id'] ?? '';
      failed += `${quoteRecord([String(id), errorText(result.errors)], delimiter)}${delimiter}${cells}`;
    }
  }
  return { success, failed, failures };
}

/** `CODE:message:fields --`, one after another. */
export function errorText(errors: readonly SaveError[]): string {
  return errors
    .map(({ statusCode, message, fields }) => `${statusCode}:${message}:${fields.join(',')}${fields.length > 0 ? ' ' : ''}--`)
    .join('');
}

export interface ResultFile {
  /** Gives the length after appending. */
  append(text: string): number;
  close(): void;
}

/** Opens for appending behind what is valid; a tail that a killed org left is cut off. */
export function openResult(path: string, validBytes: number): ResultFile {
  const file = openSync(path, 'a', 0o600);
  ftruncateSync(file, validBytes);
  let length = validBytes;
  return {
    append(text) {
      if (text === '') return length;
      appendFileSync(file, text);
      return (length += Buffer.byteLength(text));
    },
    close: () => closeSync(file),
  };
}
