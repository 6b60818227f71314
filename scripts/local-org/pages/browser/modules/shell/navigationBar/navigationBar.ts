// The items of the application, as many as there is room for, and the others in a menu.
import { LightningElement, api } from 'lwc';
import more from '@salesforce/label/shell.More';
import navigation from '@salesforce/label/shell.Navigation';
import { fittingCount } from '../../../fitting-count.ts';
import { showAddress } from '../../../page-state.ts';

export interface NavigationItem {
  readonly name: string;
  readonly label: string;
  readonly address: string;
  readonly isCurrent: boolean;
}

/** Pixels for the menu with the rest. */
const ROOM_FOR_MORE = 96;

export default class NavigationBar extends LightningElement {
  labels = { more, navigation };
  /** Pixels of each item; empty until they were measured, and all items are shown for that. */
  widths: readonly number[] = [];
  room = 0;

  private given: readonly NavigationItem[] = [];
  private observer: ResizeObserver | undefined;

  @api
  get items(): readonly NavigationItem[] {
    return this.given;
  }
  set items(items: readonly NavigationItem[]) {
    // other words have other widths
    if (items.map(({ label }) => label).join() !== this.given.map(({ label }) => label).join()) this.widths = [];
    this.given = items;
  }

  private get fitting(): number {
    return this.widths.length === 0 ? this.given.length : fittingCount(this.widths, this.room, ROOM_FOR_MORE);
  }
  get shown(): readonly (NavigationItem & { readonly itemClass: string; readonly current: 'page' | undefined })[] {
    return this.given.slice(0, this.fitting).map((item) => ({
      ...item,
      itemClass: `slds-context-bar__item ${item.isCurrent ? 'slds-is-active' : ''}`,
      current: item.isCurrent ? 'page' : undefined,
    }));
  }
  get rest(): readonly NavigationItem[] {
    return this.given.slice(this.fitting).filter(({ label }) => label !== '');
  }
  get hasRest(): boolean {
    return this.rest.length > 0;
  }

  override renderedCallback(): void {
    const bar = this.template?.querySelector('nav');
    if (bar && !this.observer) {
      this.observer = new ResizeObserver(() => {
        this.room = bar.getBoundingClientRect().width;
      });
      this.observer.observe(bar);
    }
    const items = [...(this.template?.querySelectorAll('li') ?? [])];
    if (this.widths.length === 0 && items.length > 0) this.widths = items.map((item) => item.getBoundingClientRect().width);
  }
  override disconnectedCallback(): void {
    this.observer?.disconnect();
    this.observer = undefined;
  }

  handleLink(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    showAddress((event.currentTarget as HTMLAnchorElement).getAttribute('href') ?? '/');
  }
  handleMore(event: CustomEvent<{ value: string }>): void {
    showAddress(event.detail.value);
  }
}
