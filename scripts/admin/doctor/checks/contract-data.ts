// Can the worklist be trusted: contracts without a date or a regime, and providers that nobody has judged yet?
import type { Check, Finding, OrgUnderCare } from '../finding.ts';

export const contractData: Check = {
  name: 'Contracts',
  look: async (org) => (org.objects.has('Competitor_Contract__c') ? (await Promise.all([coverage(org), providers(org)])).flat() : []),
};

async function coverage(org: OrgUnderCare): Promise<readonly Finding[]> {
  // each rule that is asked for leaves the date blank, which an index finds; the others need not be read
  const [total, rows] = await Promise.all([
    org.count(`SELECT COUNT() FROM Competitor_Contract__c WHERE Status__c = 'Active'`),
    org.query(
      `SELECT Decision_Rule__c rule, COUNT(Id) contracts FROM Competitor_Contract__c ` +
        `WHERE Status__c = 'Active' AND Decision_Date__c = null GROUP BY Decision_Rule__c`,
    ),
  ]);
  const byRule = new Map(rows.map((row) => [String(row['rule'] ?? ''), Number(row['contracts'])]));
  if (total === 0)
    return [{ level: 'look', what: 'There is no competitor contract yet.', fix: `npm run import -- check FILE --org ${org.target}` }];
  const findings: Finding[] = [];
  const unruled = byRule.get('No Regime') ?? 0;
  if (unruled > 0) {
    findings.push({
      level: 'look',
      what: `${unruled} of ${total} contracts have neither a notice period of their own nor a notice regime, so no decision date.`,
      fix: 'Tab Notice Regimes > New: add a regime for their product category; the reason on each contract names the one that is missing.',
    });
  }
  const undated = byRule.get('End Date Unknown') ?? 0;
  const share = Math.round((100 * (total - undated)) / total);
  findings.push({
    level: share < 50 ? 'look' : 'good',
    what: `The end date is known of ${share}% of ${total} contracts; ${undated} are to be asked for.`,
    ...(share < 50 ? { fix: 'Worklist > Last day to give notice > Date not known: ask for one date in each call.' } : {}),
  });
  const unwritten = byRule.get('') ?? 0;
  if (unwritten > 0) {
    findings.push({
      level: 'bad',
      what: `${unwritten} contracts were saved past the flow: they have no decision date at all.`,
      fix: 'Take SME_Automation_Bypass away, then load the file again or save the contracts once (a mass update of any field).',
    });
  }
  return findings;
}

async function providers(org: OrgUnderCare): Promise<readonly Finding[]> {
  const waiting = await org.count(`SELECT COUNT() FROM Competitor__c WHERE Review_State__c = 'To Review'`);
  if (waiting === 0) return [{ level: 'good', what: 'Every provider in the contracts is known.' }];
  return [
    {
      level: 'look',
      what: `${waiting} providers came in with a file and nobody has judged them yet.`,
      fix: 'Tab Competitors > list To Review: confirm each, or make an alias for the provider it really is; its contracts move along.',
    },
  ];
}
