// A jsforce connection to an org: the session that was found, renewed once when it has ended.
import type { Connection } from 'jsforce/lib/connection.js';
import { ApiError } from '../platform/api-error.ts';
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

/**
 * jsforce's error as the platform's refusal; errors of the line pass as they are. jsforce keeps the platform's code but not the HTTP status:
 * without a `status` that was noted on the way, an ended session is told by its code, and all else is taken for a wrong request.
 */
export function apiError(error: unknown, status?: number): unknown {
  if (!(error instanceof Error)) return error;
  if (error.message.startsWith('Unable to refresh session'))
    return new ApiError(401, 'INVALID_SESSION_ID', error.message, { cause: error });
  if (!('errorCode' in error) || typeof error.errorCode !== 'string') return error;
  const known = status ?? (error.errorCode === 'INVALID_SESSION_ID' ? 401 : 400);
  return known < 400 ? error : new ApiError(known, error.errorCode, error.message, { cause: error });
}
