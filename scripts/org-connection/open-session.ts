// Opens a session with an org, once the org has said who it is.
import { openConnection } from './jsforce-connection.ts';
import type { OrgAccess } from './org-access.ts';
import { asFailure } from './org-failures.ts';
import { OrgHttp } from './org-http.ts';
import { identify, type OrgIdentity } from './org-identity.ts';
import { OrgSession } from './org-session.ts';
import type { Pace } from './repeated.ts';

/**
 * Opens a session and asks the org who it is; throws an org failure when that does not succeed. `clockAhead`: milliseconds that the
 * org's clock is ahead of `now`, 0 when it is no more than five minutes off or the org does not tell the time.
 */
export async function openSession(
  access: OrgAccess,
  environment: Readonly<Record<string, string | undefined>>,
  { now, wait }: { readonly now: () => Date } & Pace,
): Promise<{ readonly session: OrgSession; readonly identity: OrgIdentity; readonly clockAhead: number }> {
  const http = new OrgHttp(access.instanceUrl, environment);
  try {
    const session = new OrgSession(access, await openConnection(access), http, { wait });
    return { session, ...(await identify(session, now)) };
  } catch (error) {
    http.close();
    throw asFailure(error, access);
  }
}
