// Starts a local org: metadata from files, database in a folder or in memory, HTTP on loopback.
import { randomInt, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Activity } from './api/activity.ts';
import { apiRoutes, siteRoutes } from './api/api-routes.ts';
import { bulkOneRoutes } from './api/bulk-one/routes.ts';
import { metadataRoutes } from './api/metadata/rest-routes.ts';
import { soapRoutes } from './api/metadata/soap-routes.ts';
import { FaultBoard } from './api/local/faults.ts';
import { createRouter } from './api/router.ts';
import type { Route } from './api/route.ts';
import { createApiServer, type PagesHandler } from './api/server.ts';
import { createSessions, sessionCookie } from './api/sessions.ts';
import { newAccessToken, readConnection, writeConnection } from './connection.ts';
import type { DeploymentPlace } from './deployment/carry-out.ts';
import type { Fault } from './deployment/judge.ts';
import { openMetadataService, type DeployedOrg } from './deployment/metadata-service.ts';
import { openOrg } from './engine/open-org.ts';
import type { Org } from './engine/org.ts';
import { defaultSeed, type OrgSeed } from './engine/seed/seed-org.ts';
import type { OrgFeature } from './metadata/org-feature.ts';
import { readOrgMetadata, type OrgMetadata } from './org-metadata.ts';
import { openStore } from './store/open-store.ts';

const FORCE_APP = join(import.meta.dirname, '..', '..', 'force-app');

export interface LocalOrgOptions {
  /** Keeps database, connection and uploads between runs; everything is in memory when absent. */
  readonly folder?: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Username that a browser is signed in as at first; the default user when absent, or when there is no such active user. */
  readonly visitor?: string;
  /** Package directories in source format; every folder of force-app when absent. */
  readonly metadataFolders?: readonly string[];
  /**
   * Starts on what clients deployed to the org, nothing at first, instead of on package directories; says whether an org would take
   * metadata. Needs a folder.
   */
  readonly judge?: (source: string, without: readonly OrgFeature[]) => readonly Fault[];
  /** Features that this org lacks; it has all of them when absent. */
  readonly without?: readonly OrgFeature[];
  readonly now?: () => Date;
  /** Organization and users of a new org. */
  readonly users?: OrgSeed;
  /** Serves every path outside /services, /id and /secur. */
  readonly pages?: PagesHandler;
  /** Resources that stand in for the org's own of the same method and path, for measurements of clients. */
  readonly insteadRoutes?: readonly Route[];
  /** Lets `POST /local/faults` make the org misbehave, for tests of clients. Off unless asked for. */
  readonly faults?: boolean;
  /** Told about unexpected errors; stderr when absent. */
  readonly report?: (line: string) => void;
}

export interface LocalOrg {
  /** Such as `http://127.0.0.1:4380`. */
  readonly url: string;
  /** Token of the administrator. */
  readonly accessToken: string;
  readonly username: string;
  readonly org: Org;
  /** A token for another user of the org; throws Error when there is no such active user. */
  signIn(username: string): string;
  close(): Promise<void>;
}

/** Throws Error when the port is in use, when metadata is not supported (naming file and element), or when the folder cannot be used. */
export async function startLocalOrg(options: LocalOrgOptions = {}): Promise<LocalOrg> {
  const { folder } = options;
  const now = options.now ?? (() => new Date());
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const activity = new Activity();
  const quiet = (): Promise<void> => activity.idle();
  const reopen = (metadata: OrgMetadata): void => {
    answering.org.close();
    answering.org = openOrgOver(metadata, options, now);
  };
  const deployed = folder === undefined ? undefined : openDeployed(options, folder, { now, quiet }, reopen);
  const metadataFolders = deployed ? [deployed.source] : (options.metadataFolders ?? packageFolders());
  const org = openOrgOver(readOrgMetadata(metadataFolders, options.without), options, now);
  const admin = org.session(org.defaultUserId);
  if (!admin) {
    org.close();
    throw new Error('the default user of the local org is not active: run npm run org:reset, or activate the user again');
  }
  const known = folder === undefined ? undefined : readConnection(folder);
  const accessToken = known?.accessToken.startsWith(`${org.id}!`) ? known.accessToken : newAccessToken(org.id);

  const faults = options.faults ? new FaultBoard() : undefined;
  const stopping = new AbortController();
  const sessions = createSessions((userId) => answering.org.session(userId));
  sessions.open(accessToken, admin.userId);
  const signIn = (userId: string): string => {
    const token = newAccessToken(org.id);
    sessions.open(token, userId);
    return token;
  };
  const visitorId = options.visitor === undefined ? undefined : activeUser(org, options.visitor);
  const routes = [
    ...(deployed ? metadataRoutes(deployed.service) : []),
    ...apiRoutes({ folder, ...(faults && { faults }), signal: stopping.signal, activity, signIn, answering: () => answering }),
  ];
  const atRoot = [
    ...(deployed ? soapRoutes({ service: deployed.service, sessions: () => sessions }) : []),
    ...bulkOneRoutes({ sessions: () => sessions, activity }),
    ...siteRoutes,
  ];
  const router = createRouter(withRoutesInstead(routes, options.insteadRoutes ?? []), atRoot);
  const answering = {
    org,
    router,
    sessions,
    ...(options.pages ? { pages: options.pages } : {}),
    ...(faults && { faults }),
    cookie: sessionCookie(visitorId === undefined ? accessToken : signIn(visitorId)),
    report: options.report ?? ((line: string) => void process.stderr.write(`${line}\n`)),
    errorId: () => randomUUID(),
    activity,
  };
  const server = createApiServer(answering);
  const url = await listen(server, options.port ?? 0, () => org.close());
  if (folder !== undefined) writeConnection(folder, { instanceUrl: url, accessToken, username: admin.username });
  return {
    url,
    accessToken,
    username: admin.username,
    get org() {
      return answering.org;
    },
    signIn(username) {
      return signIn(userIdOf(answering.org, username));
    },
    close() {
      stopping.abort();
      return close(server, answering.org);
    },
  };
}

function withRoutesInstead(own: readonly Route[], instead: readonly Route[]): readonly Route[] {
  const replaced = new Set(instead.map(({ method, path }) => `${method} ${path}`));
  return [...instead, ...own.filter(({ method, path }) => !replaced.has(`${method} ${path}`))];
}

/** The Metadata API over a folder of the org, where metadata is deployed; a deployment that takes effect opens the org again. */
function openDeployed(
  { judge, without = [] }: LocalOrgOptions,
  folder: string,
  org: Pick<DeploymentPlace, 'now' | 'quiet'>,
  reopen: (metadata: OrgMetadata) => void,
): DeployedOrg | undefined {
  if (!judge) return undefined;
  const tryOut = (source: string): (() => void) => {
    const metadata = readOrgMetadata([source], without);
    openOrgOver(metadata, {}, org.now).close();
    return () => reopen(metadata);
  };
  return openMetadataService({ ...org, folder, judge: (source) => judge(source, without), tryOut });
}

/** Opens the org over its database. */
function openOrgOver(metadata: OrgMetadata, { folder, users = defaultSeed(), judge }: LocalOrgOptions, now: () => Date): Org {
  // what a deployment has deleted leaves nothing behind
  const isDeployed = judge !== undefined;
  const store = openStore(metadata.schema, folder === undefined ? ':memory:' : join(folder, 'org.sqlite'), { dropsAbsent: isDeployed });
  const organizationSerial = folder === undefined ? 1 : randomInt(1, 2 ** 40);
  try {
    return openOrg({ ...metadata, store, now, users, organizationSerial, forgetsAbsent: isDeployed });
  } catch (error) {
    store.close();
    throw error;
  }
}

function packageFolders(): readonly string[] {
  return readdirSync(FORCE_APP, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(FORCE_APP, name))
    .sort();
}

function userIdOf(org: Org, username: string): string {
  const found = activeUser(org, username);
  if (found === undefined) throw new Error(`the local org has no active user ${username}`);
  return found;
}

/** The id of a person with that username; undefined when there is none. */
function activeUser(org: Org, username: string): string | undefined {
  const admin = { userId: org.defaultUserId, username: '', language: 'en_US' };
  const people = org.query(admin, "SELECT Id, Username FROM User WHERE IsActive = true AND UserType = 'Standard'").records;
  const found = people.find((user) => user['Username'] === username);
  return found && String(found['Id']);
}

function listen(server: Server, port: number, giveUp: () => void): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      giveUp();
      const busy = error.code === 'EADDRINUSE';
      reject(
        busy ? new Error(`Port ${port} is in use. Stop the other program or set LOCAL_ORG_PORT to a free port.`, { cause: error }) : error,
      );
    });
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

/** Lets running requests finish, then closes the database. */
async function close(server: Server, org: Org): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
  });
  org.close();
}
