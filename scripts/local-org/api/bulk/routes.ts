// Bulk API 2.0 of the local org: ingest and query jobs (Bulk API 2.0 and Bulk API Developer Guide).
import type { Route } from '../route.ts';
import { runIngest } from './ingest-run.ts';
import { ingestRoutes } from './ingest-routes.ts';
import { JobRegistry } from './job-registry.ts';
import type { BulkOptions } from './job-registry.ts';
import { queryJobRoutes } from './query-job-routes.ts';
import { runQueryJob } from './query-run.ts';

export type { BulkFaults, BulkOptions } from './job-registry.ts';

/** Routes of `/jobs/ingest` and `/jobs/query`. Jobs that an earlier run left unfinished go on with the first request. */
export function bulkRoutes(options: BulkOptions): readonly Route[] {
  const jobs = new JobRegistry(options, (job, registry, org) =>
    job.kind === 'ingest' ? runIngest(job, registry, org) : runQueryJob(job, registry, org),
  );
  const routes = [...ingestRoutes(jobs), ...queryJobRoutes(jobs)];
  return routes.map((route) => ({
    ...route,
    handle(request, org) {
      jobs.resume(org);
      return route.handle(request, org);
    },
  }));
}
