// Collection processors: a filtered or a sorted copy of a collection.
import type { XmlElement } from '../../metadata/metadata-xml.ts';
import type { FlowItem, FlowValue, Interview, Node, Resource, Test } from '../flow.ts';
import type { FlowBuilder } from '../flow-builder.ts';
import { asRow } from '../parent-records.ts';
import { conditions } from '../conditions.ts';
import type { ElementCompiler } from './element.ts';

const list = (value: FlowValue): readonly FlowItem[] => (Array.isArray(value) ? (value as readonly FlowItem[]) : []);

function filterTest(builder: FlowBuilder, xml: XmlElement, element: string): Test {
  const formula = xml.text('formula');
  if (formula === undefined) return conditions(builder, xml, element);
  const bound = builder.guarded(element, () => builder.names.formula(formula));
  if (bound.type !== 'boolean') throw builder.refusal(element, `filters by a formula that gives a ${bound.type}`);
  return (interview) => bound.read(interview) === true;
}

function filter(builder: FlowBuilder, xml: XmlElement, node: Node, collection: Resource): (interview: Interview) => FlowValue {
  const item = builder.target(xml.required('assignNextValueToReference'), node.name);
  const test = filterTest(builder, xml, node.name);
  return (interview) =>
    list(collection.read(interview)).filter((one) => {
      item.write(interview, one);
      return test(interview);
    });
}

type Order = (left: FlowItem, right: FlowItem) => number;

function sortOrder(builder: FlowBuilder, option: XmlElement, collection: Resource, element: string): Order {
  builder.onlyKnown(option, element, ['doesPutEmptyStringAndNullFirst', 'sortField', 'sortOrder']);
  const name = option.text('sortField');
  if (name !== undefined && !collection.object) throw builder.refusal(element, `sorts values by the field ${name}`);
  const field = name === undefined || !collection.object ? undefined : builder.field(collection.object, name, element).name;
  const valueOf = (item: FlowItem): FlowItem => (field === undefined ? item : (asRow(item)?.[field] ?? null));
  const blank = option.flag('doesPutEmptyStringAndNullFirst') === true ? -1 : 1;
  const direction = option.text('sortOrder') === 'Desc' ? -1 : 1;
  return (left, right) => {
    const [a, b] = [valueOf(left), valueOf(right)];
    if (a === b) return 0;
    if (a === null || a === '') return blank;
    if (b === null || b === '') return -blank;
    return a < b ? -direction : direction;
  };
}

function sort(builder: FlowBuilder, xml: XmlElement, node: Node, collection: Resource): (interview: Interview) => FlowValue {
  const orders = xml.all('sortOptions').map((option) => sortOrder(builder, option, collection, node.name));
  const limit = xml.number('limit');
  return (interview) =>
    [...list(collection.read(interview))]
      .sort((left, right) => {
        for (const order of orders) {
          const result = order(left, right);
          if (result !== 0) return result;
        }
        return 0;
      })
      .slice(0, limit);
}

export const collectionProcessor: ElementCompiler = (builder, xml, node) => {
  builder.onlyKnown(xml, node.name, [
    'assignNextValueToReference',
    'collectionProcessorType',
    'collectionReference',
    'conditionLogic',
    'conditions',
    'connector',
    'formula',
    'limit',
    'sortOptions',
  ]);
  const collection = builder.resource(xml.required('collectionReference'), node.name);
  if (!collection.collection) throw builder.refusal(node.name, 'works on something that is no collection');
  const kind = xml.required('collectionProcessorType');
  if (kind !== 'FilterCollectionProcessor' && kind !== 'SortCollectionProcessor')
    throw builder.refusal(node.name, `is a ${kind}, which the local org does not implement`);
  const process = (kind === 'FilterCollectionProcessor' ? filter : sort)(builder, xml, node, collection);
  const output = builder.target(node.name, node.name);
  const next = builder.next(xml, 'connector', node.name);
  node.step = (interview) => {
    output.write(interview, process(interview));
    return next;
  };
};
