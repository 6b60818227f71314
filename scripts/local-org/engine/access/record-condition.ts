// A condition in SQL that tells which records a user may read or write.
import type { Value } from '../../../platform/record.ts';

/** What is to be done with a record; `transfer` is giving it another owner. */
export type Deed = 'read' | 'edit' | 'delete' | 'transfer';

/** Makes a value a parameter of the statement; gives its place holder. */
export type Bind = (value: Value) => string;

/** SQL over the table of that alias that is true for the records; undefined when the user may do it with all of them. */
export type RecordCondition = (object: string, deed: Deed, alias: string, bind: Bind) => string | undefined;
