import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { OrgHttp, streamText } from './org-http.ts';

async function withServer(answer: RequestListener, work: (http: OrgHttp) => Promise<void>): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const http = new OrgHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {});
  try {
    await work(http);
  } finally {
    http.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const ROWS = '"Id"\n"1"\n'.repeat(1_000);

test('a packed answer is unpacked; an org on this machine is not asked to pack', async () => {
  const asked: unknown[] = [];
  await withServer(
    (request, response) => {
      asked.push(request.headers['accept-encoding']);
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(ROWS));
    },
    async (http) => {
      const { body } = await http.send({ method: 'GET', path: '/results' }, 'token');
      assert.equal(await streamText(body), ROWS);
    },
  );
  assert.deepEqual(asked, ['identity']);
});

test('a packed answer that breaks off is an error for whoever reads it', async () => {
  const packed = gzipSync(ROWS);
  await withServer(
    (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length - 12));
    },
    async (http) => {
      const { body } = await http.send({ method: 'GET', path: '/results' }, 'token');
      await assert.rejects(streamText(body));
    },
  );
});
