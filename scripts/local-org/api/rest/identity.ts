// Who the caller is: identity URL and OpenID user info; other OAuth endpoints are refused by name.
import type { Org, QueriedRecord, Session } from '../../engine/org.ts';
import { resourceNotFound } from '../errors.ts';
import type { ApiRequest, ApiResponse } from '../route.ts';
import type { SiteRoute } from '../router.ts';
import { quotedText } from '../../soql/quoted-text.ts';

const FIELDS = 'Id, Username, Name, FirstName, LastName, Email, IsActive, LanguageLocaleKey, LocaleSidKey, TimeZoneSidKey';

export const identityRoutes: readonly SiteRoute[] = [
  { method: 'GET', path: '/services/oauth2/userinfo', handle: userInfo },
  { method: 'POST', path: '/services/oauth2/userinfo', handle: userInfo },
  { method: 'GET', path: '/id/:organization/:user', handle: identity },
  { method: 'POST', path: '/services/oauth2/token', open: true, handle: refuseGrant },
];

function userInfo(request: ApiRequest, org: Org): ApiResponse {
  const user = readUser(org, request.session, request.session.userId);
  const address = `http://${request.headers.host ?? ''}`;
  return {
    status: 200,
    json: {
      sub: `${address}/id/${org.id}/${request.session.userId}`,
      user_id: user['Id'],
      organization_id: org.id,
      preferred_username: user['Username'],
      nickname: String(user['Username']).split('@')[0],
      name: user['Name'],
      email: user['Email'],
      email_verified: true,
      given_name: user['FirstName'],
      family_name: user['LastName'],
      zoneinfo: user['TimeZoneSidKey'],
      locale: user['LocaleSidKey'],
      language: user['LanguageLocaleKey'],
      active: user['IsActive'],
      user_type: 'STANDARD',
      urls: urls(address),
    },
  };
}

/** Only one's own identity can be read. */
function identity(request: ApiRequest, org: Org): ApiResponse {
  const { userId } = request.session;
  const sameUser = request.params['user']?.slice(0, 15) === userId.slice(0, 15);
  if (request.params['organization']?.slice(0, 15) !== org.id.slice(0, 15) || !sameUser) throw resourceNotFound();
  const user = readUser(org, request.session, userId);
  const address = `http://${request.headers.host ?? ''}`;
  return {
    status: 200,
    json: {
      id: `${address}/id/${org.id}/${userId}`,
      asserted_user: true,
      user_id: userId,
      organization_id: org.id,
      username: user['Username'],
      nick_name: String(user['Username']).split('@')[0],
      display_name: user['Name'],
      email: user['Email'],
      email_verified: true,
      first_name: user['FirstName'],
      last_name: user['LastName'],
      timezone: user['TimeZoneSidKey'],
      active: user['IsActive'],
      user_type: 'STANDARD',
      language: user['LanguageLocaleKey'],
      locale: user['LocaleSidKey'],
      is_lightning_login_user: false,
      urls: urls(address),
    },
  };
}

function refuseGrant(): ApiResponse {
  const description = 'The local org gives no tokens over OAuth; use the access token in .local-org/connection.json.';
  return { status: 400, json: { error: 'unsupported_grant_type', error_description: description } };
}

function readUser(org: Org, session: Session, userId: string): QueriedRecord {
  const [user] = org.query(session, `SELECT ${FIELDS} FROM User WHERE Id = ${quotedText(userId)}`).records;
  if (!user) throw resourceNotFound();
  return user;
}

function urls(address: string): Readonly<Record<string, string>> {
  const data = `${address}/services/data/v{version}`;
  return {
    custom_domain: address,
    rest: `${data}/`,
    sobjects: `${data}/sobjects/`,
    query: `${data}/query/`,
  };
}
