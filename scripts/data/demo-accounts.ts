// Who sells where in the demo, and the accounts that the team has known for long, which its territories give to the reps.
import type { Connection } from 'jsforce';
import { company } from './companies.ts';
import type { CivilDate } from '../platform/civil-date.ts';
import { madeOn } from './demo-past.ts';
import { KNOWN_ACCOUNTS, allStories } from './demo-story.ts';
import { seededRandom } from './random.ts';
import { insertRecords, upsertRecords } from './save-records.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An account of the demo as the org holds it. */
export interface DemoAccount {
  readonly index: number;
  readonly id: string;
  readonly owner: string;
}

/** Ranges of postcodes and the place of their rep in the list of sales representatives; together the whole country. */
const TERRITORIES: readonly (readonly [name: string, first: number, last: number, rep: number])[] = [
  ['Noord-Holland en Flevoland', 1000, 2099, 0],
  ['Zuid-Holland', 2100, 3399, 1],
  ['Utrecht en Betuwe', 3400, 4199, 1],
  ['Zeeland, Brabant en Limburg', 4200, 6499, 2],
  ['Gelderland en Twente', 6500, 7899, 1],
  ['Zwolle en het Noorden', 7900, 9999, 0],
];

async function salesReps(connection: Connection): Promise<readonly string[]> {
  const { records } = await connection.query<{ Id: string }>(
    "SELECT Id FROM User WHERE IsActive = true AND Title LIKE 'Sales representative%' ORDER BY Username",
  );
  if (records.length === 0)
    throw new Error('The org has no active user whose title begins with Sales representative, to own the demo accounts.');
  return records.map((user) => user.Id);
}

/** Creates the territories once; from then on the org itself gives new accounts to their reps. */
async function seedTerritories(connection: Connection): Promise<void> {
  const { totalSize } = await connection.query('SELECT Id FROM Sales_Territory__c LIMIT 1');
  if (totalSize > 0) return;
  const reps = await salesReps(connection);
  await insertRecords(
    connection,
    'Sales_Territory__c',
    TERRITORIES.map(([Name, First_Postcode__c, Last_Postcode__c, rep]) => ({
      Name,
      First_Postcode__c,
      Last_Postcode__c,
      User__c: reps[rep % reps.length],
      Is_Active__c: true,
    })),
  );
}

const CHANNELS = [
  ['Phone', 34],
  ['Email', 26],
  ['Visit', 6],
  [null, 34],
] as const;

function account(index: number): Fields {
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
    Preferred_Channel__c: seededRandom(index + 630_000).weighted(CHANNELS),
    Lifecycle_Stage__r: { External_Id__c: 'SUSPECT' },
  };
}

/** Accounts of the demo in the order of their index, with their owners. */
export async function demoAccounts(connection: Connection): Promise<readonly DemoAccount[]> {
  const { records } = await connection.query<{ Id: string; OwnerId: string; KvK_Number__c: string }>(
    'SELECT Id, OwnerId, KvK_Number__c FROM Account WHERE KvK_Number__c != null',
    { autoFetch: true, maxFetch: 50_000 },
  );
  const byNumber = new Map(records.map((record) => [record.KvK_Number__c, record]));
  return Array.from({ length: KNOWN_ACCOUNTS }, (_, index) => {
    const found = byNumber.get(company(index).kvk);
    if (!found) throw new Error(`The demo account ${company(index).name} is not in the org.`);
    return { index, id: found.Id, owner: found.OwnerId };
  });
}

/** Upserts the known accounts, after the territories that decide who owns them; running it again changes nothing. */
export async function seedAccounts(connection: Connection, today: CivilDate): Promise<number> {
  await seedTerritories(connection);
  const { records: known } = await connection.query<{ KvK_Number__c: string }>(
    'SELECT KvK_Number__c FROM Account WHERE KvK_Number__c != null',
    { autoFetch: true, maxFetch: 50_000 },
  );
  const there = new Set(known.map(({ KvK_Number__c }) => KvK_Number__c));
  const firstDays = new Map<number, CivilDate>();
  for (const { index, moves } of allStories(today)) {
    const [first, before] = [moves[0]?.day, firstDays.get(index)];
    if (first !== undefined && (before === undefined || first < before)) firstDays.set(index, first);
  }
  // an account is made on the day on which its first story begins; that can be told once
  const made = (index: number): Fields => (there.has(company(index).kvk) ? {} : madeOn(firstDays.get(index) ?? today, today));
  const accounts = Array.from({ length: KNOWN_ACCOUNTS }, (_, index) => ({ ...account(index), ...made(index) }));
  await upsertRecords(connection, 'Account', 'KvK_Number__c', accounts);
  return accounts.length;
}
