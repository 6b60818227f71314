// Get Records: reads the first or all records that meet the filters.
import type { Row, StoredRow } from '../../../platform/record.ts';
import type { XmlElement } from '../../metadata/metadata-xml.ts';
import type { SObjectType } from '../../metadata/schema.ts';
import type { FlowValue, Interview, Node } from '../flow.ts';
import type { FlowBuilder } from '../flow-builder.ts';
import { guarded } from '../flow-errors.ts';
import type { ElementCompiler } from './element.ts';
import { selectionReader } from './selection.ts';

type Keep = (interview: Interview, rows: readonly StoredRow[]) => void;

/** Where the records go: the element itself, a record variable, or single variables per field. */
function keeper(builder: FlowBuilder, xml: XmlElement, node: Node, object: SObjectType, first: boolean): Keep {
  const clears = xml.flag('assignNullValuesIfNoRecordsFound') === true;
  if (xml.flag('storeOutputAutomatically') === true) {
    const output = builder.target(node.name, node.name);
    return (interview, rows) => output.write(interview, first ? (rows[0] ?? null) : rows);
  }
  const name = xml.text('outputReference');
  if (name !== undefined) {
    const output = builder.target(name, node.name);
    builder.checkFits(output, { type: 'record', collection: !first, object, read: () => null }, node.name);
    return (interview, rows) => {
      if (rows.length > 0 || clears) output.write(interview, first ? (rows[0] ?? null) : rows);
    };
  }
  const outputs = xml.all('outputAssignments').map((one) => ({
    field: builder.field(object, one.required('field'), node.name).name,
    target: builder.target(one.required('assignToReference'), node.name),
  }));
  if (!first) throw builder.refusal(node.name, 'puts the fields of many records into single variables');
  return (interview, rows) => {
    const row: Row | undefined = rows[0];
    if (!row && !clears) return;
    for (const { field, target } of outputs) target.write(interview, (row?.[field] ?? null) as FlowValue);
  };
}

export const getRecords: ElementCompiler = (builder, xml, node) => {
  builder.onlyKnown(xml, node.name, [
    'assignNullValuesIfNoRecordsFound',
    'connector',
    'faultConnector',
    'filterLogic',
    'filters',
    'getFirstRecordOnly',
    'limit',
    'object',
    'outputAssignments',
    'outputReference',
    'queriedFields',
    'sortField',
    'sortOrder',
    'storeOutputAutomatically',
  ]);
  const object = builder.object(xml.text('object'), node.name);
  const single = xml.all('outputAssignments').length > 0;
  const stored = xml.flag('getFirstRecordOnly');
  const variable = xml.text('outputReference');
  const first = stored ?? (single || (variable !== undefined && !builder.resource(variable, node.name).collection));
  const limit = first ? 1 : limitOf(builder, xml, node);
  const asked = [...xml.texts('queriedFields'), ...xml.all('outputAssignments').map((one) => one.required('field'))];
  const fields = asked.map((field) => builder.field(object, field, node.name).name);
  const sortField = xml.text('sortField');
  const select = selectionReader(builder, xml, object, node.name, {
    ...(sortField === undefined
      ? {}
      : { sortField: builder.field(object, sortField, node.name).name, sortOrder: xml.text('sortOrder') === 'Desc' ? 'Desc' : 'Asc' }),
    ...(limit === undefined ? {} : { limit }),
    ...(fields.length === 0 ? {} : { fields: [...new Set(['Id', ...fields])] }),
  });
  const keep = keeper(builder, xml, node, object, first);
  const next = builder.next(xml, 'connector', node.name);
  builder.next(xml, 'faultConnector', node.name);
  node.bulk = (waiting) => {
    for (const interview of waiting) {
      guarded(interview, () => {
        keep(interview, select(interview));
        interview.node = next;
      });
    }
  };
};

function limitOf(builder: FlowBuilder, xml: XmlElement, node: Node): number | undefined {
  const [limit] = xml.all('limit');
  if (!limit) return undefined;
  const { literal } = builder.value(limit, node.name);
  if (typeof literal !== 'number') throw builder.refusal(node.name, 'has a limit that is no number');
  return literal;
}
