// Lists of jobs, a thousand a page.
import type { ApiRequest, ApiResponse } from '../route.ts';
import type { StoredJob } from './stored-job.ts';

const PAGE = 1_000;

/** One page of jobs, oldest first; `queryLocator` is the position of the page, as `nextRecordsUrl` names it. */
export function jobPage(request: ApiRequest, jobs: readonly StoredJob[]): ApiResponse {
  const kind = request.query.get('jobType');
  const found = jobs.filter(({ info }) => kind === null || kind === 'All' || info.jobType === kind);
  const start = Number(request.query.get('queryLocator') ?? 0) || 0;
  const next = start + PAGE;
  const done = next >= found.length;
  const path = found[0]?.kind === 'query' ? 'query' : 'ingest';
  return {
    status: 200,
    json: {
      done,
      records: found.slice(start, next).map(({ info }) => info),
      nextRecordsUrl: done ? null : `${request.base}/jobs/${path}?queryLocator=${next}`,
    },
  };
}
