// Contracts that a person typed have no external id; they get the one under which a file will speak of them, so that none is doubled.
import { bulkQuery } from './bulk-query.ts';
import { queryByValues } from './narrowed-query.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { Patch } from './patched-records.ts';
import type { Pace } from '../../org-connection/repeated.ts';
import { prefixOf } from './typed-contracts.ts';
import type { TypedContract } from './typed-contracts.ts';

const OBJECT = 'Competitor_Contract__c';
const FIXED = [
  ...['Id', 'Account__r.KvK_Number__c', 'Competitor__r.External_Id__c', 'Product_Category__c', 'Connection_Code__c', 'Contract_Number__c'],
  ...['External_Id__c', 'Status__c', 'Name'],
] as const;
const HAS_NO_NUMBER = 'Contract_Number__c = null AND Connection_Code__c = null';
const IS_TYPED = '(Hand_Edited_At__c != null OR Import_Run__c = null)';
const WHERE = `Account__r.KvK_Number__c != null AND (External_Id__c = null OR (${HAS_NO_NUMBER} AND ${IS_TYPED}))`;
/** Contracts that are over are not what a file speaks of. */
const PAST: ReadonlySet<string> = new Set(['Ended', 'Not Relevant']);

export interface TypedInOrg {
  /** External ids that typed contracts lack; of several contracts with one external id only the first is named. */
  readonly adopted: readonly Patch[];
  /** Those without contract number and connection code. */
  readonly unnumbered: readonly TypedContract[];
}

/** Asks the org; `columns` are those of the load. */
export async function typedContracts(session: OrgSession, pace: Pace, columns: readonly string[]): Promise<TypedInOrg> {
  const adopted = new Map<string, string>();
  const taken = new Set<string>();
  const numbered = new Set<string>();
  const unnumbered = new Map<string, Omit<TypedContract, 'hasSiblings'>>();
  const loaded = columns.filter((column) => !column.includes('.'));
  const fields = [...new Set([...FIXED, ...loaded])];
  await bulkQuery(session, `SELECT ${fields.join(', ')} FROM ${OBJECT} WHERE ${WHERE}`, pace, (row) => {
    const [id, kvk, provider, category, connection, contract, known, status, name] = FIXED.map((_, cell) => row.text(cell)) as Texts;
    const prefix = `${[kvk, provider, category].join('|').toLowerCase()}|`;
    const externalId = `${prefix}${(connection || contract || '-').toLowerCase()}`;
    if (provider === '' || externalId.length > 255) return;
    if (known === '' && !adopted.has(id) && !taken.has(externalId)) {
      taken.add(externalId);
      adopted.set(id, externalId);
    }
    if (connection !== '' || contract !== '') numbered.add(prefix);
    if (connection !== '' || contract !== '' || PAST.has(status)) return;
    const values = Object.fromEntries(loaded.map((column) => [column, row.text(fields.indexOf(column))]));
    unnumbered.set(id, { id, name, kvk: Number(kvk), prefix, values: { ...values, External_Id__c: known } });
  });
  const siblings = await siblingsOf(session, pace, [...unnumbered.values()]);
  return {
    adopted: [...adopted].map(([id, externalId]) => ({
      ...{ object: OBJECT, id },
      before: { External_Id__c: null },
      after: { External_Id__c: externalId },
    })),
    unnumbered: [...unnumbered.values()].map((contract) => ({
      ...contract,
      hasSiblings: numbered.has(contract.prefix) || siblings.has(contract.prefix),
    })),
  };
}

type Texts = [string, string, string, string, string, string, string, string, string];

/** Prefixes under which the org knows contracts with a number. */
async function siblingsOf(
  session: OrgSession,
  pace: Pace,
  contracts: readonly Pick<TypedContract, 'kvk' | 'prefix'>[],
): Promise<ReadonlySet<string>> {
  const prefixes = new Set(contracts.map(({ prefix }) => prefix));
  const found = new Set<string>();
  const query = {
    select: `SELECT External_Id__c FROM ${OBJECT}`,
    where: 'External_Id__c != null AND (Contract_Number__c != null OR Connection_Code__c != null)',
    values: { 'Account__r.KvK_Number__c': new Set(contracts.map(({ kvk }) => String(kvk).padStart(8, '0'))) },
  };
  await queryByValues(session, query, pace, (row) => {
    const prefix = prefixOf(row.text(0).toLowerCase());
    if (prefixes.has(prefix)) found.add(prefix);
  });
  return found;
}
