// The chart of a report, or of a component of a dashboard: what is grouped, and which aggregate is drawn.
import { MetadataRefusal } from '../metadata/metadata-refusal.ts';
import type { XmlElement } from '../metadata/metadata-xml.ts';
import { refuseOthers } from './known-elements.ts';
import type { Aggregate, ColumnReader, ReportChart } from './report-definition.ts';
import { aggregateCode } from './report-definition.ts';

/** Looks of a chart, which the local pages choose for themselves. */
const LOOKS = [
  'backgroundColor1',
  'backgroundColor2',
  'backgroundFadeDir',
  'enableHoverLabels',
  'expandOthers',
  'legendPosition',
  'location',
  'showAxisLabels',
  'showPercentage',
  'showTotal',
  'showValues',
  'size',
  'summaryAxisRange',
  'textColor',
  'textSize',
  'titleColor',
  'titleSize',
];
const TYPES = ['HorizontalBar', 'HorizontalBarStacked', 'VerticalColumn', 'VerticalColumnStacked', 'Line', 'Donut', 'Funnel'];

/** Reads `<chart>` of a report. Throws MetadataRefusal. */
export function readChart(xml: XmlElement, column: ColumnReader, aggregates: readonly Aggregate[]): ReportChart {
  refuseOthers(
    xml,
    [...LOOKS, 'chartSummaries', 'chartType', 'groupingColumn', 'secondaryGroupingColumn', 'title'],
    'the chart of a report',
  );
  const type = xml.required('chartType');
  if (!TYPES.includes(type)) throw new MetadataRefusal(xml.file, `has a chart of the type ${type}, which the local org does not draw`);
  const second = xml.text('secondaryGroupingColumn');
  const [summary, ...more] = xml.all('chartSummaries');
  if (!summary || more.length > 0) throw new MetadataRefusal(xml.file, 'has a chart of several summaries or none; the local org draws one');
  return {
    type,
    title: xml.text('title'),
    grouping: column(xml.required('groupingColumn')).code,
    ...(second === undefined ? {} : { secondGrouping: column(second).code }),
    summary: chartSummary(summary, aggregates),
  };
}

/** What `<chartSummaries>` or `<chartSummary>` draws. Throws MetadataRefusal for an aggregate that the report has not got. */
export function chartSummary(xml: XmlElement, aggregates: readonly Aggregate[]): Aggregate {
  const [column, summary] = [xml.required('column'), xml.text('aggregate')];
  const found = aggregateNamed(aggregates, column, summary);
  if (!found) throw new MetadataRefusal(xml.file, `draws ${summary ?? ''} ${column}, which the report does not reckon`);
  return found;
}

/** An aggregate by what charts call it: a column with its summary, `RowCount`, or a formula. */
function aggregateNamed(aggregates: readonly Aggregate[], column: string, summary: string | undefined): Aggregate | undefined {
  return aggregates.find((aggregate) =>
    aggregate.kind === 'summary' ? aggregate.column.code === column && aggregate.summary === summary : aggregateCode(aggregate) === column,
  );
}
