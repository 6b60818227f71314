// A list of departures: when to win back and by which rule, whether goodwill allows it; exceptions are set with their reason.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { answered } from 'c/graphAnswer';
import { countedLabel, fillLabel } from 'c/labelText';
import { dayIn } from 'c/civilDay';
import { failureOf, whyNotSaved, type Failure } from 'c/dataFailure';
import { draftOf, dropDraft, keepDraft } from 'c/draft';
import { shownDepartures, type ShownDeparture } from './shownDepartures';
import { LABELS } from './winbackLabels';
import { WINBACK_QUERY, departuresOf, type Departure, type WinbackAnswer } from './winbackQuery';

const PAGE_SIZE = 8;
const ROW_LIMIT = 2000;

/** Fires `changed` when an exception is saved. */
export default class WinbackList extends LightningElement {
  @api heading = '';
  @api orderBy: object | undefined;
  /** Whether they are of one account, which need not be named in each row. */
  @api isOfAccount = false;

  labels = LABELS;
  first = PAGE_SIZE;
  hasMore = false;
  failure: Failure | undefined;
  hasOffer = false;
  hasMoved = false;
  reason = '';
  refusal = '';
  isSaving = false;

  private filter: object | undefined;
  private departures: readonly Departure[] | undefined;
  private exceptingId = '';
  private refreshList: (() => Promise<void>) | undefined;

  /** The condition that the number above was counted with. */
  @api
  get where(): object | undefined {
    return this.filter;
  }
  set where(where: object | undefined) {
    if (JSON.stringify(where) === JSON.stringify(this.filter)) return;
    this.filter = where;
    this.first = PAGE_SIZE;
  }

  @wire(graphql, { query: '$query', variables: '$variables' })
  readDepartures(response: GraphQLResponse<WinbackAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshList = refresh;
    if (data) {
      this.departures = departuresOf(data);
      this.hasMore = data.uiapi.query.Exit_Survey__c?.pageInfo?.hasNextPage ?? false;
    }
    if (data || errors) this.failure = data ? undefined : failureOf(errors);
  }

  /** Asks again, after something outside changed. */
  @api
  async refresh(): Promise<void> {
    await this.refreshList?.();
  }

  get query(): GraphQLDocument | undefined {
    return this.filter && WINBACK_QUERY;
  }
  get variables(): object {
    return { where: this.filter, orderBy: this.orderBy, first: this.first };
  }
  get shown(): readonly ShownDeparture[] {
    return shownDepartures(this.departures ?? [], {
      today: dayIn(TIME_ZONE, new Date()),
      language: LANGUAGE,
      locale: LOCALE,
      labels: LABELS,
      exceptingId: this.exceptingId,
    });
  }
  get firstName(): string {
    return this.isOfAccount ? LABELS.columnProduct : LABELS.columnAccount;
  }
  get summary(): string {
    if (!this.departures) return LABELS.loading;
    const count = this.departures.length;
    return this.hasMore
      ? fillLabel(LABELS.shownFirst, count)
      : countedLabel({ one: LABELS.countOne, other: LABELS.countOther }, count, LANGUAGE);
  }
  get isSkeleton(): boolean {
    return !this.departures && !this.failure;
  }
  get isEmpty(): boolean {
    return this.departures?.length === 0 && !this.failure;
  }
  get isTable(): boolean {
    return Boolean(this.departures?.length) && !this.failure;
  }

  handleRetry(): void {
    this.failure = undefined;
    void this.refresh();
  }
  handleShowMore(): void {
    this.first = Math.min(this.first + PAGE_SIZE * 5, ROW_LIMIT);
  }
  handleExcept(event: Event): void {
    const { survey = '' } = (event.currentTarget as HTMLElement).dataset;
    this.exceptingId = this.exceptingId === survey ? '' : survey;
    const departure = this.departures?.find(({ id }) => id === survey);
    const draft = draftOf(this.draftKey);
    this.hasOffer = draft.hasOffer === true || (departure?.hasOffer ?? false);
    this.hasMoved = draft.hasMoved === true || (departure?.hasMoved ?? false);
    this.reason = String(draft.reason ?? departure?.exception ?? '');
    this.refusal = '';
  }
  handleCancel(): void {
    dropDraft(this.draftKey);
    this.exceptingId = '';
  }
  handleOffer(event: CustomEvent<{ checked: boolean }>): void {
    this.hasOffer = event.detail.checked;
    this.keep();
  }
  handleMoved(event: CustomEvent<{ checked: boolean }>): void {
    this.hasMoved = event.detail.checked;
    this.keep();
  }
  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
    this.keep();
  }

  /** Without either exception the gate is blocked again: the flow judges, here only the answers are saved. */
  async handleSave(): Promise<void> {
    const isException = this.hasOffer || this.hasMoved;
    if (isException && !this.reason.trim()) {
      this.refusal = LABELS.reasonMissing;
      return;
    }
    this.isSaving = true;
    this.refusal = '';
    try {
      await updateRecord({
        fields: {
          Id: this.exceptingId,
          Has_Exceptional_Offer__c: this.hasOffer,
          Has_Contact_Changed_Employer__c: this.hasMoved,
          Exception_Reason__c: isException ? this.reason.trim() : null,
        },
      });
      dropDraft(this.draftKey);
      this.exceptingId = '';
      await this.refresh();
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (refused) {
      this.refusal = whyNotSaved(refused);
    } finally {
      this.isSaving = false;
    }
  }

  private get draftKey(): string {
    return `exception.${this.exceptingId}`;
  }
  private keep(): void {
    keepDraft(this.draftKey, { hasOffer: this.hasOffer, hasMoved: this.hasMoved, reason: this.reason });
  }
}
