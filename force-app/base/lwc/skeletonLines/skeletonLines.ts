// Grey lines where data will stand, and for screen readers a word that they are under way.
import { LightningElement, api } from 'lwc';

export default class SkeletonLines extends LightningElement {
  @api lines: number | string = 3;
  /** Said to screen readers; blank where the owner says it. */
  @api says = '';

  get keys(): readonly number[] {
    return Array.from({ length: Number(this.lines) }, (_, at) => at);
  }
}
