// Is the package there, and which of its gated folders?
import { GATED_FOLDERS, readInventory, type PackageFolder } from '../../package-inventory.ts';
import type { Check, Finding, OrgUnderCare } from '../finding.ts';

const GATES: Readonly<Record<string, string>> = {
  consent:
    'Setup > Data Protection and Privacy > tick "Make data protection details available in records", then npm run deploy again. Without it nobody can be told per channel whether they may be approached.',
};

export const packageParts: Check = {
  name: 'Package',
  look: async (org) => {
    const folders = readInventory().filter(({ objects }) => objects.length > 0);
    const findings = folders.flatMap((folder) => missingOf(folder, org));
    return findings.length > 0
      ? findings
      : [{ level: 'good', what: `All ${folders.flatMap(({ objects }) => objects).length} objects of the package are there.` }];
  },
};

function missingOf({ name, objects }: PackageFolder, org: OrgUnderCare): readonly Finding[] {
  // platform events are no objects to a user who only reads
  const missing = objects.filter((object) => object.endsWith('__c') && !org.objects.has(object));
  if (missing.length === 0) return [];
  const isGated = GATED_FOLDERS.includes(name);
  const isWhole = missing.length === objects.filter((object) => object.endsWith('__c')).length;
  return [
    {
      level: isGated ? 'look' : 'bad',
      what: `${isWhole ? `The folder ${name} is not deployed` : `The folder ${name} lacks ${missing.join(', ')}`}, or you have no permission set that shows it.`,
      fix:
        GATES[name] ??
        `npm run deploy -- --target-org ${org.target}, then assign yourself a permission set: npx sf org assign permset --name SME_Data_Steward --target-org ${org.target}`,
    },
  ];
}

/** True when the org has none of the package. */
export function isPackageAbsent(org: OrgUnderCare): boolean {
  return !readInventory().some(({ objects }) => objects.some((object) => org.objects.has(object)));
}
