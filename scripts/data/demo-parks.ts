// Business parks that buy together: one that still gathers, one that has enough members, and one that has signed.
import type { Connection } from 'jsforce';
import { addDays, type CivilDate } from '../platform/civil-date.ts';
import type { Fields } from './demo-past.ts';
import { seededRandom } from './random.ts';
import { insertRecords, updateRecords } from './save-records.ts';

interface Park {
  readonly name: string;
  readonly park: string;
  readonly city: string;
  readonly category: string;
  readonly threshold: number;
  readonly members: number;
  /** Days until the deadline. */
  readonly deadline: number;
  /** Weights of invited, interested, committed and declined. */
  readonly weights: readonly [number, number, number, number];
  /** How far people brought it. */
  readonly state?: string;
}

const PARKS: readonly Park[] = [
  {
    name: 'Glasvezel bedrijventerrein De Hoef',
    park: 'De Hoef',
    city: 'Amersfoort',
    category: 'Internet',
    threshold: 15,
    members: 40,
    deadline: 120,
    weights: [38, 30, 24, 8],
  },
  {
    name: 'Samen stroom inkopen Lage Weide',
    park: 'Lage Weide',
    city: 'Utrecht',
    category: 'Electricity',
    threshold: 8,
    members: 24,
    deadline: 35,
    weights: [10, 25, 55, 10],
  },
  {
    name: 'Afval ophalen Kanaalzone',
    park: 'Kanaalzone',
    city: 'Tilburg',
    category: 'Waste Collection',
    threshold: 6,
    members: 12,
    deadline: 12,
    weights: [0, 8, 82, 10],
    state: 'Contracted',
  },
];

async function seedPark(connection: Connection, place: number, today: CivilDate, of: Park, owner: Fields): Promise<void> {
  const { records } = await connection.query<{ Id: string }>(
    `SELECT Id FROM Account WHERE BillingCity = '${of.city}' ORDER BY KvK_Number__c LIMIT ${of.members}`,
  );
  const [id] = await insertRecords(connection, 'Collective__c', [
    {
      Name: of.name,
      Business_Park__c: of.park,
      Product_Category__c: of.category,
      Lead_Account__c: records[0]?.Id,
      Threshold_Count__c: of.threshold,
      Deadline_Date__c: addDays(today, of.deadline),
      State__c: 'Gathering',
      ...owner,
    },
  ]);
  const random = seededRandom(4242 + place);
  const states = ['Invited', 'Interested', 'Committed', 'Declined'].map((state, at) => [state, of.weights[at] ?? 0] as const);
  await insertRecords(
    connection,
    'Collective_Member__c',
    records.map(({ Id }) => ({ Collective__c: id, Account__c: Id, Interest_State__c: random.weighted(states) })),
  );
  if (!of.state) return;
  await updateRecords(connection, 'Collective__c', [{ Id: id, State__c: of.state }]);
  // the offer that the automation asked for has been made
  const { records: asked } = await connection.query<{ Id: string }>(
    `SELECT Id FROM Task WHERE WhatId = '${records[0]?.Id ?? ''}' AND IsClosed = false`,
  );
  await updateRecords(
    connection,
    'Task',
    asked.map((task) => ({ Id: task.Id, Status: 'Completed', Outcome__c: 'Aangeboden en getekend' })),
  );
}

/** Creates the parks with members that lie there, after the contracts from which their common start follows. */
export async function seedParks(connection: Connection, today: CivilDate): Promise<void> {
  const { records } = await connection.query<{ AssigneeId: string }>(
    "SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name = 'SME_Communication' AND Assignee.IsActive = true LIMIT 1",
  );
  const owner = records[0] ? { OwnerId: records[0].AssigneeId } : {};
  for (const [place, park] of PARKS.entries()) await seedPark(connection, place, today, park, owner);
}
