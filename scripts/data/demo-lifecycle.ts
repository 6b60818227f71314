// Gives the known accounts their people, their positions in the lifecycle with every move that led there, and the start-up problems of today.
import { daysBetween } from '../platform/civil-date.ts';
import { accountAt, seedOf, workingHour, type Fields, type Past } from './demo-past.ts';
import { customerTimes, lastMove, type Story } from './demo-story.ts';
import words from './demo-words.json' with { type: 'json' };
import { person } from './people.ts';
import { seededRandom } from './random.ts';
import { insertRecords } from './save-records.ts';

const OPEN_PROBLEMS = 4;
const PROBLEMS = ['Aansluiting werkt nog niet', 'Nummerbehoud is nog niet geregeld', 'Router is niet geleverd', 'Meterstand ontbreekt'];
const EVIDENCE: Readonly<Record<string, string>> = words.evidence;

function contact(past: Past, index: number): Fields {
  const { firstName, lastName, email, phone, title } = person(index);
  return { AccountId: accountAt(past, index).id, FirstName: firstName, LastName: lastName, Email: email, Phone: phone, Title: title };
}

/** Businesses that are on a list only have no position yet. */
function hasPosition(story: Story): boolean {
  return story.moves.length > 1 || lastMove(story).stage !== 'SUSPECT';
}

function position(past: Past, story: Story): Fields {
  const { stage, day, reason, leaves } = lastMove(story);
  return {
    Account__c: accountAt(past, story.index).id,
    Product_Category__c: story.category,
    Lifecycle_Stage__r: { External_Id__c: stage },
    Since_Date__c: day,
    Round__c: customerTimes(story).length || null,
    Reason__c: reason,
    Evidence_Kind__c: stage === 'SUSPECT' ? 'Import' : 'Conversation',
    Evidence_Summary__c: EVIDENCE[stage],
    ...(leaves ? { Retention_Reason__c: leaves } : {}),
  };
}

/** Contacts with their verdicts, positions, and cases of customers whose start does not go well. */
export async function seedLifecycle(past: Past): Promise<void> {
  const { connection, stories, accounts } = past;
  await insertRecords(
    connection,
    'Contact',
    accounts.map(({ index }) => contact(past, index)),
  );
  await insertRecords(
    connection,
    'Lifecycle_Position__c',
    stories.filter(hasPosition).map((story) => position(past, story)),
  );
}

/** Start-up problems of customers of today, for which selling more waits. */
export async function seedProblems(past: Past): Promise<void> {
  const starting = past.stories.filter((story) => lastMove(story).stage === 'ONBOARDING').slice(0, OPEN_PROBLEMS);
  await insertRecords(
    past.connection,
    'Case',
    starting.map(({ index, category }, at) => ({
      AccountId: accountAt(past, index).id,
      Subject: PROBLEMS[at],
      Is_Onboarding_Problem__c: true,
      Product_Category__c: category,
      Status: 'New',
      Origin: 'Phone',
    })),
  );
}

/** One transition for each move of a story, as the automation would have written it on that day. */
function transitions(past: Past, story: Story, positionId: string | undefined, value: number | null): readonly Fields[] {
  const random = seededRandom(seedOf(story, 7));
  return story.moves.map(({ stage, day, reason, leaves }, at) => {
    const before = story.moves[at - 1];
    const isWorthSomething = stage === 'ONBOARDING' || (before?.stage === 'RETENTION' && stage === 'CARE');
    return {
      Lifecycle_Position__c: positionId,
      To_Stage__r: { External_Id__c: stage },
      ...(before ? { From_Stage__r: { External_Id__c: before.stage }, Days_In_Former_Stage__c: daysBetween(before.day, day) } : {}),
      Occurred_At__c: workingHour(day, random),
      Actor__c: accountAt(past, story.index).owner,
      Reason__c: reason,
      Evidence_Kind__c: stage === 'SUSPECT' ? 'Import' : 'Conversation',
      Evidence_Summary__c: EVIDENCE[stage],
      ...(leaves ? { Retention_Reason__c: leaves } : {}),
      ...(isWorthSomething ? { Customer_Value__c: value } : {}),
    };
  });
}

/** Puts the moves of the stories in the place of those that the org noted while the past was loaded. */
export async function writeMoves(past: Past): Promise<void> {
  const { connection, stories } = past;
  const all = { autoFetch: true, maxFetch: 50_000 };
  const noted = await connection.query<{ Id: string }>('SELECT Id FROM Lifecycle_Transition__c', all);
  for (let from = 0; from < noted.records.length; from += 200)
    await connection.sobject('Lifecycle_Transition__c').destroy(noted.records.slice(from, from + 200).map(({ Id }) => Id));
  const { records } = await connection.query<{
    Id: string;
    Account__c: string;
    Product_Category__c: string;
    Account__r: { Customer_Value__c: number | null };
  }>('SELECT Id, Account__c, Product_Category__c, Account__r.Customer_Value__c FROM Lifecycle_Position__c', all);
  const positions = new Map(records.map((record) => [`${record.Account__c} ${record.Product_Category__c}`, record]));
  await insertRecords(
    connection,
    'Lifecycle_Transition__c',
    stories.filter(hasPosition).flatMap((story) => {
      const found = positions.get(`${accountAt(past, story.index).id} ${story.category}`);
      return transitions(past, story, found?.Id, found?.Account__r.Customer_Value__c ?? null);
    }),
  );
}
