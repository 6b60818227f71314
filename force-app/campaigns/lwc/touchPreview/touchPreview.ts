// Who gets what on a day, who not, and why: the touches that the nightly flow has planned.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import { answered } from 'c/graphAnswer';
import { addDays, shownDay } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { fillLabel } from 'c/labelText';
import { LABELS } from './touchLabels';
import { COUNTS_QUERY, TOUCHES_QUERY, touchesWhere, type CountsAnswer, type TouchesAnswer, type Whom } from './touchQueries';
import { countsOf, touchRows, type TouchCounts, type TouchRow } from './touchRows';

const PAGE = 10;
/** The platform gives no more records at once. */
const MOST = 2000;

/** Fires `counted` with how many get something tomorrow and how many do not. */
export default class TouchPreview extends LightningElement {
  labels = LABELS;
  /** Days after today that are shown. */
  ahead = '1';
  whom: Whom = 'everybody';
  failure: Failure | undefined;
  counts: TouchCounts | undefined;
  rows: readonly TouchRow[] | undefined;

  private given = '';
  private size = PAGE;
  private refreshers: readonly (() => Promise<void>)[] = [];

  /** Civil day. */
  @api
  get today(): string {
    return this.given;
  }
  set today(today: string) {
    this.given = today;
    for (const refresh of this.refreshers) void refresh();
  }

  @wire(graphql, { query: '$countQuery', variables: '$countVariables' })
  readCounts(response: GraphQLResponse<CountsAnswer>): void {
    const { data, errors, refresh } = answered(response);
    if (refresh) this.refreshers = [refresh, ...this.refreshers.slice(1)];
    this.failure = data ? undefined : (failureOf(errors) ?? this.failure);
    if (!data) return;
    this.counts = countsOf(data);
    if (this.ahead === '1') this.dispatchEvent(new CustomEvent('counted', { detail: { gets: this.counts.gets, not: this.counts.not } }));
  }

  @wire(graphql, { query: '$touchQuery', variables: '$touchVariables' })
  readTouches(response: GraphQLResponse<TouchesAnswer>): void {
    const { data, errors, refresh } = answered(response);
    if (refresh) this.refreshers = [...this.refreshers.slice(0, 1), refresh];
    this.failure = data ? undefined : (failureOf(errors) ?? this.failure);
    if (data) this.rows = touchRows(data, LABELS, LANGUAGE);
  }

  private get day(): string {
    return addDays(this.given, Number(this.ahead));
  }
  // a query that is undefined is not asked; one without variables would be asked for every day
  get countQuery(): GraphQLDocument | undefined {
    return this.given ? COUNTS_QUERY : undefined;
  }
  get touchQuery(): GraphQLDocument | undefined {
    return this.given ? TOUCHES_QUERY : undefined;
  }
  get countVariables(): object | undefined {
    return this.given ? { day: touchesWhere(this.day, 'everybody'), refused: touchesWhere(this.day, 'not') } : undefined;
  }
  get touchVariables(): object | undefined {
    return this.given ? { where: touchesWhere(this.day, this.whom), first: this.size } : undefined;
  }

  get dayChoices(): { label: string; value: string }[] {
    const choice = (label: string, ahead: number): { label: string; value: string } => ({
      label: fillLabel(label, shownDay(addDays(this.given, ahead), LOCALE)),
      value: String(ahead),
    });
    return this.given ? [choice(LABELS.tomorrow, 1), choice(LABELS.today, 0)] : [];
  }
  get whomChoices(): { label: string; value: string }[] {
    return [
      { label: LABELS.everybody, value: 'everybody' },
      { label: LABELS.gets, value: 'gets' },
      { label: LABELS.getsNot, value: 'not' },
    ];
  }
  get isSkeleton(): boolean {
    return !this.failure && !this.rows;
  }
  get isEmpty(): boolean {
    return !this.failure && this.rows?.length === 0;
  }
  get isTable(): boolean {
    return !this.failure && (this.rows?.length ?? 0) > 0;
  }
  private get total(): number {
    const { gets = 0, not = 0 } = this.counts ?? {};
    if (this.whom === 'everybody') return gets + not;
    return this.whom === 'gets' ? gets : not;
  }
  get summary(): string {
    const write = (count: number): string => new Intl.NumberFormat(LOCALE).format(count);
    if (!this.counts || !this.rows || this.counts.gets + this.counts.not === 0) return '';
    const all = fillLabel(LABELS.summary, write(this.counts.gets), write(this.counts.not));
    return this.rows.length < this.total ? `${all}. ${fillLabel(LABELS.some, write(this.rows.length), write(this.total))}.` : all;
  }
  get reasons(): readonly { readonly reason: string; readonly count: string }[] {
    return (this.counts?.reasons ?? []).map(({ reason, count }) => ({ reason, count: new Intl.NumberFormat(LOCALE).format(count) }));
  }
  get hasReasons(): boolean {
    return this.reasons.length > 0 && this.whom !== 'gets';
  }
  get canShowMore(): boolean {
    const shown = this.rows?.length ?? 0;
    return shown < this.total && shown < MOST;
  }

  handleDay(event: CustomEvent<{ value: string }>): void {
    this.ahead = event.detail.value;
    this.size = PAGE;
  }
  handleWhom(event: CustomEvent<{ value: string }>): void {
    this.whom = event.detail.value as Whom;
    this.size = PAGE;
  }
  handleShowMore(): void {
    this.size = Math.min(MOST, this.size * 4);
  }
  handleTryAgain(): void {
    for (const refresh of this.refreshers) void refresh();
  }
}
