// Which columns have an index.
import type { SObjectType } from '../metadata/schema.ts';
import { columnsOf, quoted } from './column.ts';
import type { Column } from './column.ts';
import { keyColumn } from './key-column.ts';

export interface ColumnIndex {
  readonly name: string;
  readonly sql: string;
}

/**
 * The platform indexes ids, references, unique fields and external ids; so does the store, texts by their hash. Custom indexes, which the platform adds where
 * they are needed, follow from one rule here: a date of a custom object that some list view filters on is indexed, blanks included, so that
 * worklists can filter and sort by it. Every index slows every load down, so other dates have none, and neither have picklists, whose few
 * values an index would hardly part.
 */
export function columnIndexes(object: SObjectType): readonly ColumnIndex[] {
  return columnsOf(object).flatMap((column) => {
    const kind = indexKind(object, column);
    if (!kind) return [];
    const name = `ix_${object.name}_${column.name}`;
    const blanks = kind === 'sorted' ? '' : ` WHERE ${quoted(column.name)} IS NOT NULL`;
    return [{ name, sql: `CREATE INDEX ${quoted(name)} ON ${quoted(object.name)} (${quoted(column.name)})${blanks}` }];
  });
}

function indexKind(object: SObjectType, { field, isHash }: Column): 'lookup' | 'sorted' | undefined {
  if (isHash) return 'lookup';
  const isKey = (field.unique || field.externalId) && keyColumn(field) === undefined;
  if (isKey || (field.type === 'reference' && !AUDIT.has(field.name))) return 'lookup';
  return field.type === 'date' && object.custom && field.filteredInListView ? 'sorted' : undefined;
}

/** References that nothing is looked up by, on every record of every object. */
const AUDIT: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById']);
