// Functions that choose, test for blanks and read picklists; branches that are not taken are not evaluated.
import { FormulaError } from '../formula-error.ts';
import type { Rule, Run, Term } from '../term.ts';
import { checkCount, checkType, commonType, termAt, wrongType } from '../term.ts';
import type { Value } from '../../../platform/record.ts';

const isBlank = (value: Value): boolean => value === null || value === '';
const asText = (value: Value): string => (value === null ? '' : String(value));
const allConstant = (terms: readonly Term[]): boolean => terms.every((term) => term.constant);

/** AND and OR: blank counts as false, and the first term that decides ends it. */
function junction(decisive: boolean): Rule {
  return (call) => {
    checkCount(call, 1, Infinity);
    for (const term of call.terms) checkType(call, term, 'boolean');
    const runs = call.terms.map((term) => term.run);
    const [a, b, c] = runs;
    const run: Run =
      a && b && !c
        ? (read, moment) => ((a(read, moment) === true) === decisive || (b(read, moment) === true) === decisive ? decisive : !decisive)
        : (read, moment) => {
            for (const next of runs) if ((next(read, moment) === true) === decisive) return decisive;
            return !decisive;
          };
    return { type: 'boolean', run, position: call.position, constant: allConstant(call.terms) };
  };
}

/** NOT of an unknown answer stays unknown. */
const not: Rule = (call) => {
  checkCount(call, 1);
  const term = termAt(call, 0);
  checkType(call, term, 'boolean');
  const run: Run = (read, moment) => {
    const value = term.run(read, moment);
    return value === null ? null : value !== true;
  };
  return { type: 'boolean', run, position: call.position, constant: term.constant };
};

/** A condition that is blank counts as false. */
const choice: Rule = (call) => {
  checkCount(call, 3);
  const [condition, then, otherwise] = [termAt(call, 0), termAt(call, 1), termAt(call, 2)];
  checkType(call, condition, 'boolean');
  const type = commonType(call, [then, otherwise]);
  const run: Run = (read, moment) => (condition.run(read, moment) === true ? then.run(read, moment) : otherwise.run(read, moment));
  return { type, run, position: call.position, constant: allConstant(call.terms) };
};

/** CASE compares texts with blank as '', other types never match a blank. Picklists are compared with texts. */
const cases: Rule = (call) => {
  checkCount(call, 4, Infinity);
  const { terms, position } = call;
  if (terms.length % 2 !== 0)
    throw new FormulaError('Incorrect number of parameters for CASE: every value needs a result, and an else is due', position);
  const subject = termAt(call, 0);
  const otherwise = termAt(call, terms.length - 1);
  const values = terms.slice(1, -1).filter((_, index) => index % 2 === 0);
  const results = terms.slice(1, -1).filter((_, index) => index % 2 === 1);
  if (subject.type === 'boolean') throw wrongType(call, subject, 'a value that is no checkbox');
  const subjectType = commonType(call, [subject.picklist === true ? { ...subject, picklist: false } : subject, ...values]);
  const type = commonType(call, [...results, otherwise]);
  if (type === 'boolean' && call.setting === 'record') throw new FormulaError('CASE may not give a checkbox; use IF', position);
  const literals = subjectType === 'text' && allConstant(values) ? literalTable(values, results) : undefined;
  const run: Run = literals
    ? (read, moment) => (literals.get(asText(subject.run(read, moment))) ?? otherwise.run)(read, moment)
    : (read, moment) => {
        const sought = subject.run(read, moment);
        for (const [index, value] of values.entries()) {
          const candidate = value.run(read, moment);
          const same = subjectType === 'text' ? asText(sought) === asText(candidate) : sought !== null && sought === candidate;
          if (same) return results[index]?.run(read, moment) ?? null;
        }
        return otherwise.run(read, moment);
      };
  return { type, run, position, constant: allConstant(terms) };
};

/** Results by literal text; the first of two equal values counts. */
function literalTable(values: readonly Term[], results: readonly Term[]): ReadonlyMap<string, Run> {
  const table = new Map<string, Run>();
  const never = { today: '', now: new Date(0), isNew: false };
  for (const [index, value] of values.entries()) {
    const key = asText(value.run(() => null, never));
    const result = results[index];
    if (result && !table.has(key)) table.set(key, result.run);
  }
  return table;
}

/** ISNULL of a text is always false: texts are never null to it. ISBLANK is what one wants. */
function blankTest(textIsNeverBlank: boolean): Rule {
  return (call) => {
    checkCount(call, 1);
    const term = termAt(call, 0);
    if (term.type === 'boolean') throw wrongType(call, term, 'a value that is no checkbox');
    const never = textIsNeverBlank && term.type === 'text' && term.picklist !== true;
    const run: Run = never ? () => false : (read, moment) => isBlank(term.run(read, moment));
    return { type: 'boolean', run, position: call.position, constant: never || term.constant };
  };
}

/** NULLVALUE leaves texts as they are; BLANKVALUE replaces blank ones too. */
function replacement(textIsNeverBlank: boolean): Rule {
  return (call) => {
    checkCount(call, 2);
    const [term, substitute] = [termAt(call, 0), termAt(call, 1)];
    const type = commonType(call, [term, substitute]);
    if (type === 'boolean') throw wrongType(call, term, 'a value that is no checkbox');
    const run: Run =
      textIsNeverBlank && type === 'text'
        ? term.run
        : (read, moment) => {
            const value = term.run(read, moment);
            return isBlank(value) ? substitute.run(read, moment) : value;
          };
    return { type, run, position: call.position, constant: term.constant && substitute.constant };
  };
}

function picklistOf(call: Parameters<Rule>[0]): Term {
  const term = termAt(call, 0);
  if (term.picklist !== true && !(call.setting === 'flow' && term.type === 'text')) throw wrongType(call, term, 'picklist');
  return term;
}

const isPickValue: Rule = (call) => {
  checkCount(call, 2);
  const [term, value] = [picklistOf(call), termAt(call, 1)];
  checkType(call, value, 'text');
  const run: Run = (read, moment) => asText(term.run(read, moment)) === asText(value.run(read, moment));
  return { type: 'boolean', run, position: call.position, constant: false };
};

const includes: Rule = (call) => {
  checkCount(call, 2);
  const [term, value] = [picklistOf(call), termAt(call, 1)];
  checkType(call, value, 'text');
  const run: Run = (read, moment) => `;${asText(term.run(read, moment))};`.includes(`;${asText(value.run(read, moment))};`);
  return { type: 'boolean', run, position: call.position, constant: false };
};

const picklistCount: Rule = (call) => {
  checkCount(call, 1);
  const term = picklistOf(call);
  const run: Run = (read, moment) =>
    asText(term.run(read, moment))
      .split(';')
      .filter((part) => part !== '').length;
  return { type: 'number', run, position: call.position, constant: false };
};

export const LOGIC_FUNCTIONS: readonly (readonly [string, Rule])[] = [
  ['AND', junction(false)],
  ['OR', junction(true)],
  ['NOT', not],
  ['IF', choice],
  ['CASE', cases],
  ['ISBLANK', blankTest(false)],
  ['ISNULL', blankTest(true)],
  ['BLANKVALUE', replacement(false)],
  ['NULLVALUE', replacement(true)],
  ['ISPICKVAL', isPickValue],
  ['INCLUDES', includes],
  ['PICKLISTCOUNT', picklistCount],
];
