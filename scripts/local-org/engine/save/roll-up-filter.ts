// The filters of a roll-up summary as a test on child records.
import type { Row, Value } from '../../../platform/record.ts';
import type { Field, SummaryDefinition } from '../../metadata/schema.ts';
import type { FormulaEnvironment, Reader } from '../plan/formula-reader.ts';
import { coerceValue } from './coerce-value.ts';

type Filter = SummaryDefinition['filters'][number];
/** Compares the field's value with the values of the filter. */
type Comparison = (value: Value, wanted: readonly Value[]) => boolean;

const text = (value: Value): string => String(value ?? '').toLowerCase();
const same = (a: Value, b: Value): boolean => a === b || (typeof a === 'string' && typeof b === 'string' && text(a) === text(b));
const ordered = (value: Value, wanted: readonly Value[], test: (difference: number) => boolean): boolean => {
  const [limit = null] = wanted;
  if (value === null || limit === null) return false;
  return test(value === limit ? 0 : value < limit ? -1 : 1);
};
const choices = (value: Value): readonly string[] => text(value).split(';');

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  equals: (value, wanted) => wanted.some((one) => same(value, one)),
  notEqual: (value, wanted) => !wanted.some((one) => same(value, one)),
  lessThan: (value, wanted) => ordered(value, wanted, (difference) => difference < 0),
  greaterThan: (value, wanted) => ordered(value, wanted, (difference) => difference > 0),
  lessOrEqual: (value, wanted) => ordered(value, wanted, (difference) => difference <= 0),
  greaterOrEqual: (value, wanted) => ordered(value, wanted, (difference) => difference >= 0),
  contains: (value, wanted) => wanted.some((one) => text(value).includes(text(one))),
  notContain: (value, wanted) => !wanted.some((one) => text(value).includes(text(one))),
  startsWith: (value, wanted) => wanted.some((one) => text(value).startsWith(text(one))),
  includes: (value, wanted) => wanted.some((one) => choices(value).includes(text(one))),
  excludes: (value, wanted) => !wanted.some((one) => choices(value).includes(text(one))),
};

/** A test for one filter: several values, parted by commas, are alternatives. Throws Error for an operator that roll-ups do not have. */
export function rollUpFilter(filter: Filter, field: Field, read: Reader): (record: Row, environment: FormulaEnvironment) => boolean {
  const compare = COMPARISONS[filter.operator];
  if (!compare) throw new Error(`a roll-up filters ${field.name} by "${filter.operator}", which the local org does not implement`);
  const wanted = filter.value === '' ? [null] : filter.value.split(',').map((part) => wantedValue(field, part.trim()));
  return (record, environment) => compare(read(record, environment), wanted);
}

function wantedValue(field: Field, value: string): Value {
  const read = coerceValue(field, value);
  if (read === undefined) throw new Error(`a roll-up compares ${field.name} with "${value}", which is no ${field.type}`);
  return read;
}
