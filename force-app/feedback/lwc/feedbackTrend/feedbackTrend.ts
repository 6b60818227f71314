// The NPS per month or per process, in numbers; bars repeat them. Each number opens its scores.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { answered } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import { dayIn } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import type { BarTab } from 'c/tabBar';
import { TREND_QUERY, classWhere, trendOf, type NpsClass, type TrendAnswer, type TrendBy, type TrendCount } from './trendQuery';
import { isTrendBy, lastTwelveMonths, monthRows, processRows, recordsWhere, type TrendRow, type TrendWindow } from './trendRows';
import { LABELS } from './trendLabels';

/** The scores behind a number of the trend. */
export interface ChosenScores {
  readonly title: string;
  readonly conditions: readonly object[];
}

interface ShownNumber {
  readonly key: string;
  readonly column: string;
  readonly text: string;
  readonly says: string;
  readonly canOpen: boolean;
}

/** Fires `choose` with ChosenScores. */
export default class FeedbackTrend extends LightningElement {
  /** '' for the scores of all accounts. */
  @api accountId = '';

  labels = LABELS;
  by: TrendBy = 'month';
  failure: Failure | undefined;

  private counts: readonly TrendCount[] | undefined;
  private countedBy: TrendBy = 'month';
  private refreshCounts: (() => Promise<void>) | undefined;

  @wire(graphql, { query: '$query', variables: '$variables' })
  readTrend(response: GraphQLResponse<TrendAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshCounts = refresh;
    if (data) {
      this.counts = trendOf(data, this.by);
      this.countedBy = this.by;
    }
    if (data || errors) this.failure = data ? undefined : failureOf(errors);
  }

  /** Asks again, after something outside changed. */
  @api
  async refresh(): Promise<void> {
    await this.refreshCounts?.();
  }

  get query(): GraphQLDocument {
    return TREND_QUERY[this.by];
  }
  get window(): TrendWindow {
    return lastTwelveMonths(dayIn(TIME_ZONE, new Date()));
  }
  get where(): object {
    const conditions: object[] = [{ Given_On_Date__c: { gte: { value: this.window.from } } }];
    return { and: this.accountId ? [...conditions, { Account__c: { eq: this.accountId } }] : conditions };
  }
  get variables(): object {
    const { where } = this;
    return {
      promoters: classWhere(where, 'promoters'),
      passives: classWhere(where, 'passives'),
      detractors: classWhere(where, 'detractors'),
    };
  }
  get choices(): readonly BarTab[] {
    return [
      { label: LABELS.byMonth, name: 'month' },
      { label: LABELS.byProcess, name: 'process' },
    ];
  }
  get isSkeleton(): boolean {
    return !this.failure && (!this.counts || this.countedBy !== this.by);
  }
  get isEmpty(): boolean {
    return !this.failure && !this.isSkeleton && this.rows.every(({ total }) => total === 0);
  }
  get isTable(): boolean {
    return !this.failure && !this.isSkeleton && !this.isEmpty;
  }
  get columnName(): string {
    return this.by === 'month' ? LABELS.columnMonth : LABELS.columnProcess;
  }
  /** `Promoters 9–10` in two parts: where there is little room, the scores alone are seen. */
  get classes(): readonly { readonly word: string; readonly range: string; readonly swatch: string }[] {
    const labels = { promoters: LABELS.columnPromoters, passives: LABELS.columnPassives, detractors: LABELS.columnDetractors };
    return Object.entries(labels).map(([name, label]) => {
      const at = label.lastIndexOf(' ');
      return { word: label.slice(0, at), range: label.slice(at + 1), swatch: `swatch bar_${name}` };
    });
  }
  /** One account has few scores: months without one are left out. */
  get rows(): readonly TrendRow[] {
    return this.accountId ? this.allRows.filter(({ total }) => total > 0) : this.allRows;
  }
  private get allRows(): readonly TrendRow[] {
    if (!this.counts || this.countedBy !== this.by) return [];
    const months = new Intl.DateTimeFormat(LANGUAGE, { timeZone: 'UTC', month: 'short', year: 'numeric' });
    return this.by === 'month'
      ? monthRows(this.counts, this.window, (first) => months.format(Date.parse(`${first}T00:00:00Z`)))
      : processRows(this.counts, LABELS.noProcess);
  }
  get shown(): readonly object[] {
    const format = new Intl.NumberFormat(LOCALE);
    return this.rows.map((row) => ({
      key: row.key,
      name: row.name,
      nps: row.nps === undefined ? LABELS.none : new Intl.NumberFormat(LOCALE, { signDisplay: 'exceptZero' }).format(row.nps),
      bars: (['detractors', 'passives', 'promoters'] as const)
        .filter((name) => row[name] > 0)
        .map((name) => ({ key: name, className: `bar bar_${name}`, style: `flex-grow: ${row[name]}` })),
      numbers: this.numbersOf(row, format),
    }));
  }

  handleBy(event: CustomEvent<string>): void {
    if (isTrendBy(event.detail)) this.by = event.detail;
  }
  handleRetry(): void {
    this.failure = undefined;
    void this.refresh();
  }
  handleOpen(event: Event): void {
    const { row: key, number } = (event.currentTarget as HTMLElement).dataset;
    const row = this.rows.find((one) => one.key === key);
    if (!row) return;
    const found = this.numbersOf(row, new Intl.NumberFormat(LOCALE)).find((one) => one.key === number);
    const detail: ChosenScores = {
      title: `${row.name}, ${found?.column ?? ''}`,
      // processes are counted over the same twelve months
      conditions: [this.where, ...recordsWhere(row, number === 'total' ? undefined : (number as NpsClass))],
    };
    this.dispatchEvent(new CustomEvent('choose', { detail }));
  }

  private numbersOf(row: TrendRow, format: Intl.NumberFormat): readonly ShownNumber[] {
    const number = (key: 'total' | NpsClass, column: string): ShownNumber => ({
      key,
      column,
      text: format.format(row[key]),
      says: fillLabel(LABELS.openOf, row.name, column, format.format(row[key])),
      canOpen: row[key] > 0,
    });
    return [
      number('total', LABELS.columnScores),
      number('promoters', LABELS.columnPromoters),
      number('passives', LABELS.columnPassives),
      number('detractors', LABELS.columnDetractors),
    ];
  }
}
