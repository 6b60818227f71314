// The rows of the worklist, by day or per account: selection, details behind a row, and keys.
import { LightningElement, api } from 'lwc';
import type { BulkAction } from 'c/worklistBulk';
import LANGUAGE from '@salesforce/i18n/lang';
import { actionOfKey, bulkActionOfKey, rowAfterKey, type RowAction } from './rowKeys';
import { LABELS } from './tableLabels';
import { drawGroups, type DrawnGroup, type TableRow } from './tableGroups';

export type { TableRow } from './tableGroups';

/** Where somebody leaves the list. */
export interface LeftRow {
  readonly accountId: string;
  readonly rowId: string;
}

/**
 * Fires `open` with the account and row, `select` with the ids of all rows that are selected now, `act` with what is to be done with them, and
 * `help`.
 */
export default class WorklistTable extends LightningElement {
  @api rows: readonly TableRow[] = [];
  @api selectedIds: readonly string[] = [];
  @api isGrouped = false;
  @api isBusy = false;
  /** Whether verdicts are there to be shown at all. */
  @api hasConsent = false;
  /** `ascending` or `descending`; blank where the rows are sorted by their value. */
  @api sortOfDates = 'ascending';

  labels = LABELS;
  openIds: readonly string[] = [];

  private lastRowId = '';

  get groups(): readonly DrawnGroup[] {
    const { rows, isGrouped, selectedIds, openIds } = this;
    return drawGroups(rows, { isGrouped, selectedIds, openIds, language: LANGUAGE });
  }
  get dateSort(): string {
    return this.sortOfDates || 'none';
  }
  get valueSort(): string {
    return this.sortOfDates ? 'none' : 'descending';
  }
  get columnCount(): number {
    return this.hasConsent ? 9 : 8;
  }
  get groupSpan(): number {
    return this.columnCount - 1;
  }
  get areAllSelected(): boolean {
    return this.rows.length > 0 && this.selectedIds.length >= this.rows.length;
  }
  get listClass(): string {
    return `list${this.isBusy ? ' list_busy' : ''}${this.isGrouped ? ' list_grouped' : ''}`;
  }
  get busy(): string {
    return String(this.isBusy);
  }

  /** Puts the keyboard on a row, or on the one where it was last; gives whether there is one. */
  @api focusRow(rowId = this.lastRowId): boolean {
    const links = this.accountLinks();
    const link = links.find(({ dataset }) => dataset.ids?.split(',').includes(rowId));
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'center' });
    return link !== undefined;
  }

  handleSelectAll(event: Event): void {
    this.select((event.target as HTMLInputElement).checked ? this.rows.map(({ id }) => id) : []);
  }
  handleSelect(event: Event): void {
    const box = event.target as HTMLInputElement;
    this.toggle((box.dataset.ids ?? '').split(','), box.checked);
  }
  handleDetails(event: Event): void {
    this.toggleDetails((event.currentTarget as HTMLElement).dataset.id ?? '');
  }

  /** Plain clicks stay inside Lightning; with a modifier key the browser opens the link as it does any other. */
  handleOpen(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const { account: accountId, ids = '' } = (event.currentTarget as HTMLElement).dataset;
    const left: LeftRow | undefined = accountId ? { accountId, rowId: ids.split(',')[0] ?? '' } : undefined;
    if (left) this.dispatchEvent(new CustomEvent('open', { detail: left }));
  }

  handleListKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const links = this.accountLinks();
    const at = links.findIndex((link) => link === event.target);
    this.lastRowId = links[at]?.dataset.ids?.split(',')[0] ?? this.lastRowId;
    const action = actionOfKey(event.key);
    if (action) this.act(action, links[at]);
    const bulk = bulkActionOfKey(event.key);
    if (bulk) this.actOnSelection(bulk, links[at]);
    const to = rowAfterKey(event.key, at, links.length);
    if (to === undefined && !action && !bulk) return;
    event.preventDefault();
    if (to === undefined) return;
    links[to]?.focus();
    links[to]?.scrollIntoView({ block: 'nearest' });
  }

  private act(action: RowAction, link: HTMLElement | undefined): void {
    if (action === 'help') this.dispatchEvent(new CustomEvent('help'));
    if (action === 'leave') this.select([]);
    const ids = link?.dataset.ids?.split(',') ?? [];
    if (action === 'select' && ids.length > 0) this.toggle(ids, !ids.every((id) => this.selectedIds.includes(id)));
    // the first of these contracts that has a number: they are of one account
    if (action === 'call')
      this.dialLinks()
        .find(({ dataset }) => ids.includes(dataset.dial ?? ''))
        ?.click();
    if (action === 'details') ids.forEach((id) => this.toggleDetails(id));
  }
  /** Where nothing is selected, it is about the row that the keyboard is on. */
  private actOnSelection(action: BulkAction, link: HTMLElement | undefined): void {
    const ids = link?.dataset.ids?.split(',') ?? [];
    if (this.selectedIds.length === 0 && ids.length > 0) this.select(ids);
    if (this.selectedIds.length > 0 || ids.length > 0) this.dispatchEvent(new CustomEvent('act', { detail: action }));
  }
  private accountLinks(): readonly HTMLElement[] {
    return [...(this.template?.querySelectorAll<HTMLElement>('a.account') ?? [])];
  }
  private dialLinks(): readonly HTMLElement[] {
    return [...(this.template?.querySelectorAll<HTMLElement>('a.dial') ?? [])];
  }
  private toggle(ids: readonly string[], isSelected: boolean): void {
    const others = this.selectedIds.filter((id) => !ids.includes(id));
    this.select(isSelected ? [...others, ...ids] : others);
  }
  private toggleDetails(id: string): void {
    this.openIds = this.openIds.includes(id) ? this.openIds.filter((one) => one !== id) : [...this.openIds, id];
  }
  private select(ids: readonly string[]): void {
    this.dispatchEvent(new CustomEvent('select', { detail: ids }));
  }
}
