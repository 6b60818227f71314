// Gives accounts to another relationship owner: each account stands for itself, so that one refusal does not undo the others.
import RELATIONSHIP_OWNER_FIELD from '@salesforce/schema/Account.Relationship_Owner__c';
import { fillLabel } from 'c/labelText';
import { saveEach } from 'c/recordBatch';
import { LABELS } from './recordsLabels';

/** An account that the org did not take, in its own words; blank when it said nothing. */
export interface Refusal {
  readonly accountId: string;
  readonly words: string;
}

/** The accounts that were refused; all others have the new owner. */
export async function reassign(accountIds: readonly string[], ownerId: string): Promise<readonly Refusal[]> {
  const fields = { [RELATIONSHIP_OWNER_FIELD.fieldApiName]: ownerId };
  const outcomes = await saveEach(accountIds.map((id) => ({ kind: 'update', object: 'Account', id, fields })));
  return outcomes.flatMap((outcome, index) => (outcome.saved ? [] : [{ accountId: accountIds[index] ?? '', words: outcome.words }]));
}

/** `nameOf` gives the name of an account that is on the list. */
export function refusalSentences(refusals: readonly Refusal[], nameOf: (accountId: string) => string | undefined): readonly string[] {
  return refusals.map(({ accountId, words }) => fillLabel(LABELS.refusedNow, nameOf(accountId) ?? accountId, words || LABELS.tryLater));
}
