// What the demo knows of its customers beside where they stand: products in use, open decisions at gates, what was shared, what the market says.
import type { Connection } from 'jsforce';
import { addDays, type CivilDate } from '../platform/civil-date.ts';
import { seededRandom } from './random.ts';
import { insertRecords } from './save-records.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Position {
  readonly Id: string;
  readonly Account__c: string;
  readonly Product_Category__c: string;
  readonly Stage_Key__c: string;
}

const CUSTOMERS = ['ONBOARDING', 'CARE', 'DEVELOPMENT', 'RETENTION'];
const SHARES: readonly (readonly [product: string, share: number, target: number])[] = [
  ['Mobile Telephony', 6.5, 9],
  ['Internet', 11.2, 12],
  ['Electricity', 3.8, 5],
];

/** A product of ours at a customer; most use all of it, some a part. */
function asset({ Id, Account__c, Product_Category__c }: Position): Fields {
  const random = seededRandom(Number.parseInt(Id.slice(-9, -3), 36) % 100_000);
  const usage = random.weighted([
    ['All of It', 60],
    ['Unknown', 30],
    ['A Part', 10],
  ]);
  return {
    AccountId: Account__c,
    Name: Product_Category__c,
    Product_Category__c,
    Price: random.whole(20, 400),
    Quantity: random.whole(1, 8),
    Status: 'Installed',
    Usage__c: usage,
  };
}

/** Creates it once, after the positions: an org that has products in use already is left alone. */
export async function seedRelations(connection: Connection, today: CivilDate): Promise<void> {
  const { totalSize } = await connection.query('SELECT Id FROM Asset LIMIT 1');
  if (totalSize > 0) return;
  const { records: positions } = await connection.query<Position>(
    'SELECT Id, Account__c, Product_Category__c, Stage_Key__c FROM Lifecycle_Position__c ORDER BY Id LIMIT 2000',
  );
  await insertRecords(connection, 'Asset', positions.filter(({ Stage_Key__c }) => CUSTOMERS.includes(Stage_Key__c)).map(asset));
  const prospects = positions.filter(({ Stage_Key__c }) => Stage_Key__c === 'PROSPECT');
  await insertRecords(
    connection,
    'Gate_Decision__c',
    prospects
      .slice(0, 8)
      .map(({ Id }) => ({ Lifecycle_Position__c: Id, Stage_Gate__r: { External_Id__c: 'CONVERT' }, Verdict__c: 'Open' })),
  );
  await insertRecords(
    connection,
    'Shared_Content__c',
    prospects.slice(0, 30).map(({ Account__c }, at) => ({
      Account__c,
      Title__c: at % 3 === 0 ? 'Prijslijst 2026' : 'Vergelijking met uw huidige aanbieder',
      Kind__c: at % 3 === 0 ? 'Price List' : 'Comparison',
      Shared_On_Date__c: addDays(today, -(at % 14)),
      Was_Useful__c: at % 3 === 0 ? 'No' : 'Yes',
    })),
  );
  await insertRecords(
    connection,
    'Market_Measurement__c',
    SHARES.map(([Product_Category__c, Value_Percent__c, Target_Percent__c]) => ({
      Kind__c: 'Market Share',
      Product_Category__c,
      Measured_On_Date__c: addDays(today, -20),
      Value_Percent__c,
      Target_Percent__c,
      Source__c: 'Own survey among 400 businesses (fictional)',
    })),
  );
}
