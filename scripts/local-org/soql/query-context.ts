// What a query needs to know besides its text.
import type { Value } from '../../platform/record.ts';
import type { CompiledFormula, FormulaMoment } from '../formula/compiled-formula.ts';
import type { Schema } from '../metadata/schema.ts';
import type { Store } from '../store/store.ts';

export interface QueryContext {
  /** The objects and fields that the query may name. */
  readonly schema: Schema;
  /** What formulas may read, when that is more than the query may name. */
  readonly wholeSchema?: Schema;
  /**
   * SQL that is true for the records of an object that the running user may read, over the table of an alias; `bind` makes a value a
   * parameter. Undefined when that is all of them. Records of parents are shown whatever they are (as SOQL does not check them).
   */
  readonly readable?: (object: string, alias: string, bind: (value: Value) => string) => string | undefined;
  /** Where formula functions are made known; the query itself is run against the same store. */
  readonly store: Store;
  /** The org's present day and instant: what TODAY and NOW mean. Asked once per query. */
  moment(): FormulaMoment;
  /** The running user. */
  readonly userId: string;
  /** The compiled formula of a formula field. */
  formula(object: string, field: string): CompiledFormula;
  /** Path before `/sobjects/...` in the url of each record; `/services/data/v68.0` when absent. */
  readonly base?: string;
  /** What toLabel() speaks; `en_US` when absent. */
  readonly language?: string;
  /** Zone of days in date-time filters; `Europe/Amsterdam` when absent. */
  readonly timeZone?: string;
}
