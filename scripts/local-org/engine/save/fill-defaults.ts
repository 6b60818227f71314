// What the platform itself writes into a new record: defaults, owner, and who made it when.
import type { Row } from '../../../platform/record.ts';
import type { BoundFormula } from '../plan/formula-reader.ts';
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { SaveContext } from '../org-core.ts';
import { coerceValue } from './coerce-value.ts';

/** A blank record with defaults, the same for a whole chunk; copy it with a spread. */
export function defaultRecord(context: SaveContext, plan: ObjectPlan): Row {
  const record: Row = { ...plan.blank };
  for (const { name, value } of plan.defaults) {
    const field = plan.object.field(name);
    if (!field) continue;
    const computed = isFormula(value) ? value.evaluate(record, context.environment, { isNew: true, prior: undefined }) : value;
    record[name] = coerceValue(field, computed) ?? null;
  }
  if (plan.hasOwner) record['OwnerId'] = context.session.userId;
  if (plan.hasAudit) {
    record['CreatedDate'] = context.instant;
    record['CreatedById'] = context.session.userId;
    touch(context, record);
  }
  return record;
}

/** Marks a record as changed now by the session's user. */
export function touch(context: SaveContext, record: Row): void {
  record['LastModifiedDate'] = context.instant;
  record['LastModifiedById'] = context.session.userId;
  record['SystemModstamp'] = context.instant;
}

/** Puts composed names together (Contact.Name), blanks left out. */
export function composeNames(plan: ObjectPlan, record: Row): void {
  for (const field of plan.composed) {
    const parts = field.composedOf?.map((name) => record[name]).filter((part) => part !== null && part !== undefined) ?? [];
    record[field.name] = parts.length === 0 ? null : parts.join(' ');
  }
}

function isFormula(value: unknown): value is BoundFormula {
  return typeof value === 'object' && value !== null;
}
