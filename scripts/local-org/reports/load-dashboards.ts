// Dashboards from their files, each component bound to its report.
import { basename, dirname } from 'node:path';
import { MetadataRefusal } from '../metadata/metadata-refusal.ts';
import { readMetadataXml, type XmlElement } from '../metadata/metadata-xml.ts';
import { packageFiles } from '../metadata/package-files.ts';
import { oneOf, refuseOthers } from './known-elements.ts';
import { chartSummary } from './report-chart.ts';
import type { Dashboard, DashboardComponent, Report, ReportChart } from './report-definition.ts';

const ENDING = '.dashboard-meta.xml';
const WHAT = 'a dashboard';
const ELEMENTS = [
  'backgroundEndColor',
  'backgroundFadeDirection',
  'backgroundStartColor',
  'chartTheme',
  'colorPalette',
  'dashboardChartTheme',
  'dashboardColorPalette',
  'dashboardGridLayout',
  'dashboardType',
  'description',
  'isGridLayout',
  'runningUser',
  'textColor',
  'title',
  'titleColor',
  'titleSize',
];
/** Looks and behaviour of a component that the local pages choose for themselves. */
const LOOKS = [
  'autoselectColumnsFromReport',
  'chartAxisRange',
  'decimalPrecision',
  'displayUnits',
  'drillEnabled',
  'drillToDetailEnabled',
  'enableHover',
  'expandOthers',
  'groupingSortProperties',
  'indicatorHighColor',
  'indicatorLowColor',
  'indicatorMiddleColor',
  'legendPosition',
  'metricLabel',
  'showPercentage',
  'showPicturesOnCharts',
  'showRange',
  'showTotal',
  'showValues',
  'sortBy',
];
const OWN = ['chartSummary', 'componentType', 'footer', 'groupingColumn', 'header', 'report', 'title', 'useReportChart'];
const TYPES = ['Metric', 'Bar', 'BarStacked', 'Column', 'ColumnStacked', 'Line', 'Donut', 'Funnel'] as const;

/** Every dashboard below the folders. Throws MetadataRefusal naming file and element. */
export function loadDashboards(folders: readonly string[], reports: readonly Report[]): readonly Dashboard[] {
  return packageFiles(folders, ENDING).map((file) => readDashboard(file, reports));
}

function readDashboard(file: string, reports: readonly Report[]): Dashboard {
  const xml = readMetadataXml(file, 'Dashboard');
  refuseOthers(xml, ELEMENTS, WHAT);
  const [grid] = xml.all('dashboardGridLayout');
  if (!grid) throw new MetadataRefusal(file, 'has no <dashboardGridLayout>; the local org lays dashboards out by grid only');
  const [folder, developerName] = [basename(dirname(file)), basename(file, ENDING)];
  return {
    developerName,
    folder,
    fullName: `${folder}/${developerName}`,
    title: xml.required('title'),
    description: xml.text('description'),
    type: oneOf(xml, 'dashboardType', ['SpecifiedUser', 'LoggedInUser'], WHAT) ?? 'SpecifiedUser',
    columnCount: grid.number('numberOfColumns') ?? 12,
    components: grid.all('dashboardGridComponents').map((place) => readComponent(place, reports)),
  };
}

function readComponent(place: XmlElement, reports: readonly Report[]): DashboardComponent {
  const [xml] = place.all('dashboardComponent');
  if (!xml) throw new MetadataRefusal(place.file, 'has a place in its grid without a component');
  refuseOthers(xml, [...LOOKS, ...OWN], 'a component of a dashboard');
  const type = oneOf(xml, 'componentType', TYPES, WHAT) ?? 'Metric';
  const report = reports.find(({ fullName }) => fullName === xml.text('report'));
  if (!report) throw new MetadataRefusal(place.file, `shows the report ${xml.text('report') ?? ''}, which the org has not got`);
  const [shown] = xml.all('chartSummary');
  const summary = shown ? chartSummary(shown, report.aggregates) : (report.chart?.summary ?? { kind: 'count' as const });
  return {
    type,
    report,
    header: xml.text('header'),
    title: xml.text('title'),
    footer: xml.text('footer'),
    chart: type === 'Metric' ? undefined : componentChart(xml, report, { type, title: undefined, grouping: '', summary }),
    summary,
    place: {
      column: place.number('columnIndex') ?? 0,
      row: place.number('rowIndex') ?? 0,
      width: place.number('colSpan') ?? 1,
      height: place.number('rowSpan') ?? 1,
    },
  };
}

/** Groups of its own; else those of the report's chart. */
function componentChart(xml: XmlElement, report: Report, own: ReportChart): ReportChart {
  const [grouping, secondGrouping] = xml.texts('groupingColumn');
  if (grouping === undefined) {
    if (!report.chart) throw new MetadataRefusal(xml.file, `draws ${report.fullName} without groups of its own, and that has no chart`);
    return { ...report.chart, type: own.type };
  }
  const known = [...report.groupingsDown, ...report.groupingsAcross].map(({ column }) => column.code);
  const unknown = [grouping, secondGrouping].find((code) => code !== undefined && !known.includes(code));
  if (unknown !== undefined)
    throw new MetadataRefusal(xml.file, `groups ${report.fullName} by ${unknown}, by which the report does not group`);
  return { ...own, grouping, ...(secondGrouping === undefined ? {} : { secondGrouping }) };
}
