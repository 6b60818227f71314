// One related list: a card with the records of another object that point at this one.
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import site from 'pages:site';

export default class RelatedList extends LightningElement {
  @api objectApiName: string | undefined;
  @api columns: readonly string[] = [];
  @api where: object = {};
  @api orderBy: object = {};

  object: ObjectInfo | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readObject({ data }: ObjectInfoWire): void {
    this.object = data;
  }

  get icon(): string {
    return site.tabs.find((tab) => tab.kind === 'object' && tab.objectApiName === this.objectApiName)?.icon ?? 'standard:related_list';
  }
}
