// The columns of a query result, for clients that print tables.
import type { Schema } from '../metadata/schema.ts';
import type { CompiledQuery, Slot } from '../soql/compiled-query.ts';
import type { QueryColumn } from './org.ts';

export function queryColumns(
  schema: Schema,
  compiled: CompiledQuery,
): { readonly object: string; readonly grouped: boolean; readonly columns: readonly QueryColumn[] } {
  const grouped = compiled.kind === 'aggregate';
  const isField = (key: string): boolean => schema.object(compiled.object)?.field(key) !== undefined;
  const columns = compiled.slots.map((slot) => column(slot, grouped && !isField(slot.key)));
  return { object: compiled.object, grouped, columns };
}

function column(slot: Slot, aggregate: boolean): QueryColumn {
  switch (slot.kind) {
    case 'value':
      return { name: slot.key, type: slot.type, aggregate, columns: [] };
    case 'parent':
      return { name: slot.key, type: 'string', aggregate: false, columns: slot.slots.map((inner) => column(inner, false)) };
    case 'children':
      return { name: slot.key, type: 'string', aggregate: true, columns: slot.query.query.slots.map((inner) => column(inner, false)) };
  }
}
