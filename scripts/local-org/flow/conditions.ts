// Conditions of decisions, filters of collections and entry conditions, compiled to tests of an interview.
import type { XmlElement } from '../metadata/metadata-xml.ts';
import type { FlowItem, FlowValue, Resource, Test } from './flow.ts';
import type { FlowBuilder, Source } from './flow-builder.ts';
import { kindOf } from './flow-builder.ts';
import { joinTests, LogicError } from './logic.ts';

type Comparable = string | number;
type Compare = (left: FlowValue, right: FlowValue) => boolean;

const ordered =
  (holds: (left: Comparable, right: Comparable) => boolean): Compare =>
  (left, right) =>
    left !== null && right !== null && holds(left as Comparable, right as Comparable);

const textual =
  (holds: (left: string, right: string) => boolean): Compare =>
  (left, right) =>
    typeof left === 'string' && typeof right === 'string' && holds(left, right);

const itemsOf = (value: FlowValue): readonly FlowItem[] => (Array.isArray(value) ? (value as readonly FlowItem[]) : []);
const isEmpty = (value: FlowValue): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);
const isBlank = (value: FlowValue): boolean => value === null || (typeof value === 'string' && value.trim() === '');

const COMPARISONS: Readonly<Record<string, Compare>> = {
  EqualTo: (left, right) => left === right,
  NotEqualTo: (left, right) => left !== right,
  GreaterThan: ordered((left, right) => left > right),
  GreaterThanOrEqualTo: ordered((left, right) => left >= right),
  LessThan: ordered((left, right) => left < right),
  LessThanOrEqualTo: ordered((left, right) => left <= right),
  Contains: (left, right) =>
    Array.isArray(left) ? left.includes(right as FlowItem) : textual((text, part) => text.includes(part))(left, right),
  StartsWith: textual((text, part) => text.startsWith(part)),
  EndsWith: textual((text, part) => text.endsWith(part)),
  In: (left, right) => itemsOf(right).includes(left as FlowItem),
  NotIn: (left, right) => !itemsOf(right).includes(left as FlowItem),
};

/** Operators that ask a yes-or-no question about the left side; the right side says which answer is wanted. */
const QUESTIONS: Readonly<Record<string, (value: FlowValue) => boolean>> = {
  IsNull: (value) => value === null,
  IsBlank: isBlank,
  IsEmpty: isEmpty,
  WasSet: (value) => value !== null,
};

/** The test of one condition. Texts are compared with case; a blank is never less or greater. */
export function condition(builder: FlowBuilder, left: Resource, operator: string, right: Source, element: string): Test {
  const question = QUESTIONS[operator];
  if (question) {
    const { read } = left;
    const wanted = right.read;
    return right.literal === undefined
      ? (interview) => question(read(interview)) === (wanted(interview) === true)
      : question === QUESTIONS['IsNull']
        ? nullTest(left, right.literal === true)
        : (interview) => question(read(interview)) === (right.literal === true);
  }
  if (operator === 'IsChanged') return changeTest(builder, left, right, element);
  const compare = COMPARISONS[operator];
  if (!compare) throw builder.refusal(element, `uses the operator ${operator}, which the local org does not implement`);
  checkSides(builder, left, operator, right, element);
  const { read } = left;
  const other = right.read;
  if (right.literal !== undefined && operator === 'EqualTo') {
    const { literal } = right;
    return (interview) => read(interview) === literal;
  }
  return (interview) => compare(read(interview), other(interview));
}

function nullTest({ read }: Resource, wanted: boolean): Test {
  return wanted ? (interview) => read(interview) === null : (interview) => read(interview) !== null;
}

function changeTest(builder: FlowBuilder, left: Resource, right: Source, element: string): Test {
  const { read, readPrior } = left;
  if (!readPrior) throw builder.refusal(element, 'asks IsChanged of something that is no field of $Record');
  const wanted = right.literal === true;
  return (interview) => (!interview.isNew && read(interview) !== readPrior(interview)) === wanted;
}

function checkSides(builder: FlowBuilder, left: Resource, operator: string, right: Source, element: string): void {
  if (right.type === 'null') return;
  const list = operator === 'In' || operator === 'NotIn';
  const member = operator === 'Contains' && left.collection;
  const sameType = left.type === right.type;
  if (!sameType || (list ? !right.collection || left.collection : member ? right.collection : left.collection || right.collection)) {
    throw builder.refusal(element, `compares ${kindOf(left)} with ${kindOf(right)} by ${operator}`);
  }
}

/** The `<conditions>` of an element, joined by its `<conditionLogic>`. */
export function conditions(builder: FlowBuilder, xml: XmlElement, element: string): Test {
  const tests = xml.all('conditions').map((one) => {
    builder.onlyKnown(one, element, ['leftValueReference', 'operator', 'rightValue']);
    const left = builder.resource(one.required('leftValueReference'), element);
    return condition(builder, left, one.required('operator'), builder.value(one.all('rightValue')[0], element), element);
  });
  return joined(builder, xml.text('conditionLogic'), tests, element);
}

/** Tests joined by logic, with what is wrong with the logic told as a refusal. */
export function joined(builder: FlowBuilder, logic: string | undefined, tests: readonly Test[], element: string): Test {
  try {
    return joinTests(logic, tests);
  } catch (error) {
    if (error instanceof LogicError) throw builder.refusal(element, error.message);
    throw error;
  }
}
