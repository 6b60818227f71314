// How values of columns and groups are written for a user, and in what order groups stand.
import type { Value } from '../../platform/record.ts';
import type { Field, Schema } from '../metadata/schema.ts';
import type { GroupNames } from './group-tree.ts';
import type { GroupValue } from './group-values.ts';
import type { ResultRow } from './leaf-rows.ts';
import type { Grouping, ReportColumn } from './report-definition.ts';

/** Blank values and groups. */
export const BLANK = '-';

export interface TextSetting {
  /** In the language of the user. */
  readonly schema: Schema;
  readonly language: string;
  /** How numbers, amounts and days are written, whatever the language. */
  readonly locale: string;
  /** A value as the pages show it; null for what stands as it is. */
  readonly display: (value: Value, field: Field, locale: string) => string | null;
}

export function fieldOf({ object, field }: ReportColumn, schema: Schema): Field {
  const found = schema.object(object)?.field(field);
  if (!found) throw new Error(`the org has no field ${object}.${field}`);
  return found;
}

/** A lookup is called as in reports of the platform: without ` ID`. */
export function columnLabel(column: ReportColumn, schema: Schema): string {
  return column.label ?? fieldOf(column, schema).label.replace(/ ID$/, '');
}

/** Names of the records that groups point at, read for all of them together. */
export function lookupNames(
  ids: readonly string[],
  object: string,
  query: (soql: string) => readonly ResultRow[],
  most = 500,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (let at = 0; at < ids.length; at += most) {
    const some = ids.slice(at, at + most).map((id) => `'${id}'`);
    for (const row of query(`SELECT Id, Name FROM ${object} WHERE Id IN (${some.join(', ')})`))
      names.set(String(row['Id']), String(row['Name'] ?? ''));
  }
  return names;
}

/** `names` holds the names of records by id. */
export function groupNames(setting: TextSetting, names: ReadonlyMap<string, string>): GroupNames {
  const collator = new Intl.Collator(setting.language.slice(0, 2), { numeric: true });
  const label = (value: GroupValue, grouping: Grouping): string => groupLabel(value, grouping, setting, names);
  const rank = ({ value }: GroupValue, { column }: Grouping): number => {
    const values = fieldOf(column, setting.schema).picklist?.values;
    const at = values?.findIndex((one) => one.value === value) ?? -1;
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
  return {
    label,
    compare(one, other, grouping) {
      if (one.value === null || other.value === null) return Number(one.value !== null) - Number(other.value !== null);
      const { type } = grouping.column;
      if (type === 'date' || type === 'datetime') return one.value < other.value ? -1 : 1;
      if (type === 'picklist') return rank(one, grouping) - rank(other, grouping) || collator.compare(one.value, other.value);
      if (type === 'int' || type === 'double' || type === 'currency' || type === 'percent') return Number(one.value) - Number(other.value);
      return collator.compare(label(one, grouping), label(other, grouping));
    },
  };
}

function groupLabel(
  { value, until }: GroupValue,
  { column, granularity }: Grouping,
  setting: TextSetting,
  names: ReadonlyMap<string, string>,
): string {
  if (value === null) return BLANK;
  if (column.referenceTo !== undefined) return names.get(value) ?? value;
  const field = fieldOf(column, setting.schema);
  if (column.type === 'date' || column.type === 'datetime') return periodLabel(value, until ?? value, granularity, field, setting);
  if (column.type === 'boolean') return value;
  return setting.display(typedValue(value, column), field, setting.locale) ?? value;
}

function typedValue(value: string, { type }: ReportColumn): Value {
  return type === 'int' || type === 'double' || type === 'currency' || type === 'percent' ? Number(value) : value;
}

function periodLabel(from: string, until: string, granularity: Grouping['granularity'], field: Field, setting: TextSetting): string {
  const day = (text: string): string => setting.display(text, { ...field, type: 'date' }, setting.locale) ?? text;
  const start = new Date(`${from}T00:00:00Z`);
  const language = setting.language.replace('_', '-');
  if (granularity === 'Day') return day(from);
  if (granularity === 'Year') return from.slice(0, 4);
  if (granularity === 'Month') return new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(start);
  if (granularity === 'Quarter')
    return `${language.startsWith('nl') ? 'K' : 'Q'}${Math.floor(start.getUTCMonth() / 3) + 1} ${from.slice(0, 4)}`;
  return `${day(from)} - ${day(until)}`;
}
