// The search in the head of the pages: finds accounts, people, contracts and providers while typing, and opens the one that is chosen.
import { LightningElement } from 'lwc';
import site from 'pages:site';
import language from '@salesforce/i18n/lang';
import foundOne from '@salesforce/label/shell.Search_Found_One';
import foundOther from '@salesforce/label/shell.Search_Found_Other';
import noneFound from '@salesforce/label/shell.Search_None_Found';
import notReached from '@salesforce/label/shell.Search_Not_Reached';
import search from '@salesforce/label/shell.Search_Org';
import searching from '@salesforce/label/shell.Search_Under_Way';
import { countedLabel, fillLabel } from 'c/labelText';
import { foundRecords, searchQueries, SHORTEST_SEARCH, type FoundRecord } from '../../../global-search.ts';
import { iconOf } from '../../../object-arrangement.ts';
import { addressOf } from '../../../page-address.ts';
import { showAddress } from '../../../page-state.ts';
import { request, RequestError } from '../../../request.ts';

/** Pause in typing after which the org is asked, in milliseconds. */
const PAUSE = 200;

interface Choice extends FoundRecord {
  readonly elementId: string;
  readonly icon: string;
  readonly isActive: 'true' | 'false';
  readonly className: string;
}

export default class GlobalSearch extends LightningElement {
  labels = { search };
  found: readonly FoundRecord[] = [];
  status = '';
  isOpen = false;
  /** Place of the record that Enter opens. */
  active = 0;

  private typed = '';
  private pause: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    clearTimeout(this.pause);
  }

  get isShown(): boolean {
    return this.isOpen && this.typed.length >= SHORTEST_SEARCH;
  }
  get expanded(): 'true' | 'false' {
    return this.isShown && this.found.length > 0 ? 'true' : 'false';
  }
  get panelClass(): string {
    return this.isShown ? 'search__panel' : 'slds-assistive-text';
  }
  get choices(): readonly Choice[] {
    if (!this.isShown) return [];
    return this.found.map((record, place) => ({
      ...record,
      elementId: `found-${place}`,
      icon: iconOf(record.objectApiName, site),
      isActive: place === this.active ? 'true' : 'false',
      className: place === this.active ? 'found found_active' : 'found',
    }));
  }
  get activeId(): string | undefined {
    return this.choices[this.active]?.elementId;
  }

  handleType(event: InputEvent): void {
    const typed = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.pause);
    this.typed = typed;
    this.isOpen = true;
    if (typed.length < SHORTEST_SEARCH) {
      this.found = [];
      this.status = '';
      return;
    }
    this.status = fillLabel(searching, typed);
    this.pause = setTimeout(() => void this.ask(typed), PAUSE);
  }
  handleFocus(): void {
    this.isOpen = true;
  }
  handleLeave(): void {
    this.isOpen = false;
  }
  handleKey(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (event.key === 'Escape') this.isOpen = false;
    if (event.key === 'Enter') this.open(this.found[this.active]);
    if (step === undefined || this.found.length === 0) return;
    event.preventDefault();
    this.isOpen = true;
    this.active = (this.active + step + this.found.length) % this.found.length;
  }
  /** The field keeps the focus while a record is pressed, so that the list stays until it is released. */
  handlePress(event: MouseEvent): void {
    event.preventDefault();
  }
  handleChoose(event: MouseEvent): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.open(this.found.find((record) => record.id === id));
  }

  private async ask(typed: string): Promise<void> {
    try {
      const answers = await Promise.all(
        searchQueries(typed).map(async ({ objectApiName, body }) => foundRecords(objectApiName, await request('POST', '/graphql', body))),
      );
      // an answer to what was typed before comes too late
      if (typed === this.typed) this.show(answers.flat());
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (typed === this.typed) this.show([], notReached);
    }
  }
  private show(found: readonly FoundRecord[], failure?: string): void {
    this.found = found;
    this.active = 0;
    const counted = countedLabel({ one: foundOne, other: foundOther }, found.length, language);
    this.status = failure ?? (found.length === 0 ? fillLabel(noneFound, this.typed) : counted);
  }
  private open(record: FoundRecord | undefined): void {
    if (!record || !this.isShown) return;
    const { id: recordId, objectApiName } = record;
    const input = this.template?.querySelector('input');
    if (input) input.value = '';
    this.typed = '';
    this.found = [];
    this.isOpen = false;
    showAddress(addressOf({ type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName: 'view' } }));
  }
}
