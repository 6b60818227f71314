// A compiled part of a formula: what type it has and how it is evaluated.
import type { Value } from '../../platform/record.ts';
import type { FormulaMoment, FormulaType } from './compiled-formula.ts';
import { FormulaError } from './formula-error.ts';

/** Gives the value of a reference by its number. */
export type Read = (reference: number) => Value;
export type Run = (read: Read, moment: FormulaMoment) => Value;

export interface Term {
  readonly type: FormulaType;
  readonly run: Run;
  readonly position: number;
  /** The value never changes: it has been, or can be, computed once. */
  readonly constant: boolean;
  /** Text of a picklist, which only a few functions may take. */
  readonly picklist?: boolean;
  /** Number of the reference when the term is nothing but a reference. */
  readonly reference?: number;
}

/** A call being compiled. */
export interface Call {
  readonly name: string;
  readonly terms: readonly Term[];
  readonly position: number;
  readonly setting: Setting;
}

/** Where a formula stands. Flows read picklists as text and decide equality with blank; formulas of objects do not. */
export type Setting = 'record' | 'flow';

/** Checks the parameters of a call and gives its term; throws FormulaError when they do not fit. */
export type Rule = (call: Call) => Term;

/** A term whose value is known. */
export function constant(type: FormulaType, value: Value, position: number): Term {
  return { type, run: () => value, position, constant: true };
}

/** The error for a parameter that does not fit, in the platform's words. */
export function wrongType(call: Call, term: Term, expected: string): FormulaError {
  const received = term.picklist === true ? 'picklist' : term.type;
  return new FormulaError(`Incorrect parameter type for ${call.name}: expected ${expected}, received ${received}`, term.position);
}

/** Refuses a call with too few or too many parameters. */
export function checkCount(call: Call, least: number, most: number = least): void {
  const count = call.terms.length;
  if (count >= least && count <= most) return;
  const expected = least === most ? String(least) : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  throw new FormulaError(`Incorrect number of parameters for ${call.name}: expected ${expected}, received ${count}`, call.position);
}

/** The n-th term of a call; checkCount has made sure that it is there. */
export function termAt(call: Call, index: number): Term {
  const term = call.terms[index];
  if (!term) throw new FormulaError(`Incorrect number of parameters for ${call.name}`, call.position);
  return term;
}

/** Refuses a term that has none of the types; NULL fits every type. */
export function checkType(call: Call, term: Term, ...types: readonly FormulaType[]): void {
  if (term.picklist === true && call.setting === 'record') throw wrongType(call, term, types.join(' or '));
  if (term.type !== 'null' && !types.includes(term.type)) throw wrongType(call, term, types.join(' or '));
}

/** The type that several results share, or a FormulaError that names the first that does not fit. */
export function commonType(call: Call, terms: readonly Term[]): FormulaType {
  let common: FormulaType = 'null';
  for (const term of terms) {
    if (term.picklist === true && call.setting === 'record') throw wrongType(call, term, 'a value (use TEXT)');
    if (term.type === 'null') continue;
    if (common === 'null') common = term.type;
    else if (common !== term.type) throw wrongType(call, term, common);
  }
  return common;
}
