// The list page of any object: its list views as the package defines them.
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import site from 'pages:site';
import all from '@salesforce/label/shell.All';
import failedText from '@salesforce/label/shell.Failed_Text';
import failedTitle from '@salesforce/label/shell.Failed_Title';
import listView from '@salesforce/label/shell.List_View';
import openTasks from '@salesforce/label/shell.Open_Tasks';
import type { ListView } from '../../../../site.ts';
import { columnsOfEverything, iconOf, listSort } from '../../../object-arrangement.ts';
import { listFilter } from '../../../list-filter.ts';
import { currentPage, showPage } from '../../../page-state.ts';
import { session, word } from '../../../session.ts';

/** API name that the list of all records has on every object. */
const ALL = 'All';

export default class ObjectHome extends LightningElement {
  @api objectApiName: string | undefined;
  /** API name of a list view; the first one when there is none of that name. */
  @api listName: string | undefined;

  labels = { failedText, failedTitle, listView };
  object: ObjectInfo | undefined;
  isFailed = false;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readObject({ data, error }: ObjectInfoWire): void {
    this.object = data;
    this.isFailed = Boolean(error);
  }

  /** All records come first: by the list that the package has of them, else by one of the shell. */
  get views(): readonly ListView[] {
    const views = site.lists[this.objectApiName ?? ''] ?? [];
    const others = views.filter(({ name }) => name !== ALL);
    return [...this.ofSalesforce, views.find(({ name }) => name === ALL) ?? this.everything, ...others];
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
    return this.views.map(({ name, label }) => ({ value: name, label: word(`list.${this.objectApiName}.${name}`, label) }));
  }
  get hasChoices(): boolean {
    return this.views.length > 1;
  }
  get columns(): readonly string[] {
    return this.view?.columns ?? [];
  }
  /** The filter of the list, or why it cannot be shown. */
  private get filter(): { readonly where: object; readonly refusal: string } {
    if (!this.view || !this.object) return { where: {}, refusal: '' };
    try {
      return { where: listFilter(this.view, this.object, session().userId), refusal: '' };
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
  get orderBy(): object {
    const name = this.object && listSort(this.object, this.columns);
    return name ? { [name]: { order: 'ASC', nulls: 'LAST' } } : {};
  }
  get icon(): string {
    return iconOf(this.objectApiName, site);
  }

  handleView(event: CustomEvent<{ value: string }>): void {
    const page = currentPage();
    if (page) showPage({ ...page, state: { filterName: event.detail.value } }, true);
  }
}
