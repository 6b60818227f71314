// Assignment: sets variables, fields and collections, one item after the other.
import { shiftInstant, fromDays, toDays } from '../../formula/calendar.ts';
import { exact } from '../../formula/decimal.ts';
import type { FlowItem, FlowValue, Interview, Reader, Resource } from '../flow.ts';
import type { FlowBuilder, Source, Target } from '../flow-builder.ts';
import { kindOf } from '../flow-builder.ts';
import type { ElementCompiler } from './element.ts';

type Change = (present: FlowValue, value: FlowValue) => FlowValue;

const items = (value: FlowValue): readonly FlowItem[] =>
  Array.isArray(value) ? (value as readonly FlowItem[]) : value === null ? [] : [value as FlowItem];
const days = (value: FlowValue): number => Math.trunc(Number(value ?? 0));

/** Adding to a blank number starts at zero, to a blank text with nothing, to a blank date stays blank. */
const ADD: Readonly<Record<string, Change>> = {
  number: (present, value) => exact(Number(present ?? 0) + Number(value ?? 0)),
  text: (present, value) => `${String(present ?? '')}${String(value ?? '')}`,
  date: (present, value) => (typeof present === 'string' ? fromDays(toDays(present) + days(value)) : null),
  datetime: (present, value) => (typeof present === 'string' ? shiftInstant(present, Number(value ?? 0)) : null),
};
const SUBTRACT: Readonly<Record<string, Change>> = {
  number: (present, value) => exact(Number(present ?? 0) - Number(value ?? 0)),
  date: (present, value) => (typeof present === 'string' ? fromDays(toDays(present) - days(value)) : null),
  datetime: (present, value) => (typeof present === 'string' ? shiftInstant(present, -Number(value ?? 0)) : null),
};

const without = (present: FlowValue, from: number, to: number): FlowValue => [
  ...items(present).slice(0, from),
  ...items(present).slice(to),
];

const COLLECTION_CHANGES: Readonly<Record<string, Change>> = {
  Add: (present, value) => [...items(present), ...items(value)],
  AddItem: (present, value) => [...items(present), ...items(value)],
  AddAtStart: (present, value) => [...items(value), ...items(present)],
  RemoveAll: (present, value) => items(present).filter((item) => !items(value).includes(item)),
  RemoveUncommon: (present, value) => items(present).filter((item) => items(value).includes(item)),
  RemoveFirst(present, value) {
    const found = items(present).indexOf(value as FlowItem);
    return found < 0 ? present : without(present, found, found + 1);
  },
  RemoveBeforeFirst(present, value) {
    const found = items(present).indexOf(value as FlowItem);
    return found < 0 ? present : items(present).slice(found);
  },
  RemoveAfterFirst(present, value) {
    const found = items(present).indexOf(value as FlowItem);
    return found < 0 ? present : items(present).slice(0, found + 1);
  },
  RemovePosition(present, value) {
    const position = Number(value);
    return position >= 1 ? without(present, position - 1, position) : present;
  },
};

function write(builder: FlowBuilder, target: Target, operator: string, source: Source, element: string): (interview: Interview) => void {
  const { read: value } = source;
  const set = target.write;
  if (operator === 'Assign') {
    builder.checkFits(target, source, element);
    return (interview) => set(interview, value(interview));
  }
  if (operator === 'AssignCount') {
    if (!source.collection || target.type !== 'number') throw builder.refusal(element, `counts ${kindOf(source)} into ${kindOf(target)}`);
    return (interview) => set(interview, items(value(interview)).length);
  }
  const change = changeOf(builder, target, operator, source, element);
  const present: Reader = target.read;
  return (interview) => set(interview, change(present(interview), value(interview)));
}

function changeOf(builder: FlowBuilder, target: Resource, operator: string, source: Source, element: string): Change {
  if (target.collection) {
    const change = COLLECTION_CHANGES[operator];
    const expected = operator === 'RemovePosition' ? 'number' : target.type;
    if (change && operator !== 'RemovePosition') builder.checkFits({ ...target, collection: source.collection }, source, element);
    if (change && (source.type === expected || source.type === 'null')) return change;
  } else {
    const change = (operator === 'Add' ? ADD : operator === 'Subtract' ? SUBTRACT : {})[target.type];
    const expected = target.type === 'text' ? 'text' : 'number';
    if (change && !source.collection && (source.type === expected || source.type === 'null')) return change;
  }
  throw builder.refusal(
    element,
    `applies the operator ${operator} to ${kindOf(target)} with ${kindOf(source)}, which the local org does not implement`,
  );
}

export const assignment: ElementCompiler = (builder, xml, node) => {
  builder.onlyKnown(xml, node.name, ['assignmentItems', 'connector']);
  const writes = xml.all('assignmentItems').map((item) => {
    builder.onlyKnown(item, node.name, ['assignToReference', 'operator', 'value']);
    const target = builder.target(item.required('assignToReference'), node.name);
    return write(builder, target, item.required('operator'), builder.value(item.all('value')[0], node.name), node.name);
  });
  const next = builder.next(xml, 'connector', node.name);
  node.step = (interview) => {
    for (const apply of writes) apply(interview);
    return next;
  };
};
