// Update Records: the record that started the flow, records in variables, or all records that meet filters.
import type { Row, StoredRow } from '../../../platform/record.ts';
import type { XmlElement } from '../../metadata/metadata-xml.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import type { FlowItem, FlowValue, Interview, Node, Reader } from '../flow.ts';
import type { FlowBuilder } from '../flow-builder.ts';
import { asRow } from '../parent-records.ts';
import { changeRecords } from './data-change.ts';
import type { ElementCompiler } from './element.ts';
import type { FieldValue } from './field-values.ts';
import { fieldValues, setFields } from './field-values.ts';
import { selectionReader } from './selection.ts';

type Collect = (interview: Interview) => readonly StoredRow[] | string;

const NOTHING = 'The flow tried to update records, but the record variable has no value or no Id.';

/** The Id and the fields that may be written, out of a record that a flow holds. */
function changes(item: FlowItem, object: SObjectType): StoredRow | undefined {
  const row = asRow(item);
  if (typeof row?.['Id'] !== 'string') return undefined;
  const result: StoredRow = { Id: row['Id'] };
  for (const [field, value] of Object.entries(row)) if (object.field(field)?.updateable === true) result[field] = value;
  return result;
}

function fromVariable(read: Reader, object: SObjectType, values: readonly FieldValue[]): Collect {
  return (interview) => {
    const value: FlowValue = read(interview);
    const items = Array.isArray(value) ? (value as readonly FlowItem[]) : [value as FlowItem];
    const rows: StoredRow[] = [];
    for (const item of items) {
      const row = changes(item, object);
      if (!row) return NOTHING;
      rows.push(setFields(row, values, interview) as StoredRow);
    }
    return rows;
  };
}

/** After the save, only what the flow has set itself is written, so that other flows' changes are not undone. */
function fromTriggeringRecord(values: readonly FieldValue[]): Collect {
  return (interview) => {
    const { record, assigned } = interview;
    const row: StoredRow = { Id: String(record['Id']) };
    for (const field of assigned ?? []) row[field] = record[field] ?? null;
    return [setFields(row, values, interview) as StoredRow];
  };
}

function byFilters(builder: FlowBuilder, xml: XmlElement, object: SObjectType, values: readonly FieldValue[], element: string): Collect {
  const select = selectionReader(builder, xml, object, element, { fields: ['Id'] });
  return (interview) => select(interview).map((found) => setFields({ Id: found.Id }, values, interview) as StoredRow);
}

/** Before the save, updating the triggering record is setting its fields. */
function setInPlace(builder: FlowBuilder, node: Node, values: readonly FieldValue[], next: Node | undefined): void {
  const targets = values.map(({ field, read }) => ({ read, write: builder.target(`$Record.${field}`, node.name).write }));
  node.step = (interview) => {
    for (const { read, write } of targets) write(interview, read(interview));
    return next;
  };
}

export const updateRecords: ElementCompiler = (builder, xml, node) => {
  builder.onlyKnown(xml, node.name, [
    'connector',
    'faultConnector',
    'filterLogic',
    'filters',
    'inputAssignments',
    'inputReference',
    'object',
  ]);
  const input = xml.text('inputReference');
  const triggering = input?.toLowerCase() === '$record';
  const source = input === undefined ? undefined : builder.resource(input, node.name);
  const object = builder.object(source?.object?.name ?? xml.text('object'), node.name);
  const values = fieldValues(builder, xml, object, node.name);
  const next = builder.next(xml, 'connector', node.name);
  const faultPath = builder.next(xml, 'faultConnector', node.name);
  if (triggering && xml.all('filters').length > 0)
    throw builder.refusal(node.name, 'filters the triggering record, which the local org does not implement');
  if (builder.timing === 'before-save') {
    if (!triggering) throw builder.refusal(node.name, 'updates other records, which before-save flows may not');
    setInPlace(builder, node, values, next);
    return;
  }
  const collect = triggering
    ? fromTriggeringRecord(values)
    : source
      ? fromVariable(source.read, object, values)
      : byFilters(builder, xml, object, values, node.name);
  node.bulk = (waiting, batch) => {
    changeRecords<StoredRow>(waiting, batch, {
      action: 'update records',
      collect,
      save: ({ host }, rows) => host.update(object.name, rows),
      idOf: (row: Row) => String(row['Id']),
      next,
      faultPath,
    });
  };
};
