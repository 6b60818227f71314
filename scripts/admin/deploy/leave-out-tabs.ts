// A deployment to an org without room for all tabs: Enterprise Edition takes 25 of its own, the customer's among them.
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withoutParts } from '../../platform/metadata-parts.ts';

/** Objects that are set up once: `npm run rules` loads them, and pages and related lists lead to their records. */
const SETTINGS = [
  ...['Event_Rule__c', 'Feedback_Moment__c', 'Frequency_Policy__c', 'Lifecycle_Policy__c', 'Lifecycle_Stage__c', 'Lifecycle_Vocabulary__c'],
  ...['Market_Measurement__c', 'Sales_Territory__c', 'Sector_Channel__c', 'Stage_Gate__c', 'Stage_Moment__c', 'Team_Capacity__c'],
];

/** Takes the tabs of settings out of the staged package, and out of the apps and permission sets that name them. Gives how many. */
export function leaveOutTabs(stage: string): number {
  const found = (pattern: string): readonly string[] => globSync(pattern, { cwd: stage }).map((file) => path.join(stage, file));
  const gone = SETTINGS.flatMap((name) => found(`force-app/*/tabs/${name}.tab-meta.xml`));
  for (const file of gone) rmSync(file);
  const names = new Set(SETTINGS);
  for (const file of found('force-app/*/applications/*.app-meta.xml'))
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/\s*<tabs>([^<]+)<\/tabs>/g, (line, name: string) => (names.has(name) ? '' : line)),
    );
  for (const file of found('force-app/*/permissionsets/*.permissionset-meta.xml'))
    writeFileSync(file, withoutParts(readFileSync(file, 'utf8'), { tabSettings: names }));
  return gone.length;
}
