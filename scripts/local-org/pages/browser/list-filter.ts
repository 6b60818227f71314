// The filter of a list view as a GraphQL filter; an operation that is not known here is refused by name.
import type { ListFilter, ListView } from '../site.ts';
import { combine } from './filter-logic.ts';
import type { ListedObject } from './record-query.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  equals: 'eq',
  notEqual: 'ne',
  lessThan: 'lt',
  greaterThan: 'gt',
  lessOrEqual: 'lte',
  greaterOrEqual: 'gte',
};
const NUMBERS = new Set(['Double', 'Int', 'Currency', 'Percent']);

/** Throws for a filter that cannot be told to the org: nothing would be worse than a list with other records than it says. */
export function listFilter(view: Pick<ListView, 'scope' | 'filters' | 'logic'>, object: ListedObject, userId: string): object {
  const filters = view.filters.map((filter) => condition(filter, object));
  const own = view.scope === 'Mine' ? [{ OwnerId: { eq: userId } }] : [];
  if (view.logic) return { and: [...own, combine(view.logic, filters)] };
  return own.length + filters.length > 0 ? { and: [...own, ...filters] } : {};
}

function condition({ field, operation, value }: ListFilter, object: ListedObject): object {
  const type = object.fields[field]?.dataType;
  if (type === undefined) throw new Error(`The list filters on ${field}, which ${object.apiName} does not show.`);
  if (operation === 'contains') return { [field]: { like: `%${value}%` } };
  if (operation === 'startsWith') return { [field]: { like: `${value}%` } };
  const operator = OPERATORS[operation];
  if (operator === undefined) throw new Error(`Lists with the operation ${operation} are not shown in the local pages.`);
  // several values, separated by commas, mean any of them
  const values = value.split(',').map((text) => operand(text.trim(), type));
  if (values.length === 1) return { [field]: { [operator]: values[0] } };
  if (operator !== 'eq' && operator !== 'ne') throw new Error(`The list compares ${field} with several values at once.`);
  return { [field]: { [operator === 'eq' ? 'in' : 'nin']: values } };
}

function operand(text: string, type: string): unknown {
  if (type === 'Boolean') return text === '1' || text.toLowerCase() === 'true';
  if (text === '') return null;
  if (type === 'Date' || type === 'DateTime') return dateOperand(text);
  return NUMBERS.has(type) ? Number(text) : text;
}

/** `TODAY`, `NEXT_N_DAYS:30` or a date. */
function dateOperand(text: string): object {
  const [literal = '', count] = text.split(':');
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return { value: text };
  return count === undefined ? { literal } : { range: { [literal.toLowerCase()]: Number(count) } };
}
