// Gives part of the demo's accounts two years behind them: talks and visits, earlier stages, what they bought from us.
import type { Connection } from 'jsforce';
import { addDays, type CivilDate } from '../platform/civil-date.ts';
import { seededRandom, type Random } from './random.ts';
import { insertRecords, upsertRecords } from './save-records.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An account of the demo with the position that it has in the lifecycle. */
export interface KnownPosition {
  readonly Id: string;
  readonly Product_Category__c: string;
  readonly Since_Date__c: CivilDate;
  readonly Lifecycle_Stage__r: { readonly External_Id__c: string };
  readonly Account__r: { readonly Id: string; readonly KvK_Number__c: string };
}

/** Accounts with a history; enough to look at, few enough to be made while somebody waits. */
const ACCOUNTS = 60;
const TALKS = [
  'Kennismaking',
  'Offerte besproken',
  'Nagebeld over de offerte',
  'Vraag over de factuur',
  'Onderhoudsgesprek',
  'Contract uitgelegd',
] as const;
/** The stages on the way to where a customer stands, with the days that each took. */
const WAY = [
  ['SUSPECT', 120],
  ['PROSPECT', 90],
  ['ONBOARDING', 45],
  ['CARE', 200],
] as const;
const CUSTOMERS = ['ONBOARDING', 'CARE', 'DEVELOPMENT', 'RETENTION'];

function talks({ Account__r: { Id }, Product_Category__c: category }: KnownPosition, random: Random, today: CivilDate): readonly Fields[] {
  const days = Array.from({ length: random.whole(4, 9) }, () => -random.whole(12, 700)).sort((one, other) => one - other);
  return days.map((day) => ({
    WhatId: Id,
    Subject: random.pick(TALKS),
    ActivityDate: addDays(today, day),
    Status: 'Completed',
    Product_Category__c: random.chance(0.6) ? category : null,
  }));
}

function visit({ Account__r: { Id }, Product_Category__c: category }: KnownPosition, random: Random, today: CivilDate): Fields {
  return {
    WhatId: Id,
    Subject: 'Bezoek op locatie',
    ActivityDateTime: `${addDays(today, random.whole(5, 50))}T09:30:00Z`,
    DurationInMinutes: 60,
    Product_Category__c: category,
  };
}

/** The stages before the present one, each ending where the next one begins. */
function way({ Id, Since_Date__c: since, Lifecycle_Stage__r: { External_Id__c: stage } }: KnownPosition): readonly Fields[] {
  const passed = WAY.findIndex(([key]) => key === stage);
  const before = WAY.slice(0, passed < 0 ? WAY.length : passed).reverse();
  let day = since;
  return before.map(([key, days]) => {
    day = addDays(day, -days);
    return {
      Lifecycle_Position__c: Id,
      To_Stage__r: { External_Id__c: key },
      Occurred_At__c: `${day}T09:00:00Z`,
      Reason__c: key === 'SUSPECT' ? 'Came from a list' : 'Next step agreed',
      Evidence_Kind__c: key === 'SUSPECT' ? 'Import' : 'Conversation',
      Evidence_Summary__c: key === 'SUSPECT' ? 'Supplier file' : 'Phone call with the owner',
    };
  });
}

function bought({ Account__r: { Id }, Product_Category__c: category }: KnownPosition, random: Random, today: CivilDate): Fields {
  const from = addDays(today, -random.whole(60, 500));
  return {
    AccountId: Id,
    Name: `Zakelijk pakket ${random.whole(1, 3)} jaar`,
    Product_Category__c: category,
    InstallDate: from,
    UsageEndDate: addDays(from, random.pick([365, 730, 1095])),
    Status: 'Installed',
    IsCompetitorProduct: false,
  };
}

/** Creates it once, for positions that the demo has just made. */
export async function seedHistory(connection: Connection, today: CivilDate): Promise<void> {
  const { records } = await connection.query<KnownPosition>(
    `SELECT Id, Product_Category__c, Since_Date__c, Lifecycle_Stage__r.External_Id__c, Account__r.Id, Account__r.KvK_Number__c
     FROM Lifecycle_Position__c WHERE Since_Date__c != null ORDER BY Account__r.KvK_Number__c LIMIT ${ACCOUNTS}`,
  );
  const all = records.map((position, index) => ({ position, random: seededRandom(index * 23 + 50_000) }));
  const said = all.map(({ position, random }) => ({ position, tasks: talks(position, random, today) }));
  await insertRecords(
    connection,
    'Task',
    said.flatMap(({ tasks }) => tasks),
  );
  // a task that is created as completed counts as contact today: put the day right on which they last spoke
  await upsertRecords(
    connection,
    'Account',
    'KvK_Number__c',
    said.map(({ position, tasks }) => ({
      KvK_Number__c: position.Account__r.KvK_Number__c,
      Last_Contact_Date__c: tasks.at(-1)?.['ActivityDate'],
    })),
  );
  await insertRecords(connection, 'Lifecycle_Transition__c', records.flatMap(way));
  const customers = all.filter(({ position }) => CUSTOMERS.includes(position.Lifecycle_Stage__r.External_Id__c));
  await insertRecords(
    connection,
    'Asset',
    customers.map(({ position, random }) => bought(position, random, today)),
  );
  await insertRecords(
    connection,
    'Event',
    all.filter((_, index) => index % 3 === 0).map(({ position, random }) => visit(position, random, today)),
  );
}
