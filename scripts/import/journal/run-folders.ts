// The runs of a project: one folder each below `.import`.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RowCounts } from '../plan/import-outcome.ts';
import { RunJournal } from './run-journal.ts';
import { isAtWork } from './run-lock.ts';
import type { RunStatus } from './run-journal.ts';

export interface KnownRun {
  readonly id: string;
  readonly folder: string;
  /** `checked`: a run that only looked. */
  readonly status: RunStatus | 'checked';
  /** Instant, ISO 8601. */
  readonly startedAt: string;
  readonly file: string;
  readonly org: string;
  readonly undone: boolean;
  /** Undoing it has begun and did not come to its end. */
  readonly undoing: boolean;
  /** What became of the rows; null while the run has not come to its end. */
  readonly rows: RowCounts | null;
}

/** Folder of all runs. */
export function runsFolder(project: string): string {
  return join(project, '.import');
}

/** The org has something of these. */
const UNFINISHED: ReadonlySet<KnownRun['status']> = new Set(['sending', 'broken']);
/** Date, time and, since runs are told apart within a second, its milliseconds. */
const RUN_ID = /^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})(\d{3})?-[0-9a-z]+$/;

/** The id of a run that begins now: ids have the order of the runs. `random` tells runs of one millisecond apart. */
export function newRunId(now: Date, random: string): string {
  return `${now.toISOString().slice(0, 23).replace(/[-:.]/g, '').replace('T', '-')}-${random}`;
}

/** Every run in the project, the latest first. */
export function listRuns(project: string): readonly KnownRun[] {
  const folder = runsFolder(project);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => RUN_ID.test(name));
  return names.sort((one, other) => (one < other ? 1 : -1)).map((id) => readRun(id, join(folder, id)));
}

/** One run, or undefined when the project has no such folder. `id` may be the beginning of one. */
export function findRuns(project: string, id: string): readonly KnownRun[] {
  return listRuns(project).filter((run) => run.id === id || run.id.startsWith(id) || run.id.endsWith(`-${id}`));
}

/** Removes the runs that ended before `before` (an ISO instant) and returns their ids; runs that sent something and may be resumed stay. */
export function pruneRuns(project: string, before: string): readonly string[] {
  const old = listRuns(project).filter(
    ({ id, status, undone, undoing, startedAt }) =>
      startedAt < before && (undone || (!undoing && !UNFINISHED.has(status))) && !isAtWork(runsFolder(project), id),
  );
  for (const { folder } of old) rmSync(folder, { recursive: true, force: true });
  return old.map(({ id }) => id);
}

function readRun(id: string, folder: string): KnownRun {
  const [, year, month, day, hour, minute, second, millisecond = '000'] = RUN_ID.exec(id) ?? [];
  const startedAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.${millisecond}Z`;
  if (!RunJournal.existsIn(folder)) return { id, folder, status: 'checked', startedAt, undone: false, undoing: false, ...reported(folder) };
  const journal = new RunJournal(folder);
  try {
    const { file = '', org = '' } = (journal.read('plan') ?? {}) as { file?: string; org?: string };
    const rows = journal.status === 'finished' ? reported(folder).rows : null;
    const undone = journal.read('undone') !== undefined;
    const undoing = !undone && journal.read('undoing') !== undefined;
    return { id, folder, status: journal.status, startedAt, file, org, undone, undoing, rows };
  } finally {
    journal.close();
  }
}

/** What the report of a run tells; nothing when it was killed before it reported. */
function reported(folder: string): { readonly file: string; readonly org: string; readonly rows: RowCounts | null } {
  const { run, rows = null } = (readReport(folder)?.document ?? {}) as {
    run?: { file?: string | null; org?: string | null };
    rows?: RowCounts;
  };
  return { file: run?.file ?? '', org: run?.org ?? '', rows };
}

/** The report that a run left in its folder; undefined when there is none, or a part of one. */
export function readReport(folder: string): { readonly document: object; readonly text: string } | undefined {
  try {
    const document: unknown = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
    const text = readFileSync(join(folder, 'report.txt'), 'utf8');
    return typeof document === 'object' && document !== null ? { document, text } : undefined;
  } catch {
    return undefined;
  }
}
