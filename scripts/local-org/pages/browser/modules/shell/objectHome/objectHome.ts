// The list page of any object: its list views as the package defines them, sorted by any heading and searched; what is chosen stands in the address.
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import site from 'pages:site';
import all from '@salesforce/label/shell.All';
import clearSearch from '@salesforce/label/shell.Clear_Search';
import emptyList from '@salesforce/label/shell.Empty_List';
import emptySearch from '@salesforce/label/shell.Empty_Search';
import emptyView from '@salesforce/label/shell.Empty_View';
import failedTitle from '@salesforce/label/shell.Failed_Title';
import listView from '@salesforce/label/shell.List_View';
import newWord from '@salesforce/label/shell.New';
import openTasks from '@salesforce/label/shell.Open_Tasks';
import searchList from '@salesforce/label/shell.Search_List';
import showList from '@salesforce/label/shell.Show_List';
import sortBy from '@salesforce/label/shell.Sort_By';
import sortedDown from '@salesforce/label/shell.Sorted_Down';
import { fillLabel } from 'c/labelText';
import type { ListView } from '../../../../site.ts';
import { columnsOfEverything, iconOf } from '../../../object-arrangement.ts';
import { stateOfObject, type LoadState } from '../../../load-state.ts';
import { listFilter } from '../../../list-filter.ts';
import { keepPlace, keptPlace } from '../../../list-place.ts';
import { canSearch, searchFilter } from '../../../list-search.ts';
import { firstSort, orderOf, sortAfter, sortChoices, sortIn, sortText, type ListSort } from '../../../list-sort.ts';
import { currentPage, onPageChange, showPage } from '../../../page-state.ts';
import { fieldLabel } from '../../../record-fields.ts';
import { knownColumns, type ListedField } from '../../../record-query.ts';
import { session, word } from '../../../session.ts';
import { reload } from '../../../wired-resource.ts';

/** API name that the list of all records has on every object. */
const ALL = 'All';
/** Between the last key and the search, in milliseconds. */
const PAUSE = 300;

export default class ObjectHome extends LightningElement {
  @api objectApiName: string | undefined;
  /** API name of a list view; the first one when there is none of that name. */
  @api listName: string | undefined;

  labels = { clearSearch, emptyList, failedTitle, listView, newWord, searchList, sortBy };
  object: ObjectInfo | undefined;
  /** Why the object cannot be shown. */
  trouble: LoadState | undefined;
  state: Readonly<Record<string, string>> = {};
  total: number | undefined;
  startRows = 0;

  private stopListening: (() => void) | undefined;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private top = 0;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readObject({ data, error }: ObjectInfoWire): void {
    this.object = data;
    this.trouble = error && stateOfObject(error);
  }

  override connectedCallback(): void {
    this.state = currentPage()?.state ?? {};
    this.stopListening = onPageChange((page) => {
      this.state = page?.state ?? {};
    });
    const place = keptPlace();
    this.startRows = place?.rows ?? 0;
    this.top = place?.top ?? 0;
  }
  override disconnectedCallback(): void {
    clearTimeout(this.typing);
    this.stopListening?.();
  }

  /** The list that comes first, else all records: by the list that the package has of them, else by one of the shell. */
  get views(): readonly ListView[] {
    const views = site.lists[this.objectApiName ?? ''] ?? [];
    const others = views.filter(({ name }) => name !== ALL);
    const inOrder = [...this.ofSalesforce, views.find(({ name }) => name === ALL) ?? this.everything, ...others];
    return [...inOrder.filter(({ isFirst }) => isFirst), ...inOrder.filter(({ isFirst }) => !isFirst)];
  }
  /** Of tasks those that are still to be done come first, as on every page of Salesforce that has tasks. */
  private get ofSalesforce(): readonly ListView[] {
    if (this.objectApiName !== 'Task') return [];
    return [{ ...this.everything, name: 'OpenTasks', label: openTasks, filters: [{ field: 'IsClosed', operation: 'equals', value: '0' }] }];
  }
  private get everything(): ListView {
    const columns = this.object ? columnsOfEverything(this.object, site) : [];
    return { name: ALL, label: all, scope: 'Everything', columns, filters: [] };
  }
  get view(): ListView | undefined {
    return this.views.find(({ name }) => name === this.listName) ?? this.views[0];
  }
  get viewName(): string {
    return this.view?.name ?? '';
  }
  get choices(): readonly { readonly label: string; readonly value: string }[] {
    return this.views.map((view) => ({ value: view.name, label: this.labelOf(view) }));
  }
  private labelOf({ name, label }: ListView): string {
    return word(`list.${this.objectApiName}.${name}`, label);
  }
  get hasChoices(): boolean {
    return this.views.length > 1;
  }
  get columns(): readonly string[] {
    return this.view?.columns ?? [];
  }
  private get shownColumns(): readonly ListedField[] {
    return this.object ? knownColumns(this.object, this.columns) : [];
  }

  get searched(): string {
    return this.state['search'] ?? '';
  }
  get canSearch(): boolean {
    return canSearch(this.shownColumns);
  }
  /** The filter of the list, or why it cannot be shown. */
  private get filter(): { readonly where: object; readonly refusal: string } {
    if (!this.view || !this.object) return { where: {}, refusal: '' };
    try {
      const ofView = listFilter(this.view, this.object, session().userId);
      const typed = searchFilter(this.searched, this.shownColumns);
      return { where: typed ? { and: [ofView, typed] } : ofView, refusal: '' };
    } catch (error) {
      return { where: {}, refusal: error instanceof Error ? error.message : String(error) };
    }
  }
  get where(): object {
    return this.filter.where;
  }
  get refusal(): string {
    return this.filter.refusal;
  }

  get sorted(): ListSort | null {
    const chosen = sortIn(this.state['sortBy']);
    if (chosen && this.object?.fields[chosen.field]) return chosen;
    return (this.object && firstSort(this.object, this.columns, this.view?.sort)) ?? null;
  }
  get orderBy(): object {
    const field = this.sorted && this.object?.fields[this.sorted.field];
    return field && this.sorted ? orderOf(field, this.sorted.isDescending) : {};
  }
  get sortValue(): string {
    return this.sorted ? sortText(this.sorted) : '';
  }
  get sortOptions(): readonly { readonly label: string; readonly value: string }[] {
    return sortChoices(this.shownColumns, this.sorted, { of: fieldLabel, down: (label) => fillLabel(sortedDown, label) });
  }
  get canCreate(): boolean {
    return this.object?.createable ?? false;
  }
  get icon(): string {
    return iconOf(this.objectApiName, site);
  }

  get emptyText(): string {
    if (this.searched) return fillLabel(emptySearch, this.searched);
    return (this.view?.filters.length ?? 0) > 0 ? emptyView : emptyList;
  }
  get isEmpty(): boolean {
    return this.total === 0;
  }
  get canClear(): boolean {
    return this.isEmpty && this.searched !== '';
  }
  /** An empty list leads to that of all records. */
  get wayOut(): string {
    const everything = this.views.find(({ name }) => name === ALL);
    const isOther = this.isEmpty && this.searched === '' && everything !== undefined && everything.name !== this.viewName;
    return isOther ? fillLabel(showList, this.labelOf(everything)) : '';
  }

  handleTryAgain(): void {
    void reload(`/object-info/${this.objectApiName}`);
  }
  handleView(event: CustomEvent<{ value: string }>): void {
    this.showState({ filterName: event.detail.value });
  }
  handleNew(): void {
    showPage({ type: 'standard__objectPage', attributes: { objectApiName: this.objectApiName, actionName: 'new' } });
  }
  handleAll(): void {
    this.showState({ filterName: ALL });
  }
  handleSort(event: CustomEvent<string>): void {
    event.stopPropagation();
    this.showState({ ...this.state, sortBy: sortText(sortAfter(this.sorted ?? undefined, event.detail)) });
  }
  handleSortChoice(event: CustomEvent<{ value: string }>): void {
    this.showState({ ...this.state, sortBy: event.detail.value });
  }
  handleSearch(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.search(value), PAUSE);
  }
  handleClear(): void {
    clearTimeout(this.typing);
    this.search('');
  }
  handleCounted(event: CustomEvent<number>): void {
    this.total = event.detail;
    const { top } = this;
    this.top = 0;
    // the rows that were counted are on the page with the next frame
    if (top > 0) requestAnimationFrame(() => requestAnimationFrame(() => window.scrollTo(0, top)));
  }
  /** A record that is opened leaves the list at this place. */
  handleLeave(): void {
    const rows = this.template?.querySelector<HTMLElement & { rowCount: number }>('shell-record-table')?.rowCount ?? 0;
    keepPlace({ rows, top: window.scrollY });
  }

  private search(value: string): void {
    const { search: _, ...others } = this.state;
    this.showState(value.trim() === '' ? others : { ...others, search: value.trim() });
  }
  private showState(state: Readonly<Record<string, string>>): void {
    const page = currentPage();
    this.startRows = 0;
    this.total = undefined;
    if (page) showPage({ ...page, state }, true);
  }
}
