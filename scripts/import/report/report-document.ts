// The one JSON document of a run: what `--json` prints and, with more detail, what report.json keeps.
import type { CommandFailure } from '../../org-connection/command-failure.ts';
import type { ImportOutcome, Notice, RowCounts, RunIdentity } from '../plan/import-outcome.ts';

/** `status` is the exit code: 0 in order, 1 some rows rejected, 2 wrong usage or refused file, 3 org, network or machine. */
export interface ReportDocument {
  readonly status: number;
  readonly run: { readonly [Key in keyof RunIdentity]: RunIdentity[Key] | null };
  readonly rows: RowCounts;
  readonly files: { readonly rejects: string | null; readonly report: string | null };
  readonly warnings: readonly Notice[];
  readonly error?: { readonly code: string; readonly message: string; readonly action: string };
}

export interface ReportFiles {
  /** Options with which the rejects file is read like the whole one. */
  readonly options?: string;
  readonly rejects: string | null;
  readonly report: string | null;
}

const NO_ROWS: RowCounts = { read: 0, created: 0, updated: 0, unchanged: 0, kept: 0, skipped: 0, rejected: 0 };

/** The document of a run that came to its end. */
export function outcomeDocument(outcome: ImportOutcome, files: ReportFiles): ReportDocument {
  const { run, rows, notices } = outcome;
  const { rejects, report } = files;
  return { status: rows.rejected > 0 ? 1 : 0, run, rows, files: { rejects, report }, warnings: notices };
}

/** The document of a run that was refused or broke off; `known` is what is certain. */
export function failureDocument(
  failure: Pick<CommandFailure, 'code' | 'message' | 'action' | 'exitCode'>,
  known: {
    readonly run: Partial<RunIdentity>;
    readonly rows?: RowCounts;
    readonly notices?: readonly Notice[];
    readonly files?: ReportFiles;
  },
): ReportDocument {
  const { id = null, file = null, sha256 = null, source = null, obtainedOn = null, org = null } = known.run;
  return {
    status: failure.exitCode,
    run: { id, file, sha256, source, obtainedOn, org },
    rows: known.rows ?? NO_ROWS,
    files: known.files ?? { rejects: null, report: null },
    warnings: known.notices ?? [],
    error: { code: failure.code, message: failure.message, action: failure.action },
  };
}
