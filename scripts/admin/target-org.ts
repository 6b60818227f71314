// The org that an admin's command works on: reached through the sf CLI's own authorisations, or the local org's file.
import { Connection } from 'jsforce';
import { findOrgAccess, type OrgAccess } from '../import/load/org-connection.ts';
import { asFailure } from '../import/load/org-failures.ts';
import { ApiError } from '../platform/api-error.ts';
import { API_VERSION } from '../platform/api-version.ts';
import { CommandFailure } from './command-failure.ts';

export interface TargetOrg {
  readonly access: OrgAccess;
  readonly connection: Connection;
  /** Of the organization, for the first line of every output. */
  readonly name: string;
}

/** Connects and asks the org for its name; throws a failure with the next step when that does not succeed. `folder` holds `.local-org`. */
export async function openTargetOrg(target: string, folder: string): Promise<TargetOrg> {
  const access = await findOrgAccess(target, folder);
  const connection = new Connection({
    instanceUrl: access.instanceUrl,
    accessToken: access.accessToken,
    version: API_VERSION,
    maxRequest: 4,
    ...(access.refresh && { refreshFn: renewing(access.refresh) }),
  });
  try {
    const { records } = await connection.query<{ readonly Name: string }>('SELECT Name FROM Organization');
    return { access, connection, name: records[0]?.Name ?? target };
  } catch (error) {
    throw failureAt(error, access);
  }
}

/** A session that ended meanwhile is renewed as the sf CLI does it, and the request sent again. */
function renewing(refresh: () => Promise<string>): NonNullable<ConstructorParameters<typeof Connection>[0]>['refreshFn'] {
  return (_, done) => {
    refresh().then(
      (token) => done(null, token),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  };
}

/** An error of a request as one sentence and the next step. */
export function failureAt(error: unknown, access: OrgAccess): Error {
  return error instanceof CommandFailure ? error : asFailure(refusal(error), access);
}

/** jsforce keeps the platform's error code but not the HTTP status: a session that ended is the one that needs it. */
function refusal(error: unknown): unknown {
  if (!(error instanceof Error) || !('errorCode' in error) || typeof error.errorCode !== 'string') return error;
  const status = error.errorCode === 'INVALID_SESSION_ID' ? 401 : 400;
  return new ApiError(status, error.errorCode, error.message, { cause: error });
}
