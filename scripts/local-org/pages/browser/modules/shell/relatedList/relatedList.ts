// One related list: a card with the first records of another object that point at this one, and the way to all of them.
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import site from 'pages:site';
import newWord from '@salesforce/label/shell.New';
import viewAll from '@salesforce/label/shell.View_All';
import { numberText } from 'c/labelText';
import { followLink } from '../../../follow-link.ts';
import { encodeGiven } from '../../../given-values.ts';
import { iconOf } from '../../../object-arrangement.ts';
import { addressOf } from '../../../page-address.ts';
import { showPage } from '../../../page-state.ts';
import { recordsOf, type ArrangedList } from '../../../related-lists.ts';
import { listOrder, listTitle } from '../../../related-list-words.ts';

export default class RelatedList extends LightningElement {
  @api list: ArrangedList | undefined;
  @api recordId: string | undefined;
  /** Object of the record. */
  @api parentApiName: string | undefined;

  labels = { newWord, viewAll };
  object: ObjectInfo | undefined;
  /** Undefined until the records have come. */
  count: number | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readObject({ data }: ObjectInfoWire): void {
    this.object = data;
  }

  get objectApiName(): string | undefined {
    return this.list?.objectApiName;
  }
  get plainTitle(): string {
    return this.list && this.object ? listTitle(this.list, this.object) : '';
  }
  /** As Lightning names its related lists: with the number of records. */
  get heading(): string {
    return this.count === undefined ? this.plainTitle : `${this.plainTitle} (${numberText(this.count)})`;
  }
  /** A list without records is its title alone. */
  get cardClass(): string {
    return this.count === 0 ? 'list list_empty' : 'list';
  }
  get tableClass(): string {
    return this.count === 0 ? 'slds-hide' : '';
  }
  get columns(): readonly string[] {
    return this.list?.columns ?? [];
  }
  get where(): object {
    return this.list ? recordsOf(this.list, this.recordId) : {};
  }
  get orderBy(): object {
    return this.list && this.object ? listOrder(this.list, this.object) : {};
  }
  get icon(): string {
    return iconOf(this.objectApiName, site, 'standard:related_list');
  }
  /** Several lists of a page have the same words. */
  get allLabel(): string {
    return `${viewAll}: ${this.plainTitle}`;
  }
  /** Where the record can be told to the new one: what an activity is about is not a field of the account. */
  get canCreate(): boolean {
    const { list, object } = this;
    return Boolean(object?.createable && list && !list.activities && object.fields[list.parentField]?.createable);
  }
  get newLabel(): string {
    return `${newWord}: ${this.object?.label ?? ''}`;
  }
  get hasMore(): boolean {
    return this.list !== undefined && (this.count ?? 0) > this.list.rows;
  }
  get allAddress(): string {
    const attributes = {
      objectApiName: this.parentApiName,
      recordId: this.recordId,
      relationshipApiName: this.list?.name,
      actionName: 'view',
    };
    return addressOf({ type: 'standard__recordRelationshipPage', attributes });
  }

  handleCounted(event: CustomEvent<number>): void {
    this.count = event.detail;
  }
  handleNew(): void {
    const { list, objectApiName, recordId = '' } = this;
    const defaultFieldValues = encodeGiven({ [list?.parentField ?? '']: recordId });
    showPage({ type: 'standard__objectPage', attributes: { objectApiName, actionName: 'new' }, state: { defaultFieldValues } });
  }
  handleAll(event: MouseEvent): void {
    followLink(event);
  }
}
