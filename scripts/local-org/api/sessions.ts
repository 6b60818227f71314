// Who calls: access tokens, sent as a Bearer header or as the `sid` cookie of the local pages.
import type { IncomingHttpHeaders } from 'node:http';
import { foreignHost, invalidSession } from './errors.ts';
import type { Session } from '../engine/org.ts';

const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;

export interface Sessions {
  /** Makes a token valid for a user. */
  open(token: string, userId: string): void;
  /** Makes the token of a request invalid. */
  end(headers: IncomingHttpHeaders): void;
  /** Throws ApiError 401 INVALID_SESSION_ID without a valid token, 403 when a page of another origin rides on the cookie. */
  find(headers: IncomingHttpHeaders): Session;
  /** Whether the browser's cookie signs an active user in. */
  isSignedIn(headers: IncomingHttpHeaders): boolean;
}

/**
 * Sessions live as long as the process; tokens are never logged. `sessionOf` gives the session of a user as the user record is now,
 * undefined for a user who is not active.
 */
export function createSessions(sessionOf: (userId: string) => Session | undefined): Sessions {
  const userIds = new Map<string, string>();
  return {
    open: (token, userId) => void userIds.set(token, userId),
    isSignedIn(headers) {
      const userId = userIds.get(sidCookie(headers) ?? '');
      return userId !== undefined && sessionOf(userId) !== undefined;
    },
    end: (headers) => void userIds.delete(bearerOf(headers) ?? sidCookie(headers) ?? ''),
    find(headers) {
      const bearer = bearerOf(headers);
      if (bearer === undefined && sidCookie(headers) !== undefined && !ownOrigin(headers)) throw foreignHost();
      const userId = userIds.get(bearer ?? sidCookie(headers) ?? '');
      const session = userId === undefined ? undefined : sessionOf(userId);
      if (!session) throw invalidSession();
      return session;
    },
  };
}

function bearerOf(headers: IncomingHttpHeaders): string | undefined {
  return /^(?:Bearer|OAuth)\s+(.+)$/i.exec(headers.authorization ?? '')?.[1]?.trim();
}

/** Value for Set-Cookie that signs a browser in. */
export function sessionCookie(token: string): string {
  return `sid=${encodeURIComponent(token)}; HttpOnly; SameSite=Strict; Path=/`;
}

/** True when the request is addressed to this machine by a loopback name, which keeps rebound DNS names out. */
export function isLoopbackHost(headers: IncomingHttpHeaders): boolean {
  return LOOPBACK_HOST.test(headers.host ?? '');
}

function sidCookie(headers: IncomingHttpHeaders): string | undefined {
  const value = /(?:^|;\s*)sid=([^;]+)/.exec(headers.cookie ?? '')?.[1];
  return value === undefined ? undefined : decodeURIComponent(value);
}

/** SameSite ignores ports, so a page of another local server is told apart by its Origin. */
function ownOrigin(headers: IncomingHttpHeaders): boolean {
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}
