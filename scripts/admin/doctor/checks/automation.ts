// Do the flows run: active, without faults, and the nightly ones last night?
import { readInventory } from '../../package-inventory.ts';
import type { Check, Finding, OrgUnderCare } from '../finding.ts';

export const automation: Check = {
  name: 'Automation',
  look: async (org) => [...(await flowStates(org)), ...(await nightlyWork(org)), ...(await faults(org))],
};

async function flowStates(org: OrgUnderCare): Promise<readonly Finding[]> {
  const names = readInventory()
    .filter(({ objects }) => objects.length === 0 || objects.some((object) => org.objects.has(object)))
    .flatMap(({ flows }) => flows);
  const rows = await org.query('SELECT ApiName, IsActive FROM FlowDefinitionView');
  const active = new Map(rows.map((row) => [String(row['ApiName']), row['IsActive'] === true]));
  const missing = names.filter((name) => !active.has(name));
  const inactive = names.filter((name) => active.get(name) === false);
  const findings: Finding[] = [];
  if (missing.length > 0) {
    findings.push({
      level: 'bad',
      what: `${missing.length} flows are not in the org: ${some(missing)}.`,
      fix: `npm run deploy -- --target-org ${org.target}`,
    });
  }
  if (inactive.length > 0) {
    findings.push({
      level: 'bad',
      what: `${inactive.length} flows are there but not active: ${some(inactive)}.`,
      fix: 'Setup > Flows > open each > Activate. A production org deploys flows inactive unless Setup > Process Automation Settings > "Deploy processes and flows as active" is ticked.',
    });
  }
  if (findings.length === 0) findings.push({ level: 'good', what: `All ${names.length} flows are active.` });
  return findings;
}

/** A contract whose state had to change before today has been passed over by the nightly flow. */
async function nightlyWork(org: OrgUnderCare): Promise<readonly Finding[]> {
  if (!org.objects.has('Competitor_Contract__c')) return [];
  const late = await org.count(
    `SELECT COUNT() FROM Competitor_Contract__c WHERE State_Changes_On_Date__c < TODAY AND Status__c = 'Active'`,
  );
  if (late === 0) return [{ level: 'good', what: 'Every contract is in the notice state of today: the nightly flow runs.' }];
  return [
    {
      level: 'bad',
      what: `${late} contracts should have changed their notice state before today: the nightly flow did not run, or failed on them.`,
      fix: 'Setup > Scheduled Jobs: look for Competitor_Contract_Scheduled_Roll_Notice_State; absent means that the flow is not active. Setup > Paused and Failed Flow Interviews tells about failures.',
    },
  ];
}

async function faults(org: OrgUnderCare): Promise<readonly Finding[]> {
  if (!org.objects.has('Flow_Fault__c')) return [];
  const rows = await org.query(
    'SELECT Flow_Name__c flow, COUNT(Id) times FROM Flow_Fault__c WHERE Occurred_At__c = LAST_N_DAYS:7 GROUP BY Flow_Name__c',
  );
  if (rows.length === 0) return [{ level: 'good', what: 'No flow has failed in the last seven days.' }];
  return rows.map((row) => ({
    level: 'look',
    what: `${String(row['flow'])} failed ${Number(row['times'])} times in the last seven days.`,
    fix: 'Open the tab Flow Faults: each names the record and what the platform said.',
  }));
}

function some(names: readonly string[]): string {
  return names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
}
