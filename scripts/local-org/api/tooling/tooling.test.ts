import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Connection } from 'jsforce';
import { API_VERSION } from '../../../platform/api-version.ts';
import { startLocalOrg, type LocalOrg } from '../../start.ts';

let org: LocalOrg;
let connection: Connection;
before(async () => {
  org = await startLocalOrg();
  connection = new Connection({ instanceUrl: org.url, accessToken: org.accessToken, version: API_VERSION });
});
after(() => org.close());

type Row = Readonly<Record<string, unknown>>;

async function asked(soql: string, by = connection): Promise<readonly Row[]> {
  const { records } = await by.tooling.query<Row>(soql);
  return records.map((record) => Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'attributes')));
}

test('flows are found with the version that is active', async () => {
  const name = 'Competitor_Contract_BeforeSave_Set_Decision_Date';
  const [flow] = await asked(`SELECT ActiveVersionId, ActiveVersion.Status FROM FlowDefinition WHERE DeveloperName = '${name}'`);
  assert.equal((flow?.['ActiveVersion'] as Row)['Status'], 'Active');
  const versions = await asked(`SELECT Id, VersionNumber FROM Flow WHERE Definition.DeveloperName = '${name}'`);
  assert.deepEqual(versions, [{ Id: flow?.['ActiveVersionId'], VersionNumber: 1 }]);
  const all = await connection.query('SELECT ApiName FROM FlowDefinitionView');
  assert.equal((await asked('SELECT Id FROM FlowDefinition')).length, all.totalSize);
});

test('the columns of a query are told, as the sf CLI asks for them', async () => {
  const soql = encodeURIComponent('SELECT DeveloperName FROM FlowDefinition');
  const { columnMetadata } = await connection.request<{ columnMetadata: { columnName: string }[] }>(
    `/tooling/query?q=${soql}&columns=true`,
  );
  assert.deepEqual(
    columnMetadata.map(({ columnName }) => columnName),
    ['DeveloperName'],
  );
});

test('fields are found by their object, with the type as Setup writes it', async () => {
  const fields = ['Account__c', 'Decision_Date__c', 'Decision_Reason__c', 'Monthly_Value__c', 'Name', 'Claim_Count__c'];
  const rows = await asked(
    `SELECT QualifiedApiName n, DataType t FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Competitor_Contract__c' ` +
      `AND QualifiedApiName IN ('${fields.join("','")}') GROUP BY QualifiedApiName, DataType ORDER BY QualifiedApiName`,
  );
  assert.deepEqual(Object.fromEntries(rows.map(({ n, t }) => [n, t])), {
    Account__c: 'Master-Detail(Account)',
    Claim_Count__c: 'Roll-Up Summary (COUNT Contract_Claim__c)',
    Decision_Date__c: 'Date',
    Decision_Reason__c: 'Formula (Text)',
    Monthly_Value__c: 'Currency(16, 2)',
    Name: 'Auto Number',
  });
});

test('objects, custom fields and rules belong together', async () => {
  const [object] = await asked("SELECT Id FROM CustomObject WHERE DeveloperName = 'Notice_Regime'");
  const rules = await asked(
    "SELECT ValidationName, Active FROM ValidationRule WHERE EntityDefinition.QualifiedApiName = 'Notice_Regime__c'",
  );
  assert.ok(rules.length > 3 && rules.every(({ Active }) => Active === true));
  const [entity] = await asked("SELECT DurableId, Label FROM EntityDefinition WHERE QualifiedApiName = 'Notice_Regime__c'");
  assert.deepEqual(entity, { DurableId: object?.['Id'], Label: 'Notice Regime' });
  const [field] = await asked("SELECT TableEnumOrId, Length FROM CustomField WHERE DeveloperName = 'KvK_Number'");
  assert.deepEqual(field, { TableEnumOrId: 'Account', Length: 8 });
});

test('what a user does not see in the org is not among its metadata either', async () => {
  const token = org.signIn('noor.noord@local.example');
  const rep = new Connection({ instanceUrl: org.url, accessToken: token, version: API_VERSION });
  const count = async (by: Connection): Promise<number> =>
    (await asked("SELECT Id FROM CustomObject WHERE DeveloperName = 'Flow_Fault'", by)).length;
  assert.deepEqual([await count(connection), await count(rep)], [1, 0]);
});

test('objects are listed and described; those that track source are not there; others are refused by name', async () => {
  const { sobjects } = await connection.tooling.describeGlobal();
  assert.deepEqual(sobjects.map(({ name }) => name).sort(), [
    'CustomField',
    'CustomObject',
    'EntityDefinition',
    'FieldDefinition',
    'Flow',
    'FlowDefinition',
    'ValidationRule',
  ]);
  const { fields } = await connection.tooling.describe('Flow');
  assert.ok(fields.some(({ name }) => name === 'VersionNumber'));
  await assert.rejects(async () => connection.tooling.describe('SourceMember'), { errorCode: 'NOT_FOUND' });
  await assert.rejects(async () => connection.tooling.describe('ApexClass'), { errorCode: 'NOT_IMPLEMENTED' });
  await assert.rejects(async () => asked('SELECT Metadata FROM Flow'), { errorCode: 'NOT_IMPLEMENTED' });
});
