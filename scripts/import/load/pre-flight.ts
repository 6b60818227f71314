// Asks the org, before anything is written, whether a load can succeed: objects, fields, permissions and limits.
import { ApiError } from '../../platform/api-error.ts';
import type { Notice } from '../plan/import-outcome.ts';
import { orgFailure } from '../plan/import-failure.ts';
import type { OrgAccess } from '../../org-connection/org-access.ts';
import type { DescribedField, OrgSession } from '../../org-connection/org-session.ts';
import { repeated } from '../../org-connection/repeated.ts';
import type { Pace } from '../../org-connection/repeated.ts';

/** What an object must offer: columns as in the CSV header (`Field__c` or `Relation__r.Field__c`) that are read or written. */
export interface ObjectNeeds {
  readonly object: string;
  readonly read?: readonly string[];
  readonly write?: readonly string[];
}

/** The run that every load keeps. */
export const RUN_NEEDS: readonly ObjectNeeds[] = [
  {
    object: 'Import_Run__c',
    write: [
      ...[
        'External_Id__c',
        'Kind__c',
        'File_Name__c',
        'File_Hash__c',
        'Source__c',
        'Obtained_On_Date__c',
        'Legal_Basis__c',
        'Started_At__c',
        'Finished_At__c',
      ],
      ...['State__c', 'Rows_Read__c', 'Rows_Created__c', 'Rows_Updated__c', 'Rows_Unchanged__c', 'Rows_Kept__c'],
      ...['Rows_Skipped__c', 'Rows_Rejected__c', 'Accounts_Created__c', 'Times_Resumed__c'],
      ...['Rejects_File__c', 'Reject_Summary__c', 'Notice_Summary__c', 'Undo_State__c'],
    ],
  },
];

/** What a load of contracts needs besides its contracts and its run. */
export const CONTRACT_NEEDS: readonly ObjectNeeds[] = [
  { object: 'Account', read: ['KvK_Number__c'] },
  {
    object: 'Competitor__c',
    read: ['Name', 'External_Id__c', 'Review_State__c'],
    write: ['Name', 'External_Id__c', 'Review_State__c', 'Is_Active__c'],
  },
  { object: 'Competitor_Alias__c', read: ['External_Id__c', 'Contract_Key__c', 'Competitor__c'] },
  {
    object: 'Contract_Claim__c',
    write: [
      ...['Competitor_Contract__c', 'Source__c', 'Said_On_Date__c', 'Said_End_Date__c', 'Said_Notice_Length__c'],
      ...['Said_Notice_Unit__c', 'Confidence__c', 'Import_Run__c', 'External_Id__c'],
    ],
  },
];

/** Throws an org failure that names the first thing that is missing and the command that adds it: `set` is the permission set that allows it. */
export async function requireObjects(session: OrgSession, needs: readonly ObjectNeeds[], set = 'SME_Data_Steward'): Promise<void> {
  const described = await Promise.all(needs.map(({ object }) => session.fields(object)));
  const absent = needs.filter((_, at) => described[at] === undefined).map(({ object }) => object);
  if (absent.length > 0) {
    const { target, username } = session.access;
    throw orgFailure(target === 'local' ? 'PACKAGE_MISSING.local' : 'PACKAGE_MISSING', { target, username, objects: absent.join(', ') });
  }
  for (const [at, need] of needs.entries()) {
    const missing = missingFields(need, described[at] ?? []);
    if (missing.length === 0) continue;
    const { target, username } = session.access;
    throw orgFailure('PERMISSION_MISSING', { target, username, set, fields: missing.map((field) => `${need.object}.${field}`).join(', ') });
  }
}

/** What undoing a run needs of the org. */
export interface UndoNeeds {
  /** Objects whose records it deletes, at least. */
  readonly deletes: readonly string[];
  readonly needs: readonly ObjectNeeds[];
  /** The permission set that allows it. */
  readonly set: string;
}

/** Throws an org failure that names the permission set which allows it. */
export async function requireUndo(session: OrgSession, pace: Pace, { deletes, needs, set }: UndoNeeds): Promise<void> {
  await requireObjects(session, [
    { object: 'Import_Run__c', write: ['Undo_State__c', 'Undo_Deleted__c', 'Undo_Restored__c', 'Undo_Kept__c'] },
  ]);
  await requireObjects(session, needs, set);
  const { target, username } = session.access;
  for (const object of deletes) {
    const described = (await repeated(() => session.json('GET', `/sobjects/${object}/describe`), pace)) as { readonly deletable?: boolean };
    if (described.deletable !== true) throw orgFailure('PERMISSION_MISSING.delete', { target, username, object, set });
  }
}

/** New accounts are put in a lifecycle stage, which must exist. */
export async function requireStage(session: OrgSession, stage: string): Promise<void> {
  const found = await session.query(`SELECT Id FROM Lifecycle_Stage__c WHERE External_Id__c = '${stage}'`);
  if (found.length > 0) return;
  throw orgFailure('RULES_MISSING', { target: session.access.target, stage });
}

function missingFields({ read = [], write = [] }: ObjectNeeds, fields: readonly DescribedField[]): readonly string[] {
  const find = (column: string): DescribedField | undefined => {
    const [name] = column.split('.');
    return fields.find((field) => (column.includes('.') ? field.relationshipName === name : field.name === name));
  };
  // a master-detail field may be set only once: createable is enough
  return [...read.filter((column) => find(column) === undefined), ...write.filter((column) => find(column)?.createable !== true)];
}

/**
 * Compares what the load will use with what the org has left today; `rows` may be an estimate. Refuses when requests or batches do not
 * suffice; a shortage of storage is told, because updates need none.
 */
export async function requireLimits(
  session: OrgSession,
  rows: number,
  jobs: number,
  pace: Pace,
  sentence: (code: string, values: Readonly<Record<string, string | number>>) => string,
): Promise<readonly Notice[]> {
  let limits: Readonly<Record<string, { readonly Remaining?: number } | undefined>>;
  try {
    limits = (await repeated(() => session.json('GET', '/limits'), pace)) as typeof limits;
  } catch (error) {
    // only users with View Setup may see them
    if (error instanceof ApiError && error.status < 500 && error.status !== 401) return [];
    throw error;
  }
  const requests = 60 + jobs * 20;
  const batches = jobs + Math.ceil(rows / 10_000);
  shortage(session.access, 'API_LIMIT.requests', limits['DailyApiRequests']?.Remaining, requests);
  shortage(session.access, 'API_LIMIT.batches', limits['DailyBulkApiBatches']?.Remaining, batches);
  const megabytes = Math.ceil((rows * 2) / 1_024);
  const storage = limits['DataStorageMB']?.Remaining;
  if (storage === undefined || storage >= megabytes) return [];
  return [{ code: 'STORAGE_LOW', message: sentence('STORAGE_LOW', { storage, rows, megabytes }) }];
}

function shortage(
  { target }: OrgAccess,
  sentence: 'API_LIMIT.requests' | 'API_LIMIT.batches',
  remaining: number | undefined,
  needed: number,
): void {
  if (remaining === undefined || remaining >= needed) return;
  throw orgFailure(sentence, { target, remaining, needed });
}
