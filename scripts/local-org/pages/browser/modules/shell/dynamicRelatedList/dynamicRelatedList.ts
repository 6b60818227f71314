// One related list that the page itself arranges: its columns, its order and how many rows.
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import { dynamicList, type ArrangedList } from '../../../related-lists.ts';

export default class DynamicRelatedList extends LightningElement {
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;
  @api relatedListApiName = '';
  @api relatedListFieldAliases: readonly string[] = [];
  @api sortFieldAlias = '';
  @api sortFieldOrder = '';
  @api maxRecordsToDisplay = '';
  /** What a page must say besides, and what changes nothing on these pages. */
  @api parentFieldApiName = '';
  @api relatedListDisplayType = '';
  @api showActionBar = false;
  @api actionNames: readonly string[] = [];

  object: ObjectInfo | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readObject({ data }: ObjectInfoWire): void {
    this.object = data;
  }

  /** None for a user who may not see the children. */
  get list(): ArrangedList | undefined {
    const { relatedListApiName, relatedListFieldAliases, sortFieldAlias, sortFieldOrder, maxRecordsToDisplay } = this;
    const properties = { relatedListApiName, relatedListFieldAliases, sortFieldAlias, sortFieldOrder, maxRecordsToDisplay };
    return this.object ? dynamicList(properties, this.object) : undefined;
  }
}
