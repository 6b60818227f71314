// Loop: hands out the items of a collection one at a time, as it stood when the loop began.
import type { FlowItem } from '../flow.ts';
import type { ElementCompiler } from './element.ts';

export const loop: ElementCompiler = (builder, xml, node) => {
  builder.onlyKnown(xml, node.name, [
    'assignNextValueToReference',
    'collectionReference',
    'iterationOrder',
    'nextValueConnector',
    'noMoreValuesConnector',
  ]);
  const collection = builder.resource(xml.required('collectionReference'), node.name);
  if (!collection.collection) throw builder.refusal(node.name, 'loops over something that is no collection');
  const item = builder.target(xml.text('assignNextValueToReference') ?? node.name, node.name);
  const [rest, place] = [builder.names.slot(null), builder.names.slot(null)];
  const descending = xml.text('iterationOrder') === 'Desc';
  const body = builder.next(xml, 'nextValueConnector', node.name);
  const after = builder.next(xml, 'noMoreValuesConnector', node.name);
  node.step = (interview) => {
    const { slots } = interview;
    let items = slots[rest] as readonly FlowItem[] | null;
    if (items === null) {
      const all = (collection.read(interview) ?? []) as readonly FlowItem[];
      items = descending ? [...all].reverse() : all;
      slots[rest] = items;
      slots[place] = 0;
    }
    const at = slots[place] as number;
    if (at >= items.length) {
      slots[rest] = null;
      item.write(interview, null);
      return after;
    }
    slots[place] = at + 1;
    item.write(interview, items[at] ?? null);
    return body;
  };
};
