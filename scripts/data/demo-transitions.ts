// Gives the demo positions the way they came: one transition for each stage on it, on days that fit one another.
import type { Connection } from 'jsforce';
import { addDays, type CivilDate } from '../platform/civil-date.ts';
import { seededRandom } from './random.ts';
import { insertRecords } from './save-records.ts';

const CUSTOMER = ['SUSPECT', 'PROSPECT', 'ONBOARDING', 'CARE'] as const;
/** The stages through which a position came to its present one, the latter last. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  PROSPECT: ['SUSPECT', 'PROSPECT'],
  ONBOARDING: ['SUSPECT', 'PROSPECT', 'ONBOARDING'],
  CARE: CUSTOMER,
  DEVELOPMENT: [...CUSTOMER, 'DEVELOPMENT'],
  RETENTION: [...CUSTOMER, 'RETENTION'],
  LOST: [...CUSTOMER, 'RETENTION', 'LOST'],
  'WIN-BACK': [...CUSTOMER, 'RETENTION', 'LOST', 'WIN-BACK'],
};
/** Shortest and longest stay in a stage that was left, in days. */
const STAYS: Readonly<Record<string, readonly [shortest: number, longest: number]>> = {
  SUSPECT: [10, 90],
  PROSPECT: [15, 120],
  ONBOARDING: [10, 50],
  CARE: [60, 500],
  RETENTION: [3, 25],
  LOST: [90, 360],
};
const REASONS: Readonly<Record<string, string>> = {
  SUSPECT: 'Stond op een lijst',
  PROSPECT: 'Vroeg naar de mogelijkheden',
  ONBOARDING: 'Tekende de order',
  CARE: 'Installatie is aanvaard',
  DEVELOPMENT: 'Overweegt een tweede product',
  RETENTION: 'Zegt dat hij om zich heen kijkt',
  LOST: 'Heeft opgezegd',
  'WIN-BACK': 'Mag weer worden benaderd',
};

interface Position {
  readonly Id: string;
  readonly Stage_Key__c: string;
  readonly Since_Date__c: CivilDate;
}

/** Puts these transitions in the place of the ones that the org noted while the positions were loaded. */
export async function writeTransitions(connection: Connection): Promise<void> {
  const noted = await connection.query<{ readonly Id: string }>('SELECT Id FROM Lifecycle_Transition__c', {
    autoFetch: true,
    maxFetch: 50_000,
  });
  for (let from = 0; from < noted.records.length; from += 200)
    await connection.sobject('Lifecycle_Transition__c').destroy(noted.records.slice(from, from + 200).map(({ Id }) => Id));
  const { records } = await connection.query<Position>('SELECT Id, Stage_Key__c, Since_Date__c FROM Lifecycle_Position__c ORDER BY Name', {
    autoFetch: true,
    maxFetch: 50_000,
  });
  await insertRecords(connection, 'Lifecycle_Transition__c', records.flatMap(transitionsOf));
}

/** From the present stage backwards, since its day is the one that is known. */
function transitionsOf({ Id, Stage_Key__c: stage, Since_Date__c: since }: Position, index: number): readonly Record<string, unknown>[] {
  const random = seededRandom(index + 700_000);
  const way = WAYS[stage] ?? [stage];
  let day = since;
  return way
    .map((to, at) => ({ to, from: way[at - 1] }))
    .reverse()
    .map(({ to, from }) => {
      const [shortest, longest] = STAYS[from ?? ''] ?? [0, 0];
      const stay = random.whole(shortest, longest);
      const transition = {
        Lifecycle_Position__c: Id,
        To_Stage__r: { External_Id__c: to },
        ...(from ? { From_Stage__r: { External_Id__c: from }, Days_In_Former_Stage__c: stay } : {}),
        Occurred_At__c: `${day}T${String(random.whole(8, 16)).padStart(2, '0')}:00:00.000Z`,
        Reason__c: REASONS[to],
        Evidence_Kind__c: 'Conversation',
        Evidence_Summary__c: 'Voorgeschiedenis van de demo',
        ...(to === 'RETENTION' ? { Retention_Reason__c: random.pick(['Below Expectation', 'Better Price', 'Needs Changed']) } : {}),
      };
      day = addDays(day, -stay);
      return transition;
    });
}
