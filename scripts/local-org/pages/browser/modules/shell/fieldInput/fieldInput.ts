// One field of a form, typed in the way of its kind.
import { LightningElement, api } from 'lwc';
import timeZone from '@salesforce/i18n/timeZone';
import none from '@salesforce/label/shell.None_Chosen';
import { instantOf, localMoment } from '../../../moment-input.ts';
import type { FormInput, Typed } from '../../../form-inputs.ts';

interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Fires `typed` with `{ name, value, shown }`; `shown` is the name of a chosen record. */
export default class FieldInput extends LightningElement {
  @api input: FormInput | undefined;
  @api value: Typed = '';
  /** Name of the record that a lookup has chosen. */
  @api shown = '';
  /** Of a picklist. */
  @api choices: readonly Choice[] = [];
  /** Why the org refused the value. */
  @api refusal = '';

  private isRefused = false;

  override renderedCallback(): void {
    const field = this.template?.querySelector<HTMLElement & { setCustomValidity(text: string): void; reportValidity(): boolean }>(
      '[data-field]',
    );
    if (!field || (this.refusal === '' && !this.isRefused)) return;
    this.isRefused = this.refusal !== '';
    field.setCustomValidity(this.refusal);
    field.reportValidity();
  }

  /** Says what is wrong beside the field; false when the form cannot be sent like this. */
  @api check(): boolean {
    const field = this.template?.querySelector<HTMLElement & { reportValidity(): boolean }>('[data-field]');
    return field?.reportValidity() ?? true;
  }

  private is(...kinds: readonly string[]): boolean {
    return this.input !== undefined && kinds.includes(this.input.kind);
  }
  get isLine(): boolean {
    return this.is('text', 'number', 'date', 'email', 'tel', 'url');
  }
  /** Of base components, the field for a moment has no name for screen readers outside of an org. */
  get isMoment(): boolean {
    return this.is('datetime');
  }
  get moment(): string {
    return localMoment(String(this.value), timeZone);
  }
  get isLong(): boolean {
    return this.is('long');
  }
  get isCheck(): boolean {
    return this.is('check');
  }
  get isChoice(): boolean {
    return this.is('choice');
  }
  get isChoices(): boolean {
    return this.is('choices');
  }
  get isLookup(): boolean {
    return this.is('lookup');
  }
  /** What is not required can be left open again. */
  get offered(): readonly Choice[] {
    return this.input?.isRequired ? this.choices : [{ label: none, value: '' }, ...this.choices];
  }
  get chosen(): readonly string[] {
    return String(this.value).split(';').filter(Boolean);
  }

  handleValue(event: CustomEvent<{ value: string }>): void {
    this.tell(event.detail.value ?? '');
  }
  handleMoment(event: Event): void {
    this.tell(instantOf((event.target as HTMLInputElement).value, timeZone));
  }
  handleCheck(event: CustomEvent<{ checked: boolean }>): void {
    this.tell(event.detail.checked);
  }
  handleChoices(event: CustomEvent<{ value: readonly string[] }>): void {
    this.tell(event.detail.value.join(';'));
  }
  handleLookup(event: CustomEvent<{ id: string; name: string }>): void {
    this.tell(event.detail.id, event.detail.name);
  }
  private tell(value: Typed, shown = ''): void {
    this.dispatchEvent(new CustomEvent('typed', { detail: { name: this.input?.name, value, shown } }));
  }
}
