// Gives the demo what communication works with: consent of every kind, running campaigns with members, and a business park that buys together.
import type { Connection } from 'jsforce';
import { addDays, daysBetween, type CivilDate } from '../platform/civil-date.ts';
import { company } from './companies.ts';
import { seededRandom } from './random.ts';
import { insertRecords } from './save-records.ts';

type Fields = Readonly<Record<string, unknown>>;

const CAMPAIGNS = [
  { Name: 'Glasvezel voor uw zaak', Message_Kind__c: 'Commercial', Is_Base_Campaign__c: false },
  { Name: 'Vast tarief voor stroom', Message_Kind__c: 'Commercial', Is_Base_Campaign__c: false },
  { Name: 'Bedrijfspakket verzekeringen', Message_Kind__c: 'Commercial', Is_Base_Campaign__c: false },
  { Name: 'Overstappen kan nu', Type: 'Email', Message_Kind__c: 'Commercial', Is_Base_Campaign__c: false },
  { Name: 'Welkom terug', Type: 'Email', Message_Kind__c: 'Commercial', Is_Base_Campaign__c: false },
  { Name: 'Welkom als nieuwe klant', Message_Kind__c: 'Service', Is_Base_Campaign__c: true },
  { Name: 'Hoe tevreden bent u?', Message_Kind__c: 'Service', Is_Base_Campaign__c: true },
  { Name: 'Gewijzigde voorwaarden', Message_Kind__c: 'Service', Is_Base_Campaign__c: true },
  { Name: 'Nieuwsbrief ondernemers', Type: 'Email', Message_Kind__c: 'Commercial', Is_Base_Campaign__c: true },
] as const;

/** Starter rules that wait for a campaign, by the campaign that they fill. */
const RULES_OF: Readonly<Record<string, string>> = {
  'Overstappen kan nu': 'decision-date-120-days',
  'Welkom terug': 'win-back-entered-1-day',
};

/** Members of the park are accounts that the team knows; these stand together in the list of fictional businesses. */
const PARK = { first: 100, members: 40, threshold: 15 };

interface KnownContact {
  readonly Id: string;
}

/** What the n-th contact has said, if anything: proven, claimed, refused and withdrawn all occur. */
function evidence(contact: KnownContact, index: number, today: CivilDate): Fields | undefined {
  const random = seededRandom(index * 17 + 70_000);
  const captured = `${addDays(today, -random.whole(20, 600))}T${String(random.whole(8, 17)).padStart(2, '0')}:05:00Z`;
  const proven = { Contact__c: contact.Id, Captured_At__c: captured, Source__c: 'Webformulier', Wording__c: 'Ja, u mag mij benaderen.' };
  switch (index % 8) {
    case 0:
    case 1:
      return { ...proven, Channel__c: 'Email', State__c: 'Given', Double_Opt_In_At__c: captured };
    case 2:
      return { ...proven, Channel__c: 'Phone', State__c: 'Given' };
    case 3:
      return { Contact__c: contact.Id, Channel__c: 'Email', State__c: 'Claimed', Source__c: 'Adressenlijst' };
    case 4:
      return { ...proven, Channel__c: 'Phone', State__c: 'Refused', Wording__c: 'Bel mij niet.' };
    case 5:
      return { ...proven, Channel__c: 'Every Channel', State__c: 'Withdrawn', Wording__c: 'Verwijder mijn gegevens uit uw lijst.' };
    case 6:
      return {
        ...proven,
        Channel__c: 'Phone',
        State__c: 'Given',
        Effective_Until_At__c: `${addDays(today, random.whole(5, 300))}T12:00:00Z`,
      };
    default:
      return undefined;
  }
}

async function create(connection: Connection, object: string, fields: Fields): Promise<string> {
  const result = await connection.sobject(object).create(fields);
  if (!result.success) throw new Error(`${object} was refused: ${result.errors.map(({ message }) => message).join('; ')}`);
  return result.id;
}

async function seedCampaigns(connection: Connection, contacts: readonly KnownContact[]): Promise<void> {
  const willing = contacts.filter((_, index) => index % 8 < 2);
  for (const [place, campaign] of CAMPAIGNS.entries()) {
    const reason =
      campaign.Message_Kind__c === 'Service' ? { Message_Kind_Reason__c: 'Gaat over wat de klant al heeft; biedt niets aan' } : {};
    const id = await create(connection, 'Campaign', { ...campaign, ...reason, IsActive: true, Status: 'In Progress' });
    const rule = RULES_OF[campaign.Name];
    if (rule !== undefined) {
      const fields = { External_Id__c: rule, Campaign__c: id, Is_Active__c: true };
      await connection.sobject('Event_Rule__c').upsert(fields, 'External_Id__c');
    }
    const members = willing.filter((_, index) => index % CAMPAIGNS.length === place);
    await insertRecords(
      connection,
      'CampaignMember',
      members.map((contact) => ({ CampaignId: id, ContactId: contact.Id })),
    );
  }
}

/**
 * Aims the rule of the decision date at the day on which most known businesses can leave, so that tomorrow has a preview on whatever
 * day the demo is filled.
 */
async function aimDecisionRule(connection: Connection, today: CivilDate): Promise<void> {
  const tomorrow = addDays(today, 1);
  const { records } = await connection.query<{ readonly Decision_Date__c: CivilDate }>(
    `SELECT Decision_Date__c, COUNT(Id) n FROM Competitor_Contract__c
     WHERE Decision_Date__c > ${addDays(tomorrow, 20)} AND Decision_Date__c < ${addDays(tomorrow, 150)}
     AND Account__c IN (SELECT AccountId FROM Contact) GROUP BY Decision_Date__c ORDER BY COUNT(Id) DESC LIMIT 1`,
  );
  const [most] = records;
  if (!most) return;
  const aimed = { External_Id__c: 'decision-date-120-days', Offset_Days__c: daysBetween(tomorrow, most.Decision_Date__c) };
  await connection.sobject('Event_Rule__c').upsert(aimed, 'External_Id__c');
}

async function seedPark(connection: Connection, today: CivilDate): Promise<void> {
  const park = await create(connection, 'Collective__c', {
    Name: 'Glasvezel bedrijventerrein De Hoef',
    Business_Park__c: 'De Hoef',
    Product_Category__c: 'Internet',
    Lead_Account__r: { KvK_Number__c: company(PARK.first).kvk },
    Threshold_Count__c: PARK.threshold,
    Deadline_Date__c: addDays(today, 120),
    State__c: 'Gathering',
  });
  const random = seededRandom(4242);
  const members = Array.from({ length: PARK.members }, (_, at) => ({
    Collective__c: park,
    Account__r: { KvK_Number__c: company(PARK.first + at).kvk },
    Interest_State__c: random.weighted([
      ['Invited', 40],
      ['Interested', 30],
      ['Committed', 22],
      ['Declined', 8],
    ]),
  }));
  await insertRecords(connection, 'Collective_Member__c', members);
}

/** Creates it once, after the contracts are there: an org that has a collective already is left alone. */
export async function seedMarketing(connection: Connection, today: CivilDate): Promise<void> {
  const { totalSize } = await connection.query('SELECT Id FROM Collective__c LIMIT 1');
  if (totalSize > 0) return;
  const { records } = await connection.query<KnownContact>('SELECT Id FROM Contact ORDER BY Id LIMIT 400');
  const said = records.map((contact, index) => evidence(contact, index, today)).filter((fields) => fields !== undefined);
  await insertRecords(connection, 'Consent_Evidence__c', said);
  await seedCampaigns(connection, records);
  await aimDecisionRule(connection, today);
  await seedPark(connection, today);
}
