import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import jsforce from 'jsforce';
import type { Value } from '../../../platform/record.ts';
import { recordingOrg } from './recording-org.ts';
import { bulkRoutes } from './routes.ts';
import { serveRoutes, TOKEN } from './serve-routes.ts';
import type { RoutesServer } from './serve-routes.ts';

const BASE = '/services/data/v68.0/jobs/query';
const TABLE: readonly (readonly Value[])[] = Array.from({ length: 2_500 }, (_, index) => [
  `00${index}`,
  index === 0 ? 'Jansen, "Zé"' : null,
  index,
]);
const closing = new AbortController();
let server: RoutesServer;

before(async () => {
  server = await serveRoutes(bulkRoutes({ folder: undefined, signal: closing.signal }), recordingOrg(TABLE));
});
after(async () => {
  closing.abort();
  await server.close();
});

async function call(method: string, path: string, body?: Record<string, unknown>): Promise<Response> {
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
  return fetch(server.url + BASE + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

async function completed(members: Record<string, unknown> = {}): Promise<string> {
  const created = await call('POST', '', { operation: 'query', query: 'SELECT Id, LastName, Score__c FROM Contact', ...members });
  assert.equal(created.status, 200);
  const { id } = (await created.json()) as { id: string };
  for (;;) {
    const job = (await (await call('GET', `/${id}`)).json()) as { state: string; numberRecordsProcessed: number };
    if (job.state === 'JobComplete') return id;
    assert.notEqual(job.state, 'Failed');
    await wait(5);
  }
}

test('jsforce reads every record of a query job', async () => {
  const connection = new jsforce.Connection({ instanceUrl: server.url, accessToken: TOKEN, version: '68.0' });
  connection.bulk2.pollInterval = 10;
  connection.bulk2.pollTimeout = 600_000;
  const stream = await connection.bulk2.query('SELECT Id, LastName, Score__c FROM Contact');
  const records = (await stream.toArray()) as Record<string, string>[];
  assert.equal(records.length, TABLE.length);
  assert.deepEqual(records[0], { Id: '000', LastName: 'Jansen, "Zé"', Score__c: '0.0' });
});

test('results come in pages that a locator links, each with the header', async () => {
  const id = await completed();
  let [locator, lines, pages] = ['', new Array<string>(), 0];
  while (locator !== 'null') {
    const response = await call('GET', `/${id}/results?maxRecords=1000${locator === '' ? '' : `&locator=${locator}`}`);
    const [header, ...rest] = (await response.text()).trimEnd().split('\n');
    assert.equal(header, '"Id","LastName","Score__c"');
    assert.equal(response.headers.get('sforce-numberofrecords'), String(rest.length));
    locator = response.headers.get('sforce-locator') ?? '';
    lines = [...lines, ...rest];
    pages += 1;
  }
  assert.equal(pages, 3);
  assert.deepEqual(
    lines,
    TABLE.map(([id_, name, score]) => `"${String(id_)}","${String(name ?? '').replaceAll('"', '""')}","${String(score)}.0"`),
  );
  assert.equal((await call('GET', `/${id}/results?locator=bm9uc2Vuc2U`)).status, 400);
});

test('delimiter and line end are as asked', async () => {
  const id = await completed({ columnDelimiter: 'TAB', lineEnding: 'CRLF' });
  assert.match(await (await call('GET', `/${id}/results`)).text(), /^"Id"\t"LastName"\t"Score__c"\r\n"000"\t/);
});

test('queryAll, unknown operations and empty queries are refused; finished jobs are deleted with their results', async () => {
  assert.equal((await call('POST', '', { operation: 'queryAll', query: 'SELECT Id FROM Contact' })).status, 501);
  assert.equal((await call('POST', '', { operation: 'search', query: 'x' })).status, 400);
  assert.equal((await call('POST', '', { operation: 'query' })).status, 400);
  for (const query of [
    'SELECT COUNT(Id) FROM Contact',
    'SELECT LastName FROM Contact GROUP BY LastName',
    'SELECT Id FROM Contact OFFSET 5',
  ]) {
    assert.equal((await call('POST', '', { operation: 'query', query })).status, 400, query);
  }
  const id = await completed({ query: "SELECT Id FROM Contact WHERE LastName = 'count( group by \\' offset'" });
  assert.equal((await call('PATCH', `/${id}`, { state: 'Aborted' })).status, 400);
  assert.equal((await call('DELETE', `/${id}`)).status, 204);
  assert.equal((await call('GET', `/${id}/results`)).status, 404);
});
