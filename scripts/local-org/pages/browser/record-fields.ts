// The fields of one record as label and text, for details and highlights of any object.
import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { fieldText, type FieldText } from './field-text.ts';
import { TEXT_SETTING } from './text-setting.ts';

export interface LabelledField {
  readonly name: string;
  readonly label: string;
  readonly help: string | null;
  /** Undefined: blank. */
  readonly written: FieldText | undefined;
}

/** UI API has the parts of an address as fields of their own. */
const ADDRESS_PARTS = ['Street', 'PostalCode', 'City', 'State', 'Country'];

/** The fields that exist for the user, in that order; an address stands for its parts. */
export function presentFields(object: ObjectInfo, names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) =>
      name.endsWith('Address') && !name.includes('__') ? ADDRESS_PARTS.map((part) => name.replace(/Address$/, part)) : [name],
    )
    .filter((name) => object.fields[name] !== undefined);
}

/** What getRecord is asked, so that references come with the name of what they point at. */
export function askedFields(object: ObjectInfo, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const field = object.fields[name];
    // whatever kind of record a reference to several kinds leads to, its name can be asked as Name
    const [target, ...others] = field?.referenceToInfos ?? [];
    const nameField = others.length > 0 ? 'Name' : target?.nameFields[0];
    const own = `${object.apiName}.${name}`;
    return field?.relationshipName && nameField ? [own, `${object.apiName}.${field.relationshipName}.${nameField}`] : [own];
  });
}

export function labelledField(object: ObjectInfo, record: RecordRepresentation, name: string): LabelledField {
  const field = object.fields[name];
  const held = record.fields[name];
  const parent = field?.relationshipName ? record.fields[field.relationshipName]?.value : undefined;
  const nameField = field?.referenceToInfos.find((info) => isRecord(parent) && info.apiName === parent.apiName)?.nameFields[0];
  const reference =
    isRecord(parent) && nameField
      ? {
          id: parent.id,
          objectApiName: parent.apiName,
          name: String((parent.fields[nameField] ?? parent.fields['Name'])?.value ?? parent.id),
        }
      : undefined;
  return {
    name,
    label: field ? fieldLabel(field) : name,
    help: field?.inlineHelpText ?? null,
    written: fieldText(
      {
        ...{ dataType: field?.dataType ?? 'String', isMarkup: field?.htmlFormatted ?? false },
        ...{ value: held?.value, displayValue: held?.displayValue, reference },
      },
      TEXT_SETTING,
    ),
  };
}

/** As in Lightning Experience: a reference is called after what it points at, `Owner ID` is `Owner`, and `Due Date Only` is `Due Date`. */
export function fieldLabel({ label, dataType }: { readonly label: string; readonly dataType: string }): string {
  return label.replace(dataType === 'Reference' ? /(?:[ -]ID| \(ID\))$/i : / Only$/, '');
}

function isRecord(value: unknown): value is RecordRepresentation {
  return typeof value === 'object' && value !== null;
}
