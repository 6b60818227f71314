// Reads what the org already holds into typed tables: which accounts there are and which contract statements were loaded before.
import { hash64, parseHashHex } from '../plan/content-hash.ts';
import { bulkQuery } from './bulk-query.ts';
import { isCivilDate } from '../../platform/civil-date.ts';
import { ContractIndex, said } from './contract-index.ts';
import type { CsvRow } from './csv-rows.ts';
import type { Pace } from '../../org-connection/repeated.ts';
import { KvkSet } from './kvk-set.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { OrgContent } from './row-matcher.ts';

/** What is asked of every contract, whatever the file holds; the columns of the file follow. */
const ALWAYS = ['External_Id__c', 'Import_Fingerprint__c', 'Obtained_On_Date__c', 'Hand_Edited_At__c', 'Import_Run__c'] as const;

/**
 * Columns of the old values that a run keeps: those that it may write, without the account, which stays. References as record ids, which
 * can be given back blank as well.
 */
export function oldColumns(written: readonly string[]): readonly string[] {
  const fields = written.filter((column) => !column.startsWith('Account__r.')).map((column) => column.replace(/__r\.\w+$/, '__c'));
  return [...new Set([...ALWAYS, ...fields])];
}

/**
 * Bulk queries, one after the other; memory follows the number of records, not their text. With `keep` the contracts are asked for with
 * `columns` and every row is handed over (twice when a page broke off). `known` are the accounts, where they were read before.
 */
export async function readOrgContent(
  session: OrgSession,
  pace: Pace,
  old?: { readonly columns: readonly string[]; readonly keep: (row: CsvRow) => void },
  known?: KvkSet,
): Promise<OrgContent> {
  const accounts = known ?? (await readAccounts(session, pace));
  const contracts = new ContractIndex();
  const words = new Uint32Array(4);
  const columns = old?.columns ?? ALWAYS;
  await bulkQuery(session, `SELECT ${columns.join(', ')} FROM Competitor_Contract__c WHERE External_Id__c != null`, pace, (row) => {
    old?.keep(row);
    hashKey(row, 0, words);
    const isPrinted = parseHashHex(row.bytes, row.start(1), row.end(1), words, 2);
    if (!isPrinted) words.fill(0, 2);
    const day = row.text(2);
    const isFromNoFile = !isPrinted && row.start(4) === row.end(4);
    const when = said(isCivilDate(day) ? day : undefined, row.start(3) < row.end(3) || isFromNoFile);
    contracts.set(words[0] ?? 0, words[1] ?? 0, words[2] ?? 0, words[3] ?? 0, when);
  });
  const claims = new ContractIndex();
  await bulkQuery(session, 'SELECT External_Id__c FROM Contract_Claim__c WHERE External_Id__c != null', pace, (row) => {
    hashKey(row, 0, words);
    claims.set(words[0] ?? 0, words[1] ?? 0, 1, 0);
  });
  return { accounts, contracts, claims };
}

/** The KvK numbers of all accounts. */
export async function readAccounts(session: OrgSession, pace: Pace): Promise<KvkSet> {
  const accounts = new KvkSet();
  await bulkQuery(session, 'SELECT KvK_Number__c FROM Account WHERE KvK_Number__c != null', pace, (row) => {
    const kvk = wholeNumber(row, 0);
    if (kvk >= 0) accounts.add(kvk);
  });
  return accounts;
}

/** Writes the hash of an external id into words 0 and 1. External ids ignore case; ours are written in lower case. */
export function hashKey(row: CsvRow, cell: number, words: Uint32Array): void {
  const [start, end] = [row.start(cell), row.end(cell)];
  if (!row.isEscaped(cell) && !hasCapital(row.bytes, start, end)) return hash64(row.bytes, start, end, words, 0);
  const bytes = Buffer.from(row.text(cell).toLowerCase());
  hash64(bytes, 0, bytes.length, words, 0);
}

function hasCapital(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 65 && byte <= 90) return true;
  }
  return false;
}

/** The cell as a whole number of at most eight digits, or -1. */
function wholeNumber(row: CsvRow, cell: number): number {
  const [start, end] = [row.start(cell), row.end(cell)];
  if (end - start > 8 || end === start) return -1;
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (row.bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
