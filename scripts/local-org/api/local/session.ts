// Who looks at the local pages, and as whom else they can be looked at. Salesforce has no such resource.
import type { Org } from '../../engine/org.ts';
import { quotedText } from '../../soql/quoted-text.ts';
import { malformedRequest, resourceNotFound } from '../errors.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { sessionCookie } from '../sessions.ts';

const USERS = "SELECT Id, Name, Username, Title FROM User WHERE IsActive = true AND UserType = 'Standard'";

/** `signIn` opens a session for a user and gives its token. */
export function sessionRoutes(signIn: (userId: string) => string): readonly Route[] {
  return [
    { method: 'GET', path: '/local/session', handle: readSession },
    { method: 'POST', path: '/local/session', handle: (request, org) => switchUser(request, org, signIn) },
  ];
}

/** The caller's access, the org's clock, and the users that the caller may change to. */
function readSession(request: ApiRequest, org: Org): ApiResponse {
  const users = org.query(request.session, `${USERS} ORDER BY CreatedDate, Id`).records;
  return {
    status: 200,
    json: {
      now: org.now().toISOString(),
      userId: request.session.userId,
      ...org.access(request.session),
      users: users.map((user) => ({ id: user['Id'], name: user['Name'], username: user['Username'], title: user['Title'] })),
    },
  };
}

/** Signs the browser in as another user: the answer carries the cookie, and nothing else. */
async function switchUser(request: ApiRequest, org: Org, signIn: (userId: string) => string): Promise<ApiResponse> {
  const body = await request.json();
  const username: unknown = typeof body === 'object' && body !== null && 'username' in body ? body.username : undefined;
  if (typeof username !== 'string') throw malformedRequest('username is missing: send {"username": "…@local.example"}');
  const [user] = org.query(request.session, `${USERS} AND Username = ${quotedText(username)}`).records;
  if (!user) throw resourceNotFound();
  return { status: 204, headers: { 'set-cookie': sessionCookie(signIn(String(user['Id']))) } };
}
