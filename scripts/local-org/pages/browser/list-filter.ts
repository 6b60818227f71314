// The filter of a list view as a GraphQL filter; an operation that is not known here is refused by name.
import type { ListFilter, ListView } from '../site.ts';
import type { ListedObject } from './record-query.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  equals: 'eq',
  notEqual: 'ne',
  lessThan: 'lt',
  greaterThan: 'gt',
  lessOrEqual: 'lte',
  greaterOrEqual: 'gte',
};

export function listFilter(view: ListView, object: ListedObject, userId: string): object {
  const conditions = [...(view.scope === 'Mine' ? [{ OwnerId: { eq: userId } }] : []), ...view.filters.map((filter) => condition(filter, object))];
  return conditions.length > 0 ? { and: conditions } : {};
}

function condition({ field, operation, value }: ListFilter, object: ListedObject): object {
  const type = object.fields[field]?.dataType;
  if (type === undefined) throw new Error(`The list filters on ${field}, which ${object.apiName} does not show.`);
  if (operation === 'contains') return { [field]: { like: `%${value}%` } };
  if (operation === 'startsWith') return { [field]: { like: `${value}%` } };
  const operator = OPERATORS[operation];
  if (operator === undefined) throw new Error(`Lists with the operation ${operation} are not shown in the local pages.`);
  // several values, separated by commas, mean any of them
  const values = value.split(',').map((text) => typed(text.trim(), type));
  if (values.length === 1) return { [field]: { [operator]: values[0] } };
  if (operator !== 'eq' && operator !== 'ne') throw new Error(`A list compares ${field} with several values at once.`);
  return { [field]: { [operator === 'eq' ? 'in' : 'nin']: values } };
}

function typed(text: string, type: string): unknown {
  if (type === 'Boolean') return text === '1' || text.toLowerCase() === 'true';
  if (text === '') return null;
  if (type === 'Date' || type === 'DateTime') return dateOperand(text);
  return ['Double', 'Int', 'Currency', 'Percent'].includes(type) ? Number(text) : text;
}

/** `TODAY`, `NEXT_N_DAYS:30` or a date. */
function dateOperand(text: string): object {
  const [literal = '', count] = text.split(':');
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return { value: text };
  return count === undefined ? { literal } : { range: { [literal.toLowerCase()]: Number(count) } };
}
