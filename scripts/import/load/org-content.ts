// Reads what the org already holds into typed tables: which accounts there are and which contract statements were loaded before.
import { hash64, parseHashHex } from '../plan/content-hash.ts';
import { bulkQuery } from './bulk-query.ts';
import { ContractIndex } from './contract-index.ts';
import type { CsvRow } from './csv-rows.ts';
import type { Pace } from './ingest-job.ts';
import { KvkSet } from './kvk-set.ts';
import type { OrgSession } from './org-session.ts';
import type { OrgContent } from './row-matcher.ts';

/** Two Bulk queries, one after the other; memory follows the number of records, not their text. */
export async function readOrgContent(session: OrgSession, pace: Pace): Promise<OrgContent> {
  const accounts = new KvkSet();
  await bulkQuery(session, 'SELECT KvK_Number__c FROM Account WHERE KvK_Number__c != null', pace, (row) => {
    const kvk = wholeNumber(row, 0);
    if (kvk >= 0) accounts.add(kvk);
  });
  const contracts = new ContractIndex();
  const words = new Uint32Array(4);
  const soql = 'SELECT External_Id__c, Import_Fingerprint__c FROM Competitor_Contract__c WHERE External_Id__c != null';
  await bulkQuery(session, soql, pace, (row) => {
    hashKey(row, 0, words);
    if (row.cells < 2 || !parseHashHex(row.bytes, row.start(1), row.end(1), words, 2)) words.fill(0, 2);
    contracts.set(words[0] ?? 0, words[1] ?? 0, words[2] ?? 0, words[3] ?? 0);
  });
  return { accounts, contracts };
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
