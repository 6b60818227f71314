// Gives part of the demo's accounts two years of talks behind them, and some a visit ahead.
import type { Connection } from 'jsforce';
import { addDays, type CivilDate } from '../platform/civil-date.ts';
import { seededRandom, type Random } from './random.ts';
import { insertRecords, upsertRecords } from './save-records.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An account of the demo with the position that it has in the lifecycle. */
interface KnownPosition {
  readonly Product_Category__c: string;
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

/** Creates it once, for positions that the demo has just made. */
export async function seedHistory(connection: Connection, today: CivilDate): Promise<void> {
  const { records } = await connection.query<KnownPosition>(
    `SELECT Product_Category__c, Account__r.Id, Account__r.KvK_Number__c
     FROM Lifecycle_Position__c ORDER BY Account__r.KvK_Number__c LIMIT ${ACCOUNTS}`,
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
  await insertRecords(
    connection,
    'Event',
    all.filter((_, index) => index % 3 === 0).map(({ position, random }) => visit(position, random, today)),
  );
}
