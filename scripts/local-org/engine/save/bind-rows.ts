// From what a client sent to whole records: names, value types, parents by external id (order of execution, steps 1 and 2).
import type { Row, Value } from '../../../platform/record.ts';
import type { Field } from '../../metadata/schema.ts';
import type { InputTarget } from '../plan/input-targets.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { SaveContext } from '../org-core.ts';
import { coerceValue } from './coerce-value.ts';
import { fail, type Draft } from './draft.ts';
import { ambiguousExternalId, malformedId, notOfType, readOnlyFields, unknownExternalId } from './save-errors.ts';

type ParentTarget = Extract<InputTarget, { kind: 'parent' }>;

interface Lookup {
  readonly draft: Draft;
  readonly value: Value;
}

/** Puts the clients' values into the drafts' records. Throws ApiError INVALID_FIELD for unknown names. */
export function bindRows(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[]): void {
  const lookups = new Map<ParentTarget, Lookup[]>();
  for (const draft of drafts) bindRow(context, plan, draft, lookups);
  for (const [target, wanted] of lookups) resolve(context, target, wanted);
}

function bindRow(context: SaveContext, plan: ObjectPlan, draft: Draft, lookups: Map<ParentTarget, Lookup[]>): void {
  const { input, record } = draft;
  let readOnly: string[] | undefined;
  for (const name in input) {
    const value = input[name] ?? null;
    const target = context.view ? context.view.target(plan.object.name, name) : plan.target(name);
    if (target.kind === 'id') continue;
    const field = target.kind === 'parent' ? target.reference : target.field;
    // The platform refuses a master that cannot change even when it is named with the value it has.
    const isWritable = draft.prior ? field.updateable : field.createable;
    if (!context.system && !isWritable && !isAuditFieldOfALoad(context, draft, field)) {
      (readOnly ??= []).push(field.name);
      continue;
    }
    if (target.kind === 'parent') {
      const wanted = lookups.get(target);
      if (wanted) wanted.push({ draft, value });
      else lookups.set(target, [{ draft, value }]);
      continue;
    }
    bindValue(draft, record, field, value);
  }
  if (readOnly) fail(draft, readOnlyFields(readOnly));
}

const AUDIT_FIELDS: ReadonlySet<string> = new Set(['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate']);

/**
 * Who made a new record when is given by loads of history, as in an org that has switched on "Set Audit Fields upon Record Creation" (Salesforce Help)
 * and has given it to its administrators; others need the permission CreateAuditFields.
 */
function isAuditFieldOfALoad(context: SaveContext, { prior }: Draft, { name }: Field): boolean {
  return !prior && AUDIT_FIELDS.has(name) && (context.view?.grants.userPermissions.has('CreateAuditFields') ?? true);
}

function bindValue(draft: Draft, record: Row, field: Field, value: Value): void {
  const coerced = coerceValue(field, value);
  if (coerced === undefined) fail(draft, field.type === 'reference' ? malformedId(field, value) : notOfType(field, value));
  else if (coerced === null && field.type === 'boolean') fail(draft, notOfType(field, null));
  else record[field.name] = coerced;
}

/** Finds the parents of a chunk with one look-up per key field. */
function resolve(context: SaveContext, target: ParentTarget, wanted: readonly Lookup[]): void {
  const { reference, parent, key } = target;
  const values = wanted.map(({ value }) => coerceValue(key, value));
  const asked = new Set(values.filter((value) => value !== null && value !== undefined));
  const found = context.core.records.ids(parent.name, key, [...asked]);
  for (const [index, { draft, value }] of wanted.entries()) {
    const read = values[index];
    if (read === null) {
      draft.record[reference.name] = null;
      continue;
    }
    const ids = read === undefined ? undefined : found.get(read);
    const id = ids?.[0];
    if (ids === undefined || id === undefined) fail(draft, unknownExternalId(value, key.name, parent.name));
    else if (ids.length > 1) fail(draft, ambiguousExternalId(key.name, ids));
    else draft.record[reference.name] = id;
  }
}
