// One SQL SELECT in the making: its parameters, its joins and the columns it gives.
import type { Value } from '../../platform/record.ts';
import type { Field, SObjectType } from '../metadata/schema.ts';

/** Bound parameters of one SQL statement, numbered so that they may be used in any order. */
export class Parameters {
  readonly values: Value[] = [];
  #nested = 0;

  /** Binds a value and gives its place holder. Equal texts are not shared: a place holder stands for one use. */
  add(value: Value): string {
    this.values.push(value);
    return `?${this.values.length}`;
  }

  /** Prefix of the aliases of a statement nested in this one. */
  nestedPrefix(): string {
    this.#nested += 1;
    return `s${this.#nested}_`;
  }
}

/** The parameters that a statement mentions; those of parts that were left out are of no use to it. */
export function mentioned(sql: string, values: readonly Value[]): readonly Value[] {
  return values.slice(0, Math.max(0, ...[...sql.matchAll(/\?(\d+)/g)].map((match) => Number(match[1]))));
}

/** A table in the FROM part. */
export interface Source {
  readonly alias: string;
  readonly object: SObjectType;
  /** The column that holds the ids of a joined parent. */
  readonly joinedBy?: { readonly from: Source; readonly reference: Field };
}

/** The FROM part and the columns of one SELECT. Joins are made where a path first needs them, and shared. */
export class SelectPlan {
  readonly parameters: Parameters;
  readonly root: Source;
  readonly columns: string[] = [];
  readonly #joins = new Map<string, Source>();
  readonly #clauses: string[] = [];
  readonly #prefix: string;

  /** `prefix` tells the aliases of nested statements apart. */
  constructor(object: SObjectType, parameters: Parameters, prefix = 't') {
    this.parameters = parameters;
    this.#prefix = prefix;
    this.root = { alias: `${prefix}0`, object };
  }

  /** The parent that a reference field of a source points at. */
  join(from: Source, reference: Field, parent: SObjectType): Source {
    const key = `${from.alias}.${reference.name}.${parent.name}`;
    const known = this.#joins.get(key);
    if (known) return known;
    const source: Source = { alias: `${this.#prefix}${this.#joins.size + 1}`, object: parent, joinedBy: { from, reference } };
    this.#joins.set(key, source);
    this.#clauses.push(`LEFT JOIN "${parent.name}" AS ${source.alias} ON ${source.alias}."Id" = ${from.alias}."${reference.name}"`);
    return source;
  }

  /** The table of an alias of this statement. */
  source(alias: string): Source | undefined {
    return alias === this.root.alias ? this.root : [...this.#joins.values()].find((source) => source.alias === alias);
  }

  /** The parents that are joined so far. */
  get parents(): readonly Source[] {
    return [...this.#joins.values()];
  }

  /** Adds a column to the result, or finds it, and gives its place. */
  column(sql: string): number {
    const known = this.columns.indexOf(sql);
    return known >= 0 ? known : this.columns.push(sql) - 1;
  }

  /** `FROM ... LEFT JOIN ...`, once everything has been asked of the plan. */
  from(): string {
    return [`FROM "${this.root.object.name}" AS ${this.root.alias}`, ...this.#clauses].join(' ');
  }

  /** The same with one record that is not there: what a reference that is blank leads to. */
  fromBlank(): string {
    return [`FROM (SELECT 1) LEFT JOIN "${this.root.object.name}" AS ${this.root.alias} ON 0`, ...this.#clauses].join(' ');
  }
}
