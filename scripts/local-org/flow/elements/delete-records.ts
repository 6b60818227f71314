// Delete Records: records in variables, or all records that meet filters.
import type { FlowItem, FlowValue, Interview } from '../flow.ts';
import { asRow } from '../parent-records.ts';
import { changeRecords } from './data-change.ts';
import type { ElementCompiler } from './element.ts';
import { selectionReader } from './selection.ts';

const NOTHING = 'The flow tried to delete records, but the record variable has no value or no Id.';

function idsIn(value: FlowValue): readonly string[] | string {
  const items = Array.isArray(value) ? (value as readonly FlowItem[]) : [value as FlowItem];
  const ids: string[] = [];
  for (const item of items) {
    const id = asRow(item)?.['Id'];
    if (typeof id !== 'string') return NOTHING;
    ids.push(id);
  }
  return ids;
}

export const deleteRecords: ElementCompiler = (builder, xml, node) => {
  builder.onlyKnown(xml, node.name, ['connector', 'faultConnector', 'filterLogic', 'filters', 'inputReference', 'object']);
  if (builder.timing === 'before-save') throw builder.refusal(node.name, 'deletes records, which before-save flows may not');
  const input = xml.text('inputReference');
  const source = input === undefined ? undefined : builder.resource(input, node.name);
  const object = builder.object(source?.object?.name ?? xml.text('object'), node.name);
  const select = source ? undefined : selectionReader(builder, xml, object, node.name, { fields: ['Id'] });
  const collect = (interview: Interview): readonly string[] | string =>
    source ? idsIn(source.read(interview)) : (select?.(interview) ?? []).map((row) => row.Id);
  const next = builder.next(xml, 'connector', node.name);
  const faultPath = builder.next(xml, 'faultConnector', node.name);
  node.bulk = (waiting, batch) => {
    changeRecords(waiting, batch, {
      action: 'delete records',
      collect,
      save: ({ host }, ids) => host.remove(object.name, ids),
      idOf: (id: string) => id,
      next,
      faultPath,
    });
  };
};
