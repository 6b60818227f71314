// Do the scheduled flows run? No API tells it, but the work that they leave undone does.
import type { Check, Finding, OrgUnderCare } from '../finding.ts';

/** Records that a scheduled flow should have dealt with by the night before today. */
interface Overdue {
  readonly flow: string;
  readonly object: string;
  /** SOQL condition. */
  readonly where: string;
  /** Completes "12 …". */
  readonly what: string;
}

/** What was loaded or changed after the last night waits for the next one, and is nobody's omission. */
const SEEN_BY_A_NIGHT = 'LastModifiedDate < YESTERDAY';

const OVERDUE: readonly Overdue[] = [
  {
    flow: 'Competitor_Contract_Scheduled_Roll_Notice_State',
    object: 'Competitor_Contract__c',
    where: `Status__c = 'Active' AND State_Changes_On_Date__c < TODAY`,
    what: 'contracts should have changed their notice state before today',
  },
  {
    flow: 'Competitor_Contract_Scheduled_Make_Approach_Task',
    object: 'Competitor_Contract__c',
    where: `Status__c = 'Active' AND Approach_Date__c < TODAY AND Decision_Date__c >= TODAY AND Approach_Task_For_Date__c = null`,
    what: 'contracts have passed their approach date without a task for the owner',
  },
  {
    flow: 'Event_Touch_Scheduled_Carry_Out',
    object: 'Event_Touch__c',
    where: `State__c = 'Planned' AND Planned_For_Date__c < TODAY`,
    what: 'touches were planned for a day that has passed',
  },
  {
    flow: 'Collective_Scheduled_Close_Past_Deadline',
    object: 'Collective__c',
    where: `State__c = 'Gathering' AND Deadline_Date__c < YESTERDAY`,
    what: 'joint purchases still gather members after their deadline',
  },
  {
    flow: 'Comparison_Claim_Scheduled_Expire',
    object: 'Comparison_Claim__c',
    where: `Status__c = 'In Use' AND Valid_Until_Date__c < YESTERDAY`,
    what: 'claims are in use after their last day',
  },
  {
    flow: 'Comparison_Script_Scheduled_Retire_Expired',
    object: 'Comparison_Script__c',
    where: `Status__c = 'Active' AND Valid_Until_Date__c < YESTERDAY`,
    what: 'scripts are active after their last day',
  },
  {
    flow: 'Exit_Survey_Scheduled_Start_Win_Back',
    object: 'Exit_Survey__c',
    where: `Win_Back_Date__c < TODAY AND Win_Back_Started_On_Date__c = null AND Win_Back_Gate__c != 'Blocked'`,
    what: 'lost customers have passed their win-back date without being taken up',
  },
  {
    flow: 'Lifecycle_Position_Scheduled_Ask_Feedback',
    object: 'Lifecycle_Position__c',
    where: 'Next_Feedback_Ask_Date__c < TODAY',
    what: 'customers should have been asked for feedback before today',
  },
  {
    flow: 'Lifecycle_Position_Scheduled_Note_Overdue',
    object: 'Lifecycle_Position__c',
    where: 'Deadline_Date__c < YESTERDAY AND Is_Overdue_Noted__c = false',
    what: 'positions are overdue without anybody being told',
  },
  {
    flow: 'Contract_Scheduled_Note_Ended_Contracts',
    object: 'Contract',
    where: `Status = 'Activated' AND EndDate < YESTERDAY AND Is_End_Noted__c = false`,
    what: 'contracts of your own have ended without a note of it',
  },
];

export const nightlyWork: Check = {
  name: 'Nightly work',
  look: async (org) => {
    if (!org.objects.has('Competitor_Contract__c')) return [];
    const known = OVERDUE.filter(({ object }) => org.objects.has(object));
    const findings = (await Promise.all(known.map((overdue) => overdueIn(org, overdue)))).flat();
    return findings.length > 0 ? findings : [{ level: 'good', what: 'No scheduled flow has left work undone.' }];
  },
};

async function overdueIn(org: OrgUnderCare, { flow, object, where, what }: Overdue): Promise<readonly Finding[]> {
  const count = await org.count(`SELECT COUNT() FROM ${object} WHERE (${where}) AND ${SEEN_BY_A_NIGHT}`);
  if (count === 0) return [];
  return [
    {
      level: 'bad',
      what: `${count} ${what}: ${flow} did not run, or failed on them.`,
      fix: `Setup > Scheduled Jobs: look for ${flow}; absent means that the flow is not active (Setup > Flows). Setup > Paused and Failed Flow Interviews tells about failures.`,
    },
  ];
}
