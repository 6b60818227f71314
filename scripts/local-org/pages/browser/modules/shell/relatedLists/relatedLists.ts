// The related lists of a record, as its page layout names them.
import { LightningElement, api } from 'lwc';
import site from 'pages:site';
import type { RelatedList } from '../../../../site.ts';

interface ShownList extends RelatedList {
  readonly key: string;
  readonly where: object;
  readonly orderBy: object;
}

export default class RelatedLists extends LightningElement {
  @api objectApiName: string | undefined;
  @api recordId: string | undefined;

  get lists(): readonly ShownList[] {
    return (site.layouts[this.objectApiName ?? '']?.relatedLists ?? []).map((list) => ({
      ...list,
      key: `${list.objectApiName}.${list.parentField}`,
      where: { [list.parentField]: { eq: this.recordId } },
      orderBy: list.sortField ? { [list.sortField]: { order: list.sortOrder, nulls: 'LAST' } } : {},
    }));
  }
}
