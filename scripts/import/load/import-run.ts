// The Import_Run__c record: made before the first row is sent, completed with the counts after the last.
import type { RowCounts, RunIdentity } from '../plan/import-outcome.ts';
import type { Provenance } from '../plan/import-plan.ts';
import { ApiError } from '../../platform/api-error.ts';
import type { OrgSession } from './org-session.ts';

/** Creates the run in state Running and returns its record id. `startedAt` is an instant. */
export async function startRun(session: OrgSession, run: RunIdentity, provenance: Provenance, startedAt: Date): Promise<string> {
  const answer = await session.json('POST', '/sobjects/Import_Run__c', {
    External_Id__c: run.id,
    File_Name__c: run.file.slice(-255),
    File_Hash__c: run.sha256,
    Source__c: provenance.source,
    Obtained_On_Date__c: provenance.obtainedOn,
    Legal_Basis__c: provenance.legalBasis,
    Started_At__c: startedAt.toISOString(),
    State__c: 'Running',
  });
  const { id } = answer as { readonly id?: unknown };
  if (typeof id !== 'string') throw new ApiError(502, 'NO_ID', 'the answer to the creation of the import run has no id');
  return id;
}

/** The latest run that loaded a file with the same bytes, by its name and the day (UTC) of its start, or undefined. */
export async function earlierRun(
  session: OrgSession,
  sha256: string,
): Promise<{ readonly name: string; readonly startedAt: string } | undefined> {
  const where = `File_Hash__c = '${sha256}' AND State__c IN ('Completed', 'Completed With Rejects')`;
  const [run] = await session.query(`SELECT Name, Started_At__c FROM Import_Run__c WHERE ${where} ORDER BY Started_At__c DESC LIMIT 1`);
  return run && { name: String(run['Name']), startedAt: String(run['Started_At__c']).slice(0, 10) };
}

/** Writes the counts and the state that follows from them. */
export async function completeRun(session: OrgSession, recordId: string, rows: RowCounts, finishedAt: Date): Promise<void> {
  await session.json('PATCH', `/sobjects/Import_Run__c/${recordId}`, {
    ...counts(rows),
    State__c: rows.rejected > 0 ? 'Completed With Rejects' : 'Completed',
    Finished_At__c: finishedAt.toISOString(),
  });
}

/** Marks a run that ended early; the counts are those that are certain. */
export async function failRun(session: OrgSession, recordId: string, rows: RowCounts, finishedAt: Date): Promise<void> {
  await session.json('PATCH', `/sobjects/Import_Run__c/${recordId}`, {
    ...counts(rows),
    State__c: 'Failed',
    Finished_At__c: finishedAt.toISOString(),
  });
}

function counts(rows: RowCounts): Readonly<Record<string, number>> {
  return {
    Rows_Read__c: rows.read,
    Rows_Created__c: rows.created,
    Rows_Updated__c: rows.updated,
    Rows_Unchanged__c: rows.unchanged,
    Rows_Skipped__c: rows.skipped,
    Rows_Rejected__c: rows.rejected,
  };
}
