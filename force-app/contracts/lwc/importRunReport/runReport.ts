// One import run as plain values: its sum, its rejects and notices by reason, and what can be done about it.
import type { RunNode } from './runQueries';

export type RunCount = 'created' | 'updated' | 'unchanged' | 'kept' | 'skipped' | 'rejected';

export interface Reject {
  readonly code: string;
  readonly rows: number;
  /** Number of the first line of the file that was rejected for it; blank when it is not known. */
  readonly firstLine: string;
  readonly reason: string;
}
export interface RunSum {
  readonly read: number;
  /** Of all counts together. */
  readonly sum: number;
  readonly counts: readonly { readonly name: RunCount; readonly count: number }[];
}
/** What the command line offers now. */
export type NextStep = 'resume' | 'undo' | 'none';

/** Evidence of consent is only ever added. */
const NEVER_OF_CONSENT: readonly RunCount[] = ['updated', 'kept'];

export function isConsent(run: RunNode): boolean {
  return run.Kind__c?.value === 'Consent';
}

/** The counts that a run of its kind can have. */
export function countsOf(run: RunNode): RunSum['counts'] {
  const { counts } = sumOf(run);
  return isConsent(run) ? counts.filter(({ name, count }) => count > 0 || !NEVER_OF_CONSENT.includes(name)) : counts;
}

export function sumOf(run: RunNode): RunSum {
  const counts = [
    { name: 'created' as const, count: run.Rows_Created__c?.value ?? 0 },
    { name: 'updated' as const, count: run.Rows_Updated__c?.value ?? 0 },
    { name: 'unchanged' as const, count: run.Rows_Unchanged__c?.value ?? 0 },
    { name: 'kept' as const, count: run.Rows_Kept__c?.value ?? 0 },
    { name: 'skipped' as const, count: run.Rows_Skipped__c?.value ?? 0 },
    { name: 'rejected' as const, count: run.Rows_Rejected__c?.value ?? 0 },
  ];
  return { read: run.Rows_Read__c?.value ?? 0, sum: counts.reduce((sum, { count }) => sum + count, 0), counts };
}

/** The importer writes a line per reason, most frequent first: rows, code, first line, reason, apart by tabs. */
export function rejectsOf(run: RunNode): readonly Reject[] {
  return linesOf(run.Reject_Summary__c?.value).map((line) => {
    const [rows = '', code = '', firstLine = '', ...reason] = line.split('\t');
    return { code, rows: Number(rows) || 0, firstLine, reason: reason.join(' ') || code };
  });
}

/** The importer writes a line per notice: code and sentence, apart by a tab. */
export function noticesOf(run: RunNode): readonly { readonly code: string; readonly sentence: string }[] {
  return linesOf(run.Notice_Summary__c?.value).map((line) => {
    const [code = '', ...sentence] = line.split('\t');
    return { code, sentence: sentence.join(' ') || code };
  });
}

function linesOf(text: string | null | undefined): readonly string[] {
  return (text ?? '').split('\n').filter((line) => line.trim() !== '');
}

export function nextStep(run: RunNode): NextStep {
  const [state, undo] = [run.State__c?.value, run.Undo_State__c?.value];
  if (undo === 'Undoing') return 'undo';
  if (undo) return 'none';
  return state === 'Failed' || state === 'Running' ? 'resume' : 'undo';
}

/** As the README tells it; ORG stands for the name that the user's sf CLI has for the org. */
export function commandOf(run: RunNode, step: NextStep): string {
  return step === 'none' ? '' : `npm run import -- ${step} ${run.External_Id__c?.value ?? ''} --org ORG`;
}

/** State of the run for the eye; the words say the same. */
export function runChip(run: RunNode): string {
  if (run.Undo_State__c?.value) return 'passed';
  const state = run.State__c?.value;
  if (state === 'Completed') return 'good';
  if (state === 'Completed With Rejects') return 'soon';
  return state === 'Running' ? 'calm' : 'urgent';
}
