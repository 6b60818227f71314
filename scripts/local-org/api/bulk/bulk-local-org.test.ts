import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import jsforce from 'jsforce';
import type { Connection } from 'jsforce';
import { startLocalOrg } from '../../start.ts';
import type { LocalOrg } from '../../start.ts';

let local: LocalOrg;
let connection: Connection;

interface Results {
  readonly successfulResults: readonly Record<string, string>[];
  readonly failedResults: readonly Record<string, string>[];
  readonly unprocessedRecords: readonly Record<string, string>[];
}

before(async () => {
  local = await startLocalOrg({ now: () => new Date('2026-11-22T10:00:00Z') });
  connection = new jsforce.Connection({ instanceUrl: local.url, accessToken: local.accessToken, version: '68.0' });
  connection.bulk2.pollInterval = 20;
  connection.bulk2.pollTimeout = 600_000;
});
after(() => local.close());

async function load(
  operation: 'insert' | 'update' | 'upsert' | 'delete',
  object: string,
  input: Record<string, string>[],
  externalIdFieldName?: string,
): Promise<Results> {
  const options = { object, operation, input, ...(externalIdFieldName === undefined ? {} : { externalIdFieldName }) };
  return (await connection.bulk2.loadAndWaitForResults(options)) as unknown as Results;
}

async function query(soql: string): Promise<Record<string, string>[]> {
  return (await (await connection.bulk2.query(soql)).toArray()) as Record<string, string>[];
}

test('accounts and their contracts are loaded by external ids, and every refusal says why', async () => {
  const accounts = await load('insert', 'Account', [
    { Name: 'Bakkerij Zon', KvK_Number__c: '12345678' },
    { Name: 'Garage; "\'t Hoekje"', KvK_Number__c: '87654321' },
  ]);
  assert.equal(accounts.successfulResults.length, 2);
  assert.equal((await load('insert', 'Competitor__c', [{ Name: 'Noordlicht', External_Id__c: 'noordlicht' }])).successfulResults.length, 1);
  const contract = { Competitor__r: '', Product_Category__c: 'Gas', End_Date__c: '2027-06-30', Monthly_Value__c: '10.50' };
  const rows = [
    { ...contract, External_Id__c: 'a', 'Account__r.KvK_Number__c': '12345678' },
    { ...contract, External_Id__c: 'b', 'Account__r.KvK_Number__c': '00000000' },
    { ...contract, External_Id__c: 'c', 'Account__r.KvK_Number__c': '12345678', Product_Category__c: 'Bread' },
    { ...contract, External_Id__c: 'd', 'Account__r.KvK_Number__c': '87654321', End_Date__c: '31-12-2027' },
    { ...contract, External_Id__c: 'e', 'Account__r.KvK_Number__c': '87654321', Product_Category__c: '' },
  ].map(({ Competitor__r: _none, ...row }) => ({ ...row, 'Competitor__r.External_Id__c': 'noordlicht' }));
  const results = await load('upsert', 'Competitor_Contract__c', rows, 'External_Id__c');
  assert.deepEqual(
    results.successfulResults.map((row) => [row['External_Id__c'], row['sf__Created']]),
    [['a', 'true']],
  );
  assert.deepEqual(
    results.failedResults.map((row) => [row['External_Id__c'], row['sf__Error']?.split(':', 1)[0]]),
    [
      ['b', 'INVALID_FIELD'],
      ['c', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
      ['d', 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
      ['e', 'REQUIRED_FIELD_MISSING'],
    ],
  );
  assert.match(
    results.failedResults[0]?.['sf__Error'] ?? '',
    /^INVALID_FIELD:Foreign key external ID: 00000000 not found for field KvK_Number__c in entity Account:--$/,
  );
  const again = await load('upsert', 'Competitor_Contract__c', rows.slice(0, 1), 'External_Id__c');
  assert.deepEqual(again.failedResults, []);
  assert.equal(again.successfulResults[0]?.['sf__Created'], 'false');
});

test('a blank cell leaves a field alone on update and #N/A clears it', async () => {
  const [account] = await query("SELECT Id, Phone FROM Account WHERE KvK_Number__c = '12345678'");
  const Id = account?.['Id'] ?? '';
  const phone = async (): Promise<string | undefined> => (await query(`SELECT Phone FROM Account WHERE Id = '${Id}'`))[0]?.['Phone'];
  await load('update', 'Account', [{ Id, Phone: '030 123', Fax: '' }]);
  assert.equal(await phone(), '030 123');
  await load('update', 'Account', [{ Id, Phone: '', Fax: '030 124' }]);
  assert.equal(await phone(), '030 123');
  await load('update', 'Account', [{ Id, Phone: '#N/A', Fax: '' }]);
  assert.equal(await phone(), '');
});

test('a key that comes twice within a chunk is refused, both times', async () => {
  const rows = ['x', 'twice', 'twice'].map((code) => ({ Name: `Concurrent ${code}`, External_Id__c: code }));
  const results = await load('upsert', 'Competitor__c', rows, 'External_Id__c');
  assert.deepEqual(
    results.successfulResults.map((row) => row['External_Id__c']),
    ['x'],
  );
  assert.deepEqual(
    results.failedResults.map((row) => row['sf__Error']),
    Array(2).fill('DUPLICATE_VALUE:Duplicate external id specified: twice:External_Id__c --'),
  );
});

test('a query job reads parents, and records deleted by a job are gone', async () => {
  const contracts = await query('SELECT Id, Account__r.Name, Monthly_Value__c, Is_End_Date_Derived__c FROM Competitor_Contract__c');
  assert.equal(contracts.length, 1);
  const { Id = '', ...rest } = contracts[0] ?? {};
  assert.deepEqual(rest, { 'Account__r.Name': 'Bakkerij Zon', Monthly_Value__c: '10.5', Is_End_Date_Derived__c: 'false' });
  const deleted = await load('delete', 'Competitor_Contract__c', [{ Id }]);
  assert.equal(deleted.successfulResults.length, 1);
  assert.deepEqual(await query('SELECT Id FROM Competitor_Contract__c'), []);
});

test('a query job with wrong SOQL is refused when it is created', async () => {
  await assert.rejects(query('SELECT Nonsense__c FROM Account'), /No such column 'Nonsense__c'/);
});
