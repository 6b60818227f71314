// Functions that compare a record with what it was before the save.
import { FormulaError } from '../formula-error.ts';
import type { Rule, Run } from '../term.ts';
import { checkCount, termAt } from '../term.ts';

function referenceOf(call: Parameters<Rule>[0]): number {
  checkCount(call, 1);
  const { reference, position } = termAt(call, 0);
  if (reference === undefined) throw new FormulaError(`${call.name} takes a field, not an expression`, position);
  return reference;
}

const isNew: Rule = (call) => {
  checkCount(call, 0);
  return { type: 'boolean', run: (_read, moment) => moment.isNew, position: call.position, constant: false };
};

/** False for a new record, whatever its values. */
const isChanged: Rule = (call) => {
  const reference = referenceOf(call);
  const run: Run = (read, moment) => !moment.isNew && moment.prior !== undefined && read(reference) !== moment.prior(reference);
  return { type: 'boolean', run, position: call.position, constant: false };
};

/** The present value for a new record. */
const priorValue: Rule = (call) => {
  const reference = referenceOf(call);
  const { type, picklist, run: present } = termAt(call, 0);
  const run: Run = (read, moment) => {
    const { prior } = moment;
    return moment.isNew || !prior ? present(read, moment) : present(prior, moment);
  };
  return { type, run, position: call.position, constant: false, ...(picklist === true ? { picklist } : {}), reference };
};

export const SAVE_FUNCTIONS: readonly (readonly [string, Rule])[] = [
  ['ISNEW', isNew],
  ['ISCHANGED', isChanged],
  ['PRIORVALUE', priorValue],
];
