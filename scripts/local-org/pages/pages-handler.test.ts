import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pagesHandler } from './pages-handler.ts';

let server: Server;
let folder: string;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
  const dist = path.join(folder, 'dist');
  mkdirSync(path.join(dist, 'pages/chunks'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.js'), 'secret');
  writeFileSync(path.join(dist, 'index.html'), '<!doctype html>shell');
  writeFileSync(path.join(dist, 'digest'), 'digest');
  writeFileSync(path.join(dist, 'pages/main.js'), 'main');
  writeFileSync(path.join(dist, 'pages/chunks/app-a1B2_c3-.js'), 'app');
  const handle = pagesHandler({ distFolder: dist });
  server = createServer((incoming, response) => void handle(incoming, response, { cookie: 'sid=token; HttpOnly' }));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
/** Sends the path as it is, which fetch would tidy up. */
function send(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const sent = request({ host: '127.0.0.1', port, path: target, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    sent.on('error', reject).end();
  });
}

test('every address of Lightning Experience is the shell, which signs the browser in', async () => {
  for (const address of ['/', '/lightning/n/Expiry_Worklist?c__window=open', '/lightning/r/Account/0010L0000000001AAA/view', '/nowhere']) {
    const { status, headers, body } = await send(address);
    assert.deepEqual([status, body, headers['set-cookie']], [200, '<!doctype html>shell', ['sid=token; HttpOnly']], address);
    assert.equal(headers['cache-control'], 'no-cache');
  }
});

test('files carry their type, and only names with a digest may be kept without asking', async () => {
  const main = await send('/pages/main.js');
  assert.deepEqual(
    [main.status, main.headers['content-type'], main.headers['cache-control']],
    [200, 'text/javascript; charset=utf-8', 'no-cache'],
  );
  assert.equal(main.headers['set-cookie'], undefined);
  assert.match((await send('/pages/chunks/app-a1B2_c3-.js')).headers['cache-control'] ?? '', /immutable/);
});

test('what the browser has already is not sent again', async () => {
  const { headers } = await send('/pages/main.js');
  const again = await send('/pages/main.js', { 'if-none-match': headers.etag ?? '' });
  assert.deepEqual([again.status, again.body], [304, '']);
});

test('nothing outside the folder, and nothing that is no page, can be fetched', async () => {
  for (const target of [
    '/pages/../../secret.js',
    '/pages/..%2f..%2fsecret.js',
    '/assets/../../secret.js',
    '/pages/%2e%2e/%2e%2e/secret.js',
    '/pages/main.js%00.css',
    '/pages/../digest',
    '/pages/absent.js',
    '/pages/chunks/',
    '/%',
    '/favicon.ico',
  ]) {
    const { status, body } = await send(target);
    assert.equal(status, 404, target);
    assert.doesNotMatch(body, /secret|digest/, target);
  }
});

test('pages run only what comes from this origin, and cannot be framed', async () => {
  const policy = String((await send('/')).headers['content-security-policy']);
  assert.match(policy, /default-src 'none'; script-src 'self';/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /script-src[^;]*unsafe/);
});

test('pages are only read', async () => {
  assert.equal((await send('/', {}, 'POST')).status, 405);
  assert.deepEqual([(await send('/', {}, 'HEAD')).status, (await send('/', {}, 'HEAD')).body], [200, '']);
});
