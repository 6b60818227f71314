// What reports are made of once their metadata has been read: report types with columns, reports, dashboards.
import type { FieldType } from '../metadata/schema.ts';

/** A column of a report type, and where its value stands. */
export interface ReportColumn {
  /** As reports name it: `Competitor_Contract__c$Decision_Date__c`. */
  readonly code: string;
  /** Path of the value in SOQL; of a lookup that of its id. */
  readonly path: string;
  /** The object that has the field, and the field. */
  readonly object: string;
  readonly field: string;
  readonly type: FieldType;
  /** The object that a lookup points at. */
  readonly referenceTo?: string;
  /** A name of its own in the report type. */
  readonly label?: string;
  readonly isCheckedByDefault: boolean;
}

/** A column of the report's type by its code; throws MetadataRefusal. */
export type ColumnReader = (code: string) => ReportColumn;

export interface ReportType {
  /** As reports name it: `Competitor_Contracts__c`. */
  readonly name: string;
  readonly label: string;
  readonly object: string;
  readonly sections: readonly { readonly label: string; readonly columns: readonly ReportColumn[] }[];
  column(code: string): ReportColumn | undefined;
}

export type Summary = 'Sum' | 'Average' | 'Minimum' | 'Maximum';
export type Granularity = 'Day' | 'Week' | 'Month' | 'Quarter' | 'Year';

/** What a fact holds: the number of rows, a summary of a column, or a formula over those. */
export type Aggregate =
  | { readonly kind: 'count' }
  | { readonly kind: 'summary'; readonly column: ReportColumn; readonly summary: Summary }
  | { readonly kind: 'formula'; readonly formula: SummaryFormula };

export interface SummaryFormula {
  readonly name: string;
  readonly label: string;
  /** With `Object__c.Field__c:SUM` and `RowCount`. */
  readonly source: string;
  readonly type: 'number' | 'currency' | 'percent';
  readonly scale: number;
}

export interface Grouping {
  readonly column: ReportColumn;
  /** Means something for dates only. */
  readonly granularity: Granularity;
  readonly order: 'Asc' | 'Desc';
  /** Groups in the order of this aggregate instead of that of their values. */
  readonly sortedBy?: Aggregate;
}

export type FilterOperator =
  'equals' | 'notEqual' | 'lessThan' | 'greaterThan' | 'lessOrEqual' | 'greaterOrEqual' | 'contains' | 'notContain' | 'startsWith';

export interface ReportFilter {
  readonly column: ReportColumn;
  readonly operator: FilterOperator;
  /** As written: several values parted by commas, blank for null. */
  readonly value: string;
}

export interface TimeFrame {
  readonly column: ReportColumn;
  readonly interval: string;
  /** Civil days of INTERVAL_CUSTOM; open where absent. */
  readonly from?: string;
  readonly until?: string;
}

export interface ReportChart {
  readonly type: string;
  readonly title: string | undefined;
  /** Codes of columns. */
  readonly grouping: string;
  readonly secondGrouping?: string;
  readonly summary: Aggregate;
}

export interface Report {
  readonly developerName: string;
  readonly folder: string;
  /** `Folder/Developer_Name`. */
  readonly fullName: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly format: 'TABULAR' | 'SUMMARY' | 'MATRIX';
  readonly type: ReportType;
  readonly columns: readonly ReportColumn[];
  readonly groupingsDown: readonly Grouping[];
  readonly groupingsAcross: readonly Grouping[];
  /** Row count last. */
  readonly aggregates: readonly Aggregate[];
  readonly filters: readonly ReportFilter[];
  /** Such as `1 AND (2 OR 3)`; all of them when absent. */
  readonly logic: string | undefined;
  readonly timeFrame: TimeFrame | undefined;
  /** Conditions that the standard report type adds by its parameters. */
  readonly conditions: readonly string[];
  readonly scope: 'organization' | 'user';
  readonly sort: { readonly column: ReportColumn; readonly order: 'Asc' | 'Desc' } | undefined;
  readonly rowLimit: number | undefined;
  readonly showsDetails: boolean;
  readonly chart: ReportChart | undefined;
}

export interface DashboardComponent {
  /** Such as `Metric`, `Bar`, `Donut`, `FlexTable`. */
  readonly type: string;
  readonly report: Report;
  /** The name of the report stands above a component that has no header of its own. */
  readonly header: string | undefined;
  readonly title: string | undefined;
  readonly footer: string | undefined;
  /** Groupings and summary of its own, or those of the report's chart. */
  readonly chart: ReportChart | undefined;
  /** What a metric shows. */
  readonly summary: Aggregate;
  readonly place: { readonly column: number; readonly row: number; readonly width: number; readonly height: number };
}

export interface Dashboard {
  readonly developerName: string;
  readonly folder: string;
  readonly fullName: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly type: 'SpecifiedUser' | 'LoggedInUser';
  readonly columnCount: number;
  readonly components: readonly DashboardComponent[];
}

export interface AnalyticsFolder {
  readonly developerName: string;
  readonly name: string;
  readonly type: 'Report' | 'Dashboard';
}

/** Translated names by kind and full name: `reports Folder/Name`, `dashboards …`, `reportTypes …`. */
export type AnalyticsWords = ReadonlyMap<string, { readonly label?: string; readonly description?: string }>;

/** Every report and dashboard of an org. */
export interface Analytics {
  readonly reportTypes: readonly ReportType[];
  readonly folders: readonly AnalyticsFolder[];
  readonly reports: readonly Report[];
  readonly dashboards: readonly Dashboard[];
  /** Words of a language such as `nl_NL`. */
  words(language: string): AnalyticsWords;
}

/** Of an org whose metadata holds neither. */
export const NO_ANALYTICS: Analytics = { reportTypes: [], folders: [], reports: [], dashboards: [], words: () => new Map() };

/** The code by which the platform names an aggregate: `s!Column`, `RowCount`, the name of a formula. */
export function aggregateCode(aggregate: Aggregate): string {
  if (aggregate.kind === 'count') return 'RowCount';
  if (aggregate.kind === 'formula') return aggregate.formula.name;
  return `${{ Sum: 's', Average: 'a', Minimum: 'm', Maximum: 'x' }[aggregate.summary]}!${aggregate.column.code}`;
}
