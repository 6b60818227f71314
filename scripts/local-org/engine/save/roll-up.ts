// Roll-up summaries seen from the child: which values of a child count for which field of its master.
import type { Row, Value } from '../../../platform/record.ts';
import type { Field, Schema, SObjectType, SummaryDefinition } from '../../metadata/schema.ts';
import { reader, type FormulaEnvironment, type FormulaSource } from '../plan/formula-reader.ts';
import { roundTo } from './coerce-value.ts';
import { rollUpFilter } from './roll-up-filter.ts';

export interface RollUp {
  readonly operation: SummaryDefinition['operation'];
  /** The master, and its summary field. */
  readonly parentObject: string;
  readonly summary: Field;
  /** The master-detail field of the child. */
  readonly foreignKey: string;
  /** What a child adds: its value, 1 for a count, undefined when it does not count (filtered out, or blank). */
  contribution(child: Row, environment: FormulaEnvironment): number | string | undefined;
}

/** The roll-ups of all masters over children of this object. */
export function rollUpsOf(schema: Schema, child: SObjectType, formulas: FormulaSource): readonly RollUp[] {
  return schema.objects.flatMap((parent) =>
    parent.fields
      .filter((field) => field.summary?.childObject === child.name)
      .map((field) => rollUp(schema, parent, field, child, field.summary as SummaryDefinition, formulas)),
  );
}

function rollUp(
  schema: Schema,
  parent: SObjectType,
  summary: Field,
  child: SObjectType,
  definition: SummaryDefinition,
  formulas: FormulaSource,
): RollUp {
  const { operation, foreignKeyField, summarizedField, filters } = definition;
  const tests = filters.map((filter) => {
    const field = child.field(filter.field);
    if (!field) throw new Error(`${parent.name}.${summary.name} filters on ${child.name}.${filter.field}, which does not exist`);
    return rollUpFilter(filter, field, reader(schema, child, field.name, formulas));
  });
  const value = summarizedField === undefined ? undefined : reader(schema, child, summarizedField, formulas);
  return {
    operation,
    parentObject: parent.name,
    summary,
    foreignKey: foreignKeyField,
    contribution(record, environment) {
      if (!tests.every((test) => test(record, environment))) return undefined;
      if (operation === 'count') return 1;
      const found: Value = value?.(record, environment) ?? null;
      return typeof found === 'number' || typeof found === 'string' ? found : undefined;
    },
  };
}

/** The summary over all children, from scratch. */
export function summarize(rollUp: RollUp, children: readonly Row[], environment: FormulaEnvironment): Value {
  const values = children.map((child) => rollUp.contribution(child, environment)).filter((value) => value !== undefined);
  if (rollUp.operation === 'count') return values.length;
  if (rollUp.operation === 'sum')
    return roundTo(
      values.reduce<number>((sum, value) => sum + Number(value), 0),
      rollUp.summary.scale,
    );
  const better = (a: number | string, b: number | string): number | string => ((rollUp.operation === 'min') === a < b ? a : b);
  return values.length === 0 ? null : values.reduce(better);
}
