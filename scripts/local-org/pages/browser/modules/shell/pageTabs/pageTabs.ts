// A tab set of a FlexiPage; what is in a tab is loaded when the tab is opened for the first time, and stays.
import { LightningElement, api } from 'lwc';
import detail from '@salesforce/label/shell.Tab_Detail';
import parts from '@salesforce/label/shell.Tabs';
import related from '@salesforce/label/shell.Tab_Related';
import type { PageTab, PageText } from '../../../../site.ts';
import { word } from '../../../session.ts';
import { isVisible, type VisibilityFacts } from '../../../visibility.ts';

interface ShownTab extends PageTab {
  readonly label: string;
  readonly isLoaded: boolean;
  readonly panelClass: string;
}

/** Titles that the platform translates by itself. */
const STANDARD_TITLES: Readonly<Record<string, string>> = { 'Standard.Tab.detail': detail, 'Standard.Tab.relatedLists': related };

export default class PageTabs extends LightningElement {
  @api tabs: readonly PageTab[] = [];
  @api facts: VisibilityFacts | undefined;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  labels = { parts };
  /** Undefined until the user opens a tab: the page says which one is open at the start. */
  chosen: string | undefined;
  opened: readonly string[] = [];

  private get visible(): readonly PageTab[] {
    const { facts } = this;
    return facts ? this.tabs.filter(({ visibility }) => isVisible(visibility, facts)) : [];
  }
  get active(): string | undefined {
    const { visible } = this;
    const known = visible.find(({ name }) => name === this.chosen) ?? visible.find(({ isOpenAtStart }) => isOpenAtStart) ?? visible[0];
    return known?.name;
  }
  get shown(): readonly ShownTab[] {
    return this.visible.map((tab) => {
      const isOpen = tab.name === this.active;
      return {
        ...tab,
        label: textOf(tab.title),
        isLoaded: isOpen || this.opened.includes(tab.name),
        panelClass: isOpen ? 'panel' : 'slds-hide',
      };
    });
  }

  handleChoose(event: CustomEvent<string>): void {
    const { active } = this;
    if (active !== undefined && !this.opened.includes(active)) this.opened = [...this.opened, active];
    this.chosen = event.detail;
  }
}

function textOf({ text, label }: PageText): string {
  return label === undefined ? (STANDARD_TITLES[text] ?? text) : word(`c.${label}`, text);
}
