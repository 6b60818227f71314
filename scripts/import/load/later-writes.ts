// What people and other runs wrote while a run lay still: when it goes on, its rows about that must not overwrite it unseen.
import { parseHashHex } from '../plan/content-hash.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { Pace } from '../../org-connection/repeated.ts';
import { bulkQuery } from './bulk-query.ts';
import { ContractIndex, isByHand } from './contract-index.ts';
import type { KvkSet } from './kvk-set.ts';
import { hashKey, readAccounts } from './org-content.ts';
import type { TypedContract } from './typed-contracts.ts';

export interface LaterWrites {
  /** Contracts that differ from what the run was judged by, with the fingerprint that they have now. */
  readonly contracts: ContractIndex;
  /** Every account that the org has now. */
  readonly accounts: KvkSet;
  /** Contracts without number that people typed meanwhile: rows of the file may be about them. */
  readonly typed: readonly TypedContract[];
}

/** Clocks that differ by less are taken for equal. */
const TOLERATED_MILLISECONDS = 300_000;

/** Asks the org for it. `before` is what the run is judged by, read at `startedAt`. */
export async function readLaterWrites(
  session: OrgSession,
  pace: Pace,
  { runId, startedAt, before }: { readonly runId: string; readonly startedAt: Date; readonly before: ContractIndex },
): Promise<Omit<LaterWrites, 'typed'>> {
  const contracts = new ContractIndex();
  const since = new Date(startedAt.getTime() - TOLERATED_MILLISECONDS).toISOString();
  const others = `(Import_Run__c = null OR Import_Run__r.External_Id__c != '${runId}' OR Hand_Edited_At__c >= ${since})`;
  const soql = `SELECT External_Id__c, Import_Fingerprint__c, Hand_Edited_At__c FROM Competitor_Contract__c WHERE External_Id__c != null AND SystemModstamp >= ${since} AND ${others}`;
  const words = new Uint32Array(4);
  await bulkQuery(session, soql, pace, (row) => {
    hashKey(row, 0, words);
    const isPrinted = parseHashHex(row.bytes, row.start(1), row.end(1), words, 2);
    if (!isPrinted) words.fill(0, 2);
    const [low, high, printLow, printHigh] = words as unknown as readonly [number, number, number, number];
    const known = before.look(low, high, printLow, printHigh);
    const editedAt = Date.parse(row.text(2));
    // what was edited shortly before the run began was seen by it, unless the clocks differ
    const isEdited = editedAt >= startedAt.getTime() || (editedAt >= Date.parse(since) && !isByHand(before.said(low, high)));
    // the nightly flows touch contracts without saying anything new
    if (isEdited || known === 'absent' || (isPrinted && known === 'other-content')) {
      contracts.set(low, high, isEdited ? 0 : printLow, isEdited ? 0 : printHigh);
    }
  });
  return { contracts, accounts: await readAccounts(session, pace) };
}
