// The keys of the worklist, shown on demand beside the list.
import { LightningElement, api } from 'lwc';
import { HELP, LABELS } from './keyLabels';

/** Fires `close` when the keyboard belongs to the list again. */
export default class WorklistKeys extends LightningElement {
  labels = LABELS;
  help = HELP;
  isOpen = false;

  private isFocusWanted = false;

  override renderedCallback(): void {
    if (!this.isFocusWanted) return;
    this.isFocusWanted = false;
    this.template?.querySelector<HTMLElement>('.close')?.focus();
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  /** Shows the keys, or hides them. */
  @api toggle(): void {
    if (this.isOpen) this.close();
    else this.open();
  }

  handleToggle(): void {
    this.toggle();
  }
  handleKey(event: KeyboardEvent): void {
    if (!this.isOpen || (event.key !== 'Escape' && event.key !== '?')) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }

  private open(): void {
    this.isOpen = true;
    this.isFocusWanted = true;
  }
  private close(): void {
    this.isOpen = false;
    // where the keyboard was on no row
    this.template?.querySelector<HTMLElement>('.toggle')?.focus();
    this.dispatchEvent(new CustomEvent('close'));
  }
}
