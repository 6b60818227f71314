// The record that the script is for: the page's own, or the one on the screen beside the utility bar.
import type { PageReference } from 'lightning/navigation';

export interface CalledRecord {
  readonly id: string;
  readonly isContract: boolean;
}

const CONTRACT = 'Competitor_Contract__c';

/** Undefined on pages of anything else than an account or a competitor contract. */
export function calledRecord(
  recordId: string | undefined,
  objectApiName: string | undefined,
  page: PageReference | undefined,
): CalledRecord | undefined {
  if (recordId) return { id: recordId, isContract: objectApiName === CONTRACT };
  if (page?.type !== 'standard__recordPage') return undefined;
  const { recordId: id, objectApiName: object } = page.attributes ?? {};
  return typeof id === 'string' && (object === 'Account' || object === CONTRACT) ? { id, isContract: object === CONTRACT } : undefined;
}
