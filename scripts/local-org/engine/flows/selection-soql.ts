// A flow's selection of records as SOQL, so that flows and clients read the org the same way.
import { ApiError } from '../../../platform/api-error.ts';
import type { Value } from '../../../platform/record.ts';
import type { RecordFilter, RecordSelection } from '../../flow/flow-host.ts';
import type { Field, Schema, SObjectType } from '../../metadata/schema.ts';
import { quotedText } from '../../soql/quoted-text.ts';

const COMPARISONS: Readonly<Record<string, string>> = {
  EqualTo: '=',
  NotEqualTo: '!=',
  GreaterThan: '>',
  GreaterThanOrEqualTo: '>=',
  LessThan: '<',
  LessThanOrEqualTo: '<=',
};
const QUOTED: ReadonlySet<Field['type']> = new Set([
  'id',
  'reference',
  'string',
  'textarea',
  'picklist',
  'multipicklist',
  'email',
  'phone',
  'url',
  'encryptedstring',
  'anyType',
]);

/** Throws ApiError: INVALID_TYPE or INVALID_FIELD for unknown names, 501 for an operator that is not implemented. */
export function selectionSoql(schema: Schema, selection: RecordSelection): string {
  const object = schema.object(selection.object);
  if (!object) throw new ApiError(400, 'INVALID_TYPE', `sObject type '${selection.object}' is not supported.`);
  const fields = selection.fields ?? object.fields.filter(({ type }) => type !== 'address').map(({ name }) => name);
  const names = new Set(['Id', ...fields]);
  const parts = [`SELECT ${[...names].join(', ')} FROM ${object.name}`];
  const conditions = selection.filters.map((filter) => condition(object, filter));
  if (conditions.length > 0) parts.push(`WHERE ${joined(conditions, selection.filterLogic)}`);
  if (selection.sortField !== undefined) parts.push(`ORDER BY ${selection.sortField} ${selection.sortOrder === 'Desc' ? 'DESC' : 'ASC'}`);
  if (selection.limit !== undefined) parts.push(`LIMIT ${selection.limit}`);
  return parts.join(' ');
}

/** Conditions joined by `and`, `or`, or logic that numbers them from 1. */
function joined(conditions: readonly string[], logic: string): string {
  if (/^(?:and|or)$/i.test(logic)) return conditions.join(` ${logic.toUpperCase()} `);
  return logic.replaceAll(/\d+/g, (number) => `(${conditions[Number(number) - 1] ?? ''})`);
}

function condition(object: SObjectType, filter: RecordFilter): string {
  const field = object.field(filter.field);
  if (!field) throw new ApiError(400, 'INVALID_FIELD', `No such column '${filter.field}' on entity '${object.name}'`);
  const { operator, value } = filter;
  const comparison = COMPARISONS[operator];
  if (comparison !== undefined) return `${field.name} ${comparison} ${literal(field, value)}`;
  switch (operator) {
    case 'IsNull':
      return `${field.name} ${value === true ? '=' : '!='} null`;
    case 'StartsWith':
      return `${field.name} LIKE ${like(value, '', '%')}`;
    case 'EndsWith':
      return `${field.name} LIKE ${like(value, '%', '')}`;
    case 'Contains':
      return `${field.name} LIKE ${like(value, '%', '%')}`;
    case 'In':
    case 'NotIn': {
      const values = (filter.values ?? []).map((one) => literal(field, one));
      // No member: nothing is in the list, everything is outside it.
      if (values.length === 0) return operator === 'In' ? 'Id = null' : 'Id != null';
      return `${field.name} ${operator === 'In' ? 'IN' : 'NOT IN'} (${values.join(', ')})`;
    }
    default:
      throw new ApiError(501, 'NOT_IMPLEMENTED', `The local org does not implement the filter operator ${operator} of flows.`);
  }
}

function literal(field: Field, value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return QUOTED.has(field.type) ? quotedText(value) : value;
  return QUOTED.has(field.type) ? quotedText(String(value)) : String(value);
}

function like(value: Value, before: string, after: string): string {
  const escaped = String(value ?? '').replaceAll(/[\\%_]/g, (character) => `\\${character}`);
  return `'${before}${escaped.replaceAll("'", "\\'")}${after}'`;
}
