// Gives accounts to another relationship owner, one save after the other, and keeps what the org said of those it refused.
import { updateRecord } from 'lightning/uiRecordApi';
import RELATIONSHIP_OWNER_FIELD from '@salesforce/schema/Account.Relationship_Owner__c';
import { wordsOf, type RefusedRequest } from 'c/dataFailure';

export interface Refusal {
  readonly accountId: string;
  /** The org's own words; blank when it said nothing. */
  readonly words: string;
}

async function reassign(accountId: string, ownerId: string): Promise<Refusal | undefined> {
  try {
    await updateRecord({ fields: { Id: accountId, [RELATIONSHIP_OWNER_FIELD.fieldApiName]: ownerId } });
    return undefined;
  } catch (refused) {
    return { accountId, words: wordsOf(refused as RefusedRequest) };
  }
}

/** Saves one after the other: an account that is locked or hidden does not keep the others from their new owner. */
export function reassignAccounts(
  accountIds: readonly string[],
  ownerId: string,
  onDone: (done: number) => void,
): Promise<readonly Refusal[]> {
  return accountIds.reduce<Promise<readonly Refusal[]>>(async (earlier, accountId, index) => {
    const refusals = await earlier;
    const refusal = await reassign(accountId, ownerId);
    onDone(index + 1);
    return refusal ? [...refusals, refusal] : refusals;
  }, Promise.resolve([]));
}
