// Who left, why and to whom; from when to win them back, by which rule, and whether goodwill allows it.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { answered } from 'c/graphAnswer';
import { countedLabel, fillLabel } from 'c/labelText';
import { addDays, dayIn } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { LABELS } from './exitLabels';
import { EXIT_QUERY, countsOf, exitVariables, type ExitAnswer, type ExitCounts } from './exitQuery';
import { EXIT_VIEWS, isExitView, viewOrder, viewWhere, type ExitView } from './exitViews';
import { yearTable } from './yearTable';

const SOON_DAYS = 30;
const YEAR_DAYS = 365;
const HEADINGS: Readonly<Record<ExitView, string>> = {
  due: LABELS.headingDue,
  soon: LABELS.headingSoon,
  later: LABELS.headingLater,
  blocked: LABELS.headingBlocked,
  underWay: LABELS.headingUnderWay,
  all: LABELS.headingAll,
};
const LOOKS: Readonly<Record<ExitView, string>> = {
  due: 'urgent',
  soon: 'soon',
  later: 'brand',
  blocked: 'none',
  underWay: 'good',
  all: 'none',
};

interface Refreshable {
  refresh(): Promise<void>;
}

export default class ExitAndWinback extends LightningElement {
  /** Of an account, on its page. */
  @api recordId: string | undefined;
  /** A win-back date within this many days counts as soon. */
  @api soonDays: number | string = SOON_DAYS;

  labels = LABELS;
  failure: Failure | undefined;
  isPartial = false;
  isFormOpen = false;
  savedSentence = '';

  private counts: ExitCounts | undefined;
  private chosenView: ExitView | undefined;
  private refreshCounts: (() => Promise<void>) | undefined;

  @wire(graphql, { query: EXIT_QUERY, variables: '$variables' })
  readCounts(response: GraphQLResponse<ExitAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshCounts = refresh;
    if (data) this.counts = countsOf(data);
    if (!data && !errors) return;
    this.failure = data ? undefined : failureOf(errors);
    this.isPartial = Boolean(data && errors?.length);
  }

  get accountId(): string {
    return this.recordId ?? '';
  }
  get today(): string {
    return dayIn(TIME_ZONE, new Date());
  }
  /** App Builder hands numbers over as text. */
  get soon(): number {
    const days = Number(this.soonDays);
    return Number.isInteger(days) && days > 0 ? days : SOON_DAYS;
  }
  get variables(): object {
    return exitVariables(this.accountId, this.today, this.soon, addDays(this.today, -YEAR_DAYS));
  }
  /** An account has few departures: all of them. Elsewhere first what is due; when nothing is, what comes soon, and so on. */
  get view(): ExitView {
    if (this.chosenView) return this.chosenView;
    if (this.accountId) return 'all';
    return EXIT_VIEWS.find((view) => (this.counts?.views[view] ?? 0) > 0) ?? 'due';
  }
  get listHeading(): string {
    return HEADINGS[this.view];
  }
  get listWhere(): object {
    return viewWhere(this.view, this.accountId, this.today, this.soon);
  }
  get listOrder(): object {
    return viewOrder(this.view);
  }
  get isSkeleton(): boolean {
    return !this.counts && !this.failure;
  }
  get isShown(): boolean {
    return this.counts !== undefined && !this.failure;
  }
  get tiles(): readonly object[] {
    const { counts } = this;
    if (!counts) return [];
    const names: Readonly<Record<ExitView, string>> = {
      due: LABELS.tileDue,
      soon: countedLabel({ one: LABELS.tileSoonOne, other: LABELS.tileSoonOther }, this.soon, LANGUAGE),
      later: LABELS.tileLater,
      blocked: LABELS.tileBlocked,
      underWay: LABELS.tileUnderWay,
      all: LABELS.tileAll,
    };
    return EXIT_VIEWS.map((view) => ({
      key: view,
      text: new Intl.NumberFormat(LOCALE).format(counts.views[view]),
      name: names[view],
      pressed: String(view === this.view),
      className: `tile tile_${counts.views[view] > 0 ? LOOKS[view] : 'none'}`,
    }));
  }
  get summary(): string {
    return this.counts ? fillLabel(LABELS.summary, this.counts.views.due, this.counts.views.blocked) : '';
  }
  /** On the page of an account there is nothing to count then. */
  get neverLeft(): boolean {
    return this.accountId !== '' && this.counts?.views.all === 0;
  }
  get isOfAccount(): boolean {
    return this.accountId !== '';
  }
  /** One account has few departures: they are all listed, and there is nothing to choose from or to count. */
  get isOfAll(): boolean {
    return !this.isOfAccount;
  }
  get hasYear(): boolean {
    return this.isOfAll && this.yearTotal > 0;
  }
  /** Why they left, and where they went. */
  get yearTables(): readonly object[] {
    const { reasons = [], providers = [] } = this.counts ?? {};
    const counted = [LABELS.columnCount, LABELS.columnShare];
    return [
      yearTable(LABELS.whyHeading, LABELS.columnReason, [...counted, LABELS.columnBadTerms], this.yearTotal, reasons),
      yearTable(
        LABELS.whereHeading,
        LABELS.columnProvider,
        counted,
        this.yearTotal,
        providers.map(({ name, count }) => ({ key: name || 'unknown', name: name || LABELS.unknownProvider, count })),
      ),
    ];
  }

  handleView(event: Event): void {
    const { view } = (event.currentTarget as HTMLElement).dataset;
    if (isExitView(view)) this.chosenView = view;
  }
  handleRegister(): void {
    this.isFormOpen = !this.isFormOpen;
    this.savedSentence = '';
  }
  handleCancel(): void {
    this.template?.querySelector<HTMLElement>('.register')?.focus();
    this.isFormOpen = false;
  }
  async handleSaved(event: CustomEvent<string>): Promise<void> {
    this.isFormOpen = false;
    this.savedSentence = event.detail;
    this.chosenView = 'all';
    await this.refreshAll();
  }
  async handleRefresh(): Promise<void> {
    this.failure = undefined;
    await this.refreshAll();
  }
  async handleChanged(): Promise<void> {
    await this.refreshCounts?.();
  }

  private get yearTotal(): number {
    return (this.counts?.reasons ?? []).reduce((total, { count }) => total + count, 0);
  }
  private async refreshAll(): Promise<void> {
    const list = this.template?.querySelector<HTMLElement & Refreshable>('c-winback-list');
    await Promise.all([this.refreshCounts?.(), list?.refresh()]);
  }
}
