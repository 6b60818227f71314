// The records behind a number of the funnel, in pages; selected accounts can be given to another relationship owner.
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLDocument, type GraphQLResponse } from 'lightning/graphql';
import { NavigationMixin, type PageReference } from 'lightning/navigation';
import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { answered } from 'c/graphAnswer';
import { countedLabel, fillLabel } from 'c/labelText';
import { dayIn } from 'c/civilDay';
import { failureOf, type Failure } from 'c/dataFailure';
import { RECORD_COLUMNS, hasMoreRecords } from './recordColumns';
import { recordRows, type RecordRow } from './recordRows';
import { LABELS } from './recordsLabels';
import { recordsSentence } from './recordsSentence';
import { RECORDS_QUERY } from './recordDocuments';
import { PAGE_SIZE, ROW_LIMIT, type OpenedNumber, type RecordsAnswer } from './recordsQuery';
import { reassign, refusalSentences, type Refusal } from './reassignment';

export type { OpenedNumber } from './recordsQuery';

interface Choice {
  readonly label: string;
  readonly value: string;
}
type ShownRow = RecordRow & { readonly href: string; readonly selectLabel: string; readonly isSelected: boolean };

/** Fires `close` when it is closed, and `reassign` when accounts have got another owner. */
export default class FunnelRecords extends NavigationMixin(LightningElement) {
  /** Users that accounts can be given to. */
  @api people: readonly Choice[] = [];

  labels = LABELS;
  first = PAGE_SIZE;
  failure: Failure | undefined;
  isBusy = true;
  hasMore = false;
  newOwner = '';
  doneSentence = '';
  refusals: readonly Refusal[] = [];
  isSaving = false;

  private opened: OpenedNumber | undefined;
  private rows: readonly RecordRow[] = [];
  private hrefs: ReadonlyMap<string, string> = new Map();
  private selected: ReadonlySet<string> = new Set();
  private refreshRows: (() => Promise<void>) | undefined;
  private isFocusDue = true;

  @api
  get number(): OpenedNumber | undefined {
    return this.opened;
  }
  set number(opened: OpenedNumber | undefined) {
    this.opened = opened;
    this.first = PAGE_SIZE;
    this.rows = [];
    this.selected = new Set();
    this.refusals = [];
    this.doneSentence = '';
    this.isBusy = true;
    this.isFocusDue = true;
  }

  @wire(graphql, { query: '$query', variables: '$variables' })
  readRecords(response: GraphQLResponse<RecordsAnswer>): void {
    const { data, errors, refresh } = answered(response);
    this.refreshRows = refresh;
    this.failure = data ? undefined : failureOf(errors);
    if (data) void this.show(data);
    if (data || errors) this.isBusy = false;
  }

  /** Whoever opened the number reads on here. */
  override renderedCallback(): void {
    if (!this.isFocusDue) return;
    this.isFocusDue = false;
    const heading = this.template?.querySelector<HTMLElement>('[data-heading]');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'nearest' });
  }

  get query(): GraphQLDocument | undefined {
    return this.opened && RECORDS_QUERY[this.opened.kind];
  }
  get variables(): object | undefined {
    return this.opened && { where: this.opened.where, first: this.first };
  }
  get heading(): string {
    return this.opened?.title ?? '';
  }
  /** Columns between account and owner, by the kind of records. */
  get columns(): readonly string[] {
    return this.opened ? RECORD_COLUMNS[this.opened.kind] : [];
  }
  get isDescribed(): boolean {
    return this.columns.length > 0;
  }
  get isTimed(): boolean {
    return this.isDescribed && this.opened?.kind !== 'contracts';
  }
  get isSkeleton(): boolean {
    return this.isBusy && this.rows.length === 0;
  }
  get isEmpty(): boolean {
    return !this.isBusy && !this.failure && this.rows.length === 0;
  }
  get isList(): boolean {
    return !this.failure && this.rows.length > 0;
  }
  get shownRows(): ShownRow[] {
    return this.rows.map((row) => ({
      ...row,
      href: this.hrefs.get(row.accountId) ?? '',
      selectLabel: fillLabel(LABELS.selectOne, row.accountName),
      isSelected: this.selected.has(row.accountId),
    }));
  }
  get canShowMore(): boolean {
    return this.hasMore && this.first < ROW_LIMIT;
  }
  get tableClass(): string {
    return this.isBusy ? 'wide busy' : 'wide';
  }

  /** Told to screen readers whenever it changes. */
  get summary(): string {
    if (this.isBusy) return LABELS.loading;
    const more = !this.hasMore ? 'none' : this.canShowMore ? 'can be shown' : 'beyond the limit';
    return recordsSentence(this.rows.length, this.opened?.count ?? 0, more, LANGUAGE, LABELS);
  }
  /** The list is the truth: when it has another length than the number, time has passed between them. */
  get changedNote(): string {
    const isWhole = this.isList && !this.isBusy && !this.hasMore;
    return isWhole && this.rows.length !== this.opened?.count && !this.doneSentence ? LABELS.changed : '';
  }

  get accountIds(): readonly string[] {
    return [...new Set(this.rows.map(({ accountId }) => accountId).filter((id) => id !== ''))];
  }
  get areAllSelected(): boolean {
    return this.selected.size > 0 && this.accountIds.every((id) => this.selected.has(id));
  }
  get selectedSentence(): string {
    if (this.selected.size === 0) return '';
    return countedLabel({ one: LABELS.selectedOne, other: LABELS.selectedOther }, this.selected.size, LANGUAGE);
  }
  get cannotReassign(): boolean {
    return !this.newOwner || this.isSaving;
  }
  get refusalSentences(): readonly string[] {
    return refusalSentences(this.refusals, (id) => this.rows.find(({ accountId }) => accountId === id)?.accountName);
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }
  handleCloseKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.handleClose();
  }
  handleShowMore(): void {
    this.isBusy = true;
    this.first = Math.min(this.first + PAGE_SIZE * 4, ROW_LIMIT);
  }
  handleRetry(): void {
    this.isBusy = true;
    void this.refreshRows?.();
  }
  handleSelectAll(event: Event): void {
    this.selected = new Set((event.target as HTMLInputElement).checked ? this.accountIds : []);
  }
  handleSelect(event: Event): void {
    const { checked, dataset } = event.target as HTMLInputElement;
    const selected = new Set(this.selected);
    if (checked) selected.add(dataset.account ?? '');
    else selected.delete(dataset.account ?? '');
    this.selected = selected;
  }
  handleNewOwner(event: CustomEvent<{ value: string }>): void {
    this.newOwner = event.detail.value;
  }

  async handleReassign(): Promise<void> {
    const accountIds = [...this.selected];
    this.isSaving = true;
    this.doneSentence = LABELS.reassigning;
    this.refusals = await reassign(accountIds, this.newOwner);
    const moved = accountIds.length - this.refusals.length;
    const owner = this.people.find(({ value }) => value === this.newOwner)?.label ?? '';
    const words = { one: LABELS.reassignedOne, other: LABELS.reassignedOther };
    this.doneSentence = moved > 0 ? countedLabel(words, moved, LANGUAGE, owner) : '';
    this.isSaving = false;
    // what was refused stays selected, to be tried again
    this.selected = new Set(this.refusals.map(({ accountId }) => accountId));
    await this.refreshRows?.();
    if (moved > 0) this.dispatchEvent(new CustomEvent('reassign'));
  }

  /** Plain clicks stay inside Lightning; with a modifier key the browser opens the link as it does any other. */
  handleOpen(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const recordId = (event.currentTarget as HTMLElement).dataset.account;
    if (recordId) this[NavigationMixin.Navigate](accountPage(recordId));
  }

  private async show(answer: RecordsAnswer): Promise<void> {
    const rows = recordRows(answer, {
      today: dayIn(TIME_ZONE, new Date()),
      language: LANGUAGE,
      locale: LOCALE,
      timeZone: TIME_ZONE,
      labels: LABELS,
    });
    this.hasMore = hasMoreRecords(answer);
    this.rows = rows;
    const missing = this.accountIds.filter((id) => !this.hrefs.has(id));
    const found = await Promise.all(missing.map(async (id) => [id, await this[NavigationMixin.GenerateUrl](accountPage(id))] as const));
    this.hrefs = new Map([...this.hrefs, ...found]);
  }
}

function accountPage(recordId: string): PageReference {
  return { type: 'standard__recordPage', attributes: { recordId, objectApiName: 'Account', actionName: 'view' } };
}
