// The frame of a form that opens in its place: heading, fields in a grid, why the org refused, save and cancel.
import { LightningElement, api } from 'lwc';
import cancel from '@salesforce/label/c.Form_Cancel';
import refusedTitle from '@salesforce/label/c.Form_Refused_Title';
import save from '@salesforce/label/c.Form_Save';

/** Fires `save` and `cancel`; its slot holds the fields. */
export default class FormFrame extends LightningElement {
  @api heading = '';
  /** Names the form for screen readers where no heading stands above it. */
  @api label = '';
  /** Why it was not saved. */
  @api refusal = '';
  @api refusedTitle = refusedTitle;
  @api saveLabel = save;
  @api isSaving = false;

  readonly cancelLabel = cancel;

  get name(): string {
    return this.heading || this.label;
  }

  handleSave(): void {
    this.dispatchEvent(new CustomEvent('save'));
  }
  handleCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }
}
