import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import jsforce from 'jsforce';
import type { Connection } from 'jsforce';
import { startLocalOrg } from '../../start.ts';
import type { LocalOrg } from '../../start.ts';

let local: LocalOrg;
let connection: Connection;

interface Result {
  readonly id: string | null;
  readonly success: boolean;
  readonly errors: readonly string[];
}

before(async () => {
  local = await startLocalOrg({ now: () => new Date('2026-11-22T10:00:00Z') });
  connection = new jsforce.Connection({ instanceUrl: local.url, accessToken: local.accessToken, version: '68.0' });
  connection.bulk.pollInterval = 20;
  connection.bulk.pollTimeout = 600_000;
});
after(() => local.close());

async function load(
  operation: 'insert' | 'update' | 'upsert' | 'delete',
  records: readonly Readonly<Record<string, string>>[],
  extIdField?: string,
): Promise<readonly Result[]> {
  const options = extIdField === undefined ? {} : { extIdField };
  return (await connection.bulk.load('Account', operation, options, [...records])) as unknown as readonly Result[];
}

async function names(): Promise<readonly unknown[]> {
  const { records } = await connection.query<{ Name: string }>(
    'SELECT Name FROM Account WHERE KvK_Number__c != null ORDER BY KvK_Number__c',
  );
  return records.map(({ Name }) => Name);
}

async function ask(method: string, path: string, body?: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${local.url}/services/async/68.0${path}`, {
    method,
    headers: { 'X-SFDC-Session': local.accessToken, 'content-type': 'application/xml', ...headers },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, text: await response.text() };
}

const job = (fields: string): string => `<jobInfo xmlns="http://www.force.com/2009/06/asyncapi/dataload">${fields}</jobInfo>`;

test('jsforce inserts, upserts, updates and deletes in batches, and every record has its result', async () => {
  const inserted = await load('insert', [
    { Name: 'Bakkerij "Zon"', KvK_Number__c: '10000001' },
    { Name: 'Te lang', KvK_Number__c: '1000000200' },
    { Name: 'Garage Noord', KvK_Number__c: '10000003', Phone: '030 123' },
  ]);
  assert.deepEqual(
    inserted.map(({ success }) => success),
    [true, false, true],
  );
  assert.match(inserted[1]?.errors[0] ?? '', /^STRING_TOO_LONG:.*KvK_Number__c --$/);
  const upserted = await load(
    'upsert',
    [
      { Name: 'Bakkerij Maan', KvK_Number__c: '10000001' },
      { Name: 'Nieuw', KvK_Number__c: '10000004' },
    ],
    'KvK_Number__c',
  );
  assert.deepEqual([upserted[0]?.id, upserted[1]?.success], [inserted[0]?.id, true]);
  await load('update', [{ Id: String(inserted[2]?.id), Name: 'Garage Zuid', Phone: '' }]);
  assert.deepEqual(await names(), ['Bakkerij Maan', 'Garage Zuid', 'Nieuw']);
  assert.equal((await connection.sobject('Account').retrieve(String(inserted[2]?.id)))['Phone'], null, 'jsforce writes #N/A for a blank');
  await load('delete', [{ Id: String(inserted[2]?.id) }]);
  assert.deepEqual(await names(), ['Bakkerij Maan', 'Nieuw']);
});

test('jsforce reads a query through a job, and an empty result is none', async () => {
  const stream = await connection.bulk.query('SELECT Name, KvK_Number__c FROM Account WHERE KvK_Number__c != null ORDER BY KvK_Number__c');
  assert.deepEqual(await stream.toArray(), [
    { Name: 'Bakkerij Maan', KvK_Number__c: '10000001' },
    { Name: 'Nieuw', KvK_Number__c: '10000004' },
  ]);
  const none = await connection.bulk.query("SELECT Id FROM Account WHERE Name = 'niemand'");
  assert.deepEqual(await none.toArray(), []);
});

test('a batch that does not fit the object fails as a whole, and its job counts it', async () => {
  const opened = await ask('POST', '/job', job('<operation>insert</operation><object>Account</object><contentType>CSV</contentType>'));
  assert.equal(opened.status, 201);
  const id = /<id>(\w{18})<\/id>/.exec(opened.text)?.[1] ?? '';
  const queued = await ask('POST', `/job/${id}/batch`, 'Naam\nx\n', { 'content-type': 'text/csv' });
  const batch = /<id>(\w{18})<\/id>/.exec(queued.text)?.[1] ?? '';
  let told = queued;
  while (/<state>(Queued|InProgress)</.test(told.text)) told = await ask('GET', `/job/${id}/batch/${batch}`);
  assert.match(told.text, /<state>Failed<\/state><stateMessage>InvalidBatch : Field name not found : Naam</);
  assert.match((await ask('GET', `/job/${id}`)).text, /<numberBatchesFailed>1<.*<numberBatchesTotal>1</);
  assert.match((await ask('GET', `/job/${id}/batch/${batch}/result`)).text, /<exceptionCode>InvalidBatch</);
  assert.equal((await ask('GET', `/job/${id}/batch/${batch}/request`)).text, 'Naam\nx\n');
  assert.match((await ask('POST', `/job/${id}`, job('<state>Closed</state>'))).text, /<state>Closed</);
  const late = await ask('POST', `/job/${id}/batch`, 'Name\nx\n', { 'content-type': 'text/csv' });
  assert.deepEqual([late.status, /InvalidJobState/.test(late.text)], [400, true]);
});

test('what is not there is refused by name, in XML', async () => {
  const insert = '<operation>insert</operation><object>Account</object>';
  const cases: [string, number, RegExp][] = [
    [`${insert}<contentType>JSON</contentType>`, 501, /NOT_IMPLEMENTED.*Bulk API 1\.0 with contentType JSON/],
    ['<operation>queryAll</operation><object>Account</object><contentType>CSV</contentType>', 501, /queryAll/],
    ['<operation>insert</operation><object>Nothing__c</object><contentType>CSV</contentType>', 400, /InvalidEntity/],
    ['<operation>eat</operation><object>Account</object><contentType>CSV</contentType>', 400, /InvalidOperation/],
    ['<operation>upsert</operation><object>Account</object><contentType>CSV</contentType>', 400, /External ID/],
    [`${insert}<contentType>CSV</contentType><assignmentRuleId>01Q</assignmentRuleId>`, 501, /assignmentRuleId/],
  ];
  for (const [fields, status, text] of cases) {
    const answer = await ask('POST', '/job', job(fields));
    assert.equal(answer.status, status, answer.text);
    assert.match(answer.text, text);
  }
  const stranger = await ask('GET', '/job/750', undefined, { 'X-SFDC-Session': 'x' });
  assert.deepEqual([stranger.status, /<exceptionCode>InvalidSessionId<\/exceptionCode>/.test(stranger.text)], [400, true]);
  assert.match((await ask('GET', '/job/750000000000000')).text, /InvalidJob/);
  assert.match((await ask('POST', '/job', 'no xml')).text, /InvalidJob/);
});
