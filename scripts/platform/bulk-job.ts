// Bulk API 2.0 ingest jobs as they travel over HTTP (Bulk API 2.0 and Bulk API Developer Guide, "Ingest jobs").

export type BulkOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete';
export type BulkState = 'Open' | 'UploadComplete' | 'InProgress' | 'Aborted' | 'JobComplete' | 'Failed';
export type ColumnDelimiter = 'BACKQUOTE' | 'CARET' | 'COMMA' | 'PIPE' | 'SEMICOLON' | 'TAB';
export type LineEnding = 'LF' | 'CRLF';

/** The characters behind the names of columnDelimiter. */
export const DELIMITER_CHARACTERS: Readonly<Record<ColumnDelimiter, string>> = {
  BACKQUOTE: '`',
  CARET: '^',
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t',
};

/** A job as GET /jobs/ingest/{id} tells it. Counts are missing until the job was closed for uploading. */
export interface IngestJob {
  readonly id: string;
  readonly operation: BulkOperation;
  readonly object: string;
  readonly createdById: string;
  readonly createdDate: string;
  readonly systemModstamp: string;
  readonly state: BulkState;
  readonly externalIdFieldName?: string;
  readonly concurrencyMode: 'Parallel';
  readonly contentType: 'CSV';
  readonly apiVersion: number;
  readonly jobType: 'V2Ingest';
  readonly contentUrl?: string;
  readonly lineEnding: LineEnding;
  readonly columnDelimiter: ColumnDelimiter;
  readonly retries?: number;
  readonly totalProcessingTime?: number;
  readonly apiActiveProcessingTime?: number;
  readonly apexProcessingTime?: number;
  readonly numberRecordsProcessed?: number;
  readonly numberRecordsFailed?: number;
  readonly errorMessage?: string;
}
