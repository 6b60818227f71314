// Contracts that expire, by two of month, present provider and product category; each number opens its rows in the worklist.
import { LightningElement, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import { getPicklistValues, type PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import CATEGORY_FIELD from '@salesforce/schema/Competitor_Contract__c.Product_Category__c';
import LANGUAGE from '@salesforce/i18n/lang';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import USER_ID from '@salesforce/user/Id';
import { dayIn } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { answered, nodesOf } from 'c/graphAnswer';
import { countedLabel, fillLabel } from 'c/labelText';
import { NO_FILTERS, stateWithFilters, type WorklistFilters } from 'c/worklistFilter';
import { AXES, OUTSIDE_PLACES, filtersOf, monthsFrom, type Axis } from './calendarAxes';
import { AT_START, keepSetting, keptSetting } from './calendarMemory';
import { countsOf, gridOf, type Count, type Grid, type GridCell } from './calendarGrid';
import { LABELS, SUMMARY } from './calendarLabels';
import {
  BY_CATEGORY_QUERY,
  BY_PROVIDER_QUERY,
  NAMES_QUERY,
  WITHOUT_MONTHS_QUERY,
  countsVariables,
  type CountsAnswer,
  type NamesAnswer,
} from './calendarQuery';
import { cellAfterKey, drawGrid, type DrawnGrid } from './calendarView';

/** Record type of objects that have none, as UI API names it. */
const MASTER_RECORD_TYPE = '012000000000000AAA';
/** Rows that are read at a glance; the others come on demand. On a phone, where each row is a list, the style sheet shows fewer. */
const ROWS_AT_FIRST = 12;
const ROWS_ON_A_PHONE = 4;
const WORKLIST: PageReference = { type: 'standard__navItemPage', attributes: { apiName: 'Expiry_Worklist' } };
const MONTH_NAME = new Intl.DateTimeFormat(LANGUAGE, { timeZone: 'UTC', month: 'short', year: 'numeric' });
const OUTSIDE_NAMES: Readonly<Record<string, string>> = {
  earlier: LABELS.earlier,
  later: LABELS.later,
  open: LABELS.anyMonth,
  unknown: LABELS.unknown,
};
const AXIS_NAMES = { month: LABELS.month, provider: LABELS.provider, category: LABELS.category } as const;

interface Choice {
  readonly label: string;
  readonly value: string;
}

export default class ExpiryCalendar extends NavigationMixin(LightningElement) {
  labels = LABELS;
  rows: Axis = AT_START.rows;
  columns: Axis = AT_START.columns;
  narrowed = AT_START.narrowed;
  areAllRowsShown = AT_START.areAllRowsShown;
  focused = AT_START.focused;
  failure: Failure | undefined;
  counts: readonly Count[] = [];
  isCutOff = false;
  isLoaded = false;
  isBusy = true;
  worklistHref = '';

  private today = dayIn(TIME_ZONE, new Date());
  private providers: ReadonlyMap<string, string> = new Map();
  private categories: ReadonlyMap<string, string> = new Map();
  private refreshCounts: (() => Promise<void>) | undefined;

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: CATEGORY_FIELD })
  readCategories({ data }: PicklistValuesWire): void {
    if (data) this.categories = new Map(data.values.map(({ label, value }) => [value, label]));
  }
  @wire(graphql, { query: NAMES_QUERY })
  readNames(response: GraphQLResponse<NamesAnswer>): void {
    const { data } = answered(response);
    if (data) this.providers = new Map(nodesOf(data.uiapi?.query.Competitor__c).map(({ Id, Name }) => [Id, Name?.value ?? '']));
  }
  @wire(graphql, { query: '$countsQuery', variables: '$countsVariables' })
  readCounts(response: GraphQLResponse<CountsAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshCounts = refresh;
    const isAnswered = data?.uiapi?.aggregate.months !== undefined;
    this.failure = isAnswered ? undefined : failureOf(errors);
    if (this.failure) this.isBusy = false;
    if (!data || !isAnswered) return;
    ({ counts: this.counts, isCutOff: this.isCutOff } = countsOf(data, this.months));
    this.isLoaded = true;
    this.isBusy = false;
  }

  override connectedCallback(): void {
    Object.assign(this, keptSetting());
    void this[NavigationMixin.GenerateUrl](WORKLIST).then((href) => (this.worklistHref = href));
  }

  get months(): readonly string[] {
    return monthsFrom(this.today);
  }
  get third(): Axis {
    return AXES.find((axis) => axis !== this.rows && axis !== this.columns) ?? 'category';
  }
  get countsQuery(): GraphQLDocument {
    if (this.third === 'month') return WITHOUT_MONTHS_QUERY;
    return this.third === 'category' ? BY_PROVIDER_QUERY : BY_CATEGORY_QUERY;
  }
  get countsVariables(): Readonly<Record<string, object>> {
    const { third, narrowed } = this;
    const filters: WorklistFilters = { ...NO_FILTERS, shown: 'active', ...(third === 'month' ? {} : { [third]: narrowed }) };
    return countsVariables(filters, third === 'month' ? narrowed : undefined, this.months, USER_ID, this.today);
  }

  get rowChoices(): Choice[] {
    return AXES.map((axis) => ({ label: AXIS_NAMES[axis], value: axis }));
  }
  get columnChoices(): Choice[] {
    return this.rowChoices.filter(({ value }) => value !== this.rows);
  }
  get rowsName(): string {
    return AXIS_NAMES[this.rows];
  }
  get thirdLabel(): string {
    return AXIS_NAMES[this.third];
  }
  get thirdChoices(): Choice[] {
    if (this.third === 'month') {
      return ['', ...this.months, ...OUTSIDE_PLACES].map((key) => ({ label: this.nameOf('month', key), value: key }));
    }
    const names = this.third === 'provider' ? this.providers : this.categories;
    const all = this.third === 'provider' ? LABELS.allProviders : LABELS.allCategories;
    return [{ label: all, value: '' }, ...[...names].map(([value, label]) => ({ label, value }))];
  }

  get counted(): Grid {
    const [earlier = '', ...others] = OUTSIDE_PLACES;
    return gridOf(this.counts, this.rows, this.columns, { month: [earlier, ...this.months, ...others] });
  }
  get grid(): DrawnGrid {
    const { rows, columns, focused } = this;
    return drawGrid(this.counted, {
      rows,
      columns,
      nameOf: (axis, key) => this.nameOf(axis, key),
      hrefOf: (cell) => this.hrefOf(cell),
      most: this.areAllRowsShown || rows === 'month' ? Infinity : ROWS_AT_FIRST,
      focused,
    });
  }
  get summary(): string {
    if (this.isBusy && this.isLoaded) return LABELS.loading;
    return this.failure || !this.isLoaded ? '' : countedLabel(SUMMARY, this.counted.total.count, LANGUAGE);
  }
  get isAllowed(): boolean {
    return this.failure !== 'no-permission';
  }
  get isSkeleton(): boolean {
    return !this.isLoaded && !this.failure;
  }
  get isEmpty(): boolean {
    return this.isLoaded && !this.failure && this.counted.total.count === 0;
  }
  get isGrid(): boolean {
    return this.isLoaded && !this.failure && this.counted.total.count > 0;
  }
  get gridClass(): string {
    return `scroll${this.isBusy ? ' busy' : ''}${this.areAllRowsShown ? ' scroll_all' : ''}`;
  }
  get hasMoreRows(): boolean {
    return this.counted.lines.length > ROWS_ON_A_PHONE;
  }
  /** On a wide screen the button is for rows that are left out there. */
  get moreRowsClass(): string {
    return this.rows === 'month' || this.counted.lines.length <= ROWS_AT_FIRST ? 'more more_narrow' : 'more';
  }
  get moreRowsLabel(): string {
    return this.areAllRowsShown ? LABELS.fewerRows : fillLabel(LABELS.moreRows, this.counted.lines.length);
  }

  handleAxis(event: CustomEvent<{ value: Axis }>): void {
    const { name } = event.target as HTMLElement & { name: 'rows' | 'columns' };
    const { value } = event.detail;
    if (name === 'rows' && value === this.columns) this.columns = this.rows;
    this[name] = value;
    this.narrowed = '';
    this.begin();
  }
  handleNarrow(event: CustomEvent<{ value: string }>): void {
    this.narrowed = event.detail.value;
    this.begin();
  }
  handleMoreRows(): void {
    this.areAllRowsShown = !this.areAllRowsShown;
    keepSetting(this);
  }
  handleRefresh(): void {
    this.isBusy = true;
    this.today = dayIn(TIME_ZONE, new Date());
    void this.refreshCounts?.();
  }
  handleOpen(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.open((event.currentTarget as HTMLElement).dataset.key);
  }
  handleKey(event: KeyboardEvent): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-at]');
    const at = cell?.dataset.at;
    if (at === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') this.open(cell?.dataset.key);
    const to = cellAfterKey(event.key, at, this.grid.lines.length, this.grid.columns.length);
    if (to === undefined) return;
    event.preventDefault();
    this.focused = to;
    this.template?.querySelector<HTMLElement>(`[data-at="${to}"]`)?.focus();
  }

  private begin(): void {
    this.isBusy = true;
    this.focused = '0,0';
    this.counts = [];
    this.isLoaded = false;
    keepSetting(this);
  }
  private nameOf(axis: Axis, key: string): string {
    if (axis === 'provider') return this.providers.get(key) || LABELS.nameMissing;
    if (axis === 'category') return (this.categories.get(key) ?? key) || LABELS.nameMissing;
    if (key === '') return LABELS.nextMonths;
    return OUTSIDE_NAMES[key] ?? MONTH_NAME.format(Date.parse(`${key}-01T00:00:00Z`));
  }
  private stateOf({ place }: Pick<GridCell, 'place'>): Record<string, unknown> {
    const { third, narrowed } = this;
    const time = third === 'month' && narrowed ? { month: narrowed } : {};
    const own = { provider: third === 'provider' ? narrowed : '', category: third === 'category' ? narrowed : '', owner: 'all' };
    return stateWithFilters({}, filtersOf({ ...time, ...place }, own, this.months, third !== 'month'));
  }
  private hrefOf(cell: GridCell): string {
    const query = new URLSearchParams(Object.entries(this.stateOf(cell)).map(([name, value]) => [name, String(value)]));
    return this.worklistHref ? `${this.worklistHref}?${query.toString()}` : '';
  }
  private open(key: string | undefined): void {
    const { lines, totals, total } = this.counted;
    const cell = [...lines.flatMap((line) => [...line.cells, line.total]), ...totals, total].find((one) => one.key === key);
    keepSetting(this);
    if (cell && cell.count > 0) this[NavigationMixin.Navigate]({ ...WORKLIST, state: this.stateOf(cell) });
  }
}
