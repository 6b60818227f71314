// A jsforce connection to an org: the session that was found, renewed once when it has ended.
import type { Connection } from 'jsforce/lib/connection.js';
import { API_VERSION } from '../platform/api-version.ts';
import type { OrgAccess } from './org-access.ts';
import { connectionFailure } from './org-failures.ts';

/** Loads jsforce when it is first needed. Nothing is sent yet. */
export async function openConnection(access: OrgAccess): Promise<Connection> {
  const { Connection } = await import('jsforce/lib/connection.js');
  return new Connection({
    instanceUrl: access.instanceUrl,
    accessToken: access.accessToken,
    version: API_VERSION,
    callOptions: { client: 'customer-lifecycle' },
    ...(access.refresh && {
      refreshFn: (current, done) => {
        renewed(access, current.accessToken ?? '').then(
          (token) => done(null, token),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      },
    }),
  });
}

/** A token that differs from the one that was refused. */
export async function renewed(access: OrgAccess, refused: string): Promise<string> {
  const token = await access.refresh?.();
  if (token !== undefined && token !== refused) return token;
  throw connectionFailure(access.target === 'local' ? 'SESSION_EXPIRED.local' : 'SESSION_EXPIRED', {
    target: access.target,
    login: access.loginCommand,
  });
}
