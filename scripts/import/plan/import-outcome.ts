// What an import tells while it works and when it has ended; the loader fills it, the reporters print it.
import type { CivilDate } from '../../platform/civil-date.ts';

/** Rows by what became of them. `read` is the sum of the others, always. */
export interface RowCounts {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Stand beside the contract as claims: what the org holds is newer, a person typed it, or another row of the file counts. */
  readonly kept: number;
  readonly skipped: number;
  readonly rejected: number;
}

/** Something that the steward should look at although no row was lost by it. */
export interface Notice {
  readonly code: string;
  readonly message: string;
  /** How many rows, spellings or accounts it is about. */
  readonly count?: number;
  /** The first physical lines that show it. */
  readonly lines?: readonly number[];
}

export interface RunIdentity {
  readonly id: string;
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  readonly source: string | null;
  readonly obtainedOn: CivilDate | null;
  readonly org: string | null;
}

/** What the loader returns. Counts of a check are what a load would do; without an org `created` holds every row in order. */
export interface ImportOutcome {
  readonly run: RunIdentity;
  readonly rows: RowCounts;
  readonly skippedBecause: Readonly<Record<string, number>>;
  /** By cause. */
  readonly keptBecause: Readonly<Record<string, number>>;
  readonly accountsCreated: number;
  /** By code. */
  readonly rejectedBecause: Readonly<Record<string, RejectCause>>;
  readonly notices: readonly Notice[];
  readonly jobs: readonly string[];
  readonly comparedWithOrg: boolean;
}

/** How many rows were rejected for one cause, with the first of them as an example. */
export interface RejectCause {
  readonly count: number;
  readonly line: number;
  readonly reason: string;
}

/** A row that is not loaded, and everything that the steward needs to correct it. */
export interface Reject {
  /** Physical line of the file on which the row starts, from 1. */
  readonly line: number;
  /** Byte offset and length of the original row in the (UTF-8 or original single-byte) file, without its line ending. */
  readonly offset: number;
  readonly length: number;
  /** Column header as in the file; '' when the row as a whole is at fault. */
  readonly column: string;
  /** Stable code such as INVALID_DATE. */
  readonly code: string;
  readonly reason: string;
  readonly suggestion: string;
}

/** Receives every rejected row once, in any order. */
export interface RejectSink {
  add(reject: Reject): void;
}

/** Receives how far the work is. Phases follow one another; rows count up to the total, which may be an estimate. */
export interface ProgressSink {
  phase(name: ProgressPhase): void;
  rows(done: number, total: number): void;
  end(): void;
}

export type ProgressPhase = 'inspect' | 'connect' | 'match' | 'load' | 'finish' | 'undo';
