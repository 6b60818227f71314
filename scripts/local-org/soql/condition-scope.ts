// What the parts of a condition are compiled with.
import type { FunctionExp, Query } from '@jetstreamapp/soql-parser-js';
import type { ConditionTree } from './condition-tree.ts';
import type { QueryContext } from './query-context.ts';
import type { Parameters } from './select-plan.ts';
import type { SortedWalk } from './sorted-walk.ts';
import type { Term } from './term.ts';

/** What a condition is about: how its fields, functions and semi-joins become SQL. */
export interface ConditionScope {
  readonly parameters: Parameters;
  readonly context: QueryContext;
  field(path: string): Term;
  function(call: FunctionExp): Term;
  /** The SELECT of a semi-join, giving one column of ids. */
  semiJoin(query: Query): string;
  /** SQL of a condition that is better asked of a parent; undefined for others. */
  readonly parents?: ((tree: ConditionTree) => string | undefined) | undefined;
  /** Given when the result is walked in the order of an index. */
  readonly walk?: SortedWalk | undefined;
}
