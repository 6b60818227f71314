// What the Analytics API says about a report: its definition, the columns of its type, the labels of what it gives
// (Reports and Dashboards REST API Developer Guide, "Describe").
import { columnLabel, fieldOf } from '../../reports/column-texts.ts';
import type { Aggregate, Report, ReportColumn, ReportFilter } from '../../reports/report-definition.ts';
import { aggregateCode } from '../../reports/report-definition.ts';
import type { Schema } from '../../metadata/schema.ts';
import { ROW_COUNT, SUMMARY_WORDS, wordIn } from './analytics-words.ts';
import type { FoundReport } from './found-analytics.ts';

/** Names of a report's parts in the language of the user. */
export interface MetadataSetting {
  readonly schema: Schema;
  readonly language: string;
  readonly words: ReadonlyMap<string, { readonly label?: string; readonly description?: string }>;
}

export function reportMetadata({ report, id, folderId }: FoundReport, setting: MetadataSetting): object {
  const named = setting.words.get(`reports ${report.fullName}`);
  return {
    aggregates: report.aggregates.map(aggregateCode),
    buckets: [],
    chart: report.chart ? chartOf(report) : null,
    crossFilters: [],
    currency: null,
    customDetailFormula: {},
    customSummaryFormula: Object.fromEntries(report.aggregates.flatMap((one) => (one.kind === 'formula' ? [formulaOf(one)] : []))),
    dashboardSetting: null,
    description: named?.description ?? report.description ?? null,
    detailColumns: report.columns.map(({ code }) => code),
    developerName: report.developerName,
    division: null,
    folderId,
    groupingsAcross: groupings(report.groupingsAcross),
    groupingsDown: groupings(report.groupingsDown),
    hasDetailRows: report.showsDetails,
    hasRecordCount: true,
    historicalSnapshotDates: [],
    id,
    name: named?.label ?? report.name,
    presentationOptions: { hasStackedSummaries: true },
    reportBooleanFilter: report.logic ?? null,
    reportFilters: report.filters.map(filterOf),
    reportFormat: report.format,
    reportType: { label: typeLabel(report, setting), type: report.type.name },
    scope: report.scope,
    showGrandTotal: true,
    showSubtotals: true,
    sortBy: report.sort ? [{ sortColumn: report.sort.column.code, sortOrder: report.sort.order }] : [],
    standardDateFilter: report.timeFrame
      ? {
          column: report.timeFrame.column.code,
          durationValue: report.timeFrame.interval === 'INTERVAL_CUSTOM' ? 'CUSTOM' : report.timeFrame.interval,
          startDate: report.timeFrame.from ?? null,
          endDate: report.timeFrame.until ?? null,
        }
      : null,
    standardFilters: [],
    supportsRoleHierarchy: false,
    userOrHierarchyFilterId: null,
  };
}

function groupings(list: Report['groupingsDown']): readonly object[] {
  return list.map(({ column, granularity, order, sortedBy }) => ({
    name: column.code,
    sortOrder: order,
    dateGranularity: column.type === 'date' || column.type === 'datetime' ? granularity : 'None',
    sortAggregate: sortedBy ? aggregateCode(sortedBy) : null,
  }));
}

function filterOf({ column, operator, value }: ReportFilter): object {
  return { column: column.code, filterType: 'fieldValue', isRunPageEditable: true, operator, value };
}

function chartOf({ chart }: Report): object | null {
  if (!chart) return null;
  return {
    chartType: chart.type,
    groupings: [chart.grouping, ...(chart.secondGrouping === undefined ? [] : [chart.secondGrouping])],
    hasLegend: chart.secondGrouping !== undefined,
    showChartValues: true,
    summaries: [aggregateCode(chart.summary)],
    summaryAxisLocations: ['Y'],
    title: chart.title ?? '',
  };
}

function formulaOf({ formula }: Aggregate & { readonly kind: 'formula' }): [string, object] {
  return [
    formula.name,
    {
      label: formula.label,
      description: null,
      formulaType: formula.type,
      decimalPlaces: formula.scale,
      downGroup: null,
      downGroupType: 'all',
      acrossGroup: null,
      acrossGroupType: 'all',
      formula: formula.source,
    },
  ];
}

function typeLabel({ type }: Report, { words }: MetadataSetting): string {
  return words.get(`reportTypes ${type.name.replace(/__c$/, '')}`)?.label ?? type.label;
}

export function aggregateLabel(aggregate: Aggregate, setting: MetadataSetting): string {
  if (aggregate.kind === 'count') return wordIn(ROW_COUNT, setting.language);
  if (aggregate.kind === 'formula') return aggregate.formula.label;
  return `${wordIn(SUMMARY_WORDS[aggregate.summary], setting.language)} ${columnLabel(aggregate.column, setting.schema)}`;
}

/** Types of aggregates as the API names them. */
export function aggregateType(aggregate: Aggregate): string {
  if (aggregate.kind === 'count') return 'int';
  if (aggregate.kind === 'formula') return aggregate.formula.type === 'number' ? 'double' : aggregate.formula.type;
  return aggregate.column.type === 'boolean' ? 'int' : aggregate.column.type;
}

export function reportExtendedMetadata(report: Report, setting: MetadataSetting): object {
  const grouped = [
    ...report.groupingsDown.map(({ column }, level) => [column, level] as const),
    ...report.groupingsAcross.map(({ column }, level) => [column, level] as const),
  ];
  return {
    aggregateColumnInfo: Object.fromEntries(
      report.aggregates.map((aggregate) => [
        aggregateCode(aggregate),
        {
          dataType: aggregateType(aggregate),
          label: aggregateLabel(aggregate, setting),
          downGroupingContext: null,
          acrossGroupingContext: null,
        },
      ]),
    ),
    detailColumnInfo: Object.fromEntries(report.columns.map((column) => [column.code, columnInfo(column, setting)])),
    groupingColumnInfo: Object.fromEntries(
      grouped.map(([column, groupingLevel]) => [
        column.code,
        { dataType: dataType(column), label: columnLabel(column, setting.schema), groupingLevel },
      ]),
    ),
  };
}

/** Lookups are text to reports. */
function dataType({ type }: ReportColumn): string {
  return type === 'reference' || type === 'id' ? 'string' : type;
}

function columnInfo(column: ReportColumn, { schema }: MetadataSetting): object {
  const field = fieldOf(column, schema);
  return {
    dataType: dataType(column),
    entityColumnName: column.path,
    filterValues: field.picklist?.values.map(({ value, label }) => ({ name: value, label })) ?? [],
    filterable: true,
    isCustom: field.custom,
    isLookup: column.referenceTo !== undefined,
    label: columnLabel(column, schema),
    maxLength: field.length > 0 ? field.length : null,
    uniqueCountable: false,
  };
}

export function reportTypeMetadata({ type }: Report, setting: MetadataSetting): object {
  return {
    categories: type.sections.map(({ label, columns }) => ({
      label,
      columns: Object.fromEntries(
        columns
          .filter(({ object, field }) => setting.schema.object(object)?.field(field))
          .map((column) => [column.code, columnInfo(column, setting)]),
      ),
    })),
    dataTypeFilterOperatorMap: {},
    dateGranularityInfos: [],
    divisionInfo: null,
    scopeInfo: { defaultValue: 'organization', values: [] },
    standardDateFilterDurationGroups: [],
    standardFilterInfos: {},
    supportsJoinedFormat: false,
  };
}
