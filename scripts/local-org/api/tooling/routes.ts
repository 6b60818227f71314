// The Tooling API as far as clients read with it: queries on metadata, the objects that can be asked, and what describes them.
import { ApiError, notImplemented } from '../../../platform/api-error.ts';
import { queryRoutes } from '../rest/query.ts';
import { sobjectRoutes } from '../rest/sobjects.ts';
import type { ApiResponse, Route } from '../route.ts';
import { toolingOrg } from './tooling-org.ts';

/** What is unknown here, the platform may well have. */
const UNKNOWN: ReadonlySet<string> = new Set(['INVALID_TYPE', 'INVALID_FIELD', 'NOT_FOUND']);
/** Clients ask for it to learn whether an org tracks changes of source; the answer of one that does not is that there is no such object. */
const OF_TRACKING_ORGS = 'SourceMember';

/** The same resources as above `/tooling`, over metadata instead of records. */
export function toolingRoutes(): readonly Route[] {
  return [...queryRoutes(), ...sobjectRoutes].map(({ method, path, handle }) => ({
    method,
    path: `/tooling${path}`,
    async handle(request, org): Promise<ApiResponse> {
      try {
        return await handle({ ...request, base: `${request.base}/tooling` }, toolingOrg(org));
      } catch (error) {
        if (!(error instanceof ApiError) || !UNKNOWN.has(error.errorCode) || request.params['object'] === OF_TRACKING_ORGS) throw error;
        throw notImplemented(
          `this part of the Tooling API (${error.message.trim().split('\n').at(-1)?.split('. ')[0] ?? error.errorCode})`,
        );
      }
    },
  }));
}
