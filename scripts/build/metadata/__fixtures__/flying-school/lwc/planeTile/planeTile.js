import { LightningElement, api } from 'lwc';

export default class PlaneTile extends LightningElement {
  @api recordId;
  @api planes;
  @api chosen;
  @api hours = 1;

  @api
  get heading() {
    return this.planes?.length;
  }
  set heading(value) {
    this.chosen = value;
  }
}
