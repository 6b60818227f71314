// Auto-number fields: the next number in the field's display format.
import type { ObjectPlan } from '../plan/object-plan.ts';
import type { SaveContext } from '../org-core.ts';
import type { Draft } from './draft.ts';

/** Gives every new record its numbers. */
export function assignAutoNumbers(context: SaveContext, plan: ObjectPlan, drafts: readonly Draft[]): void {
  for (const field of plan.autoNumbers) {
    let number = context.core.store.takeNumbers(plan.object.name, field.name, drafts.length);
    const format = autoNumberFormat(field.autoNumber ?? '{0}', context.core.today());
    for (const draft of drafts) draft.record[field.name] = format(number++);
  }
}

/** `CC-{0000000}` writes 12 as `CC-0000012`; `{YYYY}`, `{YY}`, `{MM}` and `{DD}` stand for the day. */
export function autoNumberFormat(display: string, today: string): (number: number) => string {
  const [year = '', month = '', day = ''] = today.split('-');
  const dates: Readonly<Record<string, string>> = { YYYY: year, YY: year.slice(2), MM: month, DD: day };
  const dated = display.replaceAll(/\{(YYYY|YY|MM|DD)\}/g, (_, part: string) => dates[part] ?? '');
  const [, before = dated, zeros = '', after = ''] = /^([^{]*)\{(0+)\}(.*)$/.exec(dated) ?? [];
  return (number) => (zeros === '' ? before : before + String(number).padStart(zeros.length, '0') + after);
}
