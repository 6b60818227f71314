// What a kind of file is to a load: how it prepares, and what becomes of its rows. The course of a load, load-file.ts, is the same for all.
import type { Notice, RejectSink, RunIdentity } from '../plan/import-outcome.ts';
import type { TransformedBatch } from '../transform/batch.ts';
import type { TransformSettings } from '../transform/settings.ts';
import type { LoadContext } from './load-context.ts';
import type { RunTally } from './run-tally.ts';

/** Asks the org, or the journal when the load is continued. Throws an import failure that names what is missing. */
export type LoadKind = (context: LoadContext, run: RunIdentity) => Promise<PreparedLoad>;

/** A load that can succeed: nothing of its rows has been sent. */
export interface PreparedLoad {
  readonly settings: TransformSettings;
  readonly notices: readonly Notice[];
  readonly startedAt: Date;
  readonly timesResumed: number;
  /** False without an org. */
  readonly comparedWithOrg: boolean;
  /** Makes ready for the first row; reads the file once more where that is needed, and writes nothing to the org. */
  open(work: LoadWork): Promise<RowLoad>;
}

export interface LoadWork {
  readonly tally: RunTally;
  /** Counts what it is given. */
  readonly rejects: RejectSink;
  /** Exists until the load ends. */
  readonly workFolder: string;
}

/** Takes the rows of the file, batch after batch in their order; counts every one of them in the tally. */
export interface RowLoad {
  /** Ids of the jobs that the org finished. */
  readonly jobs: readonly string[];
  /** Writes what the rows need. Only called in a load, when its run is in the org. */
  begin(): Promise<void>;
  take(batch: TransformedBatch): Promise<void>;
  /** Waits until the org has taken, or refused, every row. */
  finish(): Promise<void>;
  /** Everything is counted, and the counts add up: tells what a person should look at. */
  review(): Promise<readonly Notice[]>;
  /** The last work of a load before its run is completed. */
  conclude(): Promise<void>;
  /** Ends a load early: waits for the job that is under way, whatever comes of it, and drops the rest. */
  abandon(): Promise<void>;
  /** Removes what it kept on disk. */
  close(): void;
}
