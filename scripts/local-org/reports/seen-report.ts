// A report as one user may see it: columns that are hidden from the user are left out, as on the platform.
import { ApiError } from '../../platform/api-error.ts';
import type { Schema } from '../metadata/schema.ts';
import type { Aggregate, Report, ReportColumn } from './report-definition.ts';
import { compileSummaryFormula } from './summary-formula.ts';

/** Throws ApiError 403 when the user may not see what the report is about, or what it groups and filters by. */
export function seenReport(report: Report, schema: Schema): Report {
  const isSeen = ({ object, field }: ReportColumn): boolean => schema.object(object)?.field(field) !== undefined;
  const needed = [
    ...report.filters.map(({ column }) => column),
    ...[...report.groupingsDown, ...report.groupingsAcross].map(({ column }) => column),
    ...(report.timeFrame ? [report.timeFrame.column] : []),
  ];
  if (!schema.object(report.type.object) || !needed.every(isSeen))
    throw new ApiError(403, 'FORBIDDEN', 'You don’t have permission to see the data of this report. Ask your administrator for help.');
  const isReckoned = (aggregate: Aggregate): boolean => {
    if (aggregate.kind === 'count') return true;
    if (aggregate.kind === 'summary') return isSeen(aggregate.column);
    return compileSummaryFormula(aggregate.formula, report.type).inputs.every(({ column }) => isSeen(column));
  };
  const { chart, sort } = report;
  return {
    ...report,
    columns: report.columns.filter(isSeen),
    aggregates: report.aggregates.filter(isReckoned),
    groupingsDown: report.groupingsDown.map((grouping) => withOrder(grouping, isReckoned)),
    groupingsAcross: report.groupingsAcross.map((grouping) => withOrder(grouping, isReckoned)),
    chart: chart && isReckoned(chart.summary) ? chart : undefined,
    sort: sort && isSeen(sort.column) ? sort : undefined,
  };
}

function withOrder(
  grouping: Report['groupingsDown'][number],
  isReckoned: (aggregate: Aggregate) => boolean,
): Report['groupingsDown'][number] {
  if (!grouping.sortedBy || isReckoned(grouping.sortedBy)) return grouping;
  const { sortedBy: _hidden, ...rest } = grouping;
  return rest;
}
