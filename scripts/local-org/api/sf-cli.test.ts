// The local org judged by the sf CLI, with a home of its own and the real package.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startLocalOrg, type LocalOrg } from '../start.ts';

const SF = join(import.meta.dirname, '..', '..', '..', 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');

let running: LocalOrg;
let home: string;

before(async () => {
  running = await startLocalOrg();
  home = mkdtempSync(join(tmpdir(), 'local-org-sf-'));
});

after(async () => {
  await running.close();
  rmSync(home, { recursive: true, force: true });
});

/** Runs the CLI with --json; gives its document, whether it succeeded or not. */
function sf(...parameters: readonly string[]): Promise<{ status: number; message?: string; result: unknown }> {
  const environment = {
    PATH: process.env['PATH'],
    HOME: home,
    SF_ACCESS_TOKEN: running.accessToken,
    SF_DISABLE_TELEMETRY: 'true',
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [SF, ...parameters, '--json'],
      { cwd: home, env: environment, maxBuffer: 50_000_000 },
      (error, stdout, stderr) => {
        try {
          resolve(JSON.parse(stdout) as { status: number; result: unknown });
        } catch {
          reject(new Error(`sf ${parameters.join(' ')} gave no JSON: ${stdout}${stderr}`, { cause: error }));
        }
      },
    );
  });
}

async function result<T>(...parameters: readonly string[]): Promise<T> {
  const document = await sf(...parameters);
  assert.equal(document.status, 0, document.message);
  return document.result as T;
}

test('the CLI signs in with the access token and takes the org for no Dev Hub', async () => {
  const org = await result<{ username: string; isDevHub: boolean; orgId: string }>(
    'org',
    'login',
    'access-token',
    '--instance-url',
    running.url,
    '--no-prompt',
    '--alias',
    'local',
  );
  assert.deepEqual([org.username, org.isDevHub, org.orgId], [running.username, false, running.org.id]);
});

test('data create record and data query', async () => {
  const created = await result<{ id: string; success: boolean }>(
    'data',
    'create',
    'record',
    '-o',
    'local',
    '-s',
    'Account',
    '-v',
    "Name='Bakkerij De Korenaar' KvK_Number__c=12345678",
  );
  assert.equal(created.success, true);
  const found = await result<{ totalSize: number; records: { Id: string; Owner: { Name: string } }[] }>(
    'data',
    'query',
    '-o',
    'local',
    '-q',
    'SELECT Id, Name, Owner.Name, (SELECT Id FROM Contacts) FROM Account',
  );
  assert.deepEqual([found.totalSize, found.records[0]?.Id, found.records[0]?.Owner.Name], [1, created.id, 'Ada Beheer']);
  const counted = await result<{ records: { howMany: number }[] }>(
    'data',
    'query',
    '-o',
    'local',
    '-q',
    'SELECT Name, COUNT(Id) howMany FROM Account GROUP BY Name',
  );
  assert.equal(counted.records[0]?.howMany, 1);
});

test('data get, update and delete record by a field', async () => {
  await result('data', 'update', 'record', '-o', 'local', '-s', 'Account', '-w', 'KvK_Number__c=12345678', '-v', 'BillingCity=Zwolle');
  const record = await result<{ BillingCity: string }>(
    'data',
    'get',
    'record',
    '-o',
    'local',
    '-s',
    'Account',
    '-w',
    'KvK_Number__c=12345678',
  );
  assert.equal(record.BillingCity, 'Zwolle');
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

test('sobject list and describe', async () => {
  const names = await result<string[]>('sobject', 'list', '-o', 'local', '--sobject', 'custom');
  assert.ok(names.includes('Competitor_Contract__c'));
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
  const tree = {
    records: [
      {
        attributes: { type: 'Account', referenceId: 'a1' },
        Name: 'Boom',
        Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'c1' }, LastName: 'Tak' }] },
      },
    ],
  };
  writeFileSync(join(home, 'tree.json'), JSON.stringify(tree));
  const imported = await result<{ refId: string; type: string }[]>('data', 'import', 'tree', '-o', 'local', '-f', 'tree.json');
  assert.deepEqual(
    imported.map(({ refId }) => refId),
    ['a1', 'c1'],
  );
});

test('data upsert bulk runs rules, flow and roll-ups, and tells rejected rows', async () => {
  const session = running.org.session(running.org.defaultUserId);
  assert.ok(session);
  const [provider] = running.org.insert(
    session,
    'Competitor__c',
    [{ Name: 'Noordlicht Energie', External_Id__c: 'noordlicht-energie', Is_Active__c: true }],
    { allOrNone: true },
  );
  assert.ok(provider?.success);
  writeFileSync(
    join(home, 'contracts.csv'),
    [
      'External_Id__c,Account__r.KvK_Number__c,Competitor__r.External_Id__c,Product_Category__c,End_Date__c,Notice_Length__c,Notice_Unit__c',
      'x|1,12345678,noordlicht-energie,Electricity,2099-06-30,1,Months',
      'x|2,99999999,noordlicht-energie,Electricity,2099-06-30,1,Months',
      '',
    ].join('\n'),
  );
  const upserted = await sf(
    'data',
    'upsert',
    'bulk',
    '-o',
    'local',
    '-s',
    'Competitor_Contract__c',
    '-f',
    'contracts.csv',
    '-i',
    'External_Id__c',
    '--wait',
    '5',
    '--line-ending',
    'LF',
  );
  assert.notEqual(upserted.status, 0, 'one row is rejected');
  const found = await result<{ records: { Decision_Date__c: string; Account__r: { Competitor_Contract_Count__c: number } }[] }>(
    'data',
    'query',
    '-o',
    'local',
    '-q',
    'SELECT Decision_Date__c, Account__r.Competitor_Contract_Count__c FROM Competitor_Contract__c',
  );
  assert.deepEqual(
    found.records.map((record) => [record.Decision_Date__c, record.Account__r.Competitor_Contract_Count__c]),
    [['2099-05-31', 1]],
  );
});

test('data export bulk', async () => {
  await result(
    'data',
    'export',
    'bulk',
    '-o',
    'local',
    '-q',
    'SELECT Id, Name FROM Account',
    '--output-file',
    'accounts.json',
    '--result-format',
    'json',
    '--wait',
    '5',
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
