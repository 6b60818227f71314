// What a load needs from outside, and how it tells that it ended early.
import type { CivilDate } from '../../platform/civil-date.ts';
import type { RunJournal } from '../journal/run-journal.ts';
import type { Notice, ProgressSink, RejectSink, RowCounts } from '../plan/import-outcome.ts';
import type { ImportPlan } from '../plan/import-plan.ts';
import type { SourceInspection, Spelling } from '../source/inspection.ts';
import type { TransformedBatch } from '../transform/batch.ts';
import type { TransformSettings } from '../transform/settings.ts';
import type { OrgIdentity } from '../../org-connection/org-identity.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { KvkSet } from './kvk-set.ts';
import type { KnownCompetitor } from './providers.ts';
import type { Pace } from '../../org-connection/repeated.ts';

/** Everything that the load needs from outside. */
export interface LoadContext {
  readonly plan: ImportPlan;
  readonly inspection: SourceInspection;
  readonly transform: (inspection: SourceInspection, settings: TransformSettings) => AsyncIterable<TransformedBatch>;
  /** Absent when a file is checked without an org. */
  readonly org?: { readonly session: OrgSession; readonly identity: OrgIdentity };
  /** The org's accounts, where reading them began before; undefined, or what failed, is read by the load itself. */
  readonly accountsAhead?: Promise<KvkSet | undefined>;
  readonly runId: string;
  /** Exists; the load keeps its working files in a folder of its own inside and removes that at the end. */
  readonly runFolder: string;
  /** Present for a load: what is continued when the process ends. */
  readonly journal?: RunJournal;
  /** Milliseconds that a job may stand still; an hour when absent. */
  readonly patience?: number;
  readonly rejects: RejectSink;
  /** Where the rejected rows will be told, for the run in the org. */
  readonly rejectsFile?: string;
  /** Asks a person which competitor a spelling stands for; absent where nobody can answer. */
  readonly askProvider?: (spelling: Spelling, competitors: readonly KnownCompetitor[]) => Promise<KnownCompetitor | undefined>;
  /** How the user names the file of proposals for accounts. */
  readonly reviewFile?: string;
  /** The same for contacts. */
  readonly contactReviewFile?: string;
  readonly progress: ProgressSink;
  readonly now: () => Date;
  readonly today: CivilDate;
  readonly pace: Pace;
  /** Sentence of a notice in the language of the plan. */
  readonly sentence: (code: string, values: Readonly<Record<string, string | number>>) => string;
  /** Ends the load before the next batch; its reason becomes the failure. */
  readonly signal?: AbortSignal;
  /** Bytes that are free where a folder is; the system's answer when absent. */
  readonly freeBytes?: (folder: string) => Promise<number>;
}

/** A load that ended early, with what is certain about its rows. */
export class LoadInterrupted extends Error {
  readonly rows: RowCounts;
  readonly notices: readonly Notice[];

  constructor(cause: unknown, rows: RowCounts, notices: readonly Notice[]) {
    super('The load ended early.', { cause });
    this.name = 'LoadInterrupted';
    this.rows = rows;
    this.notices = notices;
  }
}
