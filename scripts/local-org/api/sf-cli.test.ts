// The local org judged by the sf CLI, with a home of its own and the real package.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Row } from '../../platform/record.ts';
import { sfUnderTest, type SfDocument, type SfUnderTest } from '../testing/sf-under-test.ts';
import { startLocalOrg, type LocalOrg } from '../start.ts';

let running: LocalOrg;
let client: SfUnderTest;
let signedIn: Awaited<ReturnType<SfUnderTest['signIn']>>;

before(async () => {
  running = await startLocalOrg();
  client = sfUnderTest(running);
  insert('Account', { Name: 'Bakkerij De Korenaar', KvK_Number__c: '12345678' });
  insert('Competitor__c', { Name: 'Noordlicht Energie', External_Id__c: 'noordlicht-energie', Is_Active__c: true });
  signedIn = await client.signIn();
});

after(async () => {
  await running.close();
  client.close();
});

function insert(object: string, row: Row): string {
  const session = running.org.session(running.org.defaultUserId);
  const [saved] = session ? running.org.insert(session, object, [row], { allOrNone: true }) : [];
  assert.ok(saved?.success, JSON.stringify(saved?.errors));
  return saved.id;
}

const sf = (...parameters: readonly string[]): Promise<SfDocument> => client.run(...parameters);
const result = <T>(...parameters: readonly string[]): Promise<T> => client.result<T>(...parameters);

// Every command takes seconds, most of them the CLI's own start: as many run at a time as there are processors to spare.
describe('the sf CLI', { concurrency: 3 }, () => {
  test('signs in with the access token and takes the org for no Dev Hub', () => {
    assert.deepEqual([signedIn.username, signedIn.isDevHub, signedIn.orgId], [running.username, false, running.org.id]);
  });

  test('data create record', async () => {
    const created = await result<{ id: string; success: boolean }>(
      'data',
      'create',
      'record',
      '-o',
      'local',
      '-s',
      'Account',
      '-v',
      "Name='Gemaakt' KvK_Number__c=87654321",
    );
    const session = running.org.session(running.org.defaultUserId);
    assert.ok(session && created.success);
    assert.equal(running.org.query(session, `SELECT Name FROM Account WHERE Id = '${created.id}'`).records[0]?.['Name'], 'Gemaakt');
  });

  test('data query, with parents, children and functions', async () => {
    interface Found {
      readonly totalSize: number;
      readonly records: readonly { readonly Owner: { readonly Name: string }; readonly Contacts: unknown }[];
    }
    const soql = "SELECT Id, Name, Owner.Name, (SELECT Id FROM Contacts) FROM Account WHERE KvK_Number__c = '12345678'";
    const found = await result<Found>('data', 'query', '-o', 'local', '-q', soql);
    assert.deepEqual([found.totalSize, found.records[0]?.Owner.Name, found.records[0]?.Contacts], [1, 'Ada Beheer', null]);
  });

  test('data query that groups', async () => {
    const soql = "SELECT Name, COUNT(Id) howMany FROM Account WHERE KvK_Number__c = '12345678' GROUP BY Name";
    const found = await result<{ records: readonly { howMany: number }[] }>('data', 'query', '-o', 'local', '-q', soql);
    assert.equal(found.records[0]?.howMany, 1);
  });

  test('data update record by a field, refused in the words of the platform', async () => {
    const refused = await sf(
      'data',
      'update',
      'record',
      '-o',
      'local',
      '-s',
      'Account',
      '-w',
      'KvK_Number__c=12345678',
      '-v',
      'KvK_Number__c=123456789',
    );
    assert.match(refused.message ?? '', /data value too large: 123456789 \(max length=8\)/);
  });

  test('data get record and delete record', async () => {
    const id = insert('Account', { Name: 'Weg' });
    const record = await result<{ Name: string }>('data', 'get', 'record', '-o', 'local', '-s', 'Account', '-i', id);
    assert.equal(record.Name, 'Weg');
    await result('data', 'delete', 'record', '-o', 'local', '-s', 'Account', '-i', id);
  });

  test('sobject list', async () => {
    const names = await result<string[]>('sobject', 'list', '-o', 'local', '--sobject', 'custom');
    assert.ok(names.includes('Competitor_Contract__c'));
  });

  test('sobject describe', async () => {
    const described = await result<{ fields: { name: string; externalId: boolean }[] }>(
      'sobject',
      'describe',
      '-o',
      'local',
      '-s',
      'Competitor_Contract__c',
    );
    assert.equal(described.fields.find(({ name }) => name === 'External_Id__c')?.externalId, true);
  });

  test('data import tree', async () => {
    const contacts = { records: [{ attributes: { type: 'Contact', referenceId: 'c1' }, LastName: 'Tak' }] };
    const tree = { records: [{ attributes: { type: 'Account', referenceId: 'a1' }, Name: 'Boom', Contacts: contacts }] };
    writeFileSync(join(client.home, 'tree.json'), JSON.stringify(tree));
    const imported = await result<{ refId: string }[]>('data', 'import', 'tree', '-o', 'local', '-f', 'tree.json');
    assert.deepEqual(
      imported.map(({ refId }) => refId),
      ['a1', 'c1'],
    );
  });

  test('data upsert bulk runs rules, flow and roll-ups, and tells rejected rows', async () => {
    const header =
      'External_Id__c,Account__r.KvK_Number__c,Competitor__r.External_Id__c,Product_Category__c,End_Date__c,Notice_Length__c,Notice_Unit__c';
    const row = (key: string, kvk: string): string => `${key},${kvk},noordlicht-energie,Electricity,2099-06-30,1,Months`;
    writeFileSync(join(client.home, 'contracts.csv'), [header, row('x|1', '12345678'), row('x|2', '99999999'), ''].join('\n'));
    const flags = ['-s', 'Competitor_Contract__c', '-f', 'contracts.csv', '-i', 'External_Id__c', '--wait', '5', '--line-ending', 'LF'];
    const upserted = await sf('data', 'upsert', 'bulk', '-o', 'local', ...flags);
    assert.notEqual(upserted.status, 0, 'one row is rejected');
    const session = running.org.session(running.org.defaultUserId);
    assert.ok(session);
    const { records } = running.org.query(
      session,
      'SELECT External_Id__c, Decision_Date__c, Account__r.Competitor_Contract_Count__c FROM Competitor_Contract__c',
    );
    assert.deepEqual(
      records.map((record) => [record['External_Id__c'], record['Decision_Date__c']]),
      [['x|1', '2099-05-31']],
    );
    assert.equal((records[0]?.['Account__r'] as { Competitor_Contract_Count__c?: number }).Competitor_Contract_Count__c, 1);
  });

  test('data export bulk', async () => {
    const flags = [
      '-q',
      "SELECT Id, Name FROM Account WHERE KvK_Number__c = '12345678'",
      '--output-file',
      'accounts.json',
      '--result-format',
      'json',
      '--wait',
      '5',
    ];
    await result('data', 'export', 'bulk', '-o', 'local', ...flags);
    const exported = JSON.parse(readFileSync(join(client.home, 'accounts.json'), 'utf8')) as { Name: string }[];
    assert.deepEqual(
      exported.map(({ Name }) => Name),
      ['Bakkerij De Korenaar'],
    );
  });

  test('org assign permset', async () => {
    const assigned = await result<{ successes: unknown[]; failures: unknown[] }>(
      'org',
      'assign',
      'permset',
      '-o',
      'local',
      '-n',
      'SME_Data_Steward',
    );
    assert.deepEqual([assigned.successes.length, assigned.failures.length], [1, 0]);
  });

  test('data delete bulk', async () => {
    const id = insert('Account', { Name: 'Weg in bulk' });
    writeFileSync(join(client.home, 'gone.csv'), `Id\n${id}\n`);
    const flags = ['-s', 'Account', '-f', 'gone.csv', '--wait', '5', '--line-ending', 'LF'];
    const deleted = await result<{ jobInfo: { numberRecordsProcessed: number; numberRecordsFailed: number } }>(
      'data',
      'delete',
      'bulk',
      '-o',
      'local',
      ...flags,
    );
    assert.deepEqual([deleted.jobInfo.numberRecordsProcessed, deleted.jobInfo.numberRecordsFailed], [1, 0]);
  });

  test('org list limits', async () => {
    const limits = await result<{ name: string }[]>('org', 'list', 'limits', '-o', 'local');
    assert.ok(limits.some(({ name }) => name === 'DailyApiRequests'));
  });
});
