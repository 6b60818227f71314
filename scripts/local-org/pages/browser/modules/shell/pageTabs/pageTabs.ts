// A tab set of a FlexiPage; what is in a tab is loaded when the tab is opened for the first time.
import { LightningElement, api } from 'lwc';
import detail from '@salesforce/label/shell.Tab_Detail';
import related from '@salesforce/label/shell.Tab_Related';
import type { PageTab, PageText } from '../../../../site.ts';
import { word } from '../../../session.ts';
import { isVisible, type VisibilityFacts } from '../../../visibility.ts';

interface ShownTab extends PageTab {
  readonly label: string;
  readonly isLoaded: boolean;
}

/** Titles that the platform translates by itself. */
const STANDARD_TITLES: Readonly<Record<string, string>> = { 'Standard.Tab.detail': detail, 'Standard.Tab.relatedLists': related };

export default class PageTabs extends LightningElement {
  @api tabs: readonly PageTab[] = [];
  @api facts: VisibilityFacts | undefined;
  @api recordId: string | undefined;
  @api objectApiName: string | undefined;

  opened: readonly string[] = [];

  private get visible(): readonly PageTab[] {
    const { facts } = this;
    return facts ? this.tabs.filter(({ visibility }) => isVisible(visibility, facts)) : [];
  }
  get active(): string | undefined {
    return (this.visible.find(({ isOpenAtStart }) => isOpenAtStart) ?? this.visible[0])?.name;
  }
  get shown(): readonly ShownTab[] {
    return this.visible.map((tab) => ({ ...tab, label: textOf(tab.title), isLoaded: this.opened.includes(tab.name) }));
  }

  handleOpen(event: Event): void {
    const name = (event.currentTarget as HTMLElement & { readonly value: string }).value;
    if (!this.opened.includes(name)) this.opened = [...this.opened, name];
  }
}

function textOf({ text, label }: PageText): string {
  return label === undefined ? (STANDARD_TITLES[text] ?? text) : word(`c.${label}`, text);
}
