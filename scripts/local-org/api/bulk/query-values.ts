// How values stand in the CSV of a query job.
import type { Value } from '../../../platform/record.ts';
import type { QueryTable } from '../../engine/org.ts';
import type { Field, Schema } from '../../metadata/schema.ts';

export type ColumnFormat = (value: Exclude<Value, null>) => string;

/** Numbers with decimals keep one, as the platform writes doubles (`12.0`); everything else is its own text. */
export function columnFormats(table: QueryTable, schema: Schema): readonly ColumnFormat[] {
  return table.columns.map((column) => {
    const type = fieldOfPath(table.object, column, schema)?.type;
    return type === 'double' || type === 'currency' || type === 'percent' ? decimal : String;
  });
}

function decimal(value: Exclude<Value, null>): string {
  return typeof value === 'number' && Number.isInteger(value) ? `${value}.0` : String(value);
}

function fieldOfPath(object: string, path: string, schema: Schema): Field | undefined {
  let type = schema.object(object);
  const steps = path.split('.');
  for (const step of steps.slice(0, -1)) type = schema.object(type?.parentRelationship(step)?.referenceTo[0] ?? '');
  return type?.field(steps.at(-1) ?? '');
}
