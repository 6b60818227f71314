// Takes a run back: what it made is deleted, what it changed gets its old values, what people or later runs changed since stays.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunJournal } from '../journal/run-journal.ts';
import type { ProgressSink } from '../plan/import-outcome.ts';
import type { ImportKind } from '../plan/import-plan.ts';
import { writeRun } from './import-run.ts';
import { runIngestJob } from './ingest-job.ts';
import type { JobContext, JobTarget } from './ingest-job.ts';
import { readResult } from './job-results.ts';
import { requireUndo } from './pre-flight.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { Pace } from '../../org-connection/repeated.ts';
import { isPassingRowError, parseRowError } from './row-error.ts';
import { settleJobs } from './settle-jobs.ts';
import type { KeptRecord, UndoSpools } from './undo-contracts.ts';
import { UNDO_KINDS } from './undo-kind.ts';
import type { UndoStep } from './undo-kind.ts';
import { JobSpool } from './job-spool.ts';

export interface UndoContext {
  /** What the file of the run was about. */
  readonly kind: ImportKind;
  readonly session: OrgSession;
  readonly pace: Pace;
  readonly journal: RunJournal;
  readonly runId: string;
  readonly patience: number;
  readonly now: () => Date;
  readonly progress: ProgressSink;
}

/** Records by what became of them. */
export interface UndoOutcome {
  readonly deleted: number;
  readonly restored: number;
  readonly kept: readonly KeptRecord[];
}

const GONE = new Set(['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY']);
const PASSES = 4;

/**
 * May be called again after it broke off, and after it ended: what has been taken back is not found any more. Counts are those of all
 * attempts together.
 */
export async function undoRun(context: UndoContext): Promise<UndoOutcome> {
  const { session, pace, journal, runId, progress } = context;
  const resultsFolder = join(journal.folder, 'results');
  const workFolder = join(journal.folder, 'work');
  for (const folder of [resultsFolder, workFolder]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const jobs: JobContext = { session, pace, memory: journal, resultsFolder, patience: context.patience };
  const kind = UNDO_KINDS[context.kind];
  await requireUndo(session, pace, kind);
  progress.phase('finish');
  await settleJobs(jobs, journal);
  // from here on the load cannot go on: its jobs would count as sent although their records are gone
  journal.write('undoing', { at: context.now().toISOString() });
  await writeRun(session, runId, pace, { Undo_State__c: 'Undoing' });
  progress.phase('undo');
  const kept = new Map<string, KeptRecord>();
  let pass = passNumber(journal);
  for (let round = 1; round <= PASSES; round += 1) {
    pass += 1;
    let locked = 0;
    for (const step of kind.steps) locked += await undoStep(context, jobs, { step, pass, workFolder, kept, isLast: round === PASSES });
    if (locked === 0) break;
    await pace.wait(2_000 * 2 ** (round - 1));
  }
  const outcome = { ...countJobs(journal), kept: [...kept.values()] };
  const undoneAt = context.now().toISOString();
  await writeRun(session, runId, pace, {
    // a run that was killed is not running any more
    ...(journal.status !== 'finished' && { State__c: 'Failed', Finished_At__c: undoneAt }),
    Undo_State__c: kept.size > 0 ? 'Undone In Part' : 'Undone',
    Undone_At__c: undoneAt,
    Undo_Deleted__c: outcome.deleted,
    Undo_Restored__c: outcome.restored,
    Undo_Kept__c: kept.size,
  });
  journal.write('undone', { at: undoneAt, deleted: outcome.deleted, restored: outcome.restored, kept: kept.size });
  return outcome;
}

interface StepAtWork {
  readonly step: UndoStep;
  readonly pass: number;
  readonly workFolder: string;
  readonly kept: Map<string, KeptRecord>;
  readonly isLast: boolean;
}

/** Asks the org what is to be done and has it done; returns how many records were locked and may be free a moment later. */
async function undoStep(context: UndoContext, jobs: JobContext, { step, pass, workFolder, kept, isLast }: StepAtWork): Promise<number> {
  const name = (kind: string): string => `undo-${pass}-${kind}-${step.name}`;
  const planning = {
    ...{ session: context.session, pace: context.pace, journal: context.journal, runId: context.runId },
    keep: (record: KeptRecord) => void kept.set(record.id, record),
    spools: {
      deletes: new JobSpool(workFolder, name('delete'), ['Id']),
      restores: (columns: readonly string[]) => new JobSpool(workFolder, name('restore'), columns),
    } satisfies UndoSpools,
  };
  const planned = await step.plan(planning);
  let locked = 0;
  const send = async (operation: 'delete' | 'update', spool: JobSpool | undefined): Promise<void> => {
    const job = spool?.take();
    if (job === undefined) return;
    for (const { failedRows } of await runIngestJob(jobs, { object: planned.object, operation } satisfies JobTarget, job)) {
      locked += await readFailures(failedRows, isLast, (record) => void kept.set(record.id, record), planned.object);
    }
  };
  await send('update', planned.restores);
  await send('delete', planning.spools.deletes);
  return locked;
}

/** Records that the org does not let go are kept, unless they are gone already or may be free a moment later. */
async function readFailures(path: string, isLast: boolean, keep: (record: KeptRecord) => void, object: string): Promise<number> {
  let at = { id: -1, error: -1 };
  let locked = 0;
  await readResult(
    path,
    (row) => {
      const names = Array.from({ length: row.cells }, (_, cell) => row.text(cell));
      at = { id: names.lastIndexOf('Id'), error: names.indexOf('sf__Error') };
    },
    (row) => {
      const error = parseRowError(row.text(at.error));
      if (GONE.has(error.code)) return;
      if (isPassingRowError(error) && !isLast) locked += 1;
      else keep({ id: row.text(at.id), object, cause: 'refused', detail: error.message });
    },
  );
  return locked;
}

/** The last pass of earlier attempts. */
function passNumber(journal: RunJournal): number {
  return Math.max(0, ...journal.jobs().map(([name]) => Number(/^undo-(\d+)-/.exec(name)?.[1] ?? 0)));
}

function countJobs(journal: RunJournal): { readonly deleted: number; readonly restored: number } {
  let [deleted, restored] = [0, 0];
  for (const [name, { state, processed, failed }] of journal.jobs()) {
    if (state !== 'finished') continue;
    if (/^undo-\d+-delete-/.test(name)) deleted += processed - failed;
    if (/^undo-\d+-restore-/.test(name)) restored += processed - failed;
  }
  return { deleted, restored };
}
