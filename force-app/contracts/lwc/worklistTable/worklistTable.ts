// The rows of the worklist, by day or per account: selection, details behind a row, and keys.
import { LightningElement, api } from 'lwc';
import LANGUAGE from '@salesforce/i18n/lang';
import { actionOfKey, rowAfterKey, type RowAction } from './rowKeys';
import { HELP, LABELS } from './tableLabels';
import { drawGroups, type DrawnGroup, type TableRow } from './tableGroups';

export type { TableRow } from './tableGroups';

/** Fires `open` with an account id, and `select` with the ids of all rows that are selected now. */
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
  help = HELP;
  isHelpOpen = false;
  openIds: readonly string[] = [];

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
    return this.hasConsent ? 8 : 7;
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
  get helpExpanded(): string {
    return String(this.isHelpOpen);
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
  handleHelp(): void {
    this.isHelpOpen = !this.isHelpOpen;
  }

  /** Plain clicks stay inside Lightning; with a modifier key the browser opens the link as it does any other. */
  handleOpen(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const accountId = (event.currentTarget as HTMLElement).dataset.account;
    if (accountId) this.dispatchEvent(new CustomEvent('open', { detail: accountId }));
  }

  handleListKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && this.isHelpOpen) {
      this.isHelpOpen = false;
      return;
    }
    const links = [...(this.template?.querySelectorAll<HTMLElement>('a.account') ?? [])];
    const at = links.findIndex((link) => link === event.target);
    const action = actionOfKey(event.key);
    if (action) this.act(action, links[at]);
    const to = rowAfterKey(event.key, at, links.length);
    if (to === undefined && !action) return;
    event.preventDefault();
    if (to === undefined) return;
    links[to]?.focus();
    links[to]?.scrollIntoView({ block: 'nearest' });
  }

  private act(action: RowAction, link: HTMLElement | undefined): void {
    if (action === 'help') this.handleHelp();
    const ids = link?.dataset.ids?.split(',') ?? [];
    if (action === 'select' && ids.length > 0) this.toggle(ids, !ids.every((id) => this.selectedIds.includes(id)));
    // the first of these contracts that has a number: they are of one account
    if (action === 'call')
      this.dialLinks()
        .find(({ dataset }) => ids.includes(dataset.dial ?? ''))
        ?.click();
    if (action === 'details') ids.forEach((id) => this.toggleDetails(id));
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
