// What the demo knows of its customers beside where they stand: who keeps the relation, decisions at gates, what was shared, what the market says.
import { addDays, type CivilDate } from '../platform/civil-date.ts';
import { seedProblems } from './demo-lifecycle.ts';
import { accountAt, type Fields, type Past } from './demo-past.ts';
import { CUSTOMER_STAGES, lastMove } from './demo-story.ts';
import { seededRandom } from './random.ts';
import { insertRecords, updateRecords } from './save-records.ts';

const SHARES: readonly (readonly [product: string, share: number, target: number])[] = [
  ['Mobile Telephony', 6.5, 9],
  ['Internet', 11.2, 12],
  ['Electricity', 3.8, 5],
];
const NEEDS: readonly (readonly [said: string, kinds: string])[] = [
  ['Eén factuur voor alles', 'One Point of Contact'],
  ['Zekerheid over de kosten', 'Lower Costs;Certainty About Costs'],
  ['Snel hulp bij storing', 'Quick Help'],
  ['Groene stroom', 'Sustainability'],
  ['Bereikbaar op elke locatie', 'Always Reachable;Room to Grow'],
];
const GOALS = ['Nooit meer onbereikbaar', 'Twintig procent lagere vaste lasten', 'Alles bij één aanspreekpunt'];

/** Newest value per key of an aggregate query. */
async function byKey(past: Past, soql: string): Promise<ReadonlyMap<string, CivilDate>> {
  const { records } = await past.connection.query<{ k: string; v: CivilDate }>(soql, { autoFetch: true, maxFetch: 50_000 });
  return new Map(records.map(({ k, v }) => [k, v]));
}

/** What the automation writes on accounts as days go by, taken from the records of the past. */
async function writeAccounts(past: Past): Promise<void> {
  const { connection, today, stories, accounts } = past;
  const contact = await byKey(past, 'SELECT WhatId k, MAX(ActivityDate) v FROM Task WHERE IsClosed = true GROUP BY WhatId');
  const running = `Status = 'Activated' AND EndDate >= ${today} AND Cancelled_On_Date__c = null`;
  const ends = await byKey(past, `SELECT AccountId k, MIN(EndDate) v FROM Contract WHERE ${running} GROUP BY AccountId`);
  const { records: scores } = await connection.query<{ Account__c: string; Score__c: number }>(
    'SELECT Account__c, Score__c FROM Feedback__c WHERE Account__c != null ORDER BY Given_On_Date__c',
    { autoFetch: true, maxFetch: 50_000 },
  );
  const lastScores = new Map(scores.map(({ Account__c: account, Score__c: score }) => [account, score]));
  const customers = new Set(stories.filter((story) => CUSTOMER_STAGES.includes(lastMove(story).stage)).map(({ index }) => index));
  const random = seededRandom(620_000);
  await updateRecords(
    connection,
    'Account',
    accounts.map(({ index, id, owner }): Fields => {
      const [spoke, isKept] = [contact.get(id), random.chance(0.85)];
      const [[said, kinds], goal] = [random.pick(NEEDS), random.pick(GOALS)];
      const [isTold, hasGoal] = [random.chance(0.5), random.chance(0.3)];
      return {
        Id: id,
        ...(spoke ? { Last_Contact_Date__c: spoke, Started_By__c: random.pick(['We', 'We', 'They']) } : {}),
        ...(ends.has(id) ? { Next_Own_End_Date__c: ends.get(id) } : {}),
        ...(lastScores.has(id) ? { Last_Feedback_Score__c: lastScores.get(id) } : {}),
        ...(customers.has(index) && isTold ? { Needs__c: said, Business_Needs__c: kinds } : {}),
        ...(customers.has(index) && isTold && hasGoal ? { Success_Goal__c: goal, Success_State__c: 'Partly' } : {}),
        // some customers have nobody who keeps the relation, for the manager to find
        ...(customers.has(index) && isKept ? { Relationship_Owner__c: owner } : {}),
      };
    }),
  );
}

/** Creates it after the past. */
export async function seedRelations(past: Past): Promise<void> {
  const { connection, today, stories } = past;
  await writeAccounts(past);
  await seedProblems(past);
  const prospects = stories.filter((story) => lastMove(story).stage === 'PROSPECT');
  const accounts = prospects.map(({ index }) => accountAt(past, index).id);
  const { records: positions } = await connection.query<{ Id: string }>(
    "SELECT Id FROM Lifecycle_Position__c WHERE Stage_Key__c = 'PROSPECT' ORDER BY Since_Date__c LIMIT 8",
  );
  await insertRecords(
    connection,
    'Gate_Decision__c',
    positions.map(({ Id }) => ({ Lifecycle_Position__c: Id, Stage_Gate__r: { External_Id__c: 'CONVERT' }, Verdict__c: 'Open' })),
  );
  await insertRecords(
    connection,
    'Shared_Content__c',
    accounts.map((Account__c, at) => ({
      Account__c,
      Title__c: at % 3 === 0 ? `Prijslijst ${today.slice(0, 4)}` : 'Vergelijking met uw huidige aanbieder',
      Kind__c: at % 3 === 0 ? 'Price List' : 'Comparison',
      Shared_On_Date__c: addDays(today, -((at * 5) % 60)),
      Was_Useful__c: at % 3 === 0 ? 'No' : 'Yes',
    })),
  );
  await insertRecords(
    connection,
    'Market_Measurement__c',
    SHARES.flatMap(([Product_Category__c, Value_Percent__c, Target_Percent__c]) =>
      [380, 20].map((ago) => ({
        Kind__c: 'Market Share',
        Product_Category__c,
        Measured_On_Date__c: addDays(today, -ago),
        Value_Percent__c: ago > 100 ? Math.round(Value_Percent__c * 8.5) / 10 : Value_Percent__c,
        Target_Percent__c,
        Source__c: 'Own survey among 400 businesses (fictional)',
      })),
    ),
  );
}
