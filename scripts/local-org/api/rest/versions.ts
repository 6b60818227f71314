// What versions and resources there are: the first things that every client asks.
import { API_VERSION } from '../../../platform/api-version.ts';
import { OLDEST_VERSION, type SiteRoute } from '../router.ts';
import type { Route } from '../route.ts';

const RELEASES = ['Winter', 'Spring', 'Summer'] as const;

/** Version 50.0 was Winter '21; there are three releases a year. */
function versionEntry(version: number): { label: string; url: string; version: string } {
  const release = version - OLDEST_VERSION;
  const label = `${RELEASES[release % 3] ?? ''} '${21 + Math.floor(release / 3)}`;
  return { label, url: `/services/data/v${version}.0`, version: `${version}.0` };
}

/** GET /services/data needs no session, as on the platform. */
export const versionRoutes: readonly SiteRoute[] = [
  {
    method: 'GET',
    path: '/services/data',
    open: true,
    handle() {
      const count = Number(API_VERSION) - OLDEST_VERSION + 1;
      return { status: 200, json: Array.from({ length: count }, (_, index) => versionEntry(OLDEST_VERSION + index)) };
    },
  },
];

const RESOURCES = ['sobjects', 'query', 'composite', 'limits', 'jobs', 'ui-api', 'graphql'] as const;

/** GET /services/data/vXX.X: the resource directory with the caller's identity URL, which jsforce and SFDMU follow. */
export const directoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/',
    handle(request, org) {
      const identity = `http://${request.headers.host ?? ''}/id/${org.id}/${request.session.userId}`;
      const resources = RESOURCES.map((name) => [name, `${request.base}/${name}`]);
      return { status: 200, json: { ...Object.fromEntries(resources), identity } };
    },
  },
];
