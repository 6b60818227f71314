import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readConnection } from './connection.ts';
import { WORKSHOP_FOLDER } from './engine/workshop-org.ts';
import { startLocalOrg, type LocalOrgOptions } from './start.ts';

const folder = mkdtempSync(join(tmpdir(), 'local-org-start-'));
const WORKSHOP: LocalOrgOptions = { metadataFolders: [WORKSHOP_FOLDER] };

after(() => rmSync(folder, { recursive: true, force: true }));

test('data, organization id and token are kept between runs, the connection for its owner alone', async (context) => {
  const first = await startLocalOrg({ ...WORKSHOP, folder });
  assert.equal(statSync(join(folder, 'connection.json')).mode & 0o777, 0o600);
  assert.deepEqual(readConnection(folder), { instanceUrl: first.url, accessToken: first.accessToken, username: first.username });
  assert.match(first.accessToken, /^00D\w{15}![.\w]+$/);
  const session = first.org.session(first.org.defaultUserId);
  assert.ok(session);
  first.org.insert(session, 'Garage__c', [{ Name: 'Kept' }], { allOrNone: true });
  const users = first.org.query(session, 'SELECT COUNT() FROM User').totalSize;
  await first.close();

  const second = await startLocalOrg({ ...WORKSHOP, folder });
  // what an assertion refuses would otherwise stay open, and nothing would end
  context.after(() => second.close());
  assert.deepEqual([second.org.id, second.accessToken], [first.org.id, first.accessToken]);
  assert.equal(second.org.query(session, 'SELECT COUNT() FROM Garage__c').totalSize, 1);
  assert.equal(second.org.query(session, 'SELECT COUNT() FROM User').totalSize, users);
});

test('a connection file that cannot be read, or of another org, is written anew', async () => {
  for (const content of ['{"accessToken":', '{"instanceUrl":"x","accessToken":"00D000000000001AAA!other","username":"x"}']) {
    writeFileSync(join(folder, 'connection.json'), content);
    const running = await startLocalOrg({ ...WORKSHOP, folder });
    assert.deepEqual(readConnection(folder)?.accessToken, running.accessToken);
    assert.ok(running.accessToken.startsWith(running.org.id));
    await running.close();
  }
});

test('a busy port is told with what to do', async () => {
  const running = await startLocalOrg(WORKSHOP);
  const port = Number(new URL(running.url).port);
  await assert.rejects(startLocalOrg({ ...WORKSHOP, port }), {
    message: `Port ${port} is in use. Stop the other program or set LOCAL_ORG_PORT to a free port.`,
  });
  await running.close();
});

test('pages get what is no API, with a cookie that signs the browser in', async () => {
  const seen: string[] = [];
  const running = await startLocalOrg({
    ...WORKSHOP,
    async pages(request, response, { cookie }) {
      seen.push(request.url ?? '');
      if (cookie !== undefined) response.setHeader('set-cookie', cookie);
      response.end('page');
    },
  });
  const page = await fetch(`${running.url}/lightning/n/Worklist`);
  const cookie = page.headers.get('set-cookie') ?? '';
  assert.match(cookie, /HttpOnly; SameSite=Strict; Path=\/$/);
  const limits = await fetch(`${running.url}/services/data/v68.0/limits`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
  assert.deepEqual([await page.text(), limits.status, seen], ['page', 200, ['/lightning/n/Worklist']]);
  const again = await fetch(`${running.url}/`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
  assert.equal(again.headers.get('set-cookie'), null);
  await running.close();
});

test('what nobody foresaw is answered with an id, and reported without personal data', async () => {
  const lines: string[] = [];
  const running = await startLocalOrg({
    ...WORKSHOP,
    report: (line) => lines.push(line),
    pages: () => Promise.reject(new Error('cannot save "Jan de Vries" with 12345678')),
  });
  const answer = await fetch(`${running.url}/page`);
  const [error] = (await answer.json()) as { errorCode: string; message: string }[];
  assert.deepEqual([answer.status, error?.errorCode], [500, 'UNKNOWN_EXCEPTION']);
  const id = error?.message.split(': ').at(-1) ?? '';
  assert.ok(lines[0]?.includes(id) && lines[0].includes('start.test.ts'));
  assert.doesNotMatch(lines.join('\n'), /Jan|12345678/);
  await running.close();
});
