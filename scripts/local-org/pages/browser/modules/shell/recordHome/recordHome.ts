// The page of a record: as its FlexiPage says, else Salesforce's own.
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import { getRecord, type RecordWire } from 'lightning/uiRecordApi';
import site from 'pages:site';
import failedText from '@salesforce/label/shell.Failed_Text';
import failedTitle from '@salesforce/label/shell.Failed_Title';
import goneText from '@salesforce/label/shell.No_Longer_There_Text';
import goneTitle from '@salesforce/label/shell.No_Longer_There_Title';
import toWorklist from '@salesforce/label/shell.To_Worklist';
import type { FlexiPage } from '../../../../site.ts';
import { relatedLists } from '../../../related-lists.ts';
import { showAddress } from '../../../page-state.ts';
import { reload } from '../../../wired-resource.ts';
import { standardRecordPage } from './standard-record-page.ts';

/** Answers for a record that was deleted, never was, or is hidden from the user. */
const NOT_THERE = [400, 403, 404];

export default class RecordHome extends LightningElement {
  @api objectApiName: string | undefined;
  @api recordId: string | undefined;
  @api page: FlexiPage | undefined;

  labels = { failedText, failedTitle, goneText, goneTitle, toWorklist };
  object: ObjectInfo | undefined;
  isGone = false;
  isRefused = false;
  /** Without knowing the object nothing can be arranged, except on a page that was designed for it. */
  isUnknown = false;
  private isThere = false;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readObject({ data, error }: ObjectInfoWire): void {
    this.object = data;
    this.isUnknown = error !== undefined;
  }
  /** What is being typed on a page that is there is not thrown away because the record could not be read once more. */
  @wire(getRecord, { recordId: '$recordId', fields: '$idField' })
  readRecord({ data, error }: RecordWire): void {
    this.isThere ||= data !== undefined;
    this.isGone = error !== undefined && NOT_THERE.includes(error.status ?? 0);
    this.isRefused = error !== undefined && !this.isGone && !this.isThere;
  }

  get idField(): readonly string[] {
    return [`${this.objectApiName}.Id`];
  }
  get isFailed(): boolean {
    return this.isRefused || (this.isUnknown && this.page === undefined && !this.isGone);
  }
  get isShown(): boolean {
    return !this.isGone && !this.isFailed && (this.page !== undefined || this.object !== undefined);
  }
  get shownPage(): FlexiPage {
    const { page, object } = this;
    return page ?? standardRecordPage(object !== undefined && relatedLists(object, site).length > 0);
  }

  handleHome(): void {
    showAddress('/');
  }
  handleTryAgain(): void {
    void Promise.all([reload(`/records/${this.recordId}`), reload(`/object-info/${this.objectApiName}`)]);
  }
}
