// Finding the route of a request: any API version from 50.0, doubled and trailing slashes, letter case as clients send it.
import findMyWay from 'find-my-way';
import { notImplemented } from '../../platform/api-error.ts';
import { API_VERSION } from '../../platform/api-version.ts';
import { methodNotAllowed, resourceNotFound } from './errors.ts';
import type { Route } from './route.ts';
import { unsupportedResource } from './unsupported-resources.ts';

export const OLDEST_VERSION = 50;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const;
const DATA_PATH = /^\/services\/data\/v(\d{2,3}\.\d)(?=\/|$)/i;

/** A route outside `/services/data/vXX.X`; `open` ones need no session. */
export interface SiteRoute extends Route {
  readonly open?: boolean;
}

export interface FoundRoute {
  readonly route: SiteRoute;
  readonly params: Readonly<Record<string, string>>;
  readonly version: string;
  readonly base: string;
}

export interface Router {
  /** Throws ApiError: 404 unknown path or version, 405 wrong method, 501 for resources of the platform that are not implemented. */
  find(method: string, path: string): FoundRoute;
}

/** `dataRoutes` stand below `/services/data/vXX.X`, `siteRoutes` at the root. */
export function createRouter(dataRoutes: readonly Route[], siteRoutes: readonly SiteRoute[]): Router {
  const data = table(dataRoutes);
  const site = table(siteRoutes);
  return {
    find(method, rawPath) {
      const path = rawPath.replaceAll(/\/{2,}/g, '/');
      const versioned = DATA_PATH.exec(path);
      const version = versioned?.[1] ?? '';
      if (versioned && !isServedVersion(version)) throw resourceNotFound();
      const [routes, rest] = versioned ? [data, path.slice(versioned[0].length) || '/'] : [site, path];
      const found = routes.find(method as 'GET', rest) ?? (method === 'HEAD' ? routes.find('GET', rest) : null);
      if (found) {
        const { route } = found.store as { route: SiteRoute };
        return { route, params: found.params as Record<string, string>, version, base: versioned?.[0] ?? '' };
      }
      const allowed = METHODS.filter((other) => routes.find(other, rest) !== null);
      if (allowed.length > 0) throw methodNotAllowed(method, allowed);
      const feature = unsupportedResource(versioned !== null, rest);
      throw feature === undefined ? resourceNotFound() : notImplemented(feature);
    },
  };
}

/** True for a version of the API such as `68.0`. */
export function isServedVersion(version: string): boolean {
  const number = Number(version);
  return Number.isInteger(number) && number >= OLDEST_VERSION && number <= Number(API_VERSION);
}

function table(routes: readonly SiteRoute[]): findMyWay.Instance<findMyWay.HTTPVersion.V1> {
  const router = findMyWay({ ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, caseSensitive: false, maxParamLength: 2_000 });
  for (const route of routes) router.on(route.method, route.path, () => undefined, { route });
  return router;
}
