// Tabs that wrap where there is little room: the base component's menu of hidden tabs nests a button in a tab, which screen readers do not reach.
import { LightningElement, api } from 'lwc';

export interface BarTab {
  readonly name: string;
  readonly label: string;
}
interface ShownTab extends BarTab {
  readonly selected: 'true' | 'false';
  readonly reach: '0' | '-1';
  readonly tabClass: string;
}

/** Steps of the keys that move between tabs. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Fires `choose` with the name of a tab; its owner shows the panel, with role tabpanel and the label of the tab. */
export default class TabBar extends LightningElement {
  @api tabs: readonly BarTab[] = [];
  /** Name of the open tab. */
  @api active: string | undefined;
  /** Says what the tabs are about. */
  @api label = '';

  get shown(): readonly ShownTab[] {
    return this.tabs.map((tab) => {
      const isOpen = tab.name === this.active;
      return { ...tab, selected: isOpen ? 'true' : 'false', reach: isOpen ? '0' : '-1', tabClass: isOpen ? 'tab tab_open' : 'tab' };
    });
  }

  handleChoose(event: Event): void {
    this.choose((event.currentTarget as HTMLElement).dataset.name);
  }
  handleKey(event: KeyboardEvent): void {
    const at = this.tabs.findIndex(({ name }) => name === (event.currentTarget as HTMLElement).dataset.name);
    const step = STEPS[event.key];
    const { length } = this.tabs;
    const next = step === undefined ? { Home: 0, End: length - 1 }[event.key] : (at + step + length) % length;
    if (next === undefined) return;
    event.preventDefault();
    const name = this.tabs[next]?.name;
    this.choose(name);
    this.template?.querySelector<HTMLElement>(`[data-name="${name ?? ''}"]`)?.focus();
  }

  private choose(name: string | undefined): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: name }));
  }
}
