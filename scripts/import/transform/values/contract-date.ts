// Dates of contracts, in the format that was decided for their column.

import type { CivilDate } from '../../../platform/civil-date.ts';
import { readDateText, type DatePrecision } from '../../source/date-text.ts';
import { resolveDate, type DateContext } from '../../source/resolve-date.ts';
import { fault, known, unknown, type Verdict } from '../verdict.ts';

export interface ContractDate {
  readonly date: CivilDate;
  readonly precision: DatePrecision;
}

/** A day that exists, unknown for placeholders such as 31-12-9999 (counted), or a fault. */
export function contractDate(text: string, context: DateContext): Verdict<ContractDate> {
  const resolved = resolveDate(readDateText(text), context);
  if (resolved.kind === 'unknown') return unknown(resolved.isSentinel ? 'SENTINEL_DATE' : text === '' ? undefined : 'UNKNOWN_VALUE');
  if (resolved.kind === 'fault') return fault(resolved.fault, { value: text, format: context.format });
  const { date, precision } = resolved;
  return known({ date, precision }, precision === 'Day' ? undefined : 'IMPRECISE_DATE');
}
