// Auto-number fields: the next number in the field's display format.
import type { Field } from '../../metadata/schema.ts';
import type { ObjectPlan } from '../object-plan.ts';
import type { SaveContext } from '../org-core.ts';
import type { Draft } from './draft.ts';

/** Gives every new record its numbers; numbers of records that fail later are not used again, as on the platform. */
export function assignAutoNumbers(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[]): void {
  for (const field of plan.autoNumbers) {
    let number = context.core.store.takeNumbers(plan.object.name, field.name, drafts.length);
    for (const draft of drafts) draft.record[field.name] = autoNumber(field, number++, context.core.today());
  }
}

/** `CC-{0000000}` with 12 is `CC-0000012`; `{YYYY}`, `{YY}`, `{MM}` and `{DD}` stand for the day. */
export function autoNumber(field: Field, number: number, today: string): string {
  const [year = '', month = '', day = ''] = today.split('-');
  const dates: Readonly<Record<string, string>> = { YYYY: year, YY: year.slice(2), MM: month, DD: day };
  return (field.autoNumber ?? '{0}').replaceAll(
    /\{(0+|YYYY|YY|MM|DD)\}/g,
    (_, part: string) => dates[part] ?? String(number).padStart(part.length, '0'),
  );
}
