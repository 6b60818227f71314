// The calls that the reps made about contracts elsewhere: before the last day to give notice, or too late, and what came of them.
import type { Connection } from 'jsforce';
import { addDays, daysBetween, type CivilDate } from '../platform/civil-date.ts';
import { withoutAutomation } from './bypass-automation.ts';
import { workingHour, type Fields } from './demo-past.ts';
import words from './demo-words.json' with { type: 'json' };
import { seededRandom, type Random } from './random.ts';
import { insertRecords, updateRecords } from './save-records.ts';

interface DueContract {
  readonly Id: string;
  readonly Account__c: string;
  readonly Account__r: { readonly OwnerId: string; readonly Last_Contact_Date__c: CivilDate | null };
  readonly Competitor__c: string;
  readonly Competitor__r: { readonly Name: string };
  readonly Product_Category__c: string;
  readonly Approach_Date__c: CivilDate;
  readonly Decision_Date__c: CivilDate;
}
interface Line {
  readonly Id: string;
  readonly Comparison_Script__c: string;
  readonly Comparison_Script__r: { readonly Competitor__c: string; readonly Product_Category__c: string };
  readonly Our_Fact__c: string | null;
}
interface Call {
  readonly contract: DueContract;
  readonly day: CivilDate;
  readonly outcome: string;
}

/** How far back the calls are known. */
const REMEMBERED_DAYS = 150;
/** Share of the contracts that are called in time, at first and of late; others are called too late, or not at all. */
const IN_TIME = { first: 0.42, gain: 0.24 } as const;
const TOO_LATE = 0.14;
const CALLED_SO_FAR = 0.46;
const OUTCOMES = [
  ['Interested', 24],
  ['Appointment', 14],
  ['Call Back', 20],
  ['Not Interested', 42],
] as const;
const NOTES: Readonly<Record<string, readonly string[]>> = words.calls;

function dutchDate(day: CivilDate): string {
  return day.split('-').reverse().join('-');
}

/** The working day on which a contract was called, if it was. */
function dayOfCall(contract: DueContract, today: CivilDate, random: Random): CivilDate | undefined {
  const { Approach_Date__c: approach, Decision_Date__c: decision } = contract;
  const passed = daysBetween(decision, today);
  const chance = passed > 0 ? IN_TIME.first + IN_TIME.gain * (1 - passed / REMEMBERED_DAYS) : CALLED_SO_FAR;
  const until = passed > 0 ? decision : addDays(today, -1);
  if (random.chance(chance)) {
    const days = daysBetween(approach, until);
    return days < 0 ? undefined : workday(addDays(approach, random.whole(Math.floor(days / 3), days)), approach);
  }
  if (passed < 5 || !random.chance(TOO_LATE / (1 - chance))) return undefined;
  return workday(addDays(decision, random.whole(2, Math.min(30, passed - 1))), decision);
}

/** The day itself, or the Friday before a weekend unless that is before the first day. */
function workday(day: CivilDate, first: CivilDate): CivilDate {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  const friday = addDays(day, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
  return friday < first ? day : friday;
}

function task({ contract, day }: Call): Fields {
  return {
    WhatId: contract.Account__c,
    OwnerId: contract.Account__r.OwnerId,
    Subject: `Benader voor ${dutchDate(contract.Decision_Date__c)}: ${contract.Product_Category__c} bij ${contract.Competitor__r.Name}`,
    ActivityDate: day,
    Status: 'Not Started',
    Priority: 'Normal',
    Task_Kind__c: 'Approach',
    Initiative__c: 'We',
    Contact_Moment__c: 'Phone Call',
    Product_Category__c: contract.Product_Category__c,
    Source_Record_Id__c: contract.Id,
  };
}

/** What the rep saved after the call; it completes the task that asked for it. */
function outcomeOf({ contract, day, outcome }: Call, lines: ReadonlyMap<string, readonly Line[]>, random: Random): Fields {
  const known = lines.get(`${contract.Competitor__c} ${contract.Product_Category__c}`);
  const line = known && random.pick(known);
  const isNo = outcome === 'Not Interested';
  const worked = random.weighted(isNo ? [['No', 60], ['Unknown', 40]] : [['Yes', 70], ['No', 10], ['Unknown', 20]]); // prettier-ignore
  return {
    Account__c: contract.Account__c,
    Competitor_Contract__c: contract.Id,
    Called_At__c: workingHour(day, random),
    Called_By__c: contract.Account__r.OwnerId,
    Days_Left__c: daysBetween(day, contract.Decision_Date__c),
    Outcome__c: outcome,
    Note__c: random.pick(NOTES[outcome] ?? []),
    ...(random.chance(0.4) ? { Objection__c: random.pick(words.objections) } : {}),
    Satisfaction__c: random.pick(['Satisfied', 'Neutral', 'Dissatisfied', 'Unknown']),
    Next_Step__c: 'None',
    ...(line
      ? { Comparison_Script__c: line.Comparison_Script__c, Comparison_Claim__c: line.Id, Line_Said__c: line.Our_Fact__c, Worked__c: worked }
      : {}),
  };
}

async function linesByScript(connection: Connection): Promise<ReadonlyMap<string, readonly Line[]>> {
  const { records } = await connection.query<Line>(
    `SELECT Id, Our_Fact__c, Comparison_Script__c, Comparison_Script__r.Competitor__c, Comparison_Script__r.Product_Category__c FROM Comparison_Claim__c
     WHERE Comparison_Script__r.Language__c = 'Dutch' AND Audience__c = 'Customer-Facing' AND Kind__c = 'Difference' AND Our_Fact__c != null
     ORDER BY External_Id__c`,
    { autoFetch: true, maxFetch: 50_000 },
  );
  return Map.groupBy(
    records,
    ({ Comparison_Script__r: { Competitor__c, Product_Category__c } }) => `${Competitor__c} ${Product_Category__c}`,
  );
}

/** Contracts that were to be approached in the last months, each with the call that was made, if one was. */
async function callsOf(connection: Connection, today: CivilDate): Promise<readonly Call[]> {
  const { records } = await connection.query<DueContract>(
    `SELECT Id, Account__c, Account__r.OwnerId, Account__r.Last_Contact_Date__c, Competitor__c, Competitor__r.Name, Product_Category__c,
            Approach_Date__c, Decision_Date__c
     FROM Competitor_Contract__c WHERE Status__c = 'Active' AND Approach_Date__c < ${today} AND Decision_Date__c >= ${addDays(today, -REMEMBERED_DAYS)}
     ORDER BY Name`,
    { autoFetch: true, maxFetch: 50_000 },
  );
  const random = seededRandom(840_000);
  return records.flatMap((contract) => {
    const day = dayOfCall(contract, today, random);
    return day === undefined ? [] : [{ contract, day, outcome: random.weighted(OUTCOMES) }];
  });
}

/** Creates the calls with their tasks and outcomes, each on its own day, and gives the number of calls. */
export async function seedCalls(connection: Connection, today: CivilDate): Promise<void> {
  const calls = await callsOf(connection, today);
  const lines = await linesByScript(connection);
  const random = seededRandom(850_000);
  await withoutAutomation(connection, async () => {
    await insertRecords(connection, 'Task', calls.map(task));
    await insertRecords(
      connection,
      'Call_Outcome__c',
      calls.map((call) => outcomeOf(call, lines, random)),
    );
    await updateRecords(
      connection,
      'Competitor_Contract__c',
      calls.map(({ contract, day }) => ({
        Id: contract.Id,
        Approach_Task_For_Date__c: contract.Decision_Date__c,
        ...(day <= contract.Decision_Date__c ? { Handled_On_Date__c: day } : {}),
      })),
    );
  });
  const last = new Map<string, CivilDate>();
  for (const { contract, day } of calls) {
    const known = last.get(contract.Account__c) ?? contract.Account__r.Last_Contact_Date__c ?? '';
    last.set(contract.Account__c, day > known ? day : known);
  }
  await updateRecords(
    connection,
    'Account',
    [...last].map(([Id, Last_Contact_Date__c]) => ({ Id, Last_Contact_Date__c })),
  );
}
