// The Analytics API as far as reports and dashboards are read: lists, descriptions, results.
import { notImplemented } from '../../../platform/api-error.ts';
import type { ApiRequest, Route } from '../route.ts';
import { dashboardAnswer, dashboardMetadata, dashboardStatus } from './dashboard-answer.ts';
import { seenReport } from '../../reports/seen-report.ts';
import { byId, foundDashboards, foundReports } from './found-analytics.ts';
import { metadataSetting, reportAnswer, reportAttributes } from './report-answer.ts';
import { reportExtendedMetadata, reportMetadata, reportTypeMetadata } from './report-metadata.ts';

const REPORTS = '/analytics/reports';
const DASHBOARDS = '/analytics/dashboards';

export const analyticsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: REPORTS,
    handle(request, org) {
      const { words } = metadataSetting(org, request.session);
      const list = foundReports(request, org).map(({ id, report }) => ({
        describeUrl: `${request.base}${REPORTS}/${id}/describe`,
        id,
        instancesUrl: `${request.base}${REPORTS}/${id}/instances`,
        name: words.get(`reports ${report.fullName}`)?.label ?? report.name,
        url: `${request.base}${REPORTS}/${id}`,
      }));
      return { status: 200, json: list };
    },
  },
  {
    method: 'GET',
    path: `${REPORTS}/:id`,
    handle(request, org) {
      const found = byId(request, foundReports(request, org));
      return { status: 200, json: reportAnswer(found, org, request.session, request.base, wantsDetails(request)) };
    },
  },
  {
    method: 'POST',
    path: `${REPORTS}/:id`,
    async handle(request, org) {
      const found = byId(request, foundReports(request, org));
      const { reportMetadata: changed = {} } = ((await request.json()) ?? {}) as { readonly reportMetadata?: object };
      if (Object.keys(changed).length > 0) throw notImplemented('reports run with other metadata than they were saved with');
      return { status: 200, json: reportAnswer(found, org, request.session, request.base, wantsDetails(request)) };
    },
  },
  {
    method: 'GET',
    path: `${REPORTS}/:id/describe`,
    handle(request, org) {
      const stored = byId(request, foundReports(request, org));
      const found = { ...stored, report: seenReport(stored.report, org.schema) };
      const setting = metadataSetting(org, request.session);
      return {
        status: 200,
        json: {
          attributes: reportAttributes(found, setting, request.base),
          reportExtendedMetadata: reportExtendedMetadata(found.report, setting),
          reportMetadata: reportMetadata(found, setting),
          reportTypeMetadata: reportTypeMetadata(found.report, setting),
        },
      };
    },
  },
  {
    method: 'GET',
    path: DASHBOARDS,
    handle(request, org) {
      const { words } = metadataSetting(org, request.session);
      const list = foundDashboards(request, org).map(({ id, dashboard }) => ({
        id,
        name: words.get(`dashboards ${dashboard.fullName}`)?.label ?? dashboard.title,
        statusUrl: `${request.base}${DASHBOARDS}/${id}/status`,
        url: `${request.base}${DASHBOARDS}/${id}`,
      }));
      return { status: 200, json: list };
    },
  },
  {
    method: 'GET',
    path: `${DASHBOARDS}/:id`,
    handle(request, org) {
      const found = byId(request, foundDashboards(request, org));
      return { status: 200, json: dashboardAnswer(found, org, request.session, request.base, undefined) };
    },
  },
  {
    method: 'POST',
    path: `${DASHBOARDS}/:id`,
    async handle(request, org) {
      const found = byId(request, foundDashboards(request, org));
      const { componentIds } = (await request.json()) as { readonly componentIds?: readonly string[] };
      return { status: 200, json: dashboardAnswer(found, org, request.session, request.base, componentIds) };
    },
  },
  {
    method: 'PUT',
    path: `${DASHBOARDS}/:id`,
    handle(request, org) {
      const { id } = byId(request, foundDashboards(request, org));
      return { status: 201, json: { statusUrl: `${request.base}${DASHBOARDS}/${id}/status` } };
    },
  },
  {
    method: 'GET',
    path: `${DASHBOARDS}/:id/describe`,
    handle(request, org) {
      return { status: 200, json: dashboardMetadata(byId(request, foundDashboards(request, org)), org, request.session) };
    },
  },
  {
    method: 'GET',
    path: `${DASHBOARDS}/:id/status`,
    handle: (request, org) => ({ status: 200, json: dashboardStatus(byId(request, foundDashboards(request, org)), org) }),
  },
];

function wantsDetails({ query }: ApiRequest): boolean {
  return query.get('includeDetails') === 'true';
}
