// A field that leads to another record: found by its name while typing; the choice can be taken back.
import { LightningElement, api } from 'lwc';
import change from '@salesforce/label/shell.Change';
import foundOne from '@salesforce/label/shell.Search_Found_One';
import foundOther from '@salesforce/label/shell.Search_Found_Other';
import noneFound from '@salesforce/label/shell.Search_None_Found';
import notReached from '@salesforce/label/shell.Search_Not_Reached';
import language from '@salesforce/i18n/lang';
import { countedLabel, fillLabel } from 'c/labelText';
import { request, RequestError } from '../../../request.ts';

const MOST = 8;
/** Pause in typing after which the org is asked, in milliseconds. */
const PAUSE = 250;

interface Found {
  readonly id: string;
  readonly name: string;
}

/** Fires `choose` with `{ id, name }`; both '' when the choice is taken back. */
export default class LookupInput extends LightningElement {
  @api label = '';
  @api help: string | null = null;
  @api required = false;
  @api objectApiName = '';
  @api nameField = 'Name';
  /** Id and name of the chosen record. */
  @api value = '';
  @api chosenName = '';
  /** Why the org refused what was chosen. */
  @api refusal = '';

  labels = { change };
  found: readonly Found[] = [];
  status = '';

  private typed = '';
  private pause: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    clearTimeout(this.pause);
  }

  get isChosen(): boolean {
    return this.value !== '';
  }
  get hasFound(): boolean {
    return this.found.length > 0;
  }
  get shownName(): string {
    return this.chosenName || this.value;
  }

  handleType(event: CustomEvent<{ value: string }>): void {
    const typed = event.detail.value.trim();
    this.typed = typed;
    clearTimeout(this.pause);
    if (typed === '') this.show([], '');
    else this.pause = setTimeout(() => void this.ask(typed), PAUSE);
  }
  handleChoose(event: MouseEvent): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const chosen = this.found.find((one) => one.id === id);
    this.show([], '');
    if (chosen) this.tell(chosen);
  }
  handleChange(): void {
    this.tell({ id: '', name: '' });
  }

  private async ask(typed: string): Promise<void> {
    const { objectApiName, nameField } = this;
    // what somebody types is text, not a pattern
    const pattern = typed.replaceAll(/['\\%_]/g, '\\$&');
    const soql = `SELECT Id, ${nameField} FROM ${objectApiName} WHERE ${nameField} LIKE '%${pattern}%' ORDER BY ${nameField} LIMIT ${MOST}`;
    try {
      const answer = await request('GET', `/query?${new URLSearchParams({ q: soql }).toString()}`);
      const { records } = answer as { readonly records: readonly Readonly<Record<string, unknown>>[] };
      // an answer to what was typed before comes too late
      if (typed !== this.typed) return;
      const found = records.map((record) => ({ id: String(record['Id']), name: String(record[nameField]) }));
      const counted = countedLabel({ one: foundOne, other: foundOther }, found.length, language);
      this.show(found, found.length === 0 ? fillLabel(noneFound, typed) : counted);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (typed === this.typed) this.show([], notReached);
    }
  }
  private show(found: readonly Found[], status: string): void {
    this.found = found;
    this.status = status;
  }
  private tell(detail: Found): void {
    this.dispatchEvent(new CustomEvent('choose', { detail }));
  }
}
