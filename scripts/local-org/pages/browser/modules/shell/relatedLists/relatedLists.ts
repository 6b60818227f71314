// The related lists of a record.
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import site from 'pages:site';
import { relatedLists, type ArrangedList } from '../../../related-lists.ts';

export default class RelatedLists extends LightningElement {
  @api objectApiName: string | undefined;
  @api recordId: string | undefined;

  lists: readonly ArrangedList[] = [];

  isLoading = true;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readObject({ data, error }: ObjectInfoWire): void {
    this.isLoading = !data && !error;
    this.lists = data ? relatedLists(data, site) : [];
  }
}
