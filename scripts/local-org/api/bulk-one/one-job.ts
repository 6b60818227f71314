// Jobs and batches of Bulk API 1.0: their lives and what is told of them. They are kept as long as the org runs.
import { recordId } from '../../../platform/record-id.ts';
import type { Session } from '../../engine/org.ts';
import type { XmlFields } from './job-xml.ts';
import { oneError } from './one-error.ts';

export type OneOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete' | 'query';
export type BatchState = 'Queued' | 'InProgress' | 'Completed' | 'Failed' | 'Not Processed';

export interface OneBatch {
  readonly id: string;
  readonly createdDate: string;
  /** CSV, or the SOQL of a query. */
  readonly content: string;
  state: BatchState;
  stateMessage?: string;
  systemModstamp: string;
  processed: number;
  failed: number;
  milliseconds: number;
  /** CSV; of a query under `resultId`. */
  result: string;
  readonly resultId: string;
}

export interface OneJob {
  readonly id: string;
  readonly operation: OneOperation;
  readonly object: string;
  readonly externalIdFieldName: string | undefined;
  readonly concurrencyMode: string;
  readonly session: Session;
  readonly createdDate: string;
  readonly apiVersion: string;
  state: 'Open' | 'Closed' | 'Aborted';
  systemModstamp: string;
  readonly batches: OneBatch[];
}

/** The jobs of one org, by their ids of 18 or 15 characters. */
export class OneJobs {
  readonly #jobs = new Map<string, OneJob>();
  #serial = 0;

  newId(prefix: '750' | '751' | '752'): string {
    this.#serial += 1;
    // far from the ids of Bulk API 2.0, which count from 1
    return recordId(prefix, 1_000_000_000 + this.#serial);
  }

  add(job: OneJob): void {
    this.#jobs.set(job.id, job);
  }

  job(id: string): OneJob {
    const job = this.#jobs.get(id) ?? [...this.#jobs.values()].find((one) => one.id.slice(0, 15) === id);
    if (!job) throw oneError('InvalidJob', `Unable to find job '${id}'`);
    return job;
  }

  batch(jobId: string, id: string): OneBatch {
    const batch = this.job(jobId).batches.find((one) => one.id === id || one.id.slice(0, 15) === id);
    if (!batch) throw oneError('InvalidBatch', `Unable to find batch '${id}'`);
    return batch;
  }
}

export function jobFields(job: OneJob): XmlFields {
  const count = (state: BatchState): number => job.batches.filter((batch) => batch.state === state).length;
  const sum = (of: (batch: OneBatch) => number): number => job.batches.reduce((total, batch) => total + of(batch), 0);
  const milliseconds = sum((batch) => batch.milliseconds);
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.session.userId,
    createdDate: job.createdDate,
    systemModstamp: job.systemModstamp,
    state: job.state,
    externalIdFieldName: job.externalIdFieldName,
    concurrencyMode: job.concurrencyMode,
    contentType: 'CSV',
    numberBatchesQueued: count('Queued'),
    numberBatchesInProgress: count('InProgress'),
    numberBatchesCompleted: count('Completed'),
    numberBatchesFailed: count('Failed'),
    numberBatchesTotal: job.batches.length,
    numberRecordsProcessed: sum((batch) => batch.processed),
    numberRetries: 0,
    apiVersion: job.apiVersion,
    numberRecordsFailed: sum((batch) => batch.failed),
    totalProcessingTime: milliseconds,
    apiActiveProcessingTime: milliseconds,
    apexProcessingTime: 0,
  };
}

export function batchFields(job: OneJob, batch: OneBatch): XmlFields {
  return {
    id: batch.id,
    jobId: job.id,
    state: batch.state,
    stateMessage: batch.stateMessage,
    createdDate: batch.createdDate,
    systemModstamp: batch.systemModstamp,
    numberRecordsProcessed: batch.processed,
    numberRecordsFailed: batch.failed,
    totalProcessingTime: batch.milliseconds,
    apiActiveProcessingTime: batch.milliseconds,
    apexProcessingTime: 0,
  };
}
