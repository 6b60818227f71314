// The operators of formulas: arithmetic, text, comparison, with the platform's three-valued treatment of blanks.
import type { FormulaType } from './compiled-formula.ts';
import { fromDays, instantDifference, shiftInstant, timeOfDay, toDays, toMillisecondsOfDay } from './calendar.ts';
import { exact } from './decimal.ts';
import { FormulaError } from './formula-error.ts';
import type { Call, Rule, Run, Term } from './term.ts';
import { checkCount, checkType, termAt, wrongType } from './term.ts';
import type { Value } from '../../platform/record.ts';

type Arithmetic = (left: never, right: never) => Value;

/** Both sides, or null as soon as one is blank. */
function strict(left: Term, right: Term, apply: Arithmetic): Run {
  const compute = apply as (left: Value, right: Value) => Value;
  return (read, moment) => {
    const first = left.run(read, moment);
    if (first === null) return null;
    const second = right.run(read, moment);
    return second === null ? null : compute(first, second);
  };
}

const asText = (value: Value): string => (value === null ? '' : String(value));

function concatenate(left: Term, right: Term): Run {
  return (read, moment) => asText(left.run(read, moment)) + asText(right.run(read, moment));
}

/** What + and - do, by the types of both sides. */
const SUMS: Readonly<Record<string, { readonly type: FormulaType; readonly apply: Arithmetic }>> = {
  'number+number': { type: 'number', apply: (a: number, b: number) => exact(a + b) },
  'date+number': { type: 'date', apply: (a: string, b: number) => fromDays(toDays(a) + Math.trunc(b)) },
  'number+date': { type: 'date', apply: (a: number, b: string) => fromDays(toDays(b) + Math.trunc(a)) },
  'datetime+number': { type: 'datetime', apply: (a: string, b: number) => shiftInstant(a, b) },
  'number+datetime': { type: 'datetime', apply: (a: number, b: string) => shiftInstant(b, a) },
  'time+number': { type: 'time', apply: (a: string, b: number) => timeOfDay(toMillisecondsOfDay(a) + b) },
  'number-number': { type: 'number', apply: (a: number, b: number) => exact(a - b) },
  'date-number': { type: 'date', apply: (a: string, b: number) => fromDays(toDays(a) - Math.trunc(b)) },
  'date-date': { type: 'number', apply: (a: string, b: string) => toDays(a) - toDays(b) },
  'datetime-number': { type: 'datetime', apply: (a: string, b: number) => shiftInstant(a, -b) },
  'datetime-datetime': { type: 'number', apply: (a: string, b: string) => exact(instantDifference(a, b)) },
  'time-number': { type: 'time', apply: (a: string, b: number) => timeOfDay(toMillisecondsOfDay(a) - b) },
  'time-time': {
    type: 'number',
    apply: (a: string, b: string) => toMillisecondsOfDay(timeOfDay(toMillisecondsOfDay(a) - toMillisecondsOfDay(b))),
  },
};

function sides(call: Call): readonly [Term, Term] {
  checkCount(call, 2);
  return [termAt(call, 0), termAt(call, 1)];
}

/** NULL takes the type of the other side. */
function typesOf(left: Term, right: Term): readonly [FormulaType, FormulaType] {
  return [left.type === 'null' ? right.type : left.type, right.type === 'null' ? left.type : right.type];
}

/** In a sum NULL is a text beside a text and a number beside anything else. */
const typeInSum = (term: Term, other: Term): FormulaType => (term.type !== 'null' ? term.type : other.type === 'text' ? 'text' : 'number');

const sum: Rule = (call) => {
  const [left, right] = sides(call);
  const [leftType, rightType] = [typeInSum(left, right), typeInSum(right, left)];
  checkType(call, left, leftType);
  checkType(call, right, rightType);
  const { position } = call;
  const known = left.constant && right.constant;
  if (call.name === '+' && leftType === 'text' && rightType === 'text') {
    return { type: 'text', run: concatenate(left, right), position, constant: known };
  }
  const meaning = SUMS[leftType + call.name + rightType];
  if (!meaning) throw wrongType(call, right, leftType);
  return { type: meaning.type, run: strict(left, right, meaning.apply), position, constant: known };
};

function arithmetic(apply: (left: number, right: number) => number): Rule {
  return (call) => {
    const [left, right] = sides(call);
    checkType(call, left, 'number');
    checkType(call, right, 'number');
    return { type: 'number', run: strict(left, right, apply), position: call.position, constant: left.constant && right.constant };
  };
}

const ampersand: Rule = (call) => {
  const [left, right] = sides(call);
  checkType(call, left, 'text');
  checkType(call, right, 'text');
  return { type: 'text', run: concatenate(left, right), position: call.position, constant: left.constant && right.constant };
};

function comparison(holds: (left: number | string, right: number | string) => boolean): Rule {
  return (call) => {
    const [left, right] = sides(call);
    const [leftType, rightType] = typesOf(left, right);
    checkType(call, left, 'number', 'date', 'datetime', 'time');
    checkType(call, right, 'number', 'date', 'datetime', 'time');
    if (leftType !== rightType) throw wrongType(call, right, leftType);
    return { type: 'boolean', run: strict(left, right, holds), position: call.position, constant: left.constant && right.constant };
  };
}

function equality(equal: boolean): Rule {
  return (call) => {
    const [left, right] = sides(call);
    const [leftType, rightType] = typesOf(left, right);
    checkType(call, left, leftType);
    checkType(call, right, rightType);
    if (leftType !== rightType) throw wrongType(call, right, leftType);
    const run: Run =
      leftType === 'text'
        ? (read, moment) => (asText(left.run(read, moment)) === asText(right.run(read, moment))) === equal
        : call.setting === 'flow'
          ? (read, moment) => (left.run(read, moment) === right.run(read, moment)) === equal
          : strict(left, right, (a: Value, b: Value) => (a === b) === equal);
    return { type: 'boolean', run, position: call.position, constant: left.constant && right.constant };
  };
}

const negate: Rule = (call) => {
  const term = termAt(call, 0);
  checkType(call, term, 'number');
  const run: Run = (read, moment) => {
    const value = term.run(read, moment);
    return value === null ? null : -(value as number);
  };
  return { type: 'number', run, position: call.position, constant: term.constant };
};

function divide(left: number, right: number): number {
  if (right === 0) throw new FormulaError('Division by zero');
  return left / right;
}

/** `base ^ exponent`; throws FormulaError when the result is no number. */
export function power(base: number, exponent: number): number {
  const result = base ** exponent;
  if (!Number.isFinite(result)) throw new FormulaError(`${base} ^ ${exponent} is not a number`);
  return exact(result);
}

/** Operators by their sign; a leading minus is `negate`. */
export const OPERATORS: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['+', sum],
  ['-', sum],
  ['*', arithmetic((left, right) => exact(left * right))],
  ['/', arithmetic(divide)],
  ['^', arithmetic(power)],
  ['&', ampersand],
  ['<', comparison((left, right) => left < right)],
  ['<=', comparison((left, right) => left <= right)],
  ['>', comparison((left, right) => left > right)],
  ['>=', comparison((left, right) => left >= right)],
  ['=', equality(true)],
  ['<>', equality(false)],
  ['negate', negate],
]);
