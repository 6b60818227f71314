// Where a row leads to.
import type { PageReference } from 'lightning/navigation';

export function accountPage(recordId: string): PageReference {
  return { type: 'standard__recordPage', attributes: { recordId, objectApiName: 'Account', actionName: 'view' } };
}
