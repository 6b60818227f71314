// System validation of whole records (order of execution, steps 2 and 5): required fields, values, references.
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { SaveContext } from '../org-core.ts';
import type { Field } from '../../metadata/schema.ts';
import type { FieldCheck } from './field-check.ts';
import { fail, isChanged, isSound, type Draft } from './draft.ts';
import { notReparentable, requiredMissing, unknownReference, wrongObjectId } from './save-errors.ts';

/**
 * Required fields, then every changed value against its field; numbers are rounded to the field's scale on the way.
 * `touched` names the fields that may have changed, where that is known.
 */
export function checkRecords(
  context: SaveContext,
  plan: ObjectPlan,
  drafts: readonly Draft[],
  touched: ReadonlySet<string> | undefined,
): void {
  const checks = touched ? plan.checks.filter(({ name }) => touched.has(name)) : plan.checks;
  const required = touched ? plan.required.filter(({ name }) => touched.has(name)) : plan.required;
  for (const draft of drafts) {
    if (!isSound(draft)) continue;
    checkRequired(required, draft);
    checkValues(checks, draft);
    if (draft.prior && !context.system) checkMasters(plan, draft);
  }
}

function checkRequired(required: readonly Field[], draft: Draft): void {
  const { record } = draft;
  let missing: string[] | undefined;
  for (const field of required) {
    if ((record[field.name] ?? null) === null) (missing ??= []).push(field.name);
  }
  if (missing) fail(draft, requiredMissing(missing));
}

function checkValues(checks: readonly FieldCheck[], draft: Draft): void {
  const { record, prior } = draft;
  for (const { name, check } of checks) {
    const value = record[name];
    if (value === null || (prior !== undefined && prior[name] === value)) continue;
    if (value === undefined || value === '') {
      record[name] = null;
      continue;
    }
    const checked = check(value);
    if (typeof checked === 'object' && checked !== null) fail(draft, checked);
    else if (checked !== value) record[name] = checked;
  }
}

function checkMasters(plan: ObjectPlan, draft: Draft): void {
  for (const field of plan.references) {
    if (field.masterDetail && !field.reparentable && isChanged(draft, field.name)) fail(draft, notReparentable(field));
  }
}

/**
 * Changed references must name existing records of the right object; parents are read together and stay in the cache.
 * `verified` remembers what a first check of the chunk has found, for a second one after the flows.
 */
export function checkReferences(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[], verified: Map<Field, Set<string>>): void {
  for (const field of plan.references) {
    const known = verified.get(field) ?? new Set();
    verified.set(field, known);
    const wanted = new Map<string, Draft[]>();
    let last: string | undefined;
    for (const draft of drafts) {
      const id = draft.record[field.name];
      if (typeof id !== 'string' || id === last) continue;
      if (known.has(id)) {
        last = id;
        continue;
      }
      if (!isSound(draft) || !isChanged(draft, field.name)) continue;
      const same = wanted.get(id);
      if (same) same.push(draft);
      else wanted.set(id, [draft]);
    }
    if (wanted.size === 0) continue;
    checkField(context, field, wanted);
    for (const [id, naming] of wanted) if (naming.every(isSound)) known.add(id);
  }
}

function checkField(context: SaveContext, field: Field, wanted: ReadonlyMap<string, readonly Draft[]>): void {
  const { schema, records } = context.core;
  const byObject = Map.groupBy(wanted.keys(), (id) => schema.objectOfId(id)?.name);
  for (const [object, ids] of byObject) {
    if (object === undefined || !field.referenceTo.includes(object)) {
      for (const id of ids) for (const draft of wanted.get(id) ?? []) fail(draft, wrongObjectId(field, id));
      continue;
    }
    const found = records.rows(object, ids);
    if (found.size === ids.length) continue;
    for (const id of ids) if (!found.has(id)) for (const draft of wanted.get(id) ?? []) fail(draft, unknownReference());
  }
}
