// The filters above the worklist; on a phone all but the first are folded away.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResponse } from 'lightning/graphql';
import { getPicklistValues, type PicklistValuesWire } from 'lightning/uiObjectInfoApi';
import CATEGORY_FIELD from '@salesforce/schema/Competitor_Contract__c.Product_Category__c';
import LOCALE from '@salesforce/i18n/locale';
import USER_ID from '@salesforce/user/Id';
import { answered } from 'c/graphAnswer';
import { shownDay } from 'c/civilDay';
import { NO_FILTERS, filtersFromState, PARAMETERS, windowOf, type WorklistFilters } from 'c/worklistFilter';
import { CHOICES_QUERY, namedChoices, type ChoicesAnswer } from './choicesQuery';
import { SHOWN_CHOICES, windowChoices, type Choice } from './filterChoices';
import { LABELS } from './filterLabels';

/** Record type of objects that have none, as UI API names it. */
const MASTER_RECORD_TYPE = '012000000000000AAA';

/** Fires `choose` with the filters that changed. */
export default class WorklistFilterBar extends LightningElement {
  @api filters: WorklistFilters = NO_FILTERS;
  /** What the list begins with; only what differs from it is a filter in use. */
  @api start: WorklistFilters = NO_FILTERS;

  labels = LABELS;
  shownChoices = SHOWN_CHOICES;
  areFiltersOpen = false;

  private categories: Choice[] = [];
  private providers: Choice[] = [];
  private people: Choice[] = [];

  @wire(getPicklistValues, { recordTypeId: MASTER_RECORD_TYPE, fieldApiName: CATEGORY_FIELD })
  readCategories({ data }: PicklistValuesWire): void {
    if (data) this.categories = data.values.map(({ label, value }) => ({ label, value }));
  }

  @wire(graphql, { query: CHOICES_QUERY })
  readChoices(response: GraphQLResponse<ChoicesAnswer>): void {
    const { data } = answered(response);
    this.providers = namedChoices(data?.uiapi?.query.Competitor__c);
    this.people = namedChoices(data?.uiapi?.query.User).filter(({ value }) => value !== USER_ID);
  }

  get windowChoices(): Choice[] {
    return windowChoices(this.filters, (day) => shownDay(day, LOCALE));
  }
  get window(): string {
    return windowOf(this.filters);
  }
  /** What was put aside has no day to give notice, so no window either. */
  get isWindowless(): boolean {
    return this.filters.shown === 'aside';
  }
  get categoryChoices(): Choice[] {
    return [{ label: LABELS.allCategories, value: '' }, ...this.categories];
  }
  get providerChoices(): Choice[] {
    return [{ label: LABELS.allProviders, value: '' }, ...this.providers];
  }
  get ownerChoices(): Choice[] {
    return [
      { label: LABELS.myAccounts, value: 'mine' },
      { label: LABELS.allAccounts, value: 'all' },
      { label: LABELS.ownerUnkept, value: 'unkept' },
      { label: LABELS.ownerNobody, value: 'nobody' },
      ...this.people,
    ];
  }
  get shown(): string {
    return this.filters.shown || 'todo';
  }
  get isGrouped(): boolean {
    return this.filters.group === 'account';
  }

  /** Filters in use are never folded away, or the list would be short for no visible reason. */
  get canFold(): boolean {
    const { category, provider, owner, shown } = this.filters;
    return !category && !provider && owner === this.start.owner && !shown;
  }
  get isUnfolded(): boolean {
    return this.areFiltersOpen || !this.canFold;
  }
  get barClass(): string {
    return this.isUnfolded ? 'filters filters_open' : 'filters';
  }
  get expanded(): string {
    return String(this.isUnfolded);
  }
  get toggleLabel(): string {
    return this.areFiltersOpen ? LABELS.fewerFilters : LABELS.moreFilters;
  }

  handleFilter(event: CustomEvent<{ value: string }>): void {
    const name = (event.target as HTMLElement & { name: keyof typeof PARAMETERS }).name;
    const value = event.detail.value === 'todo' ? '' : event.detail.value;
    this.choose(filtersFromState({ [PARAMETERS[name]]: value }));
  }
  handleGroup(event: CustomEvent<{ checked: boolean }>): void {
    this.choose({ group: event.detail.checked ? 'account' : '' });
  }
  handleToggle(): void {
    this.areFiltersOpen = !this.areFiltersOpen;
  }

  private choose(filters: Partial<WorklistFilters>): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: filters }));
  }
}
