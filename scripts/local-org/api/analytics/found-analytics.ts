// Reports and dashboards by the id of their record.
import { ApiError } from '../../../platform/api-error.ts';
import { toId18 } from '../../../platform/record-id.ts';
import type { Org } from '../../engine/org.ts';
import type { Dashboard, Report } from '../../reports/report-definition.ts';
import type { ApiRequest } from '../route.ts';

export interface FoundReport {
  readonly id: string;
  readonly folderId: string;
  readonly report: Report;
}

export interface FoundDashboard {
  readonly id: string;
  readonly folderId: string;
  readonly dashboard: Dashboard;
}

type AnalyticsRequest = Pick<ApiRequest, 'session'>;

interface Found {
  readonly id: string;
  readonly folderId: string;
  readonly name: string;
}

function records(request: AnalyticsRequest, org: Org, object: 'Report' | 'Dashboard'): readonly Found[] {
  const folder = object === 'Report' ? 'OwnerId' : 'FolderId';
  return org.query(request.session, `SELECT Id, DeveloperName, ${folder} FROM ${object} ORDER BY DeveloperName`).records.map((row) => ({
    id: String(row['Id']),
    folderId: String(row[folder]),
    name: String(row['DeveloperName']),
  }));
}

/** Every report in the order of the names that developers gave them. */
export function foundReports(request: AnalyticsRequest, org: Org): readonly FoundReport[] {
  return records(request, org, 'Report').flatMap(({ name, ...record }) => {
    const report = org.analytics.reports.find(({ developerName }) => developerName === name);
    return report ? [{ ...record, report }] : [];
  });
}

export function foundDashboards(request: AnalyticsRequest, org: Org): readonly FoundDashboard[] {
  return records(request, org, 'Dashboard').flatMap(({ name, ...record }) => {
    const dashboard = org.analytics.dashboards.find(({ developerName }) => developerName === name);
    return dashboard ? [{ ...record, dashboard }] : [];
  });
}

/** The one that the path names. Throws ApiError as the platform does for an id that is none. */
export function byId<T extends { readonly id: string }>(request: ApiRequest, all: readonly T[]): T {
  const id = toId18(request.params['id'] ?? '');
  const found = all.find((one) => one.id === id);
  if (!found) throw new ApiError(404, 'NOT_FOUND', 'The data you’re trying to access is unavailable.');
  return found;
}
