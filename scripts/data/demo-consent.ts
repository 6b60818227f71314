// What people have said about being approached, with when and where: given once or twice, for a time, refused, withdrawn, or only claimed by a list.
import type { Connection } from 'jsforce';
import { addDays, type CivilDate } from '../platform/civil-date.ts';
import { workingHour, type Fields } from './demo-past.ts';
import { seededRandom } from './random.ts';
import { insertRecords } from './save-records.ts';

const SAID = [
  ['email', 34],
  ['email and phone', 10],
  ['phone', 11],
  ['phone for a time', 5],
  ['email claimed', 9],
  ['phone refused', 7],
  ['withdrawn', 9],
  ['nothing', 15],
] as const;
const SOURCES = ['Webformulier', 'Offerteformulier', 'Beurs Ondernemen 2025', 'Telefoongesprek, opgenomen'];

/** What the n-th contact has said, the oldest first. */
function evidenceOf(contact: string, index: number, today: CivilDate): readonly Fields[] {
  const random = seededRandom(index * 17 + 70_000);
  const said = random.weighted(SAID);
  const captured = workingHour(addDays(today, -random.whole(said === 'withdrawn' ? 300 : 20, 700)), random);
  const given = { Contact__c: contact, State__c: 'Given', Captured_At__c: captured, Source__c: random.pick(SOURCES) };
  const byEmail = {
    ...given,
    Channel__c: 'Email',
    Double_Opt_In_At__c: captured,
    Wording__c: 'Ja, stuur mij nieuws en aanbiedingen per e-mail.',
  };
  const byPhone = { ...given, Channel__c: 'Phone', Wording__c: 'Ja, u mag mij hierover bellen.' };
  const ends = `${addDays(today, random.whole(5, 300))}T12:00:00Z`;
  const left = workingHour(addDays(today, -random.whole(4, 250)), random);
  const no = { Contact__c: contact, Captured_At__c: left, Source__c: 'Telefoongesprek' };
  switch (said) {
    case 'email':
      return [byEmail];
    case 'email and phone':
      return [byEmail, byPhone];
    case 'phone':
      return [byPhone];
    case 'phone for a time':
      return [{ ...byPhone, Effective_Until_At__c: ends }];
    case 'email claimed':
      return [{ Contact__c: contact, Channel__c: 'Email', State__c: 'Claimed', Source__c: 'Adressenlijst' }];
    case 'phone refused':
      return [{ ...no, Channel__c: 'Phone', State__c: 'Refused', Wording__c: 'Bel mij niet.' }];
    case 'withdrawn':
      return [byEmail, { ...no, Channel__c: 'Every Channel', State__c: 'Withdrawn', Wording__c: 'Verwijder mijn gegevens uit uw lijst.' }];
    case 'nothing':
      return [];
  }
}

/** Creates the evidence, from which the org decides who may be approached. */
export async function seedConsent(connection: Connection, today: CivilDate): Promise<void> {
  const { records } = await connection.query<{ Id: string }>('SELECT Id FROM Contact ORDER BY Email LIMIT 400');
  await insertRecords(
    connection,
    'Consent_Evidence__c',
    records.flatMap(({ Id }, index) => evidenceOf(Id, index, today)),
  );
}
