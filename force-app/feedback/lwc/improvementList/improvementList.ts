// Suggestions of customers in three categories: what became of them, how long it took, and the ones that wait for a decision.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import { answered } from 'c/graphAnswer';
import { countedLabel, fillLabel } from 'c/labelText';
import { failureOf, whyNotSaved, type Failure } from 'c/dataFailure';
import {
  IMPROVEMENT_QUERY,
  categoriesOf,
  improvementVariables,
  openOf,
  type CategoryCounts,
  type ImprovementAnswer,
  type OpenImprovement,
} from './improvementQuery';
import { LABELS } from './improveLabels';

const PAGE_SIZE = 5;
const ROW_LIMIT = 2000;
const STATES = ['Proposed', 'Accepted', 'Done', 'Declined'] as const;

export default class ImprovementList extends LightningElement {
  /** '' for those of all accounts. */
  @api accountId = '';

  labels = LABELS;
  first = PAGE_SIZE;
  hasMore = false;
  failure: Failure | undefined;
  refusal = '';
  reason = '';
  isSaving = false;

  private categories: readonly CategoryCounts[] | undefined;
  private open: readonly OpenImprovement[] = [];
  private decliningId = '';
  private refreshList: (() => Promise<void>) | undefined;

  @wire(graphql, { query: IMPROVEMENT_QUERY, variables: '$variables' })
  readImprovements(response: GraphQLResponse<ImprovementAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshList = refresh;
    if (data) {
      this.categories = categoriesOf(data);
      this.open = openOf(data);
      this.hasMore = data.uiapi.query.Improvement__c?.pageInfo?.hasNextPage ?? false;
    }
    if (data || errors) this.failure = data ? undefined : failureOf(errors);
  }

  /** Asks again, after something outside changed. */
  @api
  async refresh(): Promise<void> {
    await this.refreshList?.();
  }

  get variables(): object {
    return improvementVariables(this.accountId, this.first);
  }
  get isSkeleton(): boolean {
    return !this.categories && !this.failure;
  }
  get isEmpty(): boolean {
    return this.categories?.length === 0 && !this.failure;
  }
  /** On an account, a heading above nothing would only take room. */
  get isAnything(): boolean {
    return !(this.accountId && this.isEmpty);
  }
  get isTable(): boolean {
    return Boolean(this.categories?.length) && !this.failure;
  }
  get columns(): readonly string[] {
    return [LABELS.columnProposed, LABELS.columnAccepted, LABELS.columnDone, LABELS.columnDeclined, LABELS.columnLeadTime];
  }
  get rows(): readonly object[] {
    const format = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });
    return (this.categories ?? []).map(({ key, name, states, leadTimeDays }) => {
      const texts = [
        ...STATES.map((state) => format.format(states.get(state) ?? 0)),
        leadTimeDays === undefined ? LABELS.none : format.format(leadTimeDays),
      ];
      return { key, name, cells: texts.map((text, index) => ({ key: this.columns[index] ?? '', text })) };
    });
  }
  /** What the form of a refusal does not say itself. */
  get listRefusal(): string {
    return this.decliningId ? '' : this.refusal;
  }
  get hasOpen(): boolean {
    return this.open.length > 0;
  }
  get waiting(): readonly object[] {
    return this.open.map((one) => ({
      ...one,
      time: countedLabel({ one: LABELS.waitingOne, other: LABELS.waitingOther }, one.days, LANGUAGE),
      chipClass: one.isAccepted ? 'chip chip_calm' : 'chip chip_soon',
      nextLabel: one.isAccepted ? LABELS.done : LABELS.accept,
      nextState: one.isAccepted ? 'Done' : 'Accepted',
      nextSays: fillLabel(one.isAccepted ? LABELS.doneOf : LABELS.acceptOf, one.suggestion),
      declineSays: fillLabel(LABELS.declineOf, one.suggestion),
      isDeclining: one.id === this.decliningId,
    }));
  }

  handleRetry(): void {
    this.failure = undefined;
    void this.refresh();
  }
  handleShowMore(): void {
    this.first = Math.min(this.first + PAGE_SIZE * 4, ROW_LIMIT);
  }
  handleNext(event: Event): Promise<void> {
    const { improvement = '', state = '' } = (event.currentTarget as HTMLElement).dataset;
    return this.save({ Id: improvement, State__c: state });
  }
  handleDecline(event: Event): void {
    const { improvement = '' } = (event.currentTarget as HTMLElement).dataset;
    this.decliningId = this.decliningId === improvement ? '' : improvement;
    this.reason = '';
    this.refusal = '';
  }
  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }
  handleCancel(): void {
    this.decliningId = '';
  }
  handleSaveDecline(): Promise<void> {
    if (!this.reason.trim()) {
      this.refusal = LABELS.reasonMissing;
      return Promise.resolve();
    }
    return this.save({ Id: this.decliningId, State__c: 'Declined', Decision_Reason__c: this.reason.trim() });
  }

  private async save(fields: Readonly<Record<string, string>>): Promise<void> {
    this.isSaving = true;
    this.refusal = '';
    try {
      await updateRecord({ fields });
      this.decliningId = '';
      await this.refresh();
      this.dispatchEvent(new CustomEvent('decided'));
    } catch (refused) {
      this.refusal = whyNotSaved(refused);
    } finally {
      this.isSaving = false;
    }
  }
}
