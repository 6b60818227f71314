// Accounts without KvK number, by their address: a business that resembles one of them is not simply made anew.
import { addressKey, businessKey, businessOf, nameSimilarity } from '../transform/business.ts';
import { accountOf, LEAST_SIMILARITY } from './account-review.ts';
import { bulkQuery } from './bulk-query.ts';
import { CsvRows } from './csv-rows.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import type { Pace } from '../../org-connection/repeated.ts';

/** Names by address. */
export type NamesByAddress = ReadonlyMap<string, readonly string[]>;

const FIELDS = 'Id, KvK_Number__c, Name, Branch_Number__c, VAT_Number__c, Postcode__c, House_Number__c, House_Number_Addition__c';

export async function readLookalikes(session: OrgSession, pace: Pace): Promise<NamesByAddress> {
  const found = new Map<string, string[]>();
  const soql = `SELECT ${FIELDS} FROM Account WHERE KvK_Number__c = null AND Postcode__c != null AND House_Number__c != null`;
  await bulkQuery(session, soql, pace, (row) => {
    const account = accountOf(row);
    const key = addressKey(account);
    if (key !== '') found.set(key, [...(found.get(key) ?? []), account.name]);
  });
  return found;
}

const FIELD_OF: Readonly<Record<string, string>> = {
  KvK_Number__c: 'kvkNumber',
  Name: 'companyName',
  Branch_Number__c: 'branchNumber',
  Postcode__c: 'postcode',
  House_Number__c: 'houseNumber',
  House_Number_Addition__c: 'houseNumberAddition',
};

/** Tells for the CSV line of a new account whether it resembles one that is there and nobody said that it is new. */
export function resembling(
  names: NamesByAddress,
  isNew: ReadonlySet<string>,
  columns: readonly string[],
): ((line: Uint8Array) => boolean) | undefined {
  if (names.size === 0) return undefined;
  const texts = new Map<string, string>();
  // one reader for all lines: it keeps room for thousands of cells
  const reader = new CsvRows((row) => {
    for (const [cell, column] of columns.entries()) texts.set(FIELD_OF[column] ?? '', row.text(cell));
  });
  return (line) => {
    reader.push(line);
    reader.close();
    const business = businessOf((field) => texts.get(field) ?? '');
    const others = names.get(addressKey(business)) ?? [];
    return others.some((name) => nameSimilarity(name, business.name) >= LEAST_SIMILARITY) && !isNew.has(businessKey(business));
  };
}
