// What the org has left today of the things that an import uses.
import type { Check, Finding } from '../finding.ts';

/** Below this share of the maximum a limit deserves attention. */
const LOW_SHARE = 0.2;

const LIMITS: Readonly<Record<string, string>> = {
  DailyApiRequests: 'API requests of today',
  DailyBulkV2QueryJobs: 'Bulk query jobs of today',
  DailyBulkApiBatches: 'Bulk batches of today',
  DataStorageMB: 'megabytes of data storage',
};

export const limits: Check = {
  name: 'Limits',
  look: async (org) => {
    const found = await org.limits();
    const findings: Finding[] = [];
    for (const [name, words] of Object.entries(LIMITS)) {
      const limit = found[name];
      if (!limit || limit.Max === 0 || limit.Remaining / limit.Max >= LOW_SHARE) continue;
      findings.push({
        level: limit.Remaining <= 0 ? 'bad' : 'look',
        what: `${limit.Remaining} of ${limit.Max} ${words} are left.`,
        fix:
          name === 'DataStorageMB'
            ? 'Setup > Storage Usage: delete old records or buy storage before the next load.'
            : 'Wait until tomorrow with big loads, or ask Salesforce for more.',
      });
    }
    return findings.length > 0 ? findings : [{ level: 'good', what: 'API requests, Bulk jobs and storage are far from their limits.' }];
  },
};
