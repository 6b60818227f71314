// One related list: a card with the records of another object that point at this one.
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import site from 'pages:site';
import { numberText } from 'c/labelText';
import { iconOf, sortFieldOf, type ArrangedList } from '../../../object-arrangement.ts';

export default class RelatedList extends LightningElement {
  @api list: ArrangedList | undefined;
  @api recordId: string | undefined;

  object: ObjectInfo | undefined;
  /** Undefined until the records have come. */
  count: number | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readObject({ data }: ObjectInfoWire): void {
    this.object = data;
  }

  get objectApiName(): string | undefined {
    return this.list?.objectApiName;
  }
  /** As Lightning names its related lists: with the number of records. */
  get heading(): string {
    const name = this.object?.labelPlural ?? '';
    return this.count === undefined ? name : `${name} (${numberText(this.count)})`;
  }
  get variant(): string {
    return this.count === 0 ? 'narrow' : 'base';
  }
  /** A list without records is its title alone. */
  get tableClass(): string {
    return this.count === 0 ? 'slds-hide' : '';
  }
  get columns(): readonly string[] {
    return this.list?.columns ?? [];
  }
  get where(): object {
    return this.list ? { [this.list.parentField]: { eq: this.recordId } } : {};
  }
  get orderBy(): object {
    const field = this.list && this.object ? sortFieldOf(this.list, this.object) : undefined;
    return field ? { [field]: { order: this.list?.sortOrder, nulls: 'LAST' } } : {};
  }
  get icon(): string {
    return iconOf(this.objectApiName, site, 'standard:related_list');
  }

  handleCounted(event: CustomEvent<number>): void {
    this.count = event.detail;
  }
}
