// A query ready to run: its SQL and how its rows become records.
import type { Value } from '../../platform/record.ts';
import type { FieldType } from '../metadata/schema.ts';

/** What stands under one key of a record. */
export type Slot =
  | {
      readonly kind: 'value';
      readonly key: string;
      readonly column: number;
      readonly type: FieldType;
      readonly labels?: ReadonlyMap<string, string>;
    }
  | {
      readonly kind: 'parent';
      readonly key: string;
      /** Column of the parent's id; the parent is null when it is. */
      readonly idColumn: number;
      /** `attributes.type`: the object, or `Name` for a polymorphic relationship. */
      readonly type: string;
      readonly slots: readonly Slot[];
    }
  | { readonly kind: 'children'; readonly key: string; readonly query: ChildQuery };

/** A column of a flat result. */
export interface TableColumn {
  /** Path as written in SELECT, in the schema's spelling. */
  readonly name: string;
  readonly column: number;
  readonly type: FieldType;
  readonly labels?: ReadonlyMap<string, string>;
}

export interface CompiledQuery {
  readonly object: string;
  /** `count` is SELECT COUNT(); `aggregate` gives AggregateResults. */
  readonly kind: 'records' | 'count' | 'aggregate';
  /** Without LIMIT and OFFSET. */
  readonly sql: string;
  /** Gives one number: the rows there would be without LIMIT and OFFSET. */
  readonly countSql: string;
  readonly parameters: readonly Value[];
  readonly limit: number | undefined;
  readonly offset: number;
  /** Column of the record's id; none in aggregates. */
  readonly idColumn: number | undefined;
  readonly slots: readonly Slot[];
  readonly columns: readonly TableColumn[];
  /** The object that an id belongs to, for the url of polymorphic parents. */
  objectOfId(id: string): string | undefined;
  /** Path before `/sobjects/...`. */
  readonly base: string;
}

/** A subquery, run once for many parents. LIMIT and OFFSET hold for each parent. */
export interface ChildQuery {
  readonly query: CompiledQuery;
  /** Place of the parameter that takes the parents' ids as a JSON array. */
  readonly parentsParameter: number;
  /** Column that says whose child a row is. */
  readonly parentColumn: number;
}
