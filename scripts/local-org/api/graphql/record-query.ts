// Answers a connection of records with one SOQL query, children included.
import type { FieldNode, GraphQLFieldMap, GraphQLResolveInfo } from 'graphql';
import { getArgumentValues, GraphQLError, isObjectType } from 'graphql';
import { notImplemented } from '../../../platform/api-error.ts';
import type { QueriedRecord, QueryResult } from '../../engine/org.ts';
import type { ChildRelationship, Schema, SObjectType } from '../../metadata/schema.ts';
import { positionAfter } from './cursor.ts';
import { argumentAsWritten, orderSoql } from './order-by.ts';
import type { RecordSource, RequestContext } from './request-context.ts';
import { recordSelection, selectionsBelow } from './selection.ts';
import { whereSoql } from './where.ts';
import { quotedText } from '../../soql/quoted-text.ts';

const DEFAULT_PAGE = 10;
const LARGEST_PAGE = 2_000;
/** Records of all pages together when the client gives no upper bound. */
const DEFAULT_BOUND = 4_000;
/** With an upper bound, pages are at least this large. */
const SMALLEST_BOUNDED_PAGE = 200;
/** SOQL skips no further; beyond it the skipped records are read. */
const LARGEST_OFFSET = 2_000;

export interface ConnectionArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly where?: Readonly<Record<string, unknown>> | null;
  readonly orderBy?: unknown;
  readonly scope?: string | null;
  readonly upperBound?: number | null;
}

export interface Connection {
  readonly nodes: readonly RecordSource[];
  /** Records before the first of this page. */
  readonly offset: number;
  readonly hasNextPage: boolean;
  /** Records of all pages; counted when asked. */
  readonly totalCount: () => number;
}

interface Page {
  /** At most so many records; none beyond the bound. */
  readonly size: number;
  readonly offset: number;
  /** Records to ask for: one more than the page, to know whether others follow, unless the bound ends it. */
  readonly asked: number;
}

/** The size and place of the page that the arguments ask for; throws GraphQLError outside the platform's limits. */
export function pageOf({ first, after, upperBound }: ConnectionArguments): Page {
  const size = first ?? DEFAULT_PAGE;
  if (size < 1 || size > LARGEST_PAGE) throw new GraphQLError(`first must be between 1 and ${LARGEST_PAGE} but was ${size}`);
  if (upperBound !== null && upperBound !== undefined && size < SMALLEST_BOUNDED_PAGE) {
    throw new GraphQLError(`first must be between ${SMALLEST_BOUNDED_PAGE} and ${LARGEST_PAGE} when upperBound is given, but was ${size}`);
  }
  const offset = positionAfter(after);
  const rest = Math.max((upperBound ?? DEFAULT_BOUND) - offset, 0);
  return { size: Math.min(size, rest), offset, asked: Math.min(size + 1, rest) };
}

/** Records of an object, or of one parent when `parent` names it. */
export function queryConnection(
  object: SObjectType,
  args: ConnectionArguments,
  nodes: readonly FieldNode[],
  info: GraphQLResolveInfo,
  context: RequestContext,
  parent?: { readonly field: string; readonly id: string },
): Connection {
  const { schema } = context;
  const page = pageOf(args);
  const conditions = [
    parent && `${parent.field} = ${quotedText(parent.id)}`,
    scopeSoql(object, args.scope, context),
    whereSoql(schema, object, args.where),
  ].filter((one) => one !== undefined);
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  const countSoql = `SELECT COUNT() FROM ${object.name}${where}`;
  const totalCount = (): number => context.org.query(context.session, countSoql).totalSize;
  const recordNodes = selectionsBelow(nodes, ['edges', 'node'], info);
  if (page.asked === 0 || !needsRecords(nodes, info)) return { nodes: [], offset: page.offset, hasNextPage: false, totalCount };
  const selection = recordSelection(schema, object, recordNodes, info);
  const children = prefetchable(schema, object, selection.children, info, context);
  const order = orderSoql(schema, object, nodes[0] && argumentAsWritten(nodes[0], 'orderBy', info, context));
  const skip = page.offset <= LARGEST_OFFSET ? page.offset : 0;
  const rest = page.offset - skip;
  const soql =
    `SELECT ${[...selection.paths, ...children.map((child) => `(${child.soql})`)].join(', ')} FROM ${object.name}${where}` +
    `${order === undefined ? '' : ` ORDER BY ${order}`} LIMIT ${rest + page.asked}${skip > 0 ? ` OFFSET ${skip}` : ''}`;
  const { records } = context.org.query(context.session, soql);
  const prefetched = new Map(children.map((child) => [child.key, child.relationship]));
  return {
    nodes: records.slice(rest, rest + page.size).map((record) => ({ object, record, prefetched })),
    offset: page.offset,
    hasNextPage: records.length > rest + page.size,
    totalCount,
  };
}

/** One record by its id, as far as the nodes ask; null when it is not there. */
export function recordById(
  object: SObjectType,
  id: string,
  nodes: readonly FieldNode[],
  info: GraphQLResolveInfo,
  context: RequestContext,
): RecordSource | null {
  const { paths } = recordSelection(context.schema, object, nodes, info);
  const [record] = context.org.query(
    context.session,
    `SELECT ${[...paths].join(', ')} FROM ${object.name} WHERE Id = ${quotedText(id)}`,
  ).records;
  return record ? { object, record, prefetched: new Map() } : null;
}

/** False when only the count is asked. */
function needsRecords(nodes: readonly FieldNode[], info: GraphQLResolveInfo): boolean {
  return ['edges', 'pageInfo', 'pageResultCount'].some((name) => selectionsBelow(nodes, [name], info).length > 0);
}

/** The condition behind a scope; undefined for none. Throws ApiError 501 for scopes other than MINE and EVERYTHING. */
export function scopeSoql(object: SObjectType, scope: string | null | undefined, context: RequestContext): string | undefined {
  if (scope === null || scope === undefined || scope === 'EVERYTHING') return undefined;
  if (scope !== 'MINE') throw notImplemented(`the GraphQL scope ${scope}`);
  if (!object.field('OwnerId')) throw new GraphQLError(`The scope MINE needs an owner, which ${object.name} has not`);
  return `OwnerId = ${quotedText(context.session.userId)}`;
}

interface ChildQuery {
  /** Response key under which the client asked. */
  readonly key: string;
  readonly relationship: string;
  readonly soql: string;
}

/** Children that can come along as subqueries: those that are asked once. The others are queried record by record. */
function prefetchable(
  schema: Schema,
  object: SObjectType,
  nodes: readonly FieldNode[],
  info: GraphQLResolveInfo,
  context: RequestContext,
): readonly ChildQuery[] {
  const byName = Map.groupBy(nodes, (node) => node.name.value);
  return [...byName].flatMap(([name, asked]) => {
    const [node] = asked;
    const relationship = object.childRelationship(name);
    const child = schema.object(relationship?.childObject ?? '');
    const onceAsked = asked.length === 1 || asked.every((one) => one.alias === undefined && (one.arguments?.length ?? 0) === 0);
    if (!node || !relationship || !child || !onceAsked || !needsRecords(asked, info)) return [];
    const args = argumentsOf(object, node, info);
    const page = pageOf(args);
    const selection = recordSelection(schema, child, selectionsBelow(asked, ['edges', 'node'], info), info);
    const where = whereSoql(schema, child, args.where);
    const order = orderSoql(schema, child, argumentAsWritten(node, 'orderBy', info, context));
    const soql =
      `SELECT ${[...selection.paths].join(', ')} FROM ${relationship.relationshipName}${where === undefined ? '' : ` WHERE ${where}`}` +
      `${order === undefined ? '' : ` ORDER BY ${order}`} LIMIT ${page.offset + page.asked}`;
    return [{ key: node.alias?.value ?? name, relationship: name, soql }];
  });
}

function argumentsOf(object: SObjectType, node: FieldNode, info: GraphQLResolveInfo): ConnectionArguments {
  const type = info.schema.getType(object.name);
  const fields: GraphQLFieldMap<unknown, unknown> = isObjectType(type) ? type.getFields() : {};
  const definition = fields[node.name.value];
  return definition ? getArgumentValues(definition, node, info.variableValues) : {};
}

/** Children of a record: those that came with it, or a query of their own. */
export function childConnection(
  source: RecordSource,
  relationship: ChildRelationship,
  child: SObjectType,
  args: ConnectionArguments,
  info: GraphQLResolveInfo,
  context: RequestContext,
): Connection {
  const parent = { field: relationship.field, id: String(source.record['Id']) };
  const prefetched = source.prefetched.get(String(info.path.key));
  if (prefetched === undefined) return queryConnection(child, args, info.fieldNodes, info, context, parent);
  const { size, offset } = pageOf(args);
  const records: readonly QueriedRecord[] = (source.record[prefetched] as QueryResult | null)?.records ?? [];
  const where = whereSoql(context.schema, child, args.where);
  const soql = `SELECT COUNT() FROM ${child.name} WHERE ${parent.field} = ${quotedText(parent.id)}${where === undefined ? '' : ` AND ${where}`}`;
  return {
    nodes: records.slice(offset, offset + size).map((record) => ({ object: child, record, prefetched: new Map() })),
    offset,
    hasNextPage: records.length > offset + size,
    totalCount: () => context.org.query(context.session, soql).totalSize,
  };
}
