// Are the rule records there, and has somebody looked at them within the last year?
import type { Check, Finding, OrgUnderCare } from '../finding.ts';
import type { RuleOutcome } from '../../rules/load-rules.ts';

const RULES_WITH_A_SOURCE = ['Notice_Regime__c', 'Consent_Rule__c', 'Lifecycle_Policy__c', 'Frequency_Policy__c', 'Event_Rule__c'];

/** `compare` tells what loading the starter rules would do. */
export function rules(compare: () => Promise<readonly RuleOutcome[]>): Check {
  return {
    name: 'Rules',
    look: async (org) => {
      const outcomes = (await compare()).filter(({ isAbsent }) => !isAbsent);
      const missing = outcomes.filter(({ created }) => created.length > 0);
      const findings: Finding[] = missing.map(({ object, created }) => ({
        level: 'bad',
        what: `${created.length} starter records of ${object} are missing, such as ${created[0]}.`,
        fix: `npm run rules -- --target-org ${org.target}`,
      }));
      if (missing.length === 0) findings.push({ level: 'good', what: 'Every starter rule is there.' });
      const kept = outcomes.reduce((sum, outcome) => sum + outcome.kept.length, 0);
      if (kept > 0) {
        findings.push({
          level: 'good',
          what: `${kept} rules differ from the starter records, as somebody here decided: npm run rules -- --check tells which.`,
        });
      }
      const inOtherLanguage = outcomes.reduce((sum, outcome) => sum + outcome.renamed.length, 0);
      if (inOtherLanguage > 0) {
        findings.push({
          level: 'good',
          what: `${inOtherLanguage} rules have names or texts in another language than the org: npm run rules puts them into the org's.`,
        });
      }
      const aged = await Promise.all(RULES_WITH_A_SOURCE.filter((name) => org.objects.has(name)).map((object) => agedRules(org, object)));
      findings.push(...aged.flat());
      return findings;
    },
  };
}

async function agedRules(org: OrgUnderCare, object: string): Promise<readonly Finding[]> {
  const active = object === 'Lifecycle_Policy__c' ? '' : ' AND Is_Active__c = true';
  const count = await org.count(
    `SELECT COUNT() FROM ${object} WHERE (Checked_On_Date__c = null OR Checked_On_Date__c < LAST_N_DAYS:365)${active}`,
  );
  if (count === 0) return [];
  return [
    {
      level: 'look',
      what: `${count} records of ${object} were last checked against their source over a year ago, or never.`,
      fix: `Open the list of ${object}, read the source named on each record, correct it, and fill in "Checked On Date".`,
    },
  ];
}
