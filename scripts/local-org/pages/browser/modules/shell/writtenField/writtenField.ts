// The value of a field as people read it, with a link where it leads somewhere.
import { LightningElement, api } from 'lwc';
import type { FieldText } from '../../../field-text.ts';
import { followLink } from '../../../follow-link.ts';

export default class WrittenField extends LightningElement {
  /** Undefined: blank. */
  @api written: FieldText | undefined;

  handleLink(event: MouseEvent): void {
    if (this.written?.link?.isRecord) followLink(event);
  }
}
