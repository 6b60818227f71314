// Answers `uiapi.aggregate` with one SOQL aggregate query.
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { GraphQLError } from 'graphql';
import type { Value } from '../../../platform/record.ts';
import type { QueriedRecord } from '../../engine/org.ts';
import type { Schema, SObjectType } from '../../metadata/schema.ts';
import { positionAfter } from './cursor.ts';
import { argumentAsWritten } from './order-by.ts';
import type { RequestContext } from './request-context.ts';
import { scopeSoql } from './record-query.ts';
import { selectedBelow } from './selection.ts';
import { whereSoql } from './where.ts';

/** Groups of one answer. */
const LARGEST_PAGE = 2_000;
/** What a client gets that does not say how many (GraphQL API Developer Guide, "Paginate Results"). */
const USUAL_PAGE = 10;

type Input = Readonly<Record<string, unknown>>;

/** One column of the aggregate query: a grouped field, a part of a grouped date, or a function over a field. */
interface Column {
  readonly soql: string;
  readonly alias: string;
}

/** Columns by what they stand for: `Account__r.Name`, `CloseDate/calendarYear`, `Amount/sum`. */
type Columns = Map<string, Column>;

/** A group; `path` leads from the object to the fields below. */
export interface GroupSource {
  readonly record: QueriedRecord;
  readonly columns: ReadonlyMap<string, { readonly alias: string }>;
  readonly path: string;
}

export interface GroupConnection {
  readonly groups: readonly GroupSource[];
  readonly offset: number;
  readonly hasNextPage: boolean;
  readonly totalCount: () => number;
}

export interface GroupArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly where?: Input | null;
  readonly groupBy?: Input | null;
  readonly orderBy?: unknown;
  readonly scope?: string | null;
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  count: 'COUNT',
  countDistinct: 'COUNT_DISTINCT',
  min: 'MIN',
  max: 'MAX',
  sum: 'SUM',
  avg: 'AVG',
};

/** `CALENDAR_YEAR` gives `calendarYear`. */
export function camelCase(name: string): string {
  return name.toLowerCase().replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

export function queryGroups(object: SObjectType, args: GroupArguments, info: GraphQLResolveInfo, context: RequestContext): GroupConnection {
  const { schema } = context;
  const size = args.first ?? USUAL_PAGE;
  if (size < 1 || size > LARGEST_PAGE) throw new GraphQLError(`first must be between 1 and ${LARGEST_PAGE} but was ${size}`);
  const offset = positionAfter(args.after);
  const columns: Columns = new Map();
  const { type, ...grouped } = args.groupBy ?? {};
  const groups = groupColumns(schema, object, grouped, '', columns);
  functionColumns(schema, object, selectedBelow(info.fieldNodes, ['edges', 'node', 'aggregate'], info), info, '', columns);
  if (columns.size === 0) throw new GraphQLError('An aggregate needs a groupBy or a function over a field');
  const where = [scopeSoql(object, args.scope, context), whereSoql(schema, object, args.where)].filter((one) => one !== undefined);
  const order = groupOrder(
    schema,
    object,
    info.fieldNodes[0] && argumentAsWritten(info.fieldNodes[0], 'orderBy', info, context),
    '',
    columns,
  );
  const soql =
    `SELECT ${[...columns.values()].map((column) => `${column.soql} ${column.alias}`).join(', ')} FROM ${object.name}` +
    `${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`}${groups.length > 0 ? ` GROUP BY ${groupList(groups, type)}` : ''}` +
    `${order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''}`;
  const limit = groups.length > 0 ? ` LIMIT ${offset + size + 1}` : '';
  const { records } = context.org.query(context.session, soql + limit);
  const hasNextPage = records.length > offset + size;
  return {
    groups: records.slice(offset, offset + size).map((record) => ({ record, columns, path: '' })),
    offset,
    hasNextPage,
    totalCount: () => (hasNextPage ? context.org.query(context.session, soql).records.length : records.length),
  };
}

function groupList(groups: readonly string[], type: unknown): string {
  return type === 'ROLLUP' || type === 'CUBE' ? `${type}(${groups.join(', ')})` : groups.join(', ');
}

/** The value of a column; undefined when the query has no such column. */
export function columnValue(source: GroupSource, key: string): Value | undefined {
  const column = source.columns.get(key);
  return column && ((source.record[column.alias] ?? null) as Value);
}

function add(columns: Columns, key: string, soql: string): void {
  if (!columns.has(key)) columns.set(key, { soql, alias: `c${columns.size}` });
}

/** Gives what stands behind GROUP BY. */
function groupColumns(schema: Schema, object: SObjectType, input: Input, path: string, columns: Columns): string[] {
  return Object.entries(input).flatMap(([name, clause]) => {
    if (clause === null || clause === undefined) return [];
    const field = object.field(name);
    if (!field) {
      const parent = schema.object(object.parentRelationship(name)?.referenceTo[0] ?? '');
      return parent ? groupColumns(schema, parent, clause as Input, `${path}${name}.`, columns) : [];
    }
    const { group, function: part } = clause as { group?: boolean | null; function?: string | null };
    if (group === false) return [];
    const soql = part === null || part === undefined ? path + field.name : `${part}(${path}${field.name})`;
    add(columns, part === null || part === undefined ? soql : `${path}${field.name}/${camelCase(part)}`, soql);
    return [soql];
  });
}

function functionColumns(
  schema: Schema,
  object: SObjectType,
  nodes: readonly FieldNode[],
  info: GraphQLResolveInfo,
  path: string,
  columns: Columns,
): void {
  for (const node of nodes) {
    const name = node.name.value;
    const field = object.field(name);
    if (!field) {
      const parent = schema.object(object.parentRelationship(name)?.referenceTo[0] ?? '');
      if (parent) functionColumns(schema, parent, selectedBelow([node], [], info), info, `${path}${name}.`, columns);
      continue;
    }
    for (const { name: asked } of selectedBelow([node], [], info)) {
      const soql = FUNCTIONS[asked.value];
      if (soql !== undefined) add(columns, `${path}${field.name}/${asked.value}`, `${soql}(${path}${field.name})`);
    }
  }
}

function groupOrder(schema: Schema, object: SObjectType, input: unknown, path: string, columns: Columns): string[] {
  return Object.entries((input ?? {}) as Input).flatMap(([name, clause]) => {
    if (clause === null || clause === undefined) return [];
    const field = object.field(name);
    if (!field) {
      const parent = schema.object(object.parentRelationship(name)?.referenceTo[0] ?? '');
      return parent ? groupOrder(schema, parent, clause, `${path}${name}.`, columns) : [];
    }
    const { order, nulls, function: by } = clause as { order?: string | null; nulls?: string | null; function?: string | null };
    const part = [...columns].find(
      ([key]) => key.startsWith(`${path}${field.name}/`) && !(key.slice(key.indexOf('/') + 1) in FUNCTIONS),
    )?.[1].soql;
    const term = by === null || by === undefined ? (part ?? path + field.name) : `${by}(${path}${field.name})`;
    return `${term} ${order ?? 'ASC'}${nulls === null || nulls === undefined ? '' : ` NULLS ${nulls}`}`;
  });
}
