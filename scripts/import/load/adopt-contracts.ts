// Contracts that a person typed have no external id; they get the one under which a file will speak of them, so that none is doubled.
import { bulkQuery } from './bulk-query.ts';
import type { OrgSession } from './org-session.ts';
import { repeated } from './repeated.ts';
import type { Pace } from './repeated.ts';

const RECORDS_PER_REQUEST = 200;
const FIELDS = 'Id, Account__r.KvK_Number__c, Competitor__r.External_Id__c, Product_Category__c, Connection_Code__c, Contract_Number__c';
const SOQL = `SELECT ${FIELDS} FROM Competitor_Contract__c WHERE External_Id__c = null AND Account__r.KvK_Number__c != null`;

/** External ids that typed contracts lack, by record id; of several contracts with one external id only the first is named. */
export async function typedContracts(session: OrgSession, pace: Pace): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  await bulkQuery(session, SOQL, pace, (row) => {
    const [id, kvk, provider, category] = [row.text(0), row.text(1), row.text(2), row.text(3)];
    if (provider === '' || found.has(id)) return;
    const externalId = [kvk, provider, category, row.text(4) || row.text(5) || '-'].join('|').toLowerCase();
    if (externalId.length > 255 || taken.has(externalId)) return;
    taken.add(externalId);
    found.set(id, externalId);
  });
  return found;
}

/** Writes the external ids. A contract that the org refuses (another one has the id already) stays as it is. */
export async function adoptContracts(session: OrgSession, contracts: ReadonlyMap<string, string>, pace: Pace): Promise<void> {
  const all = [...contracts];
  for (let from = 0; from < all.length; from += RECORDS_PER_REQUEST) {
    const part = all.slice(from, from + RECORDS_PER_REQUEST);
    const records = part.map(([id, externalId]) => ({
      attributes: { type: 'Competitor_Contract__c' },
      Id: id,
      External_Id__c: externalId,
    }));
    await repeated(() => session.json('PATCH', '/composite/sobjects', { allOrNone: false, records }), pace);
  }
}
