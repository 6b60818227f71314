// Go or No Go for the present stage of an account, and the critical moments of that stage; one product category at a time.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { answered } from 'c/graphAnswer';
import { countedLabel, fillLabel } from 'c/labelText';
import { dayIn, daysBetween, shownDay } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { LABELS } from './gatesLabels';
import { POSITIONS_QUERY, positionsOf, type Position, type PositionsAnswer } from './positionQuery';

export type { Person, Position } from './positionQuery';

export default class GatesAndMoments extends LightningElement {
  /** Of an account or of a lifecycle position. */
  @api recordId = '';
  @api objectApiName = 'Account';

  labels = LABELS;
  positions: readonly Position[] | undefined;
  failure: Failure | undefined;

  private chosenId = '';
  private refresh: (() => Promise<void>) | undefined;

  @wire(graphql, { query: '$query', variables: '$variables' })
  readPositions(response: GraphQLResponse<PositionsAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refresh = refresh;
    if (data) this.positions = positionsOf(data, LANGUAGE);
    if (data || errors) this.failure = data ? undefined : failureOf(errors);
  }

  /** Nothing is asked before the page has told which record it is. */
  get query(): GraphQLDocument | undefined {
    return this.recordId ? POSITIONS_QUERY : undefined;
  }
  get variables(): object {
    return { where: { [this.objectApiName === 'Account' ? 'Account__c' : 'Id']: { eq: this.recordId } } };
  }
  get position(): Position | undefined {
    return this.positions?.find(({ id }) => id === this.chosenId) ?? this.positions?.[0];
  }
  get chosen(): string {
    return this.position?.id ?? '';
  }
  get choices(): { label: string; value: string }[] {
    return (this.positions ?? []).map(({ id, categoryName, stageName }) => ({
      label: fillLabel(LABELS.positionOf, categoryName, stageName),
      value: id,
    }));
  }
  get hasChoice(): boolean {
    return (this.positions?.length ?? 0) > 1;
  }
  get standing(): string {
    const { position } = this;
    if (!position?.since) return position ? fillLabel(LABELS.positionOf, position.categoryName, position.stageName) : '';
    const days = daysBetween(position.since, dayIn(TIME_ZONE, new Date()));
    const { categoryName, stageName, since } = position;
    return countedLabel(
      { one: LABELS.sinceOne, other: LABELS.sinceOther },
      days,
      LANGUAGE,
      categoryName,
      stageName,
      shownDay(since, LOCALE),
    );
  }
  get isSkeleton(): boolean {
    return !this.positions && !this.failure;
  }
  get isEmpty(): boolean {
    return this.positions?.length === 0 && !this.failure;
  }
  get isShown(): boolean {
    return !this.failure && this.position !== undefined;
  }

  handlePosition(event: CustomEvent<{ value: string }>): void {
    this.chosenId = event.detail.value;
  }
  handleRefresh(): void {
    this.failure = undefined;
    void this.refresh?.();
  }
  /** A decision moves the position: the page around this card shows it too. */
  handleDecided(): void {
    const { position } = this;
    if (!position) return;
    this.chosenId = position.id;
    void this.refresh?.();
    void notifyRecordUpdateAvailable([{ recordId: position.id }, { recordId: position.accountId }]);
  }
}
