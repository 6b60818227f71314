// `query?q=…&columns=true`: the columns of a result, which the sf CLI asks for before it prints a table.
import type { Org, QueryColumn } from '../../engine/org.ts';
import type { FieldType, SObjectType } from '../../metadata/schema.ts';
import type { ApiRequest, ApiResponse } from '../route.ts';

const NUMBERS: ReadonlySet<FieldType> = new Set(['int', 'double', 'currency', 'percent']);
const APEX_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  double: 'Double',
  currency: 'Double',
  percent: 'Double',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
};

/** Answers for a query that is not run. Throws the errors that the query has. */
export function describeColumns(request: ApiRequest, org: Org, soql: string): ApiResponse {
  const { object: name, grouped, columns } = org.queryColumns(request.session, soql);
  const object = org.schema.object(name);
  return {
    status: 200,
    json: {
      columnMetadata: columns.map((column) => columnMetadata(column, object)),
      entityName: name,
      groupBy: grouped,
      idSelected: columns.some((column) => column.name === 'Id'),
      keyPrefix: object?.keyPrefix ?? null,
    },
  };
}

function columnMetadata(column: QueryColumn, object: SObjectType | undefined): object {
  const field = object?.field(column.name);
  const numeric = NUMBERS.has(column.type);
  return {
    aggregate: column.aggregate,
    apexType: APEX_TYPES[column.type] ?? 'String',
    booleanType: column.type === 'boolean',
    columnName: column.name,
    custom: field?.custom ?? false,
    displayName: column.name,
    foreignKeyName: field?.relationshipName ?? null,
    insertable: field?.createable ?? false,
    joinColumns: column.columns.map((inner) => columnMetadata(inner, undefined)),
    numberType: numeric,
    textType: !numeric && column.type !== 'boolean' && column.type !== 'date' && column.type !== 'datetime' && column.type !== 'time',
    updatable: field?.updateable ?? false,
  };
}
