// What no client library shows: odd paths, tokens, hosts, trees and composite requests.
import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { WORKSHOP_FOLDER } from '../../engine/workshop-org.ts';
import { startLocalOrg, type LocalOrg } from '../../start.ts';

let running: LocalOrg;

before(async () => {
  running = await startLocalOrg({ metadataFolders: [WORKSHOP_FOLDER], now: () => new Date('2026-11-22T10:00:00Z') });
});

after(() => running.close());

interface Answer {
  readonly status: number;
  readonly json: unknown;
}

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${running.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${running.accessToken}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

const DATA = '/services/data/v68.0';

test('doubled and trailing slashes, letter case and versions from 50.0 are taken', async () => {
  for (const path of [
    '//services/data/v68.0/sobjects',
    '/services/data/v50.0/sobjects/',
    '/services/data/v61.0/SObjects/garage__c/describe',
  ]) {
    assert.equal((await call('GET', path)).status, 200, path);
  }
  for (const path of ['/services/data/v49.0/sobjects', '/services/data/v69.0/sobjects', '/services/data/v68.0/nonsense']) {
    assert.equal((await call('GET', path)).status, 404, path);
  }
});

test('a method that a resource does not have is refused with those that it has', async () => {
  const { status, json } = await call('PUT', `${DATA}/sobjects/Garage__c`);
  assert.equal(status, 405);
  assert.deepEqual(json, [{ message: "HTTP Method 'PUT' not allowed. Allowed are GET,POST", errorCode: 'METHOD_NOT_ALLOWED' }]);
});

test('only requests addressed to this machine are answered', async () => {
  const status = await new Promise((resolve) => {
    const { port } = new URL(running.url);
    httpRequest({ port, host: '127.0.0.1', path: '/services/data', headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });
  assert.equal(status, 403);
});

test('the cookie of the pages is a session, but not for pages of another origin', async () => {
  const cookie = `sid=${encodeURIComponent(running.accessToken)}`;
  const get = (headers: Record<string, string>): Promise<Response> => fetch(`${running.url}${DATA}/limits`, { headers });
  assert.equal((await get({ cookie })).status, 200);
  assert.equal((await get({ cookie, origin: running.url })).status, 200);
  assert.equal((await get({ cookie, origin: 'http://127.0.0.1:9' })).status, 403);
  assert.equal((await get({})).status, 401);
});

test('a session acts as its user, in the language of the user record', async () => {
  const token = running.signIn('noor.noord@local.example');
  const headers = { authorization: `Bearer ${token}` };
  const info = (await (await fetch(`${running.url}/services/oauth2/userinfo`, { headers })).json()) as {
    user_id: string;
    language: string;
  };
  assert.equal(info.language, 'nl_NL');
  await call('PATCH', `${DATA}/sobjects/User/${info.user_id}`, { LanguageLocaleKey: 'en_US' });
  assert.equal(running.org.session(info.user_id)?.language, 'en_US');
  await call('PATCH', `${DATA}/sobjects/User/${info.user_id}`, { IsActive: false });
  assert.equal((await fetch(`${running.url}${DATA}/limits`, { headers })).status, 401);
});

test('an external id may hold any character; several records behind one are told as choices', async () => {
  const value = encodeURIComponent("a/b'c\\d%");
  const created = await call('PATCH', `${DATA}/sobjects/Garage__c/Key__c/${value}`, { Name: 'Odd' });
  assert.equal(created.status, 201);
  assert.equal((await call('PATCH', `${DATA}/sobjects/Garage__c/Key__c/${value}`, { Name: 'Odder' })).status, 200);
  assert.equal(((await call('GET', `${DATA}/sobjects/Garage__c/Key__c/${value}?fields=Name`)).json as { Name: string }).Name, 'Odder');
  await call('POST', `${DATA}/sobjects/Garage__c`, { Name: 'T1', Town__c: 'Twins' });
  await call('POST', `${DATA}/sobjects/Garage__c`, { Name: 'T2', Town__c: 'Twins' });
  const choices = await call('GET', `${DATA}/sobjects/Garage__c/Town__c/Twins`);
  assert.deepEqual([choices.status, (choices.json as string[]).length], [300, 2]);
  assert.equal((await call('DELETE', `${DATA}/sobjects/Garage__c/Key__c/${value}`)).status, 204);
  assert.equal((await call('GET', `${DATA}/sobjects/Garage__c/Key__c/${value}`)).status, 404);
});

test('the external id itself does not belong in the body of an upsert', async () => {
  const { status, json } = await call('PATCH', `${DATA}/sobjects/Garage__c/Key__c/k`, { Key__c: 'k' });
  assert.deepEqual([status, (json as { errorCode: string }[])[0]?.errorCode], [400, 'INVALID_FIELD']);
});

test('request bodies may be gzipped; other encodings and broken JSON are refused', async () => {
  const body = gzipSync(JSON.stringify({ Name: 'Zipped' }));
  assert.equal((await call('POST', `${DATA}/sobjects/Garage__c`, body, { 'content-encoding': 'gzip' })).status, 201);
  assert.equal((await call('POST', `${DATA}/sobjects/Garage__c`, body, { 'content-encoding': 'br' })).status, 415);
  const broken = await call('POST', `${DATA}/sobjects/Garage__c`, Buffer.from('{"Name":'));
  assert.deepEqual([broken.status, (broken.json as { errorCode: string }[])[0]?.errorCode], [400, 'JSON_PARSER_ERROR']);
});

test('a tree is saved with its children, or not at all', async () => {
  const tree = (plate: string): unknown => ({
    records: [
      {
        attributes: { type: 'Garage__c', referenceId: 'g1' },
        Name: 'Tree',
        Repairs__r: { records: [{ attributes: { type: 'Repair__c', referenceId: 'r1' }, Plate__c: plate }] },
      },
    ],
  });
  const saved = await call('POST', `${DATA}/composite/tree/Garage__c`, tree('OK'));
  assert.equal(saved.status, 201);
  assert.deepEqual(
    (saved.json as { results: { referenceId: string }[] }).results.map(({ referenceId }) => referenceId),
    ['g1', 'r1'],
  );
  const refused = await call('POST', `${DATA}/composite/tree/Garage__c`, tree('MUCH-TOO-LONG'));
  assert.equal(refused.status, 400);
  assert.deepEqual(
    (refused.json as { hasErrors: boolean; results: { referenceId: string }[] }).results.map(({ referenceId }) => referenceId),
    ['r1'],
  );
  const count = await call('GET', `${DATA}/query?q=${encodeURIComponent("SELECT COUNT() FROM Garage__c WHERE Name = 'Tree'")}`);
  assert.equal((count.json as { totalSize: number }).totalSize, 1);
});

test('composite requests use the results of earlier ones; failures are told one by one', async () => {
  const { status, json } = await call('POST', `${DATA}/composite`, {
    compositeRequest: [
      { method: 'POST', url: `${DATA}/sobjects/Garage__c`, referenceId: 'garage', body: { Name: 'Composite' } },
      { method: 'POST', url: `${DATA}/sobjects/Repair__c`, referenceId: 'repair', body: { Garage__c: '@{garage.id}', Plate__c: 'A' } },
      { method: 'GET', url: `${DATA}/sobjects/Repair__c/@{repair.id}?fields=Garage__c`, referenceId: 'read' },
      { method: 'POST', url: `${DATA}/sobjects/Repair__c`, referenceId: 'bad', body: { Garage__c: '@{nobody.id}' } },
    ],
  });
  assert.equal(status, 200);
  const answers = (json as { compositeResponse: { httpStatusCode: number; body: { id?: string; Garage__c?: string } }[] })
    .compositeResponse;
  assert.deepEqual(
    answers.map(({ httpStatusCode }) => httpStatusCode),
    [201, 201, 200, 400],
  );
  assert.equal(answers[2]?.body.Garage__c, answers[0]?.body.id);
});

test('a batch halts on the first error when asked to', async () => {
  const { json } = await call('POST', `${DATA}/composite/batch`, {
    haltOnError: true,
    batchRequests: [
      { method: 'GET', url: 'v68.0/limits' },
      { method: 'GET', url: 'v68.0/sobjects/Nothing__c/describe' },
      { method: 'GET', url: 'v68.0/limits' },
    ],
  });
  const { hasErrors, results } = json as { hasErrors: boolean; results: { statusCode: number }[] };
  assert.deepEqual([hasErrors, results.map(({ statusCode }) => statusCode)], [true, [200, 404, 412]]);
});

test('an object that asks for a scratch org answers an error, so that the CLI takes the org for no Dev Hub', async () => {
  const { status } = await call('GET', `${DATA}/query?q=${encodeURIComponent('SELECT Id FROM ScratchOrgInfo limit 1')}`);
  assert.equal(status, 400);
});
