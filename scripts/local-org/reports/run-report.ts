// Runs a report: its groups in their order, and a fact for each of them down and across, with the rows behind it where asked for.
import { civilDateIn } from '../../platform/civil-date.ts';
import type { Value } from '../../platform/record.ts';
import { BLANK, fieldOf, groupNames, lookupNames, type TextSetting } from './column-texts.ts';
import { allKeys, bothTrees, keysOf, type Group } from './group-tree.ts';
import { periodOf, type GroupValue } from './group-values.ts';
import { addTallies, aggregateValue, EMPTY, leafRows, prepareReport, type ResultRow, type Tally } from './leaf-rows.ts';
import { whereClause } from './report-conditions.ts';
import type { Grouping, Report, ReportColumn } from './report-definition.ts';

export interface ReportSetting extends TextSetting {
  readonly userId: string;
  readonly timeZone: string;
  /** All rows of a SOQL statement; parents nested. */
  readonly query: (soql: string) => readonly ResultRow[];
}

export interface Cell {
  readonly label: string;
  readonly value: Value;
}

export interface Fact {
  /** In the order of the report's aggregates; blank where there was nothing to reckon with. */
  readonly aggregates: readonly (number | null)[];
  /** Rows of details, under the innermost key only. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface ReportResult {
  readonly down: readonly Group[];
  readonly across: readonly Group[];
  /** By `down!across`, such as `0_1!T`. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** False when there are more details than were given. */
  readonly isWhole: boolean;
}

/** The Analytics API gives so many rows of details (Reports and Dashboards REST API, "Requirements and Limitations"). */
export const MOST_DETAILS = 2_000;

export function runReport(report: Report, setting: ReportSetting, withDetails: boolean): ReportResult {
  const prepared = prepareReport(report);
  const leaves = leafRows(prepared, setting.userId, setting.query);
  const lookups = prepared.groupings.flatMap(({ column }, at) => {
    const ids = [...new Set(leaves.flatMap(({ groups }) => groups[at]?.value ?? []))];
    return column.referenceTo === undefined ? [] : [...lookupNames(ids, column.referenceTo, setting.query)];
  });
  const names = groupNames(setting, new Map(lookups));
  const { down, across } = bothTrees(leaves, prepared, names);
  const place = (groups: readonly GroupValue[]): readonly string[] => factKeys(groups, report, down, across);
  const tallies = new Map<string, Tally>();
  for (const { groups, tally } of leaves) for (const key of place(groups)) tallies.set(key, addTallies(tallies.get(key) ?? EMPTY, tally));
  const details = withDetails ? detailRows(report, prepared.groupings, setting) : [];
  const rows = Map.groupBy(details.slice(0, MOST_DETAILS), ({ groups }) => place(groups).at(-1) ?? 'T!T');
  const keys = allKeys(down).flatMap((one) => allKeys(across).map((other) => `${one}!${other}`));
  const fact = (key: string): Fact => ({
    aggregates: report.aggregates.map((aggregate) => aggregateValue(aggregate, tallies.get(key) ?? EMPTY, prepared.formulas)),
    rows: rows.get(key)?.map(({ cells }) => cells) ?? [],
  });
  return { down, across, facts: new Map(keys.map((key) => [key, fact(key)])), isWhole: details.length <= MOST_DETAILS };
}

/** Every pair of a group down and a group across that a row counts for; the innermost pair last. */
function factKeys(groups: readonly GroupValue[], report: Report, down: readonly Group[], across: readonly Group[]): readonly string[] {
  const count = report.groupingsDown.length;
  const [one, other] = [keysOf(down, groups.slice(0, count)), keysOf(across, groups.slice(count))];
  return one.flatMap((first) => other.map((second) => `${first}!${second}`));
}

interface DetailRow {
  readonly groups: readonly GroupValue[];
  readonly cells: readonly Cell[];
}

/** One more than may be given, so that it is known whether there are more. */
function detailRows(report: Report, groupings: readonly Grouping[], setting: ReportSetting): readonly DetailRow[] {
  const columns = [...report.columns, ...groupings.map(({ column }) => column)];
  const paths = columns.flatMap((column) => [column.path, ...(column.referenceTo === undefined ? [] : [namePath(column)])]);
  const order = [...detailOrder(report), 'Id'].join(', ');
  const limit = Math.min(report.rowLimit ?? MOST_DETAILS + 1, MOST_DETAILS + 1);
  const where = whereClause(report, setting.userId);
  const rows = setting.query(
    `SELECT ${[...new Set(['Id', ...paths])].join(', ')} FROM ${report.type.object}${where} ORDER BY ${order} LIMIT ${limit}`,
  );
  return rows.map((row) => ({
    groups: groupings.map((grouping) => groupOf(row, grouping, setting)),
    cells: report.columns.map((column) => cellOf(row, column, setting)),
  }));
}

/** The first details of a report by days are those of its first days: they are taken off the index of the day, instead of sorting every row. */
function detailOrder({ sort, groupingsDown, groupingsAcross }: Report): readonly string[] {
  if (sort) return [`${sortPath(sort.column)} ${sort.order === 'Desc' ? 'DESC' : 'ASC'}`];
  const days = [...groupingsDown, ...groupingsAcross].find(({ column, sortedBy }) => column.type === 'date' && !sortedBy);
  return days ? [`${days.column.path} ${days.order === 'Desc' ? 'DESC NULLS LAST' : 'ASC NULLS FIRST'}`] : [];
}

function sortPath(column: ReportColumn): string {
  return column.referenceTo === undefined ? column.path : namePath(column);
}

function namePath(column: ReportColumn): string {
  const parts = column.path.split('.');
  const last = parts.pop() ?? '';
  return [...parts, last.endsWith('__c') ? last.replace(/__c$/, '__r') : last.replace(/Id$/, ''), 'Name'].join('.');
}

function groupOf(row: ResultRow, { column, granularity }: Grouping, { timeZone }: ReportSetting): GroupValue {
  const value = valueAt(row, column.path);
  if (value === null) return { value: null };
  if (column.type === 'date') return periodOf(String(value), granularity);
  if (column.type === 'datetime') return periodOf(civilDateIn(timeZone, new Date(String(value))), granularity);
  return { value: String(value) };
}

function cellOf(row: ResultRow, column: ReportColumn, setting: ReportSetting): Cell {
  const value = valueAt(row, column.path);
  if (value === null) return { label: BLANK, value: null };
  if (column.referenceTo !== undefined) return { label: String(valueAt(row, namePath(column)) ?? value), value };
  // the name of a record leads to it
  const isName = fieldOf(column, setting.schema).nameField && column.path === column.field;
  const label = setting.display(value, fieldOf(column, setting.schema), setting.locale) ?? String(value);
  return { label, value: isName ? (valueAt(row, 'Id') ?? value) : value };
}

function valueAt(row: ResultRow, path: string): Value {
  let at: unknown = row;
  for (const part of path.split('.')) at = (at as Readonly<Record<string, unknown>> | null | undefined)?.[part];
  return (at ?? null) as Value;
}
