// Fills an empty org with the accounts and providers of a fictional sales team, as if it had worked there for years.
import type { Connection } from 'jsforce';
import { providerKey } from '../import/source/provider-key.ts';
import type { CivilDate } from '../platform/civil-date.ts';
import { withoutAutomation } from './bypass-automation.ts';
import { demoAccounts, seedAccounts } from './demo-accounts.ts';
import { seedCompetitorPast } from './demo-competitor-past.ts';
import { planDepartures, seedDepartures } from './demo-departures.ts';
import { seedFeedback, seedOpenFeedback } from './demo-feedback.ts';
import { seedLifecycle, writeMoves } from './demo-lifecycle.ts';
import { seedOrders } from './demo-orders.ts';
import { seedRelations } from './demo-relations.ts';
import { allStories } from './demo-story.ts';
import { seedTalks } from './demo-talks.ts';
import providers from './providers.json' with { type: 'json' };
import { upsertRecords } from './save-records.ts';

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

/** The past of the known accounts, once: an org that has positions already is left alone. */
async function seedPast(connection: Connection, today: CivilDate): Promise<void> {
  const { totalSize } = await connection.query('SELECT Id FROM Lifecycle_Position__c LIMIT 1');
  if (totalSize > 0) return;
  const accounts = await demoAccounts(connection);
  const stories = allStories(today);
  const past = { connection, today, accounts, stories };
  await withoutAutomation(connection, async () => {
    await seedLifecycle(past);
    await seedOrders(past);
    await seedFeedback(past);
    await seedDepartures(past);
    await seedTalks(past);
  });
  await seedCompetitorPast(past);
  await planDepartures(past);
  await seedOpenFeedback(past);
  await seedRelations(past);
  await writeMoves(past);
}

/** Upserts providers, spellings and known accounts, and gives these a past up to today; running it again changes nothing. */
export async function seedDemo(
  connection: Connection,
  today: CivilDate,
): Promise<{ readonly accounts: number; readonly competitors: number; readonly aliases: number }> {
  const known = competitors();
  await upsertRecords(connection, 'Competitor__c', 'External_Id__c', known.records);
  await upsertRecords(connection, 'Competitor_Alias__c', 'External_Id__c', known.aliases);
  const accounts = await seedAccounts(connection, today);
  await seedPast(connection, today);
  return { accounts, competitors: known.records.length, aliases: known.aliases.length };
}
