// Functions of one record's fields, as they may stand in conditions and in GROUP BY.
import type { FunctionExp } from '@jetstreamapp/soql-parser-js';
import { notImplemented } from '../../platform/api-error.ts';
import { datePartTerm, isDateFunction } from './date-function.ts';
import type { QueryContext } from './query-context.ts';
import { malformedQuery } from './query-error.ts';
import type { Term } from './term.ts';

/** A date function of a field, perhaps within convertTimezone(). Throws ApiError 501 for the functions that are not implemented. */
export function rowFunctionTerm(call: FunctionExp, field: (path: string) => Term, context: QueryContext): Term {
  const name = call.functionName ?? '';
  if (!isDateFunction(name)) throw notImplemented(`the function ${name}() in this place of SOQL`);
  const [argument, ...more] = call.parameters ?? [];
  if (argument === undefined || more.length > 0) throw malformedQuery(`${name}() takes one field`);
  if (typeof argument === 'string') return datePartTerm(name, field(argument), undefined, context.store);
  const [path, ...others] = argument.parameters ?? [];
  if (argument.functionName?.toLowerCase() !== 'converttimezone' || typeof path !== 'string' || others.length > 0) {
    throw notImplemented(`the function ${argument.functionName ?? ''}() within ${name}() in SOQL`);
  }
  return datePartTerm(name, field(path), { timeZone: context.timeZone ?? 'Europe/Amsterdam' }, context.store);
}
