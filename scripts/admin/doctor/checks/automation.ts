// Do the flows run: active, and without faults?
import { readInventory } from '../../package-inventory.ts';
import type { Check, Finding, OrgUnderCare } from '../finding.ts';

export const automation: Check = {
  name: 'Automation',
  look: async (org) => (await Promise.all([flowStates(org), faults(org)])).flat(),
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
