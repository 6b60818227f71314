// The `<inputAssignments>` of Create and Update Records: fields and the values that they get.
import type { Row } from '../../../platform/record.ts';
import type { XmlElement } from '../../metadata/metadata-xml.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import type { Interview, Reader } from '../flow.ts';
import type { FlowBuilder } from '../flow-builder.ts';
import { single } from '../flow-builder.ts';

export interface FieldValue {
  readonly field: string;
  readonly read: Reader;
}

/** Field values of an element; refuses fields that do not exist and values of another type. */
export function fieldValues(builder: FlowBuilder, xml: XmlElement, object: SObjectType, element: string): readonly FieldValue[] {
  return xml.all('inputAssignments').map((one) => {
    builder.onlyKnown(one, element, ['field', 'value']);
    const field = builder.field(object, one.required('field'), element);
    const source = builder.value(one.all('value')[0], element);
    builder.checkFits({ type: builder.fieldType(field, element), collection: false }, source, element);
    return { field: field.name, read: source.read };
  });
}

/** Sets the field values of an interview in a row; an empty text is blank. */
export function setFields(row: Row, values: readonly FieldValue[], interview: Interview): Row {
  for (const { field, read } of values) {
    const value = single(read(interview));
    row[field] = value === '' ? null : value;
  }
  return row;
}
