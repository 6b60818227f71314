// The page of a record: as its FlexiPage says, else Salesforce's own.
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import { getRecord, type RecordWire } from 'lightning/uiRecordApi';
import site from 'pages:site';
import failedText from '@salesforce/label/shell.Failed_Text';
import failedTitle from '@salesforce/label/shell.Failed_Title';
import noLongerThereText from '@salesforce/label/shell.No_Longer_There_Text';
import noLongerThereTitle from '@salesforce/label/shell.No_Longer_There_Title';
import toWorklist from '@salesforce/label/shell.To_Worklist';
import type { FlexiPage } from '../../../../site.ts';
import { relatedLists } from '../../../object-arrangement.ts';
import { showAddress } from '../../../page-state.ts';
import { standardRecordPage } from './standard-record-page.ts';

/** Answers for a record that was deleted, never was, or is hidden from the user. */
const NOT_THERE = [400, 403, 404];

export default class RecordHome extends LightningElement {
  @api objectApiName: string | undefined;
  @api recordId: string | undefined;
  @api page: FlexiPage | undefined;

  labels = { toWorklist };
  object: ObjectInfo | undefined;
  failure: { readonly title: string; readonly text: string } | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readObject({ data }: ObjectInfoWire): void {
    this.object = data;
  }
  @wire(getRecord, { recordId: '$recordId', fields: '$idField' })
  readRecord({ error }: RecordWire): void {
    if (!error) this.failure = undefined;
    else if (NOT_THERE.includes(error.status ?? 0)) this.failure = { title: noLongerThereTitle, text: noLongerThereText };
    else this.failure = { title: failedTitle, text: failedText };
  }

  get idField(): readonly string[] {
    return [`${this.objectApiName}.Id`];
  }
  get isShown(): boolean {
    return !this.failure && (this.page !== undefined || this.object !== undefined);
  }
  get shownPage(): FlexiPage {
    const { page, object } = this;
    return page ?? standardRecordPage(object !== undefined && relatedLists(object, site).length > 0);
  }

  handleHome(): void {
    showAddress('/');
  }
}
