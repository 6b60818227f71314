// The head of a record page: what it is, its name, and the fields of its compact layout.
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import { getRecord, type RecordRepresentation, type RecordWire } from 'lightning/uiRecordApi';
import site from 'pages:site';
import editWord from '@salesforce/label/shell.Edit';
import loading from '@salesforce/label/shell.Loading';
import { highlightFields, iconOf } from '../../../object-arrangement.ts';
import { showPage } from '../../../page-state.ts';
import { askedFields, labelledField, presentFields, type LabelledField } from '../../../record-fields.ts';

export default class RecordHighlights extends LightningElement {
  @api objectApiName: string | undefined;
  @api recordId: string | undefined;

  labels = { editWord, loading };
  object: ObjectInfo | undefined;
  record: RecordRepresentation | undefined;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' })
  readObject({ data }: ObjectInfoWire): void {
    this.object = data;
  }
  @wire(getRecord, { recordId: '$recordId', optionalFields: '$asked' })
  readRecord({ data }: RecordWire): void {
    this.record = data;
  }

  private get names(): readonly string[] {
    return this.object ? presentFields(this.object, highlightFields(this.object, site)) : [];
  }
  get asked(): readonly string[] {
    return this.object ? askedFields(this.object, this.names) : [];
  }
  get icon(): string {
    return iconOf(this.objectApiName, site);
  }
  get objectLabel(): string {
    return this.object?.label ?? '';
  }
  get heading(): string {
    return this.fields[0]?.written?.text ?? '';
  }
  /** The name stands above; a blank field says nothing here. */
  get facts(): readonly LabelledField[] {
    return this.fields.slice(1).filter(({ written }) => written !== undefined);
  }
  get canEdit(): boolean {
    return this.object?.updateable ?? false;
  }

  handleEdit(): void {
    const { recordId, objectApiName } = this;
    showPage({ type: 'standard__recordPage', attributes: { recordId, objectApiName, actionName: 'edit' } });
  }
  private get fields(): readonly LabelledField[] {
    const { object, record } = this;
    return object && record ? this.names.map((name) => labelledField(object, record, name)) : [];
  }
}
