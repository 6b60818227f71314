// Every resource of the local org's API.
import { join } from 'node:path';
import type { Activity } from './activity.ts';
import type { Answering } from './dispatch.ts';
import { clockRoutes } from './local/clock.ts';
import { faultRoutes } from './local/faults.ts';
import type { FaultBoard } from './local/faults.ts';
import { outboxRoutes } from './local/outbox.ts';
import { sessionRoutes } from './local/session.ts';
import { analyticsRoutes } from './analytics/routes.ts';
import { bulkRoutes } from './bulk/routes.ts';
import { graphqlRoutes } from './graphql/routes.ts';
import { collectionRoutes } from './rest/collections.ts';
import { compositeRoutes } from './rest/composite.ts';
import { identityRoutes } from './rest/identity.ts';
import { limitRoutes } from './rest/limits.ts';
import { queryRoutes } from './rest/query.ts';
import { recordRoutes } from './rest/records.ts';
import { sobjectRoutes } from './rest/sobjects.ts';
import { treeRoutes } from './rest/tree.ts';
import { directoryRoutes, versionRoutes } from './rest/versions.ts';
import type { Route } from './route.ts';
import type { SiteRoute } from './router.ts';
import { toolingRoutes } from './tooling/routes.ts';
import { uiApiRoutes } from './ui-api/routes.ts';

export interface ApiRouteOptions {
  /** Where uploads and results of bulk jobs are kept; a temporary place when absent. */
  readonly folder: string | undefined;
  /** Stops work in the background when the org closes. */
  readonly signal: AbortSignal;
  /** Opens a session for a user and gives its token. */
  readonly signIn: (userId: string) => string;
  /** Present when faults can be switched on. */
  readonly faults?: FaultBoard;
  readonly activity: Activity;
  /** For requests inside requests. */
  readonly answering: () => Answering;
}

/** Resources below `/services/data/vXX.X`. */
export function apiRoutes(options: ApiRouteOptions): readonly Route[] {
  return [
    ...directoryRoutes,
    ...sobjectRoutes,
    ...recordRoutes,
    ...queryRoutes(),
    ...toolingRoutes(),
    ...collectionRoutes,
    ...treeRoutes,
    ...compositeRoutes(options.answering),
    ...limitRoutes(),
    ...bulkRoutes({
      folder: options.folder === undefined ? undefined : join(options.folder, 'bulk'),
      signal: options.signal,
      activity: options.activity,
      ...(options.faults && { faults: options.faults }),
    }),
    ...uiApiRoutes(),
    ...graphqlRoutes(),
    ...analyticsRoutes,
    ...clockRoutes,
    ...outboxRoutes,
    ...(options.faults ? faultRoutes(options.faults) : []),
    ...sessionRoutes(options.signIn),
  ];
}

/** Resources at the root of the server. */
export const siteRoutes: readonly SiteRoute[] = [...versionRoutes, ...identityRoutes];
