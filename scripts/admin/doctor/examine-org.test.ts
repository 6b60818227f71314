import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import path from 'node:path';
import { Connection } from 'jsforce';
import { startLocalOrg, type LocalOrg } from '../../local-org/start.ts';
import { API_VERSION } from '../../platform/api-version.ts';
import { loadRules } from '../rules/load-rules.ts';
import { examineOrg } from './examine-org.ts';
import type { Finding } from './finding.ts';

const RULES = path.resolve(import.meta.dirname, '../../../config/rules');
let org: LocalOrg;
let connection: Connection;
let moment = new Date('2026-11-22T12:00:00Z');

before(async () => {
  org = await startLocalOrg({ port: 0, now: () => moment });
  connection = new Connection({ instanceUrl: org.url, accessToken: org.accessToken, version: API_VERSION });
});
after(() => org.close());

async function findings(check: string): Promise<readonly Finding[]> {
  const examinations = await examineOrg(connection, 'local', RULES);
  const found = examinations?.find((examination) => examination.check === check);
  assert.ok(found, `no findings of ${check}`);
  return found.findings;
}
const said = (list: readonly Finding[], words: RegExp): Finding => {
  const found = list.find(({ what }) => words.test(what));
  assert.ok(found, `nothing like ${words} in ${list.map(({ what }) => what).join(' | ')}`);
  return found;
};

test('an org without rules is told which are missing and which command loads them', async () => {
  const finding = said(await findings('Rules'), /starter records of Notice_Regime__c are missing/);
  assert.equal(finding.level, 'bad');
  assert.equal(finding.fix, 'npm run rules -- --target-org local');
  await loadRules(connection, RULES);
  assert.equal(said(await findings('Rules'), /Every starter rule is there/).level, 'good');
});

test('a rule that nobody has checked for a year is named with its object', async () => {
  const [regime] = (await connection.query<{ Id: string }>('SELECT Id FROM Notice_Regime__c LIMIT 1')).records;
  await connection.sobject('Notice_Regime__c').update({ Id: regime?.Id ?? '', Checked_On_Date__c: '2020-01-01' });
  assert.match(said(await findings('Rules'), /^1 records of Notice_Regime__c/).what, /over a year ago/);
});

test('flows and objects of the package are all there', async () => {
  assert.match(said(await findings('Automation'), /flows are active/).what, /^All \d+ flows/);
  assert.equal(said(await findings('Package'), /objects of the package/).level, 'good');
});

test('a permission set that nobody has is told with the command that assigns it, and the bypass is a warning', async () => {
  const before = await findings('Permission sets');
  assert.ok(!before.some(({ what }) => what.includes('Bypass')));
  const set = await connection.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = 'SME_Automation_Bypass'`);
  const user = await connection.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = 'data.steward@local.example'`);
  await connection
    .sobject('PermissionSetAssignment')
    .create({ PermissionSetId: set.records[0]?.Id ?? '', AssigneeId: user.records[0]?.Id ?? '' });
  assert.equal(said(await findings('Permission sets'), /1 users have SME_Automation_Bypass/).level, 'look');
});

test('a manager without a role leads nobody, and who makes campaigns must be a marketing user: both are told', async () => {
  assert.ok(!(await findings('Permission sets')).some(({ what }) => /have no role|marketing users/.test(what)));
  const user = await connection.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = 'sales.manager@local.example'`);
  await connection.sobject('User').update({ Id: user.records[0]?.Id ?? '', UserRoleId: null });
  assert.match(said(await findings('Permission sets'), /have no role/).what, /^1 users with SME_Sales_Manager/);
  const cas = await connection.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = 'communication@local.example'`);
  await connection.sobject('User').update({ Id: cas.records[0]?.Id ?? '', UserPermissionsMarketingUser: false });
  assert.match(said(await findings('Permission sets'), /no marketing users/).what, /^1 users/);
});

test('what a scheduled flow has left undone is told with the flow and where to look', async () => {
  assert.equal(said(await findings('Nightly work'), /No scheduled flow/).level, 'good');
  const account = await connection.sobject('Account').create({ Name: 'Slagerij Mol', KvK_Number__c: '12345678' });
  const provider = await connection.sobject('Competitor__c').create({ Name: 'Polder', External_Id__c: 'polder', Is_Active__c: true });
  const contract = await connection.sobject('Competitor_Contract__c').create({
    Account__c: account.id ?? '',
    Competitor__c: provider.id ?? '',
    Product_Category__c: 'Electricity',
    Status__c: 'Active',
    End_Date__c: '2027-03-31',
    External_Id__c: 'late',
  });
  assert.ok(contract.success, JSON.stringify(contract));
  const before = moment;
  moment = new Date('2027-03-15T12:00:00Z');
  const late = said(await findings('Nightly work'), /^1 contracts should have changed their notice state/);
  moment = before;
  assert.equal(late.level, 'bad');
  assert.match(late.fix ?? '', /Setup > Scheduled Jobs: look for Competitor_Contract_Scheduled_Roll_Notice_State/);
  for (const [object, id] of [
    ['Competitor_Contract__c', contract.id],
    ['Account', account.id],
    ['Competitor__c', provider.id],
  ] as const)
    await connection.sobject(object).delete(id ?? '');
});

test('edition, consent setting, languages and the people of small sets are told', async () => {
  const edition = await findings('Edition and languages');
  assert.equal(said(edition, /Data Protection and Privacy is on/).level, 'good');
  assert.match(said(edition, /work in Dutch/).what, /Language of the org/);
  assert.match(said(await findings('Permission sets'), /^Assigned: /).what, /SME_Data_Steward data\.steward@local\.example/);
});

test('contracts without a regime, providers nobody judged and claims past their day are counted', async () => {
  assert.match(said(await findings('Contracts'), /no competitor contract yet/).fix ?? '', /npm run import/);
  const account = await connection.sobject('Account').create({ Name: 'Bakkerij Jansen', KvK_Number__c: '01234567' });
  const provider = await connection
    .sobject('Competitor__c')
    .create({ Name: 'Polder Telecom', External_Id__c: 'polder-telecom', Review_State__c: 'To Review', Is_Active__c: true });
  const contract = { Account__c: account.id ?? '', Competitor__c: provider.id ?? '', Status__c: 'Active', Product_Category__c: 'Other' };
  await connection
    .sobject('Notice_Regime__c')
    .update(
      (await connection.query<{ Id: string }>('SELECT Id FROM Notice_Regime__c')).records.map(({ Id }) => ({ Id, Is_Active__c: false })),
    );
  const saved = await connection.sobject('Competitor_Contract__c').create([
    { ...contract, End_Date__c: '2030-12-31', External_Id__c: 'one' },
    { ...contract, End_Date__c: null, External_Id__c: 'two' },
  ]);
  assert.ok(
    saved.every(({ success }) => success),
    JSON.stringify(saved),
  );
  const contracts = await findings('Contracts');
  assert.match(said(contracts, /no decision date/).what, /^1 of 2 contracts/);
  assert.match(said(contracts, /end date is known/).what, /50% of 2/);
  assert.match(said(contracts, /providers came in/).what, /^1 providers/);
});

test('an org without the package is one answer, not a list of faults', async () => {
  const empty = await startLocalOrg({ port: 0, metadataFolders: [] });
  try {
    const other = new Connection({ instanceUrl: empty.url, accessToken: empty.accessToken, version: API_VERSION });
    assert.equal(await examineOrg(other, 'local', RULES), undefined);
  } finally {
    await empty.close();
  }
});
