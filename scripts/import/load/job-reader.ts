// Joins the failed rows of a job back to the lines of the file, and sets aside those that may pass a moment later.
import type { RejectSink } from '../plan/import-outcome.ts';
import type { Language } from '../plan/import-plan.ts';
import { orgFailure } from '../plan/import-failure.ts';
import type { SourceColumn } from '../source/inspection.ts';
import { lineOf } from './csv-rows.ts';
import type { CsvRow } from './csv-rows.ts';
import { readResult } from './job-results.ts';
import { hashKey } from './org-content.ts';
import { describeRowError, isPassingRowError, parseRowError } from './row-error.ts';
import type { RowError } from './row-error.ts';
import type { LoggedRow } from './row-log.ts';
import type { OrgContent, SentRows } from './row-matcher.ts';
import { rowSentence } from './row-sentences.ts';
import type { RunTally } from './run-tally.ts';

export interface ResultContext {
  readonly org: OrgContent;
  readonly sent: SentRows;
  readonly claims: SentRows;
  readonly rejects: RejectSink;
  readonly tally: RunTally;
  readonly columns: readonly SourceColumn[];
  readonly language: Language;
  /** Header of the contract jobs. */
  readonly sentColumns: readonly string[];
  /** Accounts that could not be created, by KvK number as text, with the org's words. */
  readonly refusedAccounts: Map<string, string>;
}

/** Sets a line aside that may be taken a moment later. */
export type KeepForRetry = (line: Uint8Array, isNew: boolean) => void;

const ERROR = 'sf__Error';
const NEW_LINE = Buffer.from('\n');

/**
 * Counts the failed contract rows as rejected instead of created or updated, and names their lines. Rows with a passing refusal go to
 * `retry` instead, when there is one.
 */
export async function readFailedContracts(path: string, context: ResultContext, retry: KeepForRetry | undefined): Promise<void> {
  let at = { error: -1, key: -1, account: -1, first: 0, isAsSent: false };
  const words = new Uint32Array(2);
  const header = (row: CsvRow): void => {
    const names = Array.from({ length: row.cells }, (_, cell) => row.text(cell));
    const first = names.findIndex((name) => !name.startsWith('sf__'));
    at = {
      error: names.indexOf(ERROR),
      key: names.indexOf('External_Id__c'),
      account: names.indexOf('Account__r.KvK_Number__c'),
      first,
      isAsSent: names.slice(first).join() === context.sentColumns.join(),
    };
    if (at.error < 0 || at.key < 0) throw unreadable(`its header is ${names.join(',')}`);
  };
  await readResult(path, header, (row) => {
    hashKey(row, at.key, words);
    const [low, high] = [words[0] ?? 0, words[1] ?? 0];
    const number = context.sent.table.find(low, high);
    if (number < 0) throw unreadable(`it names ${row.text(at.key)}, which was not sent`);
    const isNew = context.org.contracts.look(low, high, 0, 0) === 'absent';
    if (isNew) context.tally.created -= 1;
    else context.tally.updated -= 1;
    const error = parseRowError(row.text(at.error));
    if (retry && at.isAsSent && isPassingRowError(error)) {
      retry(Buffer.concat([lineOf(row, at.first), NEW_LINE]), isNew);
      return;
    }
    const { line, offset, length } = context.sent.log.read(number);
    const description = described(error, row.text(at.account), context);
    context.rejects.add({ line, offset, length, ...description });
  });
}

/** Takes failed claims off the kept rows and names their lines; those with a passing refusal go to `retry`, when there is one. */
export async function readFailedClaims(
  path: string,
  context: ResultContext,
  retry: ((line: Uint8Array) => void) | undefined,
): Promise<void> {
  await eachFailedRow(path, context.claims, ({ error, place: { line, offset, length }, again }) => {
    context.tally.kept -= 1;
    if (retry && isPassingRowError(error)) retry(again());
    else context.rejects.add({ line, offset, length, ...describeRowError(error, context.columns, context.language) });
  });
}

/** A row that the org refused. */
export interface FailedRow {
  readonly error: RowError;
  /** Of the row of the file that it came from. */
  readonly place: LoggedRow;
  /** Its CSV line as it was sent. */
  again(): Uint8Array;
}

/** Tells every refused row of an object that is known by External_Id__c; `sent` are the rows that were sent. */
export async function eachFailedRow(path: string, sent: SentRows, tell: (failed: FailedRow) => void): Promise<void> {
  let at = { error: -1, key: -1, first: 0 };
  const words = new Uint32Array(2);
  const header = (row: CsvRow): void => {
    const names = Array.from({ length: row.cells }, (_, cell) => row.text(cell));
    at = {
      error: names.indexOf(ERROR),
      key: names.lastIndexOf('External_Id__c'),
      first: names.findIndex((name) => !name.startsWith('sf__')),
    };
    if (at.error < 0 || at.key < 0) throw unreadable(`its header is ${names.join(',')}`);
  };
  await readResult(path, header, (row) => {
    hashKey(row, at.key, words);
    const number = sent.table.find(words[0] ?? 0, words[1] ?? 0);
    if (number < 0) throw unreadable(`it names ${row.text(at.key)}, which was not sent`);
    const again = (): Uint8Array => Buffer.concat([lineOf(row, at.first), NEW_LINE]);
    tell({ error: parseRowError(row.text(at.error)), place: sent.log.read(number), again });
  });
}

/** Keeps why accounts could not be created, for the rows that need them. Returns how many there are. */
export async function readFailedAccounts(path: string, context: ResultContext): Promise<number> {
  let at = { error: -1, kvk: -1 };
  let failed = 0;
  const header = (row: CsvRow): void => {
    const names = Array.from({ length: row.cells }, (_, cell) => row.text(cell));
    at = { error: names.indexOf(ERROR), kvk: names.indexOf('KvK_Number__c') };
    if (at.error < 0 || at.kvk < 0) throw unreadable(`its header is ${names.join(',')}`);
  };
  await readResult(path, header, (row) => {
    failed += 1;
    context.refusedAccounts.set(row.text(at.kvk), parseRowError(row.text(at.error)).message);
  });
  return failed;
}

function described(error: RowError, kvk: string, { columns, language, refusedAccounts }: ResultContext) {
  const account = refusedAccounts.get(kvk);
  if (account === undefined) return describeRowError(error, columns, language);
  const column = columns.find(({ field }) => field === 'kvkNumber')?.header ?? '';
  return { column, code: 'ACCOUNT_REFUSED', ...rowSentence(language, 'ACCOUNT_REFUSED', { kvk, message: account }) };
}

function unreadable(why: string): Error {
  return orgFailure('RESULTS_UNREADABLE', { why });
}
