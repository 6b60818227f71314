// Dates of contracts, in the format that was decided for their column.

import type { CivilDate } from '../../../platform/civil-date.ts';
import { readDateText, type DatePrecision } from '../../source/date-text.ts';
import { resolveDate, type DateContext } from '../../source/resolve-date.ts';
import { fault, known, unknown, type Verdict } from '../verdict.ts';

export interface ContractDate {
  readonly date: CivilDate;
  readonly precision: DatePrecision;
}

/** Placeholders that databases write in their own format, whatever the format of the column. */
const DATABASE_PLACEHOLDERS = new Set(['9999-12-31', '0001-01-01', '0000-00-00', '1900-01-01', '1970-01-01']);

/** A day that exists, unknown for placeholders such as 31-12-9999 (counted), or a fault. */
export function contractDate(text: string, context: DateContext): Verdict<ContractDate> {
  const resolved = resolveDate(readDateText(text), context);
  if (resolved.kind === 'unknown') return unknown(resolved.isSentinel ? 'SENTINEL_DATE' : text === '' ? undefined : 'UNKNOWN_VALUE');
  if (resolved.kind === 'fault' && DATABASE_PLACEHOLDERS.has(text)) return unknown('SENTINEL_DATE');
  if (resolved.kind === 'fault') return fault(resolved.fault, { value: text, format: context.format });
  const { date, precision } = resolved;
  return known({ date, precision }, precision === 'Day' ? undefined : 'IMPRECISE_DATE');
}
