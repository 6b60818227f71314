// The worklist of expiring contracts: asks the org for the rows of the chosen filters, shows them, opens an account.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import { getPicklistValues, type PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import CATEGORY_FIELD from '@salesforce/schema/Competitor_Contract__c.Product_Category__c';
import CURRENCY from '@salesforce/i18n/currency';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { countedLabel } from 'c/labelText';
import { dayIn } from 'c/civilDay';
import { WINDOW_CHOICES, namedChoices, type Choice } from './filterChoices';
import { rowAfterKey } from './rowKeys';
import { failureOf, type Failure } from 'c/dataFailure';
import { filtersFromState, filtersFromText, sameFilters, stateWithFilters, type WorklistFilters } from './worklistFilters';
import { INCOMPLETE, LABELS, ROW_LABELS, SUMMARY_LABELS } from './worklistLabels';
import {
  CHOICES_QUERY,
  COUNT_QUERY,
  PAGE_SIZE,
  ROW_LIMIT,
  WORKLIST_QUERY,
  worklistVariables,
  type ChoicesAnswer,
  type Connection,
  type ContractNode,
  type WorklistAnswer,
  type WorklistVariables,
} from './worklistQuery';
import { toRows, type WorklistRow } from './worklistRows';
import { summarySentence } from './worklistSummary';

/** Record type of objects that have none, as UI API names it. */
const MASTER_RECORD_TYPE = '012000000000000AAA';
const SESSION_KEY = 'expiryWorklist.filters';
const SKELETON_ROWS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

type ShownRow = WorklistRow & { readonly href: string; readonly chipClass: string };

export default class ExpiryWorklist extends NavigationMixin(LightningElement) {
  /** `mine` or `all`: whose accounts are shown until the user chooses. */
  @api ownerAtStart = 'all';

  labels = LABELS;
  separator = ' · ';
  skeletonRows = SKELETON_ROWS;
  windowChoices = WINDOW_CHOICES;

  today = dayIn(TIME_ZONE, new Date());
  first = PAGE_SIZE;
  rows: ShownRow[] = [];
  total: number | undefined;
  hasMore = false;
  /** Asked when the rows are on the screen and are not all of them. */
  countQuery: GraphQLDocument | undefined;
  failure: Failure | undefined;
  isPartial = false;
  isLoaded = false;
  isBusy = true;
  /** On a phone the other filters are folded away until they are asked for or in use. */
  areFiltersOpen = false;

  private page: PageReference | undefined;
  private chosen: Partial<WorklistFilters> = filtersFromText(window.sessionStorage.getItem(SESSION_KEY));
  private categories: Choice[] = [];
  private providers: Choice[] = [];
  private people: Choice[] = [];
  private refreshRows: (() => Promise<void>) | undefined;
  private answers = 0;

  @wire(CurrentPageReference)
  readPage(page: PageReference | undefined): void {
    this.page = page;
    const inAddress = filtersFromState(page?.state);
    if (Object.keys(inAddress).length > 0) this.chosen = inAddress;
  }

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: CATEGORY_FIELD })
  readCategories({ data }: PicklistValuesWire): void {
    if (data) this.categories = data.values.map(({ label, value }) => ({ label, value }));
  }

  @wire(graphql, { query: CHOICES_QUERY })
  readChoices({ data }: GraphQLResponse<ChoicesAnswer>): void {
    this.providers = namedChoices(data?.uiapi.query.Competitor__c);
    this.people = namedChoices(data?.uiapi.query.User).filter(({ value }) => value !== USER_ID);
  }

  @wire(graphql, { query: WORKLIST_QUERY, variables: '$variables' })
  readContracts({ data, errors, refresh }: GraphQLResponse<WorklistAnswer>): void {
    this.refreshRows = refresh;
    const connection = data?.uiapi.query.Competitor_Contract__c;
    if (connection) void this.show(connection, Boolean(errors?.length));
    else if (errors?.length) this.fail(failureOf(errors));
  }

  @wire(graphql, { query: '$countQuery', variables: '$countVariables' })
  readCount({ data }: GraphQLResponse<WorklistAnswer>): void {
    if (this.hasMore && data) this.total = data.uiapi.query.Competitor_Contract__c?.totalCount ?? undefined;
  }

  get filters(): WorklistFilters {
    return { window: 'next90', category: '', provider: '', owner: this.ownerAtStart === 'mine' ? 'mine' : 'all', ...this.chosen };
  }
  get variables(): WorklistVariables {
    return worklistVariables(this.filters, USER_ID, this.today, this.first);
  }
  get countVariables(): Pick<WorklistVariables, 'where'> {
    return { where: worklistVariables(this.filters, USER_ID, this.today, PAGE_SIZE).where };
  }

  get categoryChoices(): Choice[] {
    return [{ label: LABELS.allCategories, value: '' }, ...this.categories];
  }
  get providerChoices(): Choice[] {
    return [{ label: LABELS.allProviders, value: '' }, ...this.providers];
  }
  get ownerChoices(): Choice[] {
    return [{ label: LABELS.myAccounts, value: 'mine' }, { label: LABELS.allAccounts, value: 'all' }, ...this.people];
  }

  get isSkeleton(): boolean {
    return !this.isLoaded && !this.failure;
  }
  get isEmpty(): boolean {
    return this.isLoaded && !this.failure && this.rows.length === 0;
  }
  get isList(): boolean {
    return this.isLoaded && !this.failure && this.rows.length > 0;
  }
  get isForbidden(): boolean {
    return this.failure === 'no-permission';
  }
  get isFailed(): boolean {
    return this.failure === 'failed';
  }
  get isNarrowed(): boolean {
    const { category, provider, owner } = this.filters;
    return Boolean(category) || Boolean(provider) || owner !== 'all';
  }
  get filtersClass(): string {
    return this.areFiltersOpen || this.isNarrowed ? 'filters filters_open' : 'filters';
  }
  get filtersExpanded(): string {
    return String(this.areFiltersOpen || this.isNarrowed);
  }
  get filtersToggle(): string {
    return this.areFiltersOpen ? LABELS.fewerFilters : LABELS.moreFilters;
  }
  get emptyText(): string {
    return this.isNarrowed ? LABELS.emptyFilteredText : LABELS.emptyText;
  }
  get canShowMore(): boolean {
    return this.hasMore && this.first < ROW_LIMIT;
  }
  get listClass(): string {
    return this.isBusy ? 'list list_busy' : 'list';
  }
  get busy(): string {
    return String(this.isBusy);
  }

  /** Of the column with decision and end date: contracts without a decision date are sorted by their end. */
  get sortOfDates(): string {
    return this.filters.window === 'passed' ? 'descending' : 'ascending';
  }

  /** Told to screen readers whenever it changes. */
  get summary(): string {
    if (this.failure) return '';
    if (this.isBusy || !this.isLoaded) return LABELS.loading;
    if (this.rows.length === 0) return LABELS.emptyTitle;
    return summarySentence(
      { shown: this.rows.length, total: this.total, hasMore: this.hasMore, limit: ROW_LIMIT },
      LANGUAGE,
      SUMMARY_LABELS,
    );
  }
  get incompleteNote(): string {
    const incomplete = this.rows.filter((row) => row.isIncomplete).length;
    return incomplete > 0 ? countedLabel(INCOMPLETE, incomplete, LANGUAGE) : '';
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    const name = (event.target as HTMLElement & { name: string }).name;
    this.choose({ ...this.filters, ...filtersFromState({ [`c__${name}`]: event.detail.value }) });
  }

  handleClear(): void {
    this.choose({ window: this.filters.window, category: '', provider: '', owner: 'all' });
  }

  handleFiltersToggle(): void {
    this.areFiltersOpen = !this.areFiltersOpen;
  }

  handleShowMore(): void {
    this.isBusy = true;
    this.first = Math.min(this.first + PAGE_SIZE, ROW_LIMIT);
  }

  handleRefresh(): void {
    this.isBusy = true;
    this.today = dayIn(TIME_ZONE, new Date());
    void this.refreshRows?.();
  }

  /** Plain clicks stay inside Lightning; with a modifier key the browser opens the link as it does any other. */
  handleOpen(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const recordId = (event.currentTarget as HTMLElement).dataset.account;
    if (recordId) this[NavigationMixin.Navigate](accountPage(recordId));
  }

  handleListKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...(this.template?.querySelectorAll<HTMLElement>('a[data-account]') ?? [])];
    const at = links.findIndex((link) => link === event.target);
    const to = rowAfterKey(event.key, at, links.length);
    if (to === undefined) return;
    event.preventDefault();
    links[to]?.focus();
    links[to]?.scrollIntoView({ block: 'nearest' });
  }

  private choose(filters: WorklistFilters): void {
    if (sameFilters(filters, this.filters)) return;
    this.chosen = filters;
    this.first = PAGE_SIZE;
    this.countQuery = undefined;
    this.total = undefined;
    this.isBusy = true;
    window.sessionStorage.setItem(SESSION_KEY, JSON.stringify(filters));
    if (this.page) this[NavigationMixin.Navigate]({ ...this.page, state: stateWithFilters(this.page.state, filters) }, true);
  }

  private async show(connection: Connection<ContractNode>, isPartial: boolean): Promise<void> {
    const answer = (this.answers += 1);
    const rows = toRows(connection, {
      today: this.today,
      language: LANGUAGE,
      locale: LOCALE,
      currency: CURRENCY,
      labels: ROW_LABELS,
    });
    const shown = await Promise.all(
      rows.map(async (row) => ({
        ...row,
        href: row.accountId ? await this[NavigationMixin.GenerateUrl](accountPage(row.accountId)) : '',
        chipClass: `chip chip_${row.urgency}`,
      })),
    );
    if (answer !== this.answers) return;
    this.rows = shown;
    this.hasMore = connection.pageInfo?.hasNextPage ?? false;
    this.countQuery = this.hasMore ? COUNT_QUERY : undefined;
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

function accountPage(recordId: string): PageReference {
  return { type: 'standard__recordPage', attributes: { recordId, objectApiName: 'Account', actionName: 'view' } };
}
