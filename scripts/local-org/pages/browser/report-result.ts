// Results of reports as the Analytics API gives them, turned into what pages show: lines of a table, and what a chart draws.
import { lookOf, type CellLook } from './cell-look.ts';

export interface ReportGroup {
  readonly key: string;
  readonly label: string;
  readonly value: string | null;
  readonly groupings: readonly ReportGroup[];
}

interface ReportCell {
  readonly label: string;
  readonly value: unknown;
}

interface ReportFact {
  readonly aggregates: readonly { readonly label: string; readonly value: number | null }[];
  readonly rows?: readonly { readonly dataCells: readonly ReportCell[] }[];
}

interface Named {
  readonly label: string;
}

export interface ReportResult {
  readonly allData: boolean;
  readonly factMap: Readonly<Record<string, ReportFact>>;
  readonly groupingsDown: { readonly groupings: readonly ReportGroup[] };
  readonly groupingsAcross: { readonly groupings: readonly ReportGroup[] };
  readonly reportMetadata: {
    readonly id: string;
    readonly name: string;
    readonly description: string | null;
    readonly reportFormat: 'TABULAR' | 'SUMMARY' | 'MATRIX';
    readonly aggregates: readonly string[];
    readonly detailColumns: readonly string[];
    readonly hasDetailRows: boolean;
    readonly groupingsDown: readonly { readonly name: string }[];
    readonly groupingsAcross: readonly { readonly name: string }[];
    readonly chart: { readonly chartType: string; readonly groupings: readonly string[]; readonly summaries: readonly string[] } | null;
  };
  readonly reportExtendedMetadata: {
    readonly aggregateColumnInfo: Readonly<Record<string, Named>>;
    readonly detailColumnInfo: Readonly<Record<string, Named & { readonly dataType: string }>>;
    readonly groupingColumnInfo: Readonly<Record<string, Named>>;
  };
}

/** One line of the table of groups. */
export interface GroupLine {
  readonly key: string;
  readonly label: string;
  /** From 0 for the outermost groups. */
  readonly level: number;
  readonly numbers: readonly { readonly key: string; readonly text: string }[];
}

/** Every group with its subgroups, in the order of the report. */
function nested(groups: readonly ReportGroup[], level = 0): readonly (readonly [ReportGroup, number])[] {
  return groups.flatMap((group) => [[group, level] as const, ...nested(group.groupings, level + 1)]);
}

function factText({ factMap }: ReportResult, key: string, aggregate: number): string {
  return factMap[key]?.aggregates[aggregate]?.label ?? '';
}

/** Lines of a summary: each aggregate is a column. */
export function summaryLines(result: ReportResult): readonly GroupLine[] {
  const { aggregates } = result.reportMetadata;
  return nested(result.groupingsDown.groupings).map(([{ key, label }, level]) => ({
    key,
    label,
    level,
    numbers: aggregates.map((name, at) => ({ key: name, text: factText(result, `${key}!T`, at) })),
  }));
}

/** The line of everything together, as many numbers as the lines above it. */
export function totalLine(result: ReportResult, total: string, aggregate?: string): GroupLine {
  const { aggregates } = result.reportMetadata;
  const numbers =
    aggregate === undefined
      ? aggregates.map((name, at) => ({ key: name, text: factText(result, 'T!T', at) }))
      : acrossKeys(result).map((key) => ({ key, text: factText(result, `T!${key}`, aggregates.indexOf(aggregate)) }));
  return { key: 'T', label: total, level: 0, numbers };
}

function acrossKeys({ groupingsAcross }: ReportResult): readonly string[] {
  return [
    ...nested(groupingsAcross.groupings)
      .filter(([{ groupings }]) => groupings.length === 0)
      .map(([{ key }]) => key),
    'T',
  ];
}

/** Lines of a matrix: one aggregate, a column for each innermost group across, the total last. */
export function matrixLines(result: ReportResult, aggregate: string): readonly GroupLine[] {
  const at = result.reportMetadata.aggregates.indexOf(aggregate);
  const across = acrossKeys(result);
  return nested(result.groupingsDown.groupings).map(([{ key, label }, level]) => ({
    key,
    label,
    level,
    numbers: across.map((column) => ({ key: column, text: factText(result, `${key}!${column}`, at) })),
  }));
}

/** Labels of the columns of a matrix. */
export function matrixColumns(
  { groupingsAcross }: ReportResult,
  total: string,
): readonly { readonly key: string; readonly label: string }[] {
  const innermost = nested(groupingsAcross.groupings).filter(([{ groupings }]) => groupings.length === 0);
  return [...innermost.map(([{ key, label }]) => ({ key, label })), { key: 'T', label: total }];
}

export interface ChartPart {
  readonly series: number;
  readonly value: number;
  readonly text: string;
}
export interface ChartGroup {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly parts: readonly ChartPart[];
}
export interface ChartData {
  readonly groups: readonly ChartGroup[];
  /** Names of the second grouping; empty without one. */
  readonly series: readonly string[];
}

/** What a chart draws: an aggregate by one grouping, divided by a second one. `groupings` are codes of columns. */
export function chartData(result: ReportResult, groupings: readonly string[], aggregate: string): ChartData {
  const { reportMetadata, factMap } = result;
  const at = reportMetadata.aggregates.indexOf(aggregate);
  const [first = '', second] = groupings;
  const isAcross = reportMetadata.groupingsAcross[0]?.name === first;
  const own = isAcross ? result.groupingsAcross.groupings : result.groupingsDown.groupings;
  const others = isAcross ? result.groupingsDown.groupings : result.groupingsAcross.groupings;
  const series = second === undefined ? [] : others;
  const fact = (group: string, other: string): { readonly value: number; readonly text: string } => {
    const found = factMap[isAcross ? `${other}!${group}` : `${group}!${other}`]?.aggregates[at];
    return { value: found?.value ?? 0, text: found?.label ?? '' };
  };
  return {
    series: series.map(({ label }) => label),
    groups: own.map(({ key, label }) => ({
      key,
      label,
      ...fact(key, 'T'),
      parts: series.map((other, index) => ({ series: index, ...fact(key, other.key) })).filter(({ value }) => value !== 0),
    })),
  };
}

export interface DetailTable {
  readonly columns: readonly { readonly key: string; readonly label: string; readonly look: CellLook | undefined }[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** The rows behind the groups, in the order of the groups. */
export function detailTable(result: ReportResult): DetailTable {
  const { detailColumnInfo } = result.reportExtendedMetadata;
  const down = [...nested(result.groupingsDown.groupings).map(([{ key }]) => key), 'T'];
  const across = [...nested(result.groupingsAcross.groupings).map(([{ key }]) => key), 'T'];
  return {
    columns: result.reportMetadata.detailColumns.map((code) => ({
      key: code,
      label: detailColumnInfo[code]?.label ?? code,
      look: lookOf(detailColumnInfo[code]?.dataType ?? ''),
    })),
    rows: down.flatMap((one) =>
      across.flatMap((other) => result.factMap[`${one}!${other}`]?.rows?.map(({ dataCells }) => dataCells) ?? []),
    ),
  };
}
