// The calls that low scores ask for: who waits longest comes first; the outcome of the call closes the loop.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { answered } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import { dayIn } from 'c/civilDay';
import { failureOf, whyNotSaved, type Failure } from 'c/dataFailure';
import { draftOf, dropDraft, keepDraft } from 'c/draft';
import {
  CALLS_QUERY,
  LOOPS_QUERY,
  callsOf,
  callsWhere,
  loopsOf,
  loopsWhere,
  type Call,
  type CallsAnswer,
  type LoopsAnswer,
  type OpenLoop,
} from './loopsQuery';
import { LABELS } from './loopsLabels';
import { shownLoops, type ShownLoop } from './shownLoops';

const PAGE_SIZE = 6;
const ROW_LIMIT = 2000;

/** Fires `closed` when a call is completed. */
export default class FeedbackLoops extends LightningElement {
  /** '' for the loops of all accounts. */
  @api accountId = '';

  labels = LABELS;
  first = PAGE_SIZE;
  failure: Failure | undefined;
  hasMore = false;
  outcome = '';
  refusal = '';
  doneSentence = '';
  isSaving = false;

  private loops: readonly OpenLoop[] | undefined;
  private calls: ReadonlyMap<string, Call> = new Map();
  private writingId = '';
  private refreshLoops: (() => Promise<void>) | undefined;
  private refreshCalls: (() => Promise<void>) | undefined;

  @wire(graphql, { query: LOOPS_QUERY, variables: '$variables' })
  readLoops(response: GraphQLResponse<LoopsAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshLoops = refresh;
    if (data) {
      this.loops = loopsOf(data);
      this.hasMore = data.uiapi.query.Feedback__c?.pageInfo?.hasNextPage ?? false;
    }
    if (data || errors) this.failure = data ? undefined : failureOf(errors);
  }

  /** Who may not see tasks still sees who waits for a call. */
  @wire(graphql, { query: '$callsQuery', variables: '$callsVariables' })
  readCalls(response: GraphQLResponse<CallsAnswer>): void {
    const { data, refresh } = answered(response);
    this.refreshCalls = refresh;
    if (data) this.calls = callsOf(data);
  }

  /** Asks again, after something outside changed. */
  @api
  async refresh(): Promise<void> {
    await this.refreshLoops?.();
    await this.refreshCalls?.();
  }

  get variables(): object {
    return { where: loopsWhere(this.accountId), first: this.first };
  }
  get callsQuery(): GraphQLDocument | undefined {
    return this.loops?.length ? CALLS_QUERY : undefined;
  }
  get callsVariables(): object {
    return { where: callsWhere((this.loops ?? []).map(({ id }) => id)), first: ROW_LIMIT };
  }
  get shown(): readonly ShownLoop[] {
    return shownLoops(this.loops ?? [], {
      today: dayIn(TIME_ZONE, new Date()),
      language: LANGUAGE,
      locale: LOCALE,
      labels: LABELS,
      calls: this.calls,
      writingId: this.writingId,
    });
  }
  get isSkeleton(): boolean {
    return !this.loops && !this.failure;
  }
  get isEmpty(): boolean {
    return this.loops?.length === 0 && !this.failure;
  }

  handleRetry(): void {
    this.failure = undefined;
    void this.refresh();
  }
  handleShowMore(): void {
    this.first = Math.min(this.first + PAGE_SIZE * 4, ROW_LIMIT);
  }
  handleWrite(event: Event): void {
    const { feedback = '' } = (event.currentTarget as HTMLElement).dataset;
    this.writingId = this.writingId === feedback ? '' : feedback;
    this.outcome = String(draftOf(this.draftKey).outcome ?? '');
    this.refusal = '';
    this.doneSentence = '';
  }
  handleCancel(): void {
    this.template?.querySelector<HTMLElement>(`lightning-button[data-feedback="${this.writingId}"]`)?.focus();
    this.writingId = '';
  }
  handleOutcome(event: CustomEvent<{ value: string }>): void {
    this.outcome = event.detail.value;
    keepDraft(this.draftKey, { outcome: this.outcome });
  }

  /** Only the task is saved: that it closes the loop is the work of the flow, as for a task completed anywhere else. */
  async handleComplete(): Promise<void> {
    const loop = this.shown.find(({ isWriting }) => isWriting);
    if (!loop) return;
    if (!this.outcome.trim()) {
      this.refusal = LABELS.outcomeMissing;
      return;
    }
    this.isSaving = true;
    this.refusal = '';
    try {
      await updateRecord({ fields: { Id: loop.taskId, Status: 'Completed', Outcome__c: this.outcome.trim() } });
      dropDraft(this.draftKey);
      this.writingId = '';
      await this.refresh();
      // the form with the focus is gone
      this.template?.querySelector<HTMLElement>('[data-heading]')?.focus();
      const isClosed = !this.loops?.some(({ id }) => id === loop.id);
      this.doneSentence = fillLabel(isClosed ? LABELS.closed : LABELS.callDone, loop.accountName);
      this.dispatchEvent(new CustomEvent('closed'));
    } catch (refused) {
      this.refusal = whyNotSaved(refused);
    } finally {
      this.isSaving = false;
    }
  }

  private get draftKey(): string {
    return `loop.${this.writingId}`;
  }
}
