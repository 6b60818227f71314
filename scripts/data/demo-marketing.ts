// Gives the demo what communication works with: consent of every kind, campaigns past and present, signs of interest, and parks that buy together.
import type { Connection } from 'jsforce';
import type { CivilDate } from '../platform/civil-date.ts';
import { seedCampaigns } from './demo-campaigns.ts';
import { seedConsent } from './demo-consent.ts';
import { seedParks } from './demo-parks.ts';
import { seedSigns } from './demo-signs.ts';

/** Creates it once, after the contracts are there: an org that has a collective already is left alone. */
export async function seedMarketing(connection: Connection, today: CivilDate): Promise<void> {
  const { totalSize } = await connection.query('SELECT Id FROM Collective__c LIMIT 1');
  if (totalSize > 0) return;
  await seedConsent(connection, today);
  await seedCampaigns(connection, today);
  await seedSigns(connection, today);
  await seedParks(connection, today);
}
