// Does the org have the features that the package stands on?
import type { Check, Finding, OrgUnderCare } from '../finding.ts';

const EDITIONS = ['Enterprise Edition', 'Unlimited Edition', 'Performance Edition', 'Developer Edition'];

export const edition: Check = {
  name: 'Edition and languages',
  look: async (org) => {
    const [[record], dutch, translations] = await Promise.all([
      org.query('SELECT OrganizationType, LanguageLocaleKey FROM Organization'),
      org.count(`SELECT COUNT() FROM User WHERE IsActive = true AND LanguageLocaleKey LIKE 'nl%'`),
      org.metadataNames('Translations'),
    ]);
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
    findings.push(consentSetting(org));
    findings.push(translation(org, `Language of the org ${language}; ${dutch} active users work in Dutch`, translations));
    return findings;
  },
};

/** An org without the setting has none of the standard consent objects. */
function consentSetting(org: OrgUnderCare): Finding {
  if (org.objects.has('ContactPointTypeConsent')) return { level: 'good', what: 'Data Protection and Privacy is on: consent can be kept.' };
  return {
    level: 'look',
    what: 'Data Protection and Privacy is off, or you may not see it: consent cannot be kept.',
    fix: 'Setup > Data Protection and Privacy > Edit > "Make data protection details available in records", then npm run deploy again.',
  };
}

function translation(org: OrgUnderCare, words: string, translations: readonly string[] | undefined): Finding {
  if (translations === undefined) return { level: 'good', what: `${words}. Whether Dutch is deployed could not be asked.` };
  if (translations.includes('nl_NL')) return { level: 'good', what: `${words}, and Dutch is deployed.` };
  return {
    level: 'look',
    what: `${words}, but Dutch is not deployed.`,
    fix: `Setup > Translation Workbench > Translation Language Settings > Enable > Add > Dutch, then npm run deploy -- --target-org ${org.target}`,
  };
}
