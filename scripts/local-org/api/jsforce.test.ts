// The REST resources judged by jsforce, over the workshop's metadata.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Connection } from 'jsforce';
import { WORKSHOP_FOLDER } from '../engine/workshop-org.ts';
import { startLocalOrg, type LocalOrg } from '../start.ts';

let running: LocalOrg;
let connection: Connection;

before(async () => {
  running = await startLocalOrg({ metadataFolders: [WORKSHOP_FOLDER], now: () => new Date('2026-11-22T10:00:00Z') });
  connection = new Connection({ instanceUrl: running.url, accessToken: running.accessToken, version: '68.0' });
});

after(() => running.close());

test('identity tells the signed-in user', async () => {
  const identity = await connection.identity();
  assert.equal(identity.username, 'admin@local.example');
  assert.equal(identity.organization_id, running.org.id);
});

test('a wrong token is refused as an expired session', async () => {
  const stranger = new Connection({ instanceUrl: running.url, accessToken: '00D0L0000000001!nothing', version: '68.0' });
  await assert.rejects(async () => stranger.query('SELECT Id FROM Account'), { errorCode: 'INVALID_SESSION_ID' });
});

test('objects are described with their fields, picklist values and relationships', async () => {
  const global = await connection.describeGlobal();
  assert.ok(global.sobjects.some(({ name, keyPrefix }) => name === 'Repair__c' && keyPrefix !== null));
  const repair = await connection.describe('Repair__c');
  const field = (name: string) => repair.fields.find((one) => one.name === name);
  assert.deepEqual(
    field('Status__c')?.picklistValues?.map(({ value, defaultValue }) => [value, defaultValue]),
    [
      ['Open', true],
      ['Closed', false],
    ],
  );
  assert.deepEqual(
    [field('Garage__c')?.type, field('Garage__c')?.relationshipName, field('Garage__c')?.referenceTo],
    ['reference', 'Garage__r', ['Garage__c']],
  );
  assert.deepEqual(
    [field('Key__c')?.externalId, field('Key__c')?.unique, field('Name')?.autoNumber, field('Name')?.createable],
    [true, true, true, false],
  );
  const garage = await connection.describe('Garage__c');
  assert.ok(garage.childRelationships.some(({ relationshipName, cascadeDelete }) => relationshipName === 'Repairs__r' && cascadeDelete));
  assert.equal(garage.fields.find(({ name }) => name === 'Is_Busy__c')?.calculated, true);
});

test('records are created, read, changed and deleted', async () => {
  const created = await connection.sobject('Garage__c').create({ Name: 'Noord', Key__c: 'crud' });
  assert.equal(created.success, true);
  const id = String(created.id);
  assert.equal((await connection.sobject('Garage__c').retrieve(id))['Name'], 'Noord');
  await connection.sobject('Garage__c').update({ Id: id, Name: 'Noord-Oost' });
  const record = await connection.sobject('Garage__c').findOne({ Key__c: 'crud' }, ['Id', 'Name', 'CreatedDate']);
  assert.deepEqual([record?.['Id'], record?.['Name'], record?.['CreatedDate']], [id, 'Noord-Oost', '2026-11-22T10:00:00.000+0000']);
  await connection.sobject('Garage__c').destroy(id);
  await assert.rejects(connection.sobject('Garage__c').retrieve(id), { errorCode: 'NOT_FOUND' });
});

test('refusals carry code, message and fields', async () => {
  await assert.rejects(connection.sobject('Garage__c').create({ Name: 'X', Key__c: 'x'.repeat(21) }), {
    errorCode: 'STRING_TOO_LONG',
    message: `Key: data value too large: ${'x'.repeat(21)} (max length=20)`,
  });
  await assert.rejects(connection.sobject('Garage__c').create({ Colour__c: 'red' }), { errorCode: 'INVALID_FIELD' });
  await assert.rejects(connection.sobject('Repair__c').create({ Price__c: 'much' }), { errorCode: 'JSON_PARSER_ERROR' });
  await assert.rejects(async () => connection.query('SELECT Id FROM Nothing__c'), { errorCode: 'INVALID_TYPE' });
  await assert.rejects(async () => connection.query('SELECT FROM'), { errorCode: 'MALFORMED_QUERY' });
});

test('an upsert by external id creates first and updates then', async () => {
  const first = await connection.sobject('Garage__c').upsert({ Key__c: 'up-1', Name: 'A' }, 'Key__c');
  const second = await connection.sobject('Garage__c').upsert({ Key__c: 'UP-1', Name: 'B' }, 'Key__c');
  assert.deepEqual([first.success, second.success, first.id], [true, true, second.id]);
  assert.equal((await connection.sobject('Garage__c').findOne({ Key__c: 'up-1' }))?.['Name'], 'B');
});

test('many records are saved in order, each for itself, parents by external id', async () => {
  const results = await connection.sobject('Repair__c').create([
    { Garage__r: { Key__c: 'up-1' }, Plate__c: 'A' },
    { Garage__r: { Key__c: 'nowhere' }, Plate__c: 'B' },
    { Garage__r: { Key__c: 'up-1' }, Plate__c: 'C', Status__c: 'Lost' },
  ]);
  assert.deepEqual(
    results.map(({ success }) => success),
    [true, false, false],
  );
  const upserted = await connection.sobject('Garage__c').upsert(
    [
      { Key__c: 'many-1', Name: 'M1' },
      { Key__c: 'up-1', Name: 'A' },
    ],
    'Key__c',
  );
  assert.deepEqual(
    upserted.map((result) => (result as { created?: boolean }).created),
    [true, false],
  );
  const ids = upserted.map(({ id }) => String(id));
  assert.deepEqual(
    (await connection.sobject('Garage__c').retrieve(ids)).map((record) => record['Name']),
    ['M1', 'A'],
  );
  assert.deepEqual(
    (await connection.sobject('Garage__c').destroy([ids[0] ?? ''])).map(({ success }) => success),
    [true],
  );
});

test('with allOrNone nothing of a request stays', async () => {
  const results = await connection.sobject('Garage__c').create(
    [
      { Name: 'None', Key__c: 'none-1' },
      { Name: 'None', Key__c: 'x'.repeat(30) },
    ],
    { allOrNone: true },
  );
  assert.deepEqual(
    results.map((result) => (result.errors[0] as { statusCode?: string } | undefined)?.statusCode),
    ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'STRING_TOO_LONG'],
  );
  assert.equal(await connection.sobject('Garage__c').count({ Name: 'None' }), 0);
});

test('long results come in pages of 2,000', async () => {
  const rows = Array.from({ length: 4_500 }, (_, index) => ({ Name: `Page ${index}`, Town__c: 'Paged' }));
  const session = running.org.session(running.org.defaultUserId);
  assert.ok(session && running.org.insert(session, 'Garage__c', rows, { allOrNone: true })[0]?.success);
  const first = await connection.query("SELECT Name FROM Garage__c WHERE Town__c = 'Paged'");
  assert.deepEqual([first.totalSize, first.done, first.records.length], [4_500, false, 2_000]);
  const all = await connection
    .query("SELECT Name FROM Garage__c WHERE Town__c = 'Paged' ORDER BY CreatedDate")
    .run({ autoFetch: true, maxFetch: 10_000 });
  assert.equal(new Set(all.records.map((record) => record['Name'])).size, 4_500);
  await assert.rejects(async () => connection.queryMore('/services/data/v68.0/query/01g0L0000000999AAA-2000'), {
    errorCode: 'INVALID_QUERY_LOCATOR',
  });
});

test('parents, children and aggregates are nested as clients expect', async () => {
  const nested = await connection.query(
    "SELECT Name, (SELECT Plate__c, Garage__r.Name FROM Repairs__r) FROM Garage__c WHERE Key__c = 'up-1'",
  );
  const repairs = nested.records[0]?.['Repairs__r'] as { totalSize: number; records: { Plate__c: string; Garage__r: { Name: string } }[] };
  assert.deepEqual([repairs.totalSize, repairs.records[0]?.Plate__c, repairs.records[0]?.Garage__r.Name], [1, 'A', 'A']);
  const counted = await connection.query('SELECT Town__c, COUNT(Id) howMany FROM Garage__c WHERE Town__c != null GROUP BY Town__c');
  assert.deepEqual(
    counted.records.map((record) => [record['Town__c'], record['howMany']]),
    [['Paged', 4_500]],
  );
});

test('limits and record counts are told', async () => {
  assert.ok((await connection.limits())['DailyApiRequests']);
  const { sObjects } = await connection.request<{ sObjects: { name: string; count: number }[] }>('/limits/recordCount?sObjects=Repair__c');
  assert.deepEqual(sObjects, [{ count: 1, name: 'Repair__c' }]);
});

test('what is not implemented is refused by name', async () => {
  await assert.rejects(async () => connection.search('FIND {A}'), { message: 'The local org does not implement SOSL search.' });
  await assert.rejects(async () => connection.tooling.query('SELECT Id FROM ApexClass'), {
    message: "The local org does not implement this part of the Tooling API (sObject type 'ApexClass' is not supported).",
  });
  await assert.rejects(async () => connection.tooling.executeAnonymous('x'), /Tooling API beyond queries/);
  const login = new Connection({ loginUrl: running.url, version: '68.0' });
  await assert.rejects(async () => login.login('a', 'b'), /SOAP API/);
});
