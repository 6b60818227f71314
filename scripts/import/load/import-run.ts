// The Import_Run__c record: made before the first row is sent, completed with the counts after the last.
import type { Notice, RejectCause, RowCounts, RunIdentity } from '../plan/import-outcome.ts';
import type { ImportKind, ImportPlan } from '../plan/import-plan.ts';
import { ApiError } from '../../platform/api-error.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import { repeated } from '../../org-connection/repeated.ts';
import type { Pace } from '../../org-connection/repeated.ts';

/** Long text areas of the run. */
const LONGEST_SUMMARY = 32_768;

/** What the steward reads on the run. */
export interface RunSummary {
  readonly rows: RowCounts;
  readonly accountsCreated: number;
  readonly rejectedBecause: Readonly<Record<string, RejectCause>>;
  readonly notices: readonly Notice[];
  /** Path of the rejects file, if there is one. */
  readonly rejectsFile: string | null;
}

/** As Kind__c has them. */
const KINDS: Readonly<Record<ImportKind, string>> = { contracts: 'Contracts', consent: 'Consent' };

/** Creates the run in state Running, or turns it back to that when it is continued. `startedAt` is an instant. */
export async function startRun(
  session: OrgSession,
  run: RunIdentity,
  { kind, provenance }: Pick<ImportPlan, 'kind' | 'provenance'>,
  { startedAt, timesResumed }: { readonly startedAt: Date; readonly timesResumed: number },
  pace: Pace,
): Promise<void> {
  await writeRun(session, run.id, pace, {
    File_Name__c: run.file.slice(-255),
    File_Hash__c: run.sha256,
    Kind__c: KINDS[kind],
    Source__c: provenance.source,
    Obtained_On_Date__c: provenance.obtainedOn,
    Legal_Basis__c: provenance.legalBasis,
    Started_At__c: startedAt.toISOString(),
    Finished_At__c: null,
    State__c: 'Running',
    Times_Resumed__c: timesResumed,
  });
}

/** The latest run that loaded a file with the same bytes, by its name and the day (UTC) of its start, or undefined. */
export async function earlierRun(
  session: OrgSession,
  sha256: string,
): Promise<{ readonly name: string; readonly startedAt: string } | undefined> {
  const where = `File_Hash__c = '${sha256}' AND State__c IN ('Completed', 'Completed With Rejects') AND Undo_State__c = null`;
  const [run] = await session.query(`SELECT Name, Started_At__c FROM Import_Run__c WHERE ${where} ORDER BY Started_At__c DESC LIMIT 1`);
  return run && { name: String(run['Name']), startedAt: String(run['Started_At__c']).slice(0, 10) };
}

/** A run of the last day that the org still takes for running, other than `id`: perhaps from another machine. */
export async function runningRun(
  session: OrgSession,
  id: string,
  now: Date,
): Promise<{ readonly name: string; readonly startedAt: string } | undefined> {
  const since = new Date(now.getTime() - 86_400_000).toISOString();
  const where = `State__c = 'Running' AND Started_At__c > ${since} AND External_Id__c != '${id}'`;
  const [run] = await session.query(`SELECT Name, Started_At__c FROM Import_Run__c WHERE ${where} ORDER BY Started_At__c DESC LIMIT 1`);
  return run && { name: String(run['Name']), startedAt: String(run['Started_At__c']).slice(0, 16).replace('T', ' ') };
}

/** Writes the counts and the state that follows from them. */
export async function completeRun(session: OrgSession, id: string, summary: RunSummary, finishedAt: Date, pace: Pace): Promise<void> {
  const State__c = summary.rows.rejected > 0 ? 'Completed With Rejects' : 'Completed';
  await writeRun(session, id, pace, { ...told(summary), State__c, Finished_At__c: finishedAt.toISOString() });
}

/** Marks a run that ended early; the counts are those that are certain. */
export async function failRun(session: OrgSession, id: string, summary: RunSummary, finishedAt: Date): Promise<void> {
  const once = { wait: () => Promise.reject(new Error('not waited for')) };
  await writeRun(session, id, once, { ...told(summary), State__c: 'Failed', Finished_At__c: finishedAt.toISOString() });
}

/** Upserts by external id, so that a lost answer does no harm. */
export async function writeRun(session: OrgSession, id: string, pace: Pace, fields: Readonly<Record<string, unknown>>): Promise<void> {
  await repeated(async () => {
    try {
      await session.json('PATCH', `/sobjects/Import_Run__c/External_Id__c/${id}`, fields);
    } catch (error) {
      // an answer of 204 has no body to read
      if (!(error instanceof ApiError) || error.status >= 300) throw error;
    }
  }, pace);
}

function told({ rows, accountsCreated, rejectedBecause, notices, rejectsFile }: RunSummary): Readonly<Record<string, unknown>> {
  const rejects = Object.entries(rejectedBecause)
    .sort(([, one], [, other]) => other.count - one.count)
    .map(([code, { count, line, reason }]) => `${count}\t${code}\t${line}\t${oneLine(reason)}`);
  return {
    Rows_Read__c: rows.read,
    Rows_Created__c: rows.created,
    Rows_Updated__c: rows.updated,
    Rows_Unchanged__c: rows.unchanged,
    Rows_Kept__c: rows.kept,
    Rows_Skipped__c: rows.skipped,
    Rows_Rejected__c: rows.rejected,
    Accounts_Created__c: accountsCreated,
    Rejects_File__c: rejectsFile === null ? null : rejectsFile.slice(-255),
    Reject_Summary__c: summarised(rejects),
    Notice_Summary__c: summarised(notices.map(({ code, message }) => `${code}\t${oneLine(message)}`)),
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** As many whole lines as the field holds. */
function summarised(lines: readonly string[]): string | null {
  let text = '';
  for (const line of lines) {
    if (text.length + line.length + 1 > LONGEST_SUMMARY) break;
    text += text === '' ? line : `\n${line}`;
  }
  return text === '' ? null : text;
}
