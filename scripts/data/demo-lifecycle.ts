// Gives the demo accounts a history: contacts, positions in the lifecycle, own contracts, feedback, departures and start-up problems.
import type { Connection } from 'jsforce';
import { providerKey } from '../import/source/provider-key.ts';
import { addDays, type CivilDate } from '../platform/civil-date.ts';
import { company } from './companies.ts';
import { seedHistory } from './demo-history.ts';
import names from './names.json' with { type: 'json' };
import providers from './providers.json' with { type: 'json' };
import { seededRandom, type Random } from './random.ts';
import { writeTransitions } from './demo-transitions.ts';
import { insertRecords } from './save-records.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Accounts that the team knew before the first supplier file came in. */
export const KNOWN_ACCOUNTS = 400;

const STAGES = [
  ['SUSPECT', 30],
  ['PROSPECT', 30],
  ['ONBOARDING', 6],
  ['CARE', 16],
  ['DEVELOPMENT', 8],
  ['RETENTION', 4],
  ['LOST', 4],
  ['WIN-BACK', 2],
] as const;

const CATEGORIES = ['Internet', 'Mobile Telephony', 'Electricity', 'Gas', 'Insurance'] as const;
const REASONS = ['Below Expectation', 'Better Price', 'Needs Changed'] as const;
/** What customers say with a high, a middling and a low score. */
const PRAISE = [
  'Vlot geregeld, en de monteur belde van tevoren.',
  'U denkt echt mee met een klein bedrijf.',
  'Alles werkte op de eerste dag.',
] as const;
const DOUBT = [
  'Goed, maar ik moest twee keer bellen.',
  'De factuur mag duidelijker.',
  'Prima dienst, de levering duurde wat lang.',
] as const;
const COMPLAINTS = [
  'Drie weken zonder telefoon en niemand belde terug.',
  'De prijs ging omhoog zonder uitleg.',
  'Elke keer een ander aan de lijn, en elke keer opnieuw uitleggen.',
] as const;
const CUSTOMERS = ['ONBOARDING', 'CARE', 'DEVELOPMENT', 'RETENTION'];

/** Why an account stands where it stands, as somebody would have written it down. */
const WHY: Readonly<Record<string, readonly [reason: string, kind: string, evidence: string]>> = {
  PROSPECT: ['Asked for a quotation', 'Conversation', 'Phone call with the owner'],
  ONBOARDING: ['Signed the order', 'Conversation', 'Order confirmed by mail'],
  CARE: ['Installation accepted', 'Conversation', 'Acceptance by the customer'],
  DEVELOPMENT: ['Takes a second product into consideration', 'Conversation', 'Yearly meeting'],
  RETENTION: ['Says that he looks around', 'Conversation', 'Call to the service desk'],
  LOST: ['Gave notice', 'Conversation', 'Letter of notice'],
  'WIN-BACK': ['May be approached again', 'Conversation', 'Agreed when he left'],
};

/** The stage of the n-th known account; the same wherever it is asked. */
export function stageOf(index: number): string {
  return seededRandom(index + 400_000).weighted(STAGES);
}

const account = (index: number): Fields => ({ KvK_Number__c: company(index).kvk });
const randomOf = (index: number): Random => seededRandom(index * 13 + 90_000);

function contact(index: number): Fields {
  const random = randomOf(index);
  const last = random.pick(names.families);
  const first = random.pick(names.firstNames);
  return {
    Account: account(index),
    FirstName: first,
    LastName: last,
    Email: `${providerKey(`${first} ${last}`)}.${index}@bedrijf.example`,
    Title: random.pick(['Eigenaar', 'Directeur', 'Office manager', 'Inkoper']),
  };
}

function position(index: number, stage: string, today: CivilDate): Fields {
  const random = randomOf(index);
  const [reason, kind, evidence] = WHY[stage] ?? ['Came from a list', 'Import', 'Supplier file'];
  return {
    Account__r: account(index),
    Product_Category__c: random.pick(CATEGORIES),
    Lifecycle_Stage__r: { External_Id__c: stage },
    Since_Date__c: addDays(today, -random.whole(0, 120)),
    Reason__c: reason,
    Evidence_Kind__c: kind,
    Evidence_Summary__c: evidence,
    ...(stage === 'RETENTION' ? { Retention_Reason__c: random.pick(REASONS) } : {}),
  };
}

function feedback(index: number, today: CivilDate): Fields {
  const random = randomOf(index + 7);
  const score = random.weighted([
    [10, 15],
    [9, 30],
    [8, 25],
    [7, 15],
    [6, 8],
    [4, 5],
    [2, 2],
  ]);
  return {
    Account__r: account(index),
    Score__c: score,
    Given_On_Date__c: addDays(today, score > 8 ? -random.whole(0, 200) : 0),
    Process__c: random.pick(['Sales', 'Onboarding', 'Delivery', 'Service', 'Invoicing', 'Advice']),
    Is_Anonymous__c: false,
    Comment__c: random.pick(score > 8 ? PRAISE : score > 6 ? DOUBT : COMPLAINTS),
    ...(score <= 6
      ? { Dissatisfied_About__c: random.pick(REASONS), Suggestion_Communication__c: 'Bel terug wanneer dat is beloofd.' }
      : {}),
  };
}

function exitSurvey(index: number, category: unknown, today: CivilDate): Fields {
  const random = randomOf(index + 11);
  const isKnown = random.chance(0.6);
  const rivals = providers.known.filter(({ sectors }) => sectors.includes(String(category)));
  return {
    Account__r: account(index),
    Product_Category__c: category,
    Reason__c: random.pick(REASONS),
    Parted_On_Good_Terms__c: random.weighted([
      ['Yes', 70],
      ['No', 20],
      ['Unknown', 10],
    ]),
    Loss_Date__c: addDays(today, -random.whole(10, 300)),
    New_Competitor__r: { External_Id__c: providerKey(random.pick(rivals).name) },
    ...(isKnown
      ? { New_Contract_End_Date__c: addDays(today, random.whole(60, 700)), New_Notice_Length__c: 1, New_Notice_Unit__c: 'Months' }
      : {}),
  };
}

/** Our own contract with a customer: of one, two or three years, begun so long ago that some end within the coming year. */
function ownContract(index: number, category: unknown, today: CivilDate): Fields {
  const random = randomOf(index + 17);
  const years = random.weighted([
    [1, 50],
    [2, 30],
    [3, 20],
  ]);
  return {
    Account: account(index),
    Product_Category__c: category,
    StartDate: addDays(today, -random.whole(10, years * 365 - 30)),
    ContractTerm: years * 12,
    Status: 'Activated',
  };
}

/** Creates the history once; an org that has positions already is left alone. */
export async function seedLifecycle(connection: Connection, today: CivilDate): Promise<void> {
  const { totalSize } = await connection.query('SELECT Id FROM Lifecycle_Position__c LIMIT 1');
  if (totalSize > 0) return;
  const all = Array.from({ length: KNOWN_ACCOUNTS }, (_, index) => ({ index, stage: stageOf(index) }));
  const past = all.filter(({ stage }) => stage !== 'SUSPECT').map((one) => ({ ...one, position: position(one.index, one.stage, today) }));
  const left = past.filter(({ stage }) => stage === 'LOST' || stage === 'WIN-BACK');
  const customers = past.filter(({ stage }) => CUSTOMERS.includes(stage));
  await insertRecords(
    connection,
    'Contact',
    all.map(({ index }) => contact(index)),
  );
  await insertRecords(
    connection,
    'Lifecycle_Position__c',
    past.map((one) => one.position),
  );
  await writeTransitions(connection);
  await insertRecords(
    connection,
    'Exit_Survey__c',
    left.map((one) => exitSurvey(one.index, one.position['Product_Category__c'], today)),
  );
  await insertRecords(
    connection,
    'Feedback__c',
    customers.filter((_, at) => at % 2 === 0).map(({ index }) => feedback(index, today)),
  );
  await insertRecords(
    connection,
    'Contract',
    customers.map(({ index, position: { Product_Category__c: category } }) => ownContract(index, category, today)),
  );
  const starting = customers.filter(({ stage }) => stage === 'ONBOARDING');
  await insertRecords(
    connection,
    'Case',
    starting.slice(0, 5).map(({ index, position: { Product_Category__c: category } }) => ({
      Account: account(index),
      Subject: 'Aansluiting werkt nog niet',
      Is_Onboarding_Problem__c: true,
      Product_Category__c: category,
      Status: 'New',
      Origin: 'Phone',
    })),
  );
  await seedHistory(connection, today);
}
