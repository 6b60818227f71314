// Which columns have an index.
import type { Field, SObjectType } from '../metadata/schema.ts';
import { columnsOf, quoted } from './column.ts';
import { keyColumn } from './key-column.ts';

export interface ColumnIndex {
  readonly name: string;
  /** The column whose use needs the index; with `figuresOf` around it: its use in figures. */
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
 * records up by, references, auto-numbers and all dates but the one that leads most list views, is indexed when somebody first does. Figures by such a date are counted from an index of their
 * own, built when they are first asked for, which also holds the choices and references that every record must have and the choices that list
 * views filter on, and amounts: whoever counts by those, or sums them, need not read the records. And records that such a date is missing on are found in the order of each
 * of their numbers, by an index that is built when somebody first sorts them so.
 */
export function columnIndexes(object: SObjectType): readonly ColumnIndex[] {
  const figures = figuresIndexes(object).map(({ name, columns, sums }) => {
    const sql = `CREATE INDEX ${quoted(name)} ON ${quoted(object.name)} (${[...columns, ...sums].map(quoted).join(', ')})`;
    return { name, column: figuresOf(columns[0]), deferred: true, sql };
  });
  return [...lookupIndexes(object), ...figures, ...undatedIndexes(object)];
}

/** The name under which the use of a number to sort the records without a date is needed. */
export function undatedOf(number: string, date: string): string {
  return `${number} without ${date}`;
}

/** How a statement asks for the records without a date, for SQLite to take an index of those; it does not for `IS NULL`, which any index could be searched by. */
export function withoutDate(column: string): string {
  return `(${column} IS NULL) IS TRUE`;
}

/** Whether the records without a date of their object can be read in the order of a number. */
export function isUndatedIndexed(object: SObjectType, number: Field, date: Field): boolean {
  return NUMBERS.has(number.type) && !number.formula && leads(object, date);
}

/** They hold the choices of list views and the masters too, so that a record need not be read to be found wanting. */
function undatedIndexes(object: SObjectType): readonly ColumnIndex[] {
  const masters = object.fields.filter(({ masterDetail }) => masterDetail).map(({ name }) => name);
  const dates = object.fields.filter((field) => leads(object, field));
  return dates.flatMap((date) =>
    object.fields
      .filter((number) => isUndatedIndexed(object, number, date))
      .map((number) => {
        const name = `ix_${object.name}_${number.name}_without_${date.name}`;
        const columns = [number.name, ...choicesOf(object, date), ...masters].map(quoted).join(', ');
        const sql = `CREATE INDEX ${quoted(name)} ON ${quoted(object.name)} (${columns}) WHERE ${withoutDate(quoted(date.name))}`;
        return { name, column: undatedOf(number.name, date.name), deferred: true, sql };
      }),
  );
}

/** The name under which the use of a column in figures is needed. */
export function figuresOf(column: string): string {
  return `figures of ${column}`;
}

/** An index that figures by a date are counted from; the date comes first. */
export interface FiguresIndex {
  readonly name: string;
  readonly columns: readonly [date: string, ...others: string[]];
  /** Amounts, which stand behind the columns: nothing is grouped by them. */
  readonly sums: readonly string[];
}

export function figuresIndexes(object: SObjectType): readonly FiguresIndex[] {
  const known = object.fields.filter(
    (field) =>
      (CHOICES.has(field.type) && !field.formula && (field.required || field.filtersListViews)) ||
      (field.type === 'reference' && field.required && !field.masterDetail),
  );
  return object.fields.flatMap((field) => {
    if (!leads(object, field)) return [];
    const others = new Set([...choicesOf(object, field), ...known.map(({ name }) => name)]);
    const sums = object.fields.filter(({ type, formula }) => type === 'currency' && !formula).map(({ name }) => name);
    return [{ name: `ix_${object.name}_${field.name}_figures`, columns: [field.name, ...others] as const, sums }];
  });
}

/** The stored choices by which list views that a date leads are filtered too. */
function choicesOf(object: SObjectType, field: Field): readonly string[] {
  return (field.leadsListViewsWith ?? []).filter((other) => CHOICES.has(object.field(other)?.type ?? 'anyType'));
}

function lookupIndexes(object: SObjectType): readonly ColumnIndex[] {
  return columnsOf(object).flatMap(({ field, isHash, name: column }) => {
    const name = `ix_${object.name}_${column}`;
    const index = `CREATE INDEX ${quoted(name)} ON ${quoted(object.name)}`;
    const deferred = (field.type === 'reference' && !field.unique) || field.autoNumber !== undefined;
    if (isHash || isLookup(field))
      return [{ name, column, deferred, sql: `${index} (${quoted(column)}) WHERE ${quoted(column)} IS NOT NULL` }];
    if (!isSortIndexed(object, field)) return [];
    return [
      {
        name,
        column,
        deferred: field.type === 'date' && !field.leadsMostListViews,
        sql: `${index} (${[column, ...choicesOf(object, field)].map(quoted).join(', ')})`,
      },
    ];
  });
}

const CHOICES: ReadonlySet<Field['type']> = new Set(['picklist', 'boolean']);
const NUMBERS: ReadonlySet<Field['type']> = new Set(['currency', 'double', 'int', 'percent']);

/** Whether a field is a date by which list views of a custom object are led. */
function leads(object: SObjectType, { type, leadsListViewsWith }: Field): boolean {
  return object.custom && type === 'date' && leadsListViewsWith !== undefined;
}

/** Whether the records of an object can be read in the order of a field without sorting them. */
export function isSortIndexed(object: SObjectType, field: Field): boolean {
  return field.nameField || leads(object, field);
}

/** Whether records are found by the field's own values: a reference, or a number that is a key. */
function isLookup(field: Field): boolean {
  if (field.type === 'id' || keyColumn(field) !== undefined) return false;
  return field.unique || field.externalId || (field.type === 'reference' && !AUDIT.has(field.name));
}

/** References that nothing is looked up by, on every record of every object. */
const AUDIT: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById']);
