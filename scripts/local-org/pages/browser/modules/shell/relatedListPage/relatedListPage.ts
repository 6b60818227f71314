// The page of one related list: all its records, and the way back to the record they belong to.
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import { getRecord, type RecordRepresentation, type RecordWire } from 'lightning/uiRecordApi';
import site from 'pages:site';
import path from '@salesforce/label/shell.Path';
import { followLink } from '../../../follow-link.ts';
import { iconOf } from '../../../object-arrangement.ts';
import { addressOf } from '../../../page-address.ts';
import { listNamed, recordsOf, type ArrangedList } from '../../../related-lists.ts';
import { listOrder, listTitle } from '../../../related-list-words.ts';

export default class RelatedListPage extends LightningElement {
  @api objectApiName: string | undefined;
  @api recordId: string | undefined;
  /** Name of the relationship. */
  @api listName: string | undefined;

  labels = { path };
  parent: ObjectInfo | undefined;
  child: ObjectInfo | undefined;
  record: RecordRepresentation | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readParent({ data }: ObjectInfoWire): void {
    this.parent = data;
  }
  @wire(getObjectInfo, { objectApiName: '$childApiName' })
  readChild({ data }: ObjectInfoWire): void {
    this.child = data;
  }
  @wire(getRecord, { recordId: '$recordId', optionalFields: '$nameFields' })
  readRecord({ data }: RecordWire): void {
    this.record = data;
  }

  get list(): ArrangedList | undefined {
    return this.parent && this.listName ? listNamed(this.listName, this.parent, site) : undefined;
  }
  get childApiName(): string | undefined {
    return this.list?.objectApiName;
  }
  get nameFields(): readonly string[] {
    return this.parent ? [`${this.parent.apiName}.${this.parent.nameFields[0] ?? 'Id'}`] : [];
  }
  get isMissing(): boolean {
    return this.parent !== undefined && this.list === undefined;
  }
  get isShown(): boolean {
    return this.child !== undefined && this.list !== undefined;
  }
  get heading(): string {
    return this.list && this.child ? listTitle(this.list, this.child) : '';
  }
  get recordName(): string {
    return String(this.record?.fields[this.parent?.nameFields[0] ?? '']?.value ?? '');
  }
  get objectAddress(): string {
    return addressOf({ type: 'standard__objectPage', attributes: { objectApiName: this.objectApiName, actionName: 'list' } });
  }
  get recordAddress(): string {
    const { objectApiName, recordId } = this;
    return addressOf({ type: 'standard__recordPage', attributes: { objectApiName, recordId, actionName: 'view' } });
  }
  get icon(): string {
    return iconOf(this.childApiName, site, 'standard:related_list');
  }
  get where(): object {
    return this.list ? recordsOf(this.list, this.recordId) : {};
  }
  get orderBy(): object {
    return this.list && this.child ? listOrder(this.list, this.child) : {};
  }

  handleLink(event: MouseEvent): void {
    followLink(event);
  }
}
