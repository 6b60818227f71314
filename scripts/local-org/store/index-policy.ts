// Which columns have an index.
import type { Field, SObjectType } from '../metadata/schema.ts';
import { quoted, storedFields } from './column.ts';

export interface ColumnIndex {
  readonly name: string;
  readonly sql: string;
}

/**
 * The platform indexes ids, references, unique fields and external ids; so does the store. Custom indexes, which the platform adds where
 * they are needed, follow from one rule here: a date of a custom object that some list view filters on is indexed, blanks included, so that
 * worklists can filter and sort by it. Every index slows every load down, so other dates have none, and neither have picklists, whose few
 * values an index would hardly part.
 */
export function columnIndexes(object: SObjectType): readonly ColumnIndex[] {
  return storedFields(object).flatMap((field) => {
    const kind = indexKind(object, field);
    if (!kind) return [];
    const name = `${kind === 'unique' ? 'uq' : 'ix'}_${object.name}_${field.name}`;
    const target = `${quoted(object.name)} (${quoted(field.name)})`;
    const partial = kind === 'sorted' ? '' : ` WHERE ${quoted(field.name)} IS NOT NULL`;
    return [{ name, sql: `CREATE ${kind === 'unique' ? 'UNIQUE ' : ''}INDEX ${quoted(name)} ON ${target}${partial}` }];
  });
}

function indexKind(object: SObjectType, field: Field): 'unique' | 'lookup' | 'sorted' | undefined {
  if (field.type === 'id') return undefined;
  if (field.unique) return 'unique';
  if (field.externalId || (field.type === 'reference' && !AUDIT.has(field.name))) return 'lookup';
  if (field.type === 'date' && object.custom && field.filteredInListView) return 'sorted';
  return undefined;
}

/** References that nothing is looked up by, on every record of every object. */
const AUDIT: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById']);
