// Create Records: from field values, or from record variables that have no Id yet.
import type { Row } from '../../../platform/record.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import type { FlowItem, FlowValue, Interview } from '../flow.ts';
import { asRow, copyOf } from '../parent-records.ts';
import { changeRecords } from './data-change.ts';
import type { ElementCompiler } from './element.ts';
import { fieldValues, setFields } from './field-values.ts';

const NOTHING = 'The flow tried to create records, but the record variable has no value.';

function newRows(value: FlowValue, object: SObjectType): readonly Row[] | string {
  if (value === null) return NOTHING;
  const items = Array.isArray(value) ? (value as readonly FlowItem[]) : [value as FlowItem];
  return items.map((item) => {
    const row: Row = {};
    for (const [field, content] of Object.entries(asRow(item) ?? {})) if (object.field(field)?.createable === true) row[field] = content;
    return row;
  });
}

export const createRecords: ElementCompiler = (builder, xml, node) => {
  builder.onlyKnown(xml, node.name, [
    'assignRecordIdToReference',
    'connector',
    'faultConnector',
    'inputAssignments',
    'inputReference',
    'object',
    'storeOutputAutomatically',
  ]);
  if (builder.timing === 'before-save') throw builder.refusal(node.name, 'creates records, which before-save flows may not');
  const input = xml.text('inputReference');
  const source = input === undefined ? undefined : builder.resource(input, node.name);
  const object = builder.created(source?.object?.name ?? xml.text('object'), node.name);
  if (source && xml.all('inputAssignments').length > 0) throw builder.refusal(node.name, 'has both an input record and field values');
  const inputTarget = input !== undefined && source?.collection === false && source.write ? builder.target(input, node.name) : undefined;
  const values = fieldValues(builder, xml, object, node.name);
  const idName = xml.text('assignRecordIdToReference');
  const automatic = xml.flag('storeOutputAutomatically') === true ? node.name : undefined;
  const kept = idName ?? automatic;
  const idTarget = kept === undefined ? undefined : builder.target(kept, node.name);
  const collect = (interview: Interview): readonly Row[] | string =>
    source ? newRows(source.read(interview), object) : [setFields({}, values, interview)];
  const next = builder.next(xml, 'connector', node.name);
  const faultPath = builder.next(xml, 'faultConnector', node.name);
  node.bulk = (waiting, batch) => {
    changeRecords(waiting, batch, {
      action: 'create records',
      collect,
      save: ({ host }, rows) => host.create(object.name, rows),
      succeeded(interview, results) {
        const id = results[0]?.id ?? null;
        idTarget?.write(interview, id);
        const row = source && !source.collection ? asRow(source.read(interview)) : null;
        if (row && id !== null) inputTarget?.write(interview, Object.assign(copyOf(row), { Id: id }));
      },
      next,
      faultPath,
    });
  };
};
