// Functions of numbers.
import { exact, roundHalfAway, truncate } from '../decimal.ts';
import { FormulaError } from '../formula-error.ts';
import { power } from '../operators.ts';
import type { Rule } from '../term.ts';
import { strict, strictMany } from './signature.ts';

function finite(name: string, value: number): number {
  if (!Number.isFinite(value)) throw new FormulaError(`Invalid parameter for ${name}`);
  return exact(value);
}

const real = (name: string, apply: (value: number) => number): [string, Rule] => [
  name,
  strict(['number'], 'number', (value) => finite(name, apply(value))),
];

function remainder(value: number, divisor: number): number {
  if (divisor === 0) throw new FormulaError('Division by zero');
  return exact(value % divisor);
}

/** CEILING goes away from zero and FLOOR towards it; MCEILING and MFLOOR go up and down. */
export const MATH_FUNCTIONS: readonly (readonly [string, Rule])[] = [
  real('ABS', Math.abs),
  real('CEILING', (value) => Math.sign(value) * Math.ceil(exact(Math.abs(value)))),
  real('FLOOR', (value) => Math.trunc(exact(value))),
  real('MCEILING', (value) => Math.ceil(exact(value))),
  real('MFLOOR', (value) => Math.floor(exact(value))),
  real('EXP', Math.exp),
  real('LN', Math.log),
  real('LOG', Math.log10),
  real('SQRT', Math.sqrt),
  real('SIN', Math.sin),
  real('COS', Math.cos),
  real('TAN', Math.tan),
  real('ASIN', Math.asin),
  real('ACOS', Math.acos),
  real('ATAN', Math.atan),
  ['ATAN2', strict(['number', 'number'], 'number', (y, x) => exact(Math.atan2(y, x)))],
  ['PI', strict([], 'number', () => exact(Math.PI))],
  ['POWER', strict(['number', 'number'], 'number', power)],
  ['MOD', strict(['number', 'number'], 'number', remainder)],
  ['ROUND', strict(['number', 'number'], 'number', (value, decimals) => roundHalfAway(value, Math.trunc(decimals)))],
  ['TRUNC', strict(['number', 'number'], 'number', (value, decimals = 0) => truncate(value, Math.trunc(decimals)), 1)],
  ['MAX', strictMany('number', 'number', (...values) => Math.max(...values))],
  ['MIN', strictMany('number', 'number', (...values) => Math.min(...values))],
];
