// May the scripts still be read aloud: claims whose check or validity has run out?
import type { Check, Finding } from '../finding.ts';

export const claims: Check = {
  name: 'Comparison scripts',
  look: async (org) => {
    if (!org.objects.has('Comparison_Claim__c')) return [];
    const customerFacing = `Audience__c = 'Customer-Facing'`;
    const [expired, unsourced] = await Promise.all([
      org.count(`SELECT COUNT() FROM Comparison_Claim__c WHERE ${customerFacing} AND Valid_Until_Date__c < TODAY`),
      org.count(`SELECT COUNT() FROM Comparison_Claim__c WHERE ${customerFacing} AND (Source__c = null OR Checked_On_Date__c = null)`),
    ]);
    const findings: Finding[] = [];
    if (expired > 0) findings.push(claimFinding(expired, 'are past their validity'));
    if (unsourced > 0) findings.push(claimFinding(unsourced, 'have no source or were never checked'));
    return findings.length > 0
      ? findings
      : [{ level: 'good', what: 'Every claim that may be said to a customer has a source and is valid.' }];
  },
};

function claimFinding(count: number, why: string): Finding {
  return {
    level: 'look',
    what: `${count} claims meant for customers ${why}; reps do not see them as sayable.`,
    fix: 'Tab Comparison Scripts > open the script > check each claim at its source, then fill in source, checked on and valid until.',
  };
}
