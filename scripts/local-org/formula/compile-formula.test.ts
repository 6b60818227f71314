import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Value } from '../../platform/record.ts';
import type { FormulaMoment, FormulaReference, FormulaScope } from './compiled-formula.ts';
import { compileFormula } from './compile-formula.ts';
import { DATE_CASES } from './__fixtures__/golden/dates.ts';
import { FIELD_CASES } from './__fixtures__/golden/fields.ts';
import { LOGIC_CASES } from './__fixtures__/golden/logic.ts';
import { NUMBER_CASES } from './__fixtures__/golden/numbers.ts';
import { FAILING_CASES, REFUSED_CASES } from './__fixtures__/golden/refused.ts';
import { TEXT_CASES } from './__fixtures__/golden/text.ts';
import { FormulaError } from './formula-error.ts';

const FIELDS: readonly FormulaReference[] = [
  { name: 'Name', type: 'text' },
  { name: 'Amount', type: 'number' },
  { name: 'Rate', type: 'number', percent: true },
  { name: 'Due', type: 'date' },
  { name: 'At', type: 'datetime' },
  { name: 'Kind', type: 'text', picklist: true },
  { name: 'Kinds', type: 'text', picklist: true },
  { name: 'Done', type: 'boolean' },
];
const scope: FormulaScope = {
  resolve(name) {
    if (name.startsWith('$Setup')) throw new FormulaError('The local org does not implement $Setup');
    return FIELDS.find((field) => field.name?.toLowerCase() === name.toLowerCase());
  },
};
const moment: FormulaMoment = { today: '2026-11-22', now: new Date('2026-11-22T09:30:00Z'), timeZone: 'Europe/Amsterdam', isNew: false };

function evaluate(formula: string, fields: Readonly<Record<string, Value>> = {}, at: FormulaMoment = moment): Value {
  const compiled = compileFormula(formula, scope);
  return compiled.evaluate((reference) => fields[compiled.references[reference] ?? ''] ?? null, at);
}

test('formulas without fields give what Salesforce gives', () => {
  for (const [formula, value] of [...NUMBER_CASES, ...TEXT_CASES, ...LOGIC_CASES, ...DATE_CASES])
    assert.deepEqual(evaluate(formula), value, formula);
});

test('formulas over fields treat blanks as Salesforce does', () => {
  for (const [formula, fields, value] of FIELD_CASES)
    assert.deepEqual(evaluate(formula, fields), value, `${formula} with ${JSON.stringify(fields)}`);
});

test('what cannot be compiled is refused with the reason and the place', () => {
  for (const [formula, reason] of REFUSED_CASES) {
    assert.throws(
      () => compileFormula(formula, scope),
      (error) => error instanceof FormulaError && error.message.includes(reason),
      formula,
    );
  }
  assert.throws(() => compileFormula('1 + NOPE', scope), { position: 4 });
});

test('what fails on the platform fails when it is evaluated, and only then', () => {
  for (const [formula, reason] of FAILING_CASES) {
    const compiled = compileFormula(formula, scope);
    assert.throws(
      () => compiled.evaluate(() => null, moment),
      (error) => error instanceof FormulaError && error.message.includes(reason),
      formula,
    );
  }
});

test('blank numbers are zero where the formula is told so', () => {
  const cases: [string, Value][] = [
    ['Amount + 1', 1],
    ['Amount < 1', true],
    ['ISBLANK(Amount)', false],
    ['BLANKVALUE(Amount, 5)', 0],
  ];
  for (const [formula, value] of cases) {
    assert.equal(
      compileFormula(formula, scope, { blankAs: 'zero' }).evaluate(() => null, moment),
      value,
      formula,
    );
  }
});

test('changes are seen against the values before the save', () => {
  const at: FormulaMoment = { ...moment, prior: () => 1 };
  assert.equal(evaluate('ISCHANGED(Amount)', { Amount: 2 }, at), true);
  assert.equal(evaluate('ISCHANGED(Amount)', { Amount: 1 }, at), false);
  assert.equal(evaluate('PRIORVALUE(Amount)', { Amount: 2 }, at), 1);
  assert.equal(evaluate('ISCHANGED(Amount)', { Amount: 2 }, { ...moment, isNew: true }), false);
  assert.equal(evaluate('PRIORVALUE(Amount)', { Amount: 2 }, { ...moment, isNew: true }), 2);
  assert.equal(evaluate('ISNEW()', {}, { ...moment, isNew: true }), true);
  assert.equal(evaluate('ISPICKVAL(PRIORVALUE(Kind), "Days")', { Kind: 'Months' }, { ...moment, prior: () => 'Days' }), true);
});

test('flows read picklists as text, know NULL, and refer to names in braces', () => {
  const flow = (formula: string, value: Value): Value => compileFormula(formula, scope, { setting: 'flow' }).evaluate(() => value, moment);
  assert.equal(flow('{!Kind} = "Days"', 'Days'), true);
  assert.equal(flow('{!Kind} & "!"', 'Days'), 'Days!');
  assert.equal(flow('TEXT({! Kind })', 'Days'), 'Days');
  assert.equal(flow('{!Amount} = NULL', null), true);
  assert.equal(flow('{!Amount} <> NULL', 3), true);
  assert.equal(flow('{!Amount} > 1', null), null);
});

test('a formula knows its references once each, by the name of the schema, and whether the clock matters', () => {
  const compiled = compileFormula('IF(due < TODAY(), amount, Amount * 2)', scope);
  assert.deepEqual(compiled.references, ['Due', 'Amount']);
  assert.equal(compiled.volatile, true);
  assert.equal(compiled.type, 'number');
  assert.equal(compileFormula('Amount + 1', scope).volatile, false);
});

test('only the branch that is taken is read', () => {
  const compiled = compileFormula('IF(Done, Name, TEXT(Kind))', scope);
  const asked: string[] = [];
  compiled.evaluate((reference) => {
    asked.push(compiled.references[reference] ?? '');
    return true;
  }, moment);
  assert.deepEqual(asked, ['Done', 'Name']);
});
