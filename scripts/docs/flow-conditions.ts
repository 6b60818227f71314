// Conditions of flows in words: filters of a start or of Get Records, as an admin would say them.
import { child, childrenOf, textOf, type XmlNode } from '../build/metadata/xml-document.ts';
import { formulaWords } from './formula-words.ts';
import type { PackageWords } from './package-words.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  EqualTo: 'is',
  NotEqualTo: 'is not',
  GreaterThan: 'is above',
  GreaterThanOrEqualTo: 'is at least',
  LessThan: 'is below',
  LessThanOrEqualTo: 'is at most',
  Contains: 'contains',
  StartsWith: 'begins with',
  EndsWith: 'ends with',
};
/** Operators whose value says yes or no. */
const YES_OR_NO: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  IsNull: ['is empty', 'is filled in'],
  IsChanged: ['has changed', 'has not changed'],
  IsBlank: ['is blank', 'is not blank'],
};
const GLOBALS: Readonly<Record<string, string>> = {
  '$Flow.CurrentDate': 'today',
  '$Flow.CurrentDateTime': 'now',
  '$GlobalConstant.True': 'yes',
  '$GlobalConstant.False': 'no',
  '$GlobalConstant.EmptyString': 'empty',
  '$Record.Id': 'the record itself',
};

/** The filters of an element as one phrase, or '' when it has none. `object` is what they filter. */
export function conditionsOf(node: XmlNode, object: string, words: PackageWords): string {
  const filters = childrenOf(node, 'filters').map((filter) => conditionOf(filter, object, words));
  const formula = textOf(node, 'filterFormula');
  if (formula !== undefined) return formulaWords(formula, object, words) ?? `\`${formula.replaceAll(/\s+/g, ' ')}\` is true`;
  const logic = textOf(node, 'filterLogic') ?? 'and';
  if (logic === 'and' || logic === 'or') return filters.join(` ${logic} `);
  return logic.toLowerCase().replaceAll(/\d+/g, (number) => filters[Number(number) - 1] ?? number);
}

function conditionOf(filter: XmlNode, object: string, words: PackageWords): string {
  const field = words.field(object, textOf(filter, 'field') ?? '');
  const operator = textOf(filter, 'operator') ?? '';
  const value = child(filter, 'value');
  const either = YES_OR_NO[operator];
  if (either) return `${field} ${either[value && textOf(value, 'booleanValue') === 'false' ? 1 : 0]}`;
  return `${field} ${OPERATORS[operator] ?? operator} ${value ? valueOf(value, object, words) : 'empty'}`;
}

function valueOf(value: XmlNode, object: string, words: PackageWords): string {
  const text = textOf(value, 'stringValue');
  if (text !== undefined) return `“${text}”`;
  const flag = textOf(value, 'booleanValue');
  if (flag !== undefined) return flag === 'true' ? 'yes' : 'no';
  const reference = textOf(value, 'elementReference');
  const number = textOf(value, 'numberValue');
  if (number !== undefined) return String(Number(number));
  if (reference === undefined) return value.children[0]?.text ?? 'empty';
  const own = /^\$Record\.(\w+)$/.exec(reference)?.[1];
  return GLOBALS[reference] ?? (own ? `the record’s ${words.field(object, own)}` : `\`${reference}\``);
}
