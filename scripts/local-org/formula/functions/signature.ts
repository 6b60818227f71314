// Declares functions by the types of their parameters; a blank parameter makes the result blank unless said otherwise.
import type { FormulaMoment, FormulaType } from '../compiled-formula.ts';
import type { Rule, Run, Term } from '../term.ts';
import { checkCount, checkType } from '../term.ts';
import type { Value } from '../../../platform/record.ts';

interface ValueTypes {
  readonly text: string;
  readonly number: number;
  readonly boolean: boolean;
  readonly date: string;
  readonly datetime: string;
  readonly time: string;
}
type Parameter = keyof ValueTypes;
type Given<T extends readonly Parameter[]> = { [K in keyof T]: ValueTypes[T[K]] };
type Nullable<T extends readonly Parameter[]> = { [K in keyof T]: ValueTypes[T[K]] | null };

/** Runs a fixed number of terms; up to three without an array per evaluation. */
function runStrict(terms: readonly Term[], apply: (...values: readonly Value[]) => Value): Run {
  const [a, b, c] = terms;
  if (a && !b) {
    return (read, moment) => {
      const first = a.run(read, moment);
      return first === null ? null : apply(first);
    };
  }
  if (a && b && !c) {
    return (read, moment) => {
      const first = a.run(read, moment);
      if (first === null) return null;
      const second = b.run(read, moment);
      return second === null ? null : apply(first, second);
    };
  }
  return (read, moment) => {
    const values: Value[] = [];
    for (const term of terms) {
      const value = term.run(read, moment);
      if (value === null) return null;
      values.push(value);
    }
    return apply(...values);
  };
}

/** Runs terms whatever they give; up to three without an array per evaluation. */
function runLenient(terms: readonly Term[], apply: (...values: readonly Value[]) => Value): Run {
  const [a, b, c, d] = terms;
  if (a && !b) return (read, moment) => apply(a.run(read, moment));
  if (a && b && !c) return (read, moment) => apply(a.run(read, moment), b.run(read, moment));
  if (a && b && c && !d) return (read, moment) => apply(a.run(read, moment), b.run(read, moment), c.run(read, moment));
  return (read, moment) => apply(...terms.map((term) => term.run(read, moment)));
}

function check(call: Parameters<Rule>[0], parameters: readonly Parameter[], least: number): void {
  checkCount(call, least, parameters.length);
  call.terms.forEach((term, index) => checkType(call, term, parameters[index] ?? 'text'));
}

/** A function that is blank when one of its parameters is. The last parameters may be left out from `least` on. */
export function strict<const T extends readonly Parameter[]>(
  parameters: T,
  type: FormulaType,
  apply: (...values: Given<T>) => Value,
  least: number = parameters.length,
): Rule {
  return (call) => {
    check(call, parameters, least);
    const run = runStrict(call.terms, apply as (...values: readonly unknown[]) => Value);
    return { type, run, position: call.position, constant: call.terms.every((term) => term.constant) };
  };
}

/** A function that decides itself what blank parameters mean. */
export function lenient<const T extends readonly Parameter[]>(
  parameters: T,
  type: FormulaType,
  apply: (...values: Nullable<T>) => Value,
  least: number = parameters.length,
): Rule {
  const compute = apply as (...values: readonly unknown[]) => Value;
  return (call) => {
    check(call, parameters, least);
    const { terms } = call;
    return { type, run: runLenient(terms, compute), position: call.position, constant: terms.every((term) => term.constant) };
  };
}

/** A function of any number of parameters of one type, blank when one of them is. */
export function strictMany<T extends Parameter>(parameter: T, type: FormulaType, apply: (...values: ValueTypes[T][]) => Value): Rule {
  return (call) => {
    checkCount(call, 1, Infinity);
    for (const term of call.terms) checkType(call, term, parameter);
    const run = runStrict(call.terms, apply as (...values: readonly unknown[]) => Value);
    return { type, run, position: call.position, constant: call.terms.every((term) => term.constant) };
  };
}

/** A function without parameters that reads the moment. */
export function ofMoment(type: FormulaType, apply: (moment: FormulaMoment) => Value): Rule {
  return (call) => {
    checkCount(call, 0);
    return { type, run: (_read, moment) => apply(moment), position: call.position, constant: false };
  };
}
