// Reports from their files, bound to their report types; what the local org does not carry out is refused by name.
import { basename, dirname } from 'node:path';
import { MetadataRefusal } from '../metadata/metadata-refusal.ts';
import { readMetadataXml, type XmlElement } from '../metadata/metadata-xml.ts';
import { packageFiles } from '../metadata/package-files.ts';
import { activityConditions } from './activity-report-type.ts';
import { oneOf, refuseOthers } from './known-elements.ts';
import { readChart } from './report-chart.ts';
import type {
  Aggregate,
  ColumnReader,
  Grouping,
  Report,
  ReportFilter,
  ReportType,
  SummaryFormula,
  TimeFrame,
} from './report-definition.ts';
import { isKnownInterval } from './time-frames.ts';

const ENDING = '.report-meta.xml';
const WHAT = 'a report';
const ELEMENTS = [
  'aggregates',
  'chart',
  'columns',
  'description',
  'filter',
  'format',
  'groupingsAcross',
  'groupingsDown',
  'name',
  'params',
  'reportType',
  'rowLimit',
  'scope',
  'showDetails',
  'showGrandTotal',
  'showSubTotals',
  'sortColumn',
  'sortOrder',
  'timeFrameFilter',
];
const FORMATS = { Tabular: 'TABULAR', Summary: 'SUMMARY', Matrix: 'MATRIX' } as const;
const SUMMARIES = ['Sum', 'Average', 'Minimum', 'Maximum'] as const;
const OPERATORS = [
  'equals',
  'notEqual',
  'lessThan',
  'greaterThan',
  'lessOrEqual',
  'greaterOrEqual',
  'contains',
  'notContain',
  'startsWith',
] as const;
const GRANULARITIES = ['Day', 'Week', 'Month', 'Quarter', 'Year'] as const;

/** Every report below the folders. Throws MetadataRefusal naming file and element. */
export function loadReports(folders: readonly string[], types: readonly ReportType[]): readonly Report[] {
  return packageFiles(folders, ENDING).map((file) => readReport(file, types));
}

function readReport(file: string, types: readonly ReportType[]): Report {
  const xml = readMetadataXml(file, 'Report');
  refuseOthers(xml, ELEMENTS, WHAT);
  const type = types.find(({ name }) => name === xml.required('reportType'));
  if (!type) throw new MetadataRefusal(file, `is of the report type ${xml.required('reportType')}, which the org has not got`);
  const column: ColumnReader = (code) => {
    const found = type.column(code);
    if (!found) throw new MetadataRefusal(file, `names the column ${code}, which its report type ${type.name} has not got`);
    return found;
  };
  const aggregates = readAggregates(xml, column);
  const groupings = (name: string): readonly Grouping[] => xml.all(name).map((grouping) => readGrouping(grouping, column));
  const [folder, developerName] = [basename(dirname(file)), basename(file, ENDING)];
  const chart = xml.all('chart')[0];
  const sortColumn = xml.text('sortColumn');
  return {
    developerName,
    folder,
    fullName: `${folder}/${developerName}`,
    name: xml.required('name'),
    description: xml.text('description'),
    format: FORMATS[oneOf(xml, 'format', ['Tabular', 'Summary', 'Matrix'], WHAT) ?? 'Tabular'],
    type,
    columns: xml.all('columns').map((shown) => column(shown.required('field'))),
    groupingsDown: groupings('groupingsDown'),
    groupingsAcross: groupings('groupingsAcross'),
    aggregates,
    ...readFilters(xml, column),
    timeFrame: readTimeFrame(xml, column),
    conditions: readParameters(xml, type),
    scope: oneOf(xml, 'scope', ['organization', 'user'], WHAT) ?? 'organization',
    sort: sortColumn === undefined ? undefined : { column: column(sortColumn), order: readOrder(xml) },
    rowLimit: xml.number('rowLimit'),
    showsDetails: xml.flag('showDetails') !== false,
    chart: chart && readChart(chart, column, aggregates),
  };
}

function readAggregates(xml: XmlElement, column: ColumnReader): readonly Aggregate[] {
  const summaries = xml.all('columns').flatMap((shown) =>
    shown.texts('aggregateTypes').map((text): Aggregate => {
      const summary = SUMMARIES.find((known) => known === text);
      if (!summary) throw new MetadataRefusal(xml.file, `sums up by ${text}, which the local org does not carry out`);
      return { kind: 'summary', column: column(shown.required('field')), summary };
    }),
  );
  const formulas = xml
    .all('aggregates')
    .filter((formula) => formula.flag('isActive') === true)
    .map((formula): Aggregate => ({ kind: 'formula', formula: readFormula(formula) }));
  return [...summaries, ...formulas, { kind: 'count' }];
}

function readFormula(xml: XmlElement): SummaryFormula {
  refuseOthers(
    xml,
    ['calculatedFormula', 'datatype', 'description', 'developerName', 'isActive', 'isCrossBlock', 'masterLabel', 'scale'],
    WHAT,
  );
  return {
    name: xml.required('developerName'),
    label: xml.required('masterLabel'),
    source: xml.required('calculatedFormula'),
    type: oneOf(xml, 'datatype', ['number', 'currency', 'percent'], WHAT) ?? 'number',
    scale: xml.number('scale') ?? 0,
  };
}

function readGrouping(xml: XmlElement, column: ColumnReader): Grouping {
  refuseOthers(xml, ['aggregateType', 'dateGranularity', 'field', 'sortByName', 'sortOrder', 'sortType'], WHAT);
  const sortedBy = xml.text('sortType') === undefined ? undefined : readGroupOrder(xml, column);
  return {
    column: column(xml.required('field')),
    granularity: oneOf(xml, 'dateGranularity', GRANULARITIES, WHAT) ?? 'Day',
    order: readOrder(xml),
    ...(sortedBy ? { sortedBy } : {}),
  };
}

function readGroupOrder(xml: XmlElement, column: ColumnReader): Aggregate {
  oneOf(xml, 'sortType', ['Aggregate'], WHAT);
  if (xml.text('aggregateType') === 'RowCount') return { kind: 'count' };
  const summary = oneOf(xml, 'aggregateType', SUMMARIES, WHAT) ?? 'Sum';
  return { kind: 'summary', column: column(xml.required('sortByName')), summary };
}

function readOrder(xml: XmlElement): 'Asc' | 'Desc' {
  return oneOf(xml, 'sortOrder', ['Asc', 'Desc'], WHAT) ?? 'Asc';
}

function readFilters(xml: XmlElement, column: ColumnReader): Pick<Report, 'filters' | 'logic'> {
  const [filter] = xml.all('filter');
  if (!filter) return { filters: [], logic: undefined };
  refuseOthers(filter, ['booleanFilter', 'criteriaItems', 'language'], WHAT);
  const filters = filter.all('criteriaItems').map((item): ReportFilter => {
    refuseOthers(item, ['column', 'columnToColumn', 'isUnlocked', 'operator', 'value'], WHAT);
    if (item.flag('columnToColumn') === true)
      throw new MetadataRefusal(xml.file, 'compares two columns (columnToColumn), which the local org does not carry out');
    return {
      column: column(item.required('column')),
      operator: oneOf(item, 'operator', OPERATORS, WHAT) ?? 'equals',
      value: item.text('value') ?? '',
    };
  });
  return { filters, logic: filter.text('booleanFilter') };
}

function readTimeFrame(xml: XmlElement, column: ColumnReader): TimeFrame | undefined {
  const [frame] = xml.all('timeFrameFilter');
  if (!frame) return undefined;
  const interval = frame.required('interval');
  if (!isKnownInterval(interval))
    throw new MetadataRefusal(xml.file, `has the time frame ${interval}, which the local org does not carry out`);
  const [from, until] = [frame.text('startDate'), frame.text('endDate')];
  return { column: column(frame.required('dateColumn')), interval, ...(from ? { from } : {}), ...(until ? { until } : {}) };
}

/** Parameters belong to the platform's own report types; custom ones have `co` alone, which says nothing about rows. */
function readParameters(xml: XmlElement, type: ReportType): readonly string[] {
  const parameters = new Map(xml.all('params').map((parameter) => [parameter.required('name'), parameter.text('value') ?? '']));
  if (type.name.endsWith('__c')) {
    const other = [...parameters.keys()].find((name) => name !== 'co');
    if (other !== undefined) throw new MetadataRefusal(xml.file, `has the parameter ${other}, which the local org does not carry out`);
    return [];
  }
  const conditions = activityConditions(parameters);
  if (!conditions) throw new MetadataRefusal(xml.file, 'reports events too: of activities the local org reports tasks (params type = t)');
  return conditions;
}
