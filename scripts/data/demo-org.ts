// Fills an empty org with the accounts and providers of a fictional sales team, as if it had worked there for a while.
import type { Connection } from 'jsforce';
import { providerKey } from '../import/source/provider-key.ts';
import type { CivilDate } from '../platform/civil-date.ts';
import { seedRelations } from './demo-relations.ts';
import { company } from './companies.ts';
import { KNOWN_ACCOUNTS, seedLifecycle, stageOf } from './demo-lifecycle.ts';
import providers from './providers.json' with { type: 'json' };
import { upsertRecords } from './save-records.ts';

async function salesReps(connection: Connection): Promise<readonly string[]> {
  const { records } = await connection.query<{ Id: string }>(
    "SELECT Id FROM User WHERE IsActive = true AND Title LIKE 'Sales representative%' ORDER BY Username",
  );
  if (records.length === 0)
    throw new Error('The org has no active user whose title begins with Sales representative, to own the demo accounts.');
  return records.map((user) => user.Id);
}

function competitors(): { readonly records: Record<string, unknown>[]; readonly aliases: Record<string, unknown>[] } {
  const records: Record<string, unknown>[] = [];
  const aliases: Record<string, unknown>[] = [];
  for (const { name, sectors, aliases: spellings } of providers.known) {
    const key = providerKey(name);
    records.push({
      Name: name,
      External_Id__c: key,
      Sectors__c: sectors.join(';'),
      Is_Active__c: true,
      Review_State__c: 'Confirmed',
      Website__c: `https://${key}.example`,
    });
    const keys = new Map(spellings.map((spelling) => [providerKey(spelling), spelling]));
    keys.delete(key);
    for (const [aliasKey, spelling] of keys)
      aliases.push({ Name: spelling, External_Id__c: aliasKey, Competitor__r: { External_Id__c: key } });
  }
  return { records, aliases };
}

function account(index: number, owners: readonly string[]): Record<string, unknown> {
  const of = company(index);
  return {
    Name: of.name,
    KvK_Number__c: of.kvk,
    Branch_Number__c: of.branchNumber,
    VAT_Number__c: of.vat,
    Legal_Form__c: of.legalForm.value,
    BillingStreet: `${of.street} ${of.houseNumber}${of.addition}`,
    BillingPostalCode: of.postcode,
    BillingCity: of.city,
    BillingCountry: 'Netherlands',
    Postcode__c: of.postcode,
    House_Number__c: of.houseNumber,
    House_Number_Addition__c: of.addition || null,
    Phone: `+31 85 ${String(1_000_000 + index).slice(0, 3)} ${String(1_000_000 + index).slice(3)}`,
    OwnerId: owners[index % owners.length],
    Lifecycle_Stage__r: { External_Id__c: stageOf(index) },
  };
}

/** Upserts providers, spellings and known accounts, and gives these a history up to today; running it again changes nothing. */
export async function seedDemo(
  connection: Connection,
  today: CivilDate,
): Promise<{ readonly accounts: number; readonly competitors: number; readonly aliases: number }> {
  const owners = await salesReps(connection);
  const known = competitors();
  await upsertRecords(connection, 'Competitor__c', 'External_Id__c', known.records);
  await upsertRecords(connection, 'Competitor_Alias__c', 'External_Id__c', known.aliases);
  const accounts = Array.from({ length: KNOWN_ACCOUNTS }, (_, index) => account(index, owners));
  await upsertRecords(connection, 'Account', 'KvK_Number__c', accounts);
  await seedLifecycle(connection, today);
  await seedRelations(connection, today);
  return { accounts: accounts.length, competitors: known.records.length, aliases: known.aliases.length };
}
