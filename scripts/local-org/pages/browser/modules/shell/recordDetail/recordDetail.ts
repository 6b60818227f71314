// The details of a record of any object, arranged as its page layout says.
import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo, type ObjectInfo, type ObjectInfoWire } from 'lightning/uiObjectInfoApi';
import { getRecord, type RecordRepresentation, type RecordWire } from 'lightning/uiRecordApi';
import site from 'pages:site';
import details from '@salesforce/label/shell.Details';
import system from '@salesforce/label/shell.System_Information';
import { detailSections, showsBlankFields } from '../../../object-arrangement.ts';
import { askedFields, labelledField, presentFields, type LabelledField } from '../../../record-fields.ts';
import { word } from '../../../session.ts';

/** A section that the platform translates by itself. */
const SYSTEM_SECTION = 'System Information';

interface ShownSection {
  readonly key: string;
  readonly label: string;
  readonly className: string;
  /** One below the other where there is no room beside. */
  readonly columns: readonly { readonly key: string; readonly fields: readonly LabelledField[] }[];
}

export default class RecordDetail extends LightningElement {
  @api objectApiName: string | undefined;
  @api recordId: string | undefined;

  labels = { details };
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

  private get sections(): readonly { readonly label: string; readonly columns: readonly (readonly string[])[] }[] {
    const { object } = this;
    if (!object) return [];
    return detailSections(object, site).map(({ label, columns }) => ({
      label,
      columns: columns.map((names) => presentFields(object, names)).filter((names) => names.length > 0),
    }));
  }

  get isLoading(): boolean {
    return this.record === undefined;
  }
  get asked(): readonly string[] {
    return this.object
      ? askedFields(
          this.object,
          this.sections.flatMap(({ columns }) => columns.flat()),
        )
      : [];
  }
  get shown(): readonly ShownSection[] {
    const { object, record } = this;
    if (!object || !record) return [];
    const withBlanks = showsBlankFields(object, site);
    return this.sections
      .filter(({ columns }) => columns.length > 0)
      .map(({ label, columns }, index) => ({
        key: `${index}`,
        label: label === SYSTEM_SECTION ? system : label && word(`section.${object.apiName}.${label}`, label),
        className: columns.length > 1 ? 'columns columns_two' : 'columns',
        columns: columns.map((names, at) => ({
          key: `${at}`,
          fields: names.map((name) => labelledField(object, record, name)).filter(({ written }) => withBlanks || written !== undefined),
        })),
      }));
  }
}
