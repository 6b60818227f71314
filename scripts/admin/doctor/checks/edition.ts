// Does the org have the features that the package stands on?
import type { Check, Finding } from '../finding.ts';

const EDITIONS = ['Enterprise Edition', 'Unlimited Edition', 'Performance Edition', 'Developer Edition'];

export const edition: Check = {
  name: 'Edition and languages',
  look: async (org) => {
    const [record] = await org.query('SELECT OrganizationType, LanguageLocaleKey FROM Organization');
    const kind = String(record?.['OrganizationType'] ?? 'unknown');
    const language = String(record?.['LanguageLocaleKey'] ?? 'unknown');
    const findings: Finding[] = [
      EDITIONS.includes(kind)
        ? { level: 'good', what: `${kind}: record-triggered flows, custom objects and the API are included.` }
        : {
            level: 'look',
            what: `This is a ${kind}; the package was made for Enterprise Edition and above.`,
            fix: 'Try it in a sandbox or a Developer Edition org first.',
          },
    ];
    const dutch = await org.count(`SELECT COUNT() FROM User WHERE IsActive = true AND LanguageLocaleKey LIKE 'nl%'`);
    findings.push({ level: 'good', what: `Language of the org ${language}; ${dutch} active users work in Dutch.` });
    return findings;
  },
};
