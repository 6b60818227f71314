// Bulk jobs as the local org keeps them: what the API tells, on whose behalf they run, and their object.
import type { BulkState, ColumnDelimiter, IngestJob, LineEnding } from '../../../platform/bulk-job.ts';
import type { Session } from '../../engine/org.ts';

/** A query job as GET /jobs/query/{id} tells it. */
export interface QueryJob {
  readonly id: string;
  readonly operation: 'query';
  readonly object: string;
  readonly createdById: string;
  readonly createdDate: string;
  readonly systemModstamp: string;
  readonly state: BulkState;
  readonly concurrencyMode: 'Parallel';
  readonly contentType: 'CSV';
  readonly apiVersion: number;
  readonly jobType: 'V2Query';
  readonly lineEnding: LineEnding;
  readonly columnDelimiter: ColumnDelimiter;
  readonly retries?: number;
  readonly totalProcessingTime?: number;
  readonly numberRecordsProcessed?: number;
  readonly errorMessage?: string;
}

export interface StoredIngestJob {
  readonly kind: 'ingest';
  readonly session: Session;
  readonly info: IngestJob;
}

export interface StoredQueryJob {
  readonly kind: 'query';
  readonly session: Session;
  readonly soql: string;
  readonly info: QueryJob;
}

export type StoredJob = StoredIngestJob | StoredQueryJob;

/** States in which nothing happens to a job any more. */
export const FINISHED_STATES: readonly BulkState[] = ['JobComplete', 'Failed', 'Aborted'];

/** Times of bulk jobs: `2021-08-31T01:31:13.000+0000`. */
export function jobTime(instant: Date): string {
  return instant.toISOString().replace('Z', '+0000');
}
