// Records whose formula fields are computed when somebody reads them: most readers want one of many.
import type { Row, StoredRow } from '../../../platform/record.ts';
import type { Flow } from '../../flow/flow.ts';
import type { FormulaEnvironment } from './formula-reader.ts';
import type { ObjectPlan } from './object-plan.ts';

/** Where a record keeps what its formulas see beside it. */
const ENVIRONMENT = Symbol('environment');

type ComputingRow = Row & { [ENVIRONMENT]: FormulaEnvironment };

const prototypes = new WeakMap<ObjectPlan, object>();
/** Computing records of rows of the record cache, as long as the cache keeps the row. */
const made = new WeakMap<StoredRow, StoredRow & ComputingRow>();

/** A view of a shared row; do not write to it. Formulas are evaluated anew at each reading, in the latest environment asked with. */
export function withComputedFields(plan: ObjectPlan, row: StoredRow, environment: FormulaEnvironment): StoredRow {
  if (plan.computed.length === 0) return row;
  const known = made.get(row);
  if (known) {
    known[ENVIRONMENT] = environment;
    return known;
  }
  const copy: StoredRow = { ...row };
  const computing = computeFields(plan, copy, environment) as StoredRow & ComputingRow;
  made.set(row, computing);
  return computing;
}

/** Makes a record that the caller owns compute its formula fields; they see what is written into the record later. */
export function computeFields(plan: ObjectPlan, record: Row, environment: FormulaEnvironment): Row {
  if (plan.computed.length === 0) return record;
  const computing = Object.setPrototypeOf(record, prototypeOf(plan)) as ComputingRow;
  computing[ENVIRONMENT] = environment;
  return computing;
}

const mentioned = new WeakMap<Flow, Map<ObjectPlan, boolean>>();

/** The record that starts a flow as a whole, given to a variable, a collection or another flow. */
const WHOLE_RECORD = />\s*\$Record(?:__Prior)?\s*</;

/**
 * Whether a flow passes its record on as a whole, and it or one that it may call mentions a formula field of the object. Otherwise records
 * need not compute their formula fields by themselves: the flow asks its host for each that it reads. `flows` are all flows of the org.
 */
export function passesComputed(flow: Flow, flows: readonly Flow[], plan: ObjectPlan): boolean {
  const plans = mentioned.get(flow) ?? new Map<ObjectPlan, boolean>();
  mentioned.set(flow, plans);
  const known = plans.get(plan);
  if (known !== undefined) return known;
  const passes = WHOLE_RECORD.test(flow.source);
  const around = flow.source.includes('<subflows>') ? flows : [flow];
  const found = passes && plan.computed.some(({ name }) => around.some(({ source }) => source.includes(name)));
  plans.set(plan, found);
  return found;
}

function prototypeOf(plan: ObjectPlan): object {
  const known = prototypes.get(plan);
  if (known) return known;
  const prototype = {};
  for (const { name, bound } of plan.computed) {
    Object.defineProperty(prototype, name, {
      enumerable: true,
      get(this: ComputingRow) {
        return bound.evaluate(this, this[ENVIRONMENT]);
      },
    });
  }
  prototypes.set(plan, prototype);
  return prototype;
}
