import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startLocalOrg, type LocalOrg } from '../../start.ts';

let running: LocalOrg;
before(async () => {
  running = await startLocalOrg({ now: () => new Date('2026-11-22T10:00:00Z') });
});
after(() => running.close());

interface SessionAnswer {
  readonly now: string;
  readonly userId: string;
  readonly applications: readonly string[];
  readonly permissionSets: readonly string[];
  readonly isAdministrator: boolean;
  readonly users: readonly { readonly username: string }[];
}

const address = (): string => `${running.url}/services/data/v68.0/local/session`;
async function readAs(cookie: string): Promise<SessionAnswer> {
  return (await (await fetch(address(), { headers: { cookie } })).json()) as SessionAnswer;
}
async function changeTo(username: unknown): Promise<Response> {
  const headers = { authorization: `Bearer ${running.accessToken}`, 'content-type': 'application/json' };
  return fetch(address(), { method: 'POST', headers, body: JSON.stringify({ username }) });
}

test('a browser that changes to another user has that user’s permission sets and apps', async () => {
  const answer = await changeTo('communication@local.example');
  assert.equal(answer.status, 204);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const session = await readAs(cookie);
  assert.deepEqual(session.permissionSets, ['SME_Communication', 'SME_Consent_User']);
  assert.equal(session.isAdministrator, false);
  assert.equal(session.now, '2026-11-22T10:00:00.000Z');
  assert.ok(session.users.some(({ username }) => username === 'loyalty.manager@local.example'));
});

test('the administrator has no permission sets and needs none', async () => {
  const session = await readAs(`sid=${encodeURIComponent(running.accessToken)}`);
  assert.deepEqual([session.isAdministrator, session.permissionSets], [true, []]);
});

test('nobody becomes a user that is not there, and nothing is changed without a session', async () => {
  assert.equal((await changeTo('nobody@local.example')).status, 404);
  assert.equal((await changeTo(undefined)).status, 400);
  assert.equal((await fetch(address(), { method: 'POST', body: '{"username":"admin@local.example"}' })).status, 401);
});
