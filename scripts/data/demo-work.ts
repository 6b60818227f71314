// Who works on the demo's contracts: calls per week, the calls of the last months, and statements that differ.
import type { Connection } from 'jsforce';
import { addDays, type CivilDate } from '../platform/civil-date.ts';
import { seedCalls } from './demo-calls.ts';
import { insertRecords } from './save-records.ts';

const CALLS_PER_WEEK = 25;
/** Contracts that are near, of which every third is spoken about by somebody else. */
const NEAR_CONTRACTS = 90;

interface Rep {
  readonly Assignee: { readonly Id: string; readonly Name: string };
}
interface NearContract {
  readonly Id: string;
  readonly End_Date__c: string;
}

/** Once, after the contracts are loaded. */
export async function seedWork(connection: Connection, today: CivilDate): Promise<void> {
  const { records: reps } = await connection.query<Rep>(
    "SELECT Assignee.Id, Assignee.Name FROM PermissionSetAssignment WHERE PermissionSet.Name = 'SME_Sales_Rep' ORDER BY Assignee.Name",
  );
  await insertRecords(
    connection,
    'Team_Capacity__c',
    reps.map(({ Assignee }) => ({
      Name: Assignee.Name,
      User__c: Assignee.Id,
      Calls_Per_Week__c: CALLS_PER_WEEK,
      Valid_From_Date__c: addDays(today, -90),
    })),
  );
  const { records: near } = await connection.query<NearContract>(
    `SELECT Id, End_Date__c FROM Competitor_Contract__c WHERE Decision_Date__c >= ${today} AND End_Date__c != null ORDER BY Decision_Date__c, Name LIMIT ${NEAR_CONTRACTS}`,
  );
  await insertRecords(
    connection,
    'Contract_Claim__c',
    near
      .filter((_, at) => at % 3 === 1)
      .map(({ Id, End_Date__c }, at) => ({
        Competitor_Contract__c: Id,
        Source__c: 'Said by the customer on the phone',
        Said_On_Date__c: addDays(today, -20 - at),
        Said_End_Date__c: addDays(End_Date__c, 31),
        Confidence__c: 'Medium',
        External_Id__c: `demo-claim-${at}`,
      })),
  );
  await seedCalls(connection, today);
}
