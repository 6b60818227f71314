// The worklist of expiring contracts: asks the org for the rows of the chosen filters and for what is known beside them.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import CURRENCY from '@salesforce/i18n/currency';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { dayIn, shownDay } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { NO_FILTERS, filtersFromState, filtersFromText, sameFilters, stateWithFilters, windowOf } from 'c/worklistFilter';
import type { WorklistFilters } from 'c/worklistFilter';
import type { Connection } from 'c/graphAnswer';
import { consentByAccount, otherEnds, plannedCalls, toRows } from 'c/worklistRow';
import type { ContractNode, WorklistRow } from 'c/worklistRow';
import type { BulkAction, BulkRow } from 'c/worklistBulk';
import type { LeftRow } from 'c/worklistTable';
import { LABELS, ROW_LABELS } from './worklistLabels';
import { accountPage } from './accountPage';
import { forgetPlace, keepPlace, placeIn } from './leftPlace';
import { listState, type ListState } from './listState';
import { notesOn } from './worklistNotes';
import { NO_QUESTIONS, accountsWithPeople, besideQuestions } from './besideQuery';
import type { BesideQuestions, CallsAnswer, ConsentAnswer, StatementsAnswer } from './besideQuery';
import { PAGE_SIZE, ROW_LIMIT, WORKLIST_QUERY, worklistVariables, type WorklistAnswer, type WorklistVariables } from './worklistQuery';
import { sortOfDates, subtitleOf } from './listOrder';
import { tableRows, type Knowledge } from './tableRows';
import type { BulkPart, KeysPart, TablePart } from './worklistParts';

const SESSION_KEY = 'expiryWorklist.filters';
const SKELETON_ROWS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

type Refresh = (() => Promise<void>) | undefined;

export default class ExpiryWorklist extends NavigationMixin(LightningElement) {
  /** `mine` or `all`: whose accounts are shown until the user chooses. */
  @api ownerAtStart = 'all';

  labels = LABELS;
  skeletonRows = SKELETON_ROWS;

  today = dayIn(TIME_ZONE, new Date());
  first = PAGE_SIZE;
  rowLimit = ROW_LIMIT;
  rows: readonly WorklistRow[] = [];
  selectedIds: readonly string[] = [];
  hasMore = false;
  failure: Failure | undefined;
  consentFailure: Failure | undefined;
  isPartial = false;
  isLoaded = false;
  isBusy = true;

  /** Asked when the rows are on the screen: what is known beside them. */
  beside: BesideQuestions = NO_QUESTIONS;

  private page: PageReference | undefined;
  private chosen: Partial<WorklistFilters> = filtersFromText(window.sessionStorage.getItem(SESSION_KEY));
  private hrefs: ReadonlyMap<string, string> = new Map();
  private calls: Knowledge['calls'] = new Map();
  private ends: Knowledge['ends'] = new Map();
  private consent: Knowledge['consent'];
  private peopled: Knowledge['peopled'] = new Set();
  private refreshes: { rows?: Refresh; calls?: Refresh } = {};
  private answers = 0;
  /** The row to which somebody comes back from a record. */
  private leftRowId = '';

  @wire(CurrentPageReference)
  readPage(page: PageReference | undefined): void {
    this.page = page;
    const inAddress = filtersFromState(page?.state);
    if (Object.keys(inAddress).length > 0) this.choose({ ...NO_FILTERS, ...this.startFilters, ...inAddress }, false);
    this.comeBack();
  }

  override renderedCallback(): void {
    if (!this.leftRowId || !this.show.rows || this.isBusy) return;
    if (this.table?.focusRow(this.leftRowId)) forgetPlace();
    this.leftRowId = '';
  }

  @wire(graphql, { query: WORKLIST_QUERY, variables: '$variables' })
  readContracts({ data, errors, refresh }: GraphQLResponse<WorklistAnswer>): void {
    this.refreshes.rows = refresh;
    const connection = data?.uiapi?.query.Competitor_Contract__c;
    if (connection) void this.take(connection, Boolean(errors?.length));
    else if (errors?.length) this.fail(failureOf(errors));
  }

  @wire(graphql, { query: '$beside.calls.query', variables: '$beside.calls.variables' })
  readCalls({ data, refresh }: GraphQLResponse<CallsAnswer>): void {
    this.refreshes.calls = refresh;
    if (data) this.calls = plannedCalls(data.uiapi?.query.Task);
  }

  @wire(graphql, { query: '$beside.statements.query', variables: '$beside.statements.variables' })
  readStatements({ data }: GraphQLResponse<StatementsAnswer>): void {
    const known = new Map(this.rows.map(({ id, facts }) => [id, facts.endDay]));
    if (data) this.ends = otherEnds(data.uiapi?.query.Contract_Claim__c, known);
  }

  @wire(graphql, { query: '$beside.consent.query', variables: '$beside.consent.variables' })
  readConsent({ data, errors }: GraphQLResponse<ConsentAnswer>): void {
    const verdicts = data?.uiapi?.query.Consent_Verdict__c;
    if (verdicts) this.consent = consentByAccount(verdicts);
    if (verdicts) this.peopled = accountsWithPeople(data.uiapi?.query.Contact);
    this.consentFailure = verdicts ? undefined : failureOf(errors);
  }

  get startFilters(): WorklistFilters {
    return { ...NO_FILTERS, window: 'next90', owner: this.ownerAtStart === 'mine' ? 'mine' : 'all' };
  }
  get filters(): WorklistFilters {
    return { ...this.startFilters, ...this.chosen };
  }
  get hasChosen(): boolean {
    return Object.keys(this.chosen).length > 0;
  }
  get variables(): WorklistVariables {
    return worklistVariables(this.filters, USER_ID, this.today, this.first);
  }

  get shownRows(): readonly BulkRow[] {
    const { hrefs, calls, ends, consent, peopled, today } = this;
    const isConsentAbsent = this.consentFailure === 'no-permission';
    const written = (day: string): string => shownDay(day, LOCALE);
    return tableRows(this.rows, { hrefs, calls, ends, consent, peopled, isConsentAbsent, today, written });
  }
  get selectedRows(): readonly BulkRow[] {
    return this.shownRows.filter(({ id }) => this.selectedIds.includes(id));
  }
  get hasConsent(): boolean {
    return this.consent !== undefined;
  }
  get isGrouped(): boolean {
    return this.filters.group === 'account';
  }
  get show(): ListState {
    return listState(this.failure, this.isLoaded, this.rows.length);
  }
  get isNarrowed(): boolean {
    const { category, provider, owner, shown } = this.filters;
    return Boolean(category) || Boolean(provider) || owner !== 'all' || Boolean(shown);
  }
  get emptyText(): string {
    return this.isNarrowed ? LABELS.emptyFilteredText : LABELS.emptyText;
  }
  get emptyAction(): string {
    return this.isNarrowed ? LABELS.clearFilters : '';
  }
  get canShowMore(): boolean {
    return this.hasMore && this.first < ROW_LIMIT;
  }
  get subtitle(): string {
    return subtitleOf(windowOf(this.filters));
  }
  get sortOfDates(): string {
    return sortOfDates(windowOf(this.filters));
  }
  /** Stands where else the number of contracts stands. */
  get toldInstead(): string {
    if (this.isBusy || !this.isLoaded) return LABELS.loading;
    return this.rows.length === 0 ? LABELS.emptyTitle : '';
  }
  get notes(): readonly string[] {
    return this.show.rows ? notesOn(this.rows, this.isPartial, this.consentFailure, LANGUAGE) : [];
  }

  handleChoose(event: CustomEvent<Partial<WorklistFilters>>): void {
    this.choose({ ...this.filters, ...event.detail });
  }
  handleClear(): void {
    this.choose({ ...this.filters, category: '', provider: '', owner: 'all', shown: '' });
  }
  handleSelect(event: CustomEvent<readonly string[]>): void {
    this.selectedIds = event.detail;
  }
  handleShowMore(): void {
    this.isBusy = true;
    this.first = Math.min(this.first + PAGE_SIZE, ROW_LIMIT);
  }
  handleRefresh(): void {
    this.isBusy = true;
    this.today = dayIn(TIME_ZONE, new Date());
    for (const refresh of Object.values(this.refreshes)) void refresh?.();
  }
  handleOpen(event: CustomEvent<LeftRow>): void {
    const { filters, first, selectedIds, today: day } = this;
    keepPlace({ filters, first, selectedIds, day, rowId: event.detail.rowId });
    this[NavigationMixin.Navigate](accountPage(event.detail.accountId));
  }
  handleAct(event: CustomEvent<BulkAction>): void {
    (this.refs?.bulk as BulkPart | undefined)?.open(event.detail);
  }
  handleHelp(): void {
    (this.refs?.keys as KeysPart | undefined)?.toggle();
  }
  handleBack(): void {
    this.table?.focusRow();
  }

  private get table(): TablePart | null {
    return this.template?.querySelector<TablePart>('c-worklist-table') ?? null;
  }
  /** Rows that were there and selected are so again. */
  private comeBack(): void {
    const place = placeIn(this.filters, this.today);
    if (!place || this.isLoaded) return;
    this.first = place.first;
    this.selectedIds = place.selectedIds;
    this.leftRowId = place.rowId;
  }

  private choose(filters: WorklistFilters, isRemembered = true): void {
    if (sameFilters(filters, this.filters)) return;
    this.chosen = filters;
    this.first = PAGE_SIZE;
    this.selectedIds = [];
    this.isBusy = true;
    if (!isRemembered) return;
    window.sessionStorage.setItem(SESSION_KEY, JSON.stringify(filters));
    if (this.page) this[NavigationMixin.Navigate]({ ...this.page, state: stateWithFilters(this.page.state, filters) }, true);
  }

  private async take(connection: Connection<ContractNode>, isPartial: boolean): Promise<void> {
    const answer = (this.answers += 1);
    const rows = toRows(connection, { today: this.today, language: LANGUAGE, locale: LOCALE, currency: CURRENCY, labels: ROW_LABELS });
    const accountIds = [...new Set(rows.flatMap(({ accountId }) => accountId ?? []))];
    const hrefs = await Promise.all(accountIds.map(async (id) => [id, await this[NavigationMixin.GenerateUrl](accountPage(id))] as const));
    if (answer !== this.answers) return;
    const rowIds = rows.map(({ id }) => id);
    this.rows = rows;
    this.hrefs = new Map(hrefs);
    this.selectedIds = this.selectedIds.filter((id) => rowIds.includes(id));
    this.hasMore = connection?.pageInfo?.hasNextPage ?? false;
    this.beside = besideQuestions(rows);
    this.isPartial = isPartial;
    this.failure = undefined;
    this.isLoaded = true;
    this.isBusy = false;
  }

  private fail(failure: Failure | undefined): void {
    this.answers += 1;
    this.failure = failure;
    this.isBusy = false;
  }
}
