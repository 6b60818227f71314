// What a steward decided in a review file: which businesses of the file are which accounts of the org.
import { usageFailure } from '../plan/import-failure.ts';
import type { OrgSession } from '../../org-connection/org-session.ts';
import { REVIEW_COLUMNS } from './account-review.ts';
import { patchRecords } from './patched-records.ts';
import type { Patch } from './patched-records.ts';
import { readReview } from './review-file.ts';

export interface AccountDecisions {
  /** KvK number in the file → KvK number of the account it is. */
  readonly kvkAliases: ReadonlyMap<number, number>;
  /** Business key without KvK number → KvK number of the account it is. */
  readonly businesses: ReadonlyMap<string, number>;
  /** Business keys that are new, whatever they resemble. */
  readonly isNew: ReadonlySet<string>;
  /** Accounts without KvK number, by the number that the file has for them. */
  readonly completed: readonly { readonly id: string; readonly kvk: string }[];
}

const WORDS: Readonly<Record<string, 'same' | 'new' | 'skip'>> = {
  ...{ same: 'same', new: 'new', skip: 'skip', '': 'skip' },
  ...{ zelfde: 'same', hetzelfde: 'same', nieuw: 'new', overslaan: 'skip' },
};
const [BUSINESS, ACCOUNT_ID, ACCOUNT_KVK, DECISION] = [0, 7, 8, 11] as const;
const RECORDS_PER_QUERY = 200;

/** Reads a review file in which the last column was filled in; throws a usage failure that names the line which cannot be understood. */
export async function readDecisions(path: string): Promise<AccountDecisions> {
  const rows = await readReview(path, REVIEW_COLUMNS);
  const [kvkAliases, businesses, isNew] = [new Map<number, number>(), new Map<string, number>(), new Set<string>()];
  const completed: { id: string; kvk: string }[] = [];
  const decided = new Set<string>();
  let isFilledIn = false;
  for (const [at, row] of rows.entries()) {
    const refuse = (value: string) => usageFailure('USAGE.decision', { path, line: at + 2, value });
    const word = (row[DECISION] ?? '').trim().toLowerCase();
    const decision = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    const [business = '', id = '', accountKvk = ''] = [row[BUSINESS], row[ACCOUNT_ID], row[ACCOUNT_KVK]];
    // of its own column a spreadsheet takes the leading zeros
    const [kvk = ''] = business.split('|');
    if (decision === undefined) throw refuse(word);
    isFilledIn ||= word !== '';
    if (decision === 'new') isNew.add(business);
    if (decision !== 'same') continue;
    if (decided.has(business)) throw usageFailure('USAGE.decisionTwice', { path, line: at + 2 });
    decided.add(business);
    if (accountKvk !== '' && kvk !== '') kvkAliases.set(Number(kvk), Number(accountKvk));
    else if (accountKvk !== '') businesses.set(business, Number(accountKvk));
    else if (kvk !== '') completed.push({ id, kvk });
    else throw usageFailure('USAGE.decisionNoKvk', { path, line: at + 2 });
  }
  if (!isFilledIn) throw usageFailure('USAGE.decisionsEmpty', { path });
  return { kvkAliases, businesses, isNew, completed };
}

/** What gives accounts the KvK number that a person recognised them by; nothing for those that have it. */
export async function completions(session: OrgSession, { completed }: Pick<AccountDecisions, 'completed'>): Promise<readonly Patch[]> {
  const patches: Patch[] = [];
  for (let from = 0; from < completed.length; from += RECORDS_PER_QUERY) {
    const part = completed.slice(from, from + RECORDS_PER_QUERY);
    const ids = part.map(({ id }) => `'${id.replaceAll(/\W/g, '')}'`).join(', ');
    const found = await session.query(`SELECT Id, KvK_Number__c FROM Account WHERE Id IN (${ids})`);
    const known = new Map(found.map((record) => [String(record['Id']), record['KvK_Number__c']]));
    for (const { id, kvk } of part) {
      const before = known.get(id) ?? null;
      if (before !== kvk)
        patches.push({ object: 'Account', id, before: { KvK_Number__c: before as string | null }, after: { KvK_Number__c: kvk } });
    }
  }
  return patches;
}

/** Writes them; throws a usage failure that names the account which does not take its number. */
export async function completeAccounts(context: Parameters<typeof patchRecords>[0], patches: readonly Patch[]): Promise<void> {
  const refused = await patchRecords(context, patches, { allOrNone: true });
  const entries = [...refused];
  // the others are rolled back with the one that is to blame
  const [account, { message: reason }] = entries.find(([, { code }]) => code !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK') ??
    entries[0] ?? ['', { message: '' }];
  if (entries.length > 0) throw usageFailure('USAGE.decisionRefused', { account, reason });
}
