// Runs compiled queries and shapes their rows as the API answers them.
import { notImplemented } from '../../platform/api-error.ts';
import type { Value } from '../../platform/record.ts';
import type { QueriedRecord, QueryResult, QueryTable } from '../engine/org.ts';
import type { Store } from '../store/store.ts';
import type { ChildQuery, CompiledQuery, Slot, TableColumn } from './compiled-query.ts';
import { malformedQuery } from './query-error.ts';
import { mentioned } from './select-plan.ts';
import { platformValue } from './term.ts';

/** Which records of the result to give, counted from 0. */
export interface QueryWindow {
  readonly offset: number;
  readonly count: number;
}

/** Records made at a time, which is also how many parents a subquery is run for. */
const BATCH = 2000;

/**
 * The records of a query. With a window only its records are read, and `totalSize` is counted: that is how a page of a large result costs no
 * more than the page. Date-times come as the platform holds them, `...Z`.
 */
export function runQuery(
  compiled: CompiledQuery,
  store: Store,
  window?: QueryWindow,
): { readonly totalSize: number; readonly records: readonly QueriedRecord[] } {
  if (compiled.kind === 'count') return { totalSize: countOf(compiled, store), records: [] };
  const records = [...streamRecords(compiled, store, window)];
  return { totalSize: window ? countOf(compiled, store) : records.length, records };
}

/** The records one by one; children are read for some thousand parents at a time. */
export function* streamRecords(compiled: CompiledQuery, store: Store, window?: QueryWindow): Generator<QueriedRecord> {
  let batch: (readonly Value[])[] = [];
  for (const row of rowsOf(compiled, store, window)) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield* recordsOf(compiled, batch, store);
    batch = [];
  }
  yield* recordsOf(compiled, batch, store);
}

/** The result as a flat table, streamed. Subqueries and COUNT() do not fit one and are refused, as in Bulk queries. */
export function runTable(compiled: CompiledQuery, store: Store): QueryTable {
  if (compiled.kind === 'count') throw malformedQuery('COUNT() gives no rows: it is not allowed in a Bulk query');
  if (compiled.slots.some((slot) => slot.kind === 'children')) throw notImplemented('subqueries in a flat query result');
  const { columns } = compiled;
  function* rows(): Generator<readonly Value[]> {
    for (const row of rowsOf(compiled, store)) yield columns.map((column) => columnValue(column, row));
  }
  return { object: compiled.object, columns: columns.map((column) => column.name), rows: rows() };
}

function rowsOf(compiled: CompiledQuery, store: Store, window?: QueryWindow): Iterable<readonly Value[]> {
  const offset = compiled.offset + (window?.offset ?? 0);
  const left = compiled.limit === undefined ? -1 : Math.max(0, compiled.limit - (window?.offset ?? 0));
  const count = window ? (left < 0 ? window.count : Math.min(left, window.count)) : left;
  if (count < 0 && offset === 0) return store.select(compiled.sql, mentioned(compiled.sql, compiled.parameters));
  const next = compiled.parameters.length + 1;
  return store.select(`${compiled.sql} LIMIT ?${next} OFFSET ?${next + 1}`, [...compiled.parameters, count, offset]);
}

function countOf(compiled: CompiledQuery, store: Store): number {
  const [row] = [...store.select(compiled.countSql, mentioned(compiled.countSql, compiled.parameters))];
  return Math.max(0, Math.min(compiled.limit ?? Infinity, Number(row?.[0] ?? 0) - compiled.offset));
}

function recordsOf(compiled: CompiledQuery, rows: readonly (readonly Value[])[], store: Store): readonly QueriedRecord[] {
  const ids = compiled.idColumn === undefined ? [] : rows.map((row) => String(row[compiled.idColumn ?? 0]));
  const children = new Map(
    compiled.slots.flatMap((slot) =>
      slot.kind === 'children' && ids.length > 0 ? [[slot.key, childrenOf(slot.query, ids, store)] as const] : [],
    ),
  );
  return rows.map((row, at) => {
    const record: Record<string, unknown> = { attributes: attributesOf(compiled, row) };
    for (const slot of compiled.slots) {
      record[slot.key] = slot.kind === 'children' ? (children.get(slot.key)?.get(ids[at] ?? '') ?? null) : slotValue(slot, row, compiled);
    }
    return record as QueriedRecord;
  });
}

function attributesOf(compiled: CompiledQuery, row: readonly Value[]): QueriedRecord['attributes'] {
  if (compiled.idColumn === undefined) return { type: 'AggregateResult' };
  return { type: compiled.object, url: `${compiled.base}/sobjects/${compiled.object}/${String(row[compiled.idColumn])}` };
}

function slotValue(slot: Exclude<Slot, { kind: 'children' }>, row: readonly Value[], compiled: CompiledQuery): Value | QueriedRecord {
  if (slot.kind === 'value') return columnValue(slot, row);
  const id = row[slot.idColumn];
  if (typeof id !== 'string') return null;
  const url = `${compiled.base}/sobjects/${compiled.objectOfId(id) ?? slot.type}/${id}`;
  const parent: Record<string, unknown> = { attributes: { type: slot.type, url } };
  for (const inner of slot.slots) if (inner.kind !== 'children') parent[inner.key] = slotValue(inner, row, compiled);
  return parent as QueriedRecord;
}

function columnValue(column: Pick<TableColumn, 'column' | 'type' | 'labels'>, row: readonly Value[]): Value {
  const value = platformValue(column.type, row[column.column]);
  return typeof value === 'string' && column.labels ? translated(value, column) : value;
}

/** Multi-select values are labelled one by one. */
function translated(value: string, column: Pick<TableColumn, 'type' | 'labels'>): string {
  const parts = column.type === 'multipicklist' ? value.split(';') : [value];
  return parts.map((part) => column.labels?.get(part) ?? part).join(';');
}

function childrenOf(child: ChildQuery, parentIds: readonly string[], store: Store): ReadonlyMap<string, QueryResult> {
  const { query } = child;
  const parameters = query.parameters.map((value, at) => (at === child.parentsParameter ? JSON.stringify(parentIds) : value));
  const rows = new Map<string, (readonly Value[])[]>();
  for (const row of store.select(query.sql, parameters)) {
    const parent = String(row[child.parentColumn]);
    const known = rows.get(parent);
    if (known) known.push(row);
    else rows.set(parent, [row]);
  }
  const end = query.limit === undefined ? undefined : query.offset + query.limit;
  return new Map(
    [...rows].flatMap(([parent, all]) => {
      const records = recordsOf(query, all.slice(query.offset, end), store);
      return records.length === 0 ? [] : [[parent, { totalSize: records.length, done: true, records }] as const];
    }),
  );
}
