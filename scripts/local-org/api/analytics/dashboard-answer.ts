// Dashboards as the Analytics API writes them: the components with their reports' results (Reports and Dashboards REST API, "Dashboard Results").
import { ApiError } from '../../../platform/api-error.ts';
import { recordId } from '../../../platform/record-id.ts';
import type { Org, Session } from '../../engine/org.ts';
import type { DashboardComponent } from '../../reports/report-definition.ts';
import { aggregateCode } from '../../reports/report-definition.ts';
import { foundReports, type FoundDashboard } from './found-analytics.ts';
import { metadataSetting, reportAnswer } from './report-answer.ts';

const KEY_PREFIX = '01a';

interface Component {
  readonly id: string;
  readonly component: DashboardComponent;
}

/** Components have ids by their place among all of them. */
function componentsOf({ dashboard }: FoundDashboard, org: Org): readonly Component[] {
  const all = org.analytics.dashboards.flatMap(({ components }) => components);
  return dashboard.components.map((component) => ({ component, id: recordId(KEY_PREFIX, all.indexOf(component) + 1) }));
}

export function dashboardMetadata(found: FoundDashboard, org: Org, session: Session): object {
  const { dashboard, id, folderId } = found;
  const { words } = metadataSetting(org, session);
  const named = words.get(`dashboards ${dashboard.fullName}`);
  const reports = new Map(foundReports({ session }, org).map(({ report, id: reportId }) => [report, reportId]));
  const components = componentsOf(found, org);
  return {
    attributes: { dashboardId: id, dashboardName: named?.label ?? dashboard.title, type: 'Dashboard' },
    canChangeRunningUser: false,
    canUseStickyFilter: false,
    components: components.map(({ id: componentId, component }, index) => ({
      componentData: index,
      footer: component.footer ?? null,
      header: component.header ?? words.get(`reports ${component.report.fullName}`)?.label ?? component.report.name,
      id: componentId,
      properties: propertiesOf(component),
      reportId: reports.get(component.report) ?? null,
      title: component.title ?? null,
      type: 'Report',
    })),
    dashboardType: dashboard.type,
    description: named?.description ?? dashboard.description ?? null,
    developerName: dashboard.developerName,
    filters: [],
    folderId,
    id,
    layout: {
      gridLayout: true,
      numColumns: dashboard.columnCount,
      components: components.map(({ component: { place } }) => ({
        colspan: place.width,
        column: place.column,
        row: place.row,
        rowspan: place.height,
      })),
    },
    name: named?.label ?? dashboard.title,
    runningUser: { displayName: session.username, id: session.userId },
  };
}

function propertiesOf({ type, chart, summary }: DashboardComponent): object {
  const drawn = chart ? [chart.grouping, ...(chart.secondGrouping === undefined ? [] : [chart.secondGrouping])] : [];
  return {
    aggregates: [{ name: aggregateCode(chart?.summary ?? summary) }],
    groupings: drawn.map((name) => ({ name })),
    reportFormat: type === 'Metric' ? 'METRIC' : 'CHART',
    visualizationProperties: {},
    visualizationType: type,
  };
}

/** The dashboard with the results of its components, or of those that are asked for by id. */
export function dashboardAnswer(
  found: FoundDashboard,
  org: Org,
  session: Session,
  base: string,
  wanted: readonly string[] | undefined,
): object {
  const reports = foundReports({ session }, org);
  const components = componentsOf(found, org).filter(({ id }) => wanted === undefined || wanted.includes(id));
  const refreshed = org.now().toISOString();
  // two components may show one report: it is reckoned once
  const results = new Map<DashboardComponent['report'], object>();
  const resultOf = ({ report: shown }: DashboardComponent): object => {
    const known = results.get(shown);
    const report = reports.find((one) => one.report === shown);
    const result = known ?? componentResult(refreshed, () => (report ? reportAnswer(report, org, session, base, false) : null));
    results.set(shown, result);
    return result;
  };
  return {
    componentData: components.map(({ id, component }) => ({ componentId: id, ...resultOf(component) })),
    dashboardMetadata: dashboardMetadata(found, org, session),
  };
}

export function dashboardStatus(found: FoundDashboard, org: Org): object {
  const refreshed = org.now().toISOString();
  return {
    componentStatus: componentsOf(found, org).map(({ id }) => ({ componentId: id, refreshDate: refreshed, refreshStatus: 'IDLE' })),
  };
}

/** Results are always reckoned when they are asked for; a report that the user may not see leaves its component without data. */
function componentResult(refreshDate: string, answer: () => object | null): object {
  const status = { dataStatus: 'DATA', errorCode: null, errorMessage: null, errorSeverity: null, refreshDate, refreshStatus: 'IDLE' };
  try {
    return { reportResult: answer(), status };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 403) throw error;
    const { errorCode, message } = error;
    return { reportResult: null, status: { ...status, dataStatus: 'ERROR', errorCode, errorMessage: message, errorSeverity: 'Error' } };
  }
}
