// Which columns have an index.
import type { Field, SObjectType } from '../metadata/schema.ts';
import { columnsOf, quoted } from './column.ts';
import { keyColumn } from './key-column.ts';

export interface ColumnIndex {
  readonly name: string;
  readonly column: string;
  /** Built when it is first needed. */
  readonly deferred: boolean;
  readonly sql: string;
}

/**
 * The platform indexes ids, names, references, unique fields and external ids; so does the store, keys by their hash. Custom indexes, which the
 * platform adds where they are needed, follow from one rule here: a date of a custom object that leads list views is indexed, blanks included,
 * together with the stored choices that all those list views filter on. So worklists can filter, sort and count by it. Every index slows every
 * load down, so other dates have none, and neither have picklists, whose few values an index would hardly part; and what no load looks
 * records up by, references and auto-numbers, is indexed when somebody first does.
 */
export function columnIndexes(object: SObjectType): readonly ColumnIndex[] {
  return columnsOf(object).flatMap(({ field, isHash, name: column }) => {
    const name = `ix_${object.name}_${column}`;
    const index = `CREATE INDEX ${quoted(name)} ON ${quoted(object.name)}`;
    const deferred = (field.type === 'reference' && !field.unique) || field.autoNumber !== undefined;
    if (isHash || isLookup(field))
      return [{ name, column, deferred, sql: `${index} (${quoted(column)}) WHERE ${quoted(column)} IS NOT NULL` }];
    if (!isSortIndexed(object, field)) return [];
    const choices = (field.leadsListViewsWith ?? []).filter((other) => CHOICES.has(object.field(other)?.type ?? 'anyType'));
    return [{ name, column, deferred, sql: `${index} (${[column, ...choices].map(quoted).join(', ')})` }];
  });
}

const CHOICES: ReadonlySet<Field['type']> = new Set(['picklist', 'boolean']);

/** Whether the records of an object can be read in the order of a field without sorting them. */
export function isSortIndexed(object: SObjectType, field: Field): boolean {
  return field.nameField || (object.custom && field.type === 'date' && field.leadsListViewsWith !== undefined);
}

/** Whether records are found by the field's own values: a reference, or a number that is a key. */
function isLookup(field: Field): boolean {
  if (field.type === 'id' || keyColumn(field) !== undefined) return false;
  return field.unique || field.externalId || (field.type === 'reference' && !AUDIT.has(field.name));
}

/** References that nothing is looked up by, on every record of every object. */
const AUDIT: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById']);
