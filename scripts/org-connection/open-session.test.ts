import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CommandFailure } from './command-failure.ts';
import { findOrgAccess } from './org-access.ts';
import type { OrgAccess } from './org-access.ts';
import { openSession } from './open-session.ts';

const folder = mkdtempSync(join(tmpdir(), 'session-'));
after(() => rmSync(folder, { recursive: true }));

function withCode(code: string, message: RegExp): (error: unknown) => boolean {
  return (error) =>
    error instanceof CommandFailure && error.code === code && error.exitCode === 3 && message.test(`${error.message} ${error.action}`);
}

const CLOCK = { now: () => new Date(), wait: () => Promise.resolve() };

test('the local org is found by its connection file, and its absence or damage says what to start', async () => {
  await assert.rejects(findOrgAccess('local', folder), withCode('ORG_UNKNOWN', /connection\.json does not exist.*npm start/));
  mkdirSync(join(folder, '.local-org'));
  const path = join(folder, '.local-org', 'connection.json');
  for (const damaged of [
    '',
    '{',
    '[]',
    '{"instanceUrl":"nowhere","accessToken":"a","username":"b"}',
    '{"instanceUrl":"http://127.0.0.1:1"}',
  ]) {
    writeFileSync(path, damaged);
    await assert.rejects(findOrgAccess('local', folder), withCode('ORG_UNKNOWN', /does not say how to reach/), damaged);
  }
  writeFileSync(path, JSON.stringify({ instanceUrl: 'http://127.0.0.1:4380/', accessToken: '00D!t', username: 'u' }));
  chmodSync(path, 0o600);
  const { instanceUrl, accessToken, username } = await findOrgAccess('local', folder);
  assert.deepEqual({ instanceUrl, accessToken, username }, { instanceUrl: 'http://127.0.0.1:4380', accessToken: '00D!t', username: 'u' });
});

async function answering(
  token: string,
  work: (url: string) => Promise<void>,
  organization: unknown = { records: [ORGANIZATION] },
): Promise<void> {
  const server = createServer((request, response) => {
    const isKnown = request.headers.authorization === `Bearer ${token}`;
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isKnown ? organization : [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const ORGANIZATION = { Id: '00D000000000001AAA', Name: 'Demo', IsSandbox: false, OrganizationType: 'Enterprise Edition' };

function access(instanceUrl: string, more: Partial<OrgAccess> = {}): OrgAccess {
  return {
    target: 'demo',
    username: 'u@demo.example',
    instanceUrl,
    accessToken: '00D!old',
    loginCommand: 'npx sf org login web --alias demo',
    ...more,
  };
}

test('the org tells who it is before anything else is asked', async () => {
  await answering('00D!old', async (url) => {
    const { session, identity } = await openSession(access(url), {}, CLOCK);
    session.close();
    assert.deepEqual(identity, { id: '00D000000000001AAA', name: 'Demo', username: 'u@demo.example', instanceUrl: url, kind: 'local' });
  });
});

test('an ended session is renewed once where the CLI can, and told otherwise', async () => {
  await answering('00D!new', async (url) => {
    const { session } = await openSession(access(url, { refresh: () => Promise.resolve('00D!new') }), {}, CLOCK);
    assert.deepEqual(await session.query('SELECT Id FROM Organization'), [ORGANIZATION]);
    session.close();
    await assert.rejects(openSession(access(url), {}, CLOCK), withCode('SESSION_EXPIRED', /sf org login web --alias demo/));
    await assert.rejects(
      openSession(access(url, { refresh: () => Promise.resolve('00D!old') }), {}, CLOCK),
      withCode('SESSION_EXPIRED', /sf org login web/),
    );
  });
});

test('an address where nothing or something else answers is told at once', async () => {
  await assert.rejects(
    openSession(access('http://127.0.0.1:9'), {}, CLOCK),
    withCode('ORG_UNREACHABLE', /Nothing answers at http:\/\/127\.0\.0\.1:9/),
  );
  await answering(
    '00D!old',
    (url) => assert.rejects(openSession(access(url), {}, CLOCK), withCode('ORG_REFUSED', /not that of a Salesforce org/)),
    'hello',
  );
});
