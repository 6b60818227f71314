import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import path from 'node:path';
import { Connection } from 'jsforce';
import { startLocalOrg, type LocalOrg } from '../../local-org/start.ts';
import { API_VERSION } from '../../platform/api-version.ts';
import { loadRules, type RuleOutcome } from './load-rules.ts';

const RULES = path.resolve(import.meta.dirname, '../../../config/rules');
let org: LocalOrg;
let connection: Connection;

before(async () => {
  org = await startLocalOrg({ port: 0 });
  connection = new Connection({ instanceUrl: org.url, accessToken: org.accessToken, version: API_VERSION });
});
after(() => org.close());

const sum = (outcomes: readonly RuleOutcome[], of: (outcome: RuleOutcome) => readonly unknown[]): number =>
  outcomes.reduce((total, outcome) => total + of(outcome).length, 0);
const policy = async (): Promise<{ Id: string; Value_Number__c: number }> => {
  const soql = `SELECT Id, Value_Number__c FROM Lifecycle_Policy__c WHERE External_Id__c = 'onboarding-confirmation-days'`;
  const { records } = await connection.query<{ Id: string; Value_Number__c: number }>(soql);
  assert.ok(records[0]);
  return records[0];
};

test('a check tells what would be created and creates nothing', async () => {
  const outcomes = await loadRules(connection, RULES, { isCheck: true });
  assert.ok(sum(outcomes, ({ created }) => created) > 150);
  assert.equal((await connection.query('SELECT Id FROM Notice_Regime__c')).totalSize, 0);
});

test('the first load creates every record, the second changes nothing', async () => {
  const first = await loadRules(connection, RULES);
  const created = sum(first, (outcome) => outcome.created);
  const second = await loadRules(connection, RULES);
  assert.equal(
    sum(second, (outcome) => outcome.created),
    0,
  );
  assert.deepEqual(
    second.flatMap((outcome) => outcome.kept),
    [],
    'a record differs from what was just loaded',
  );
  assert.equal(
    sum(second, (outcome) => outcome.unchanged),
    created,
  );
});

test("what the admin changed is kept and told, until the starter's value is asked for", async () => {
  const { Id } = await policy();
  await connection.sobject('Lifecycle_Policy__c').update({ Id, Value_Number__c: 5 });
  const kept = (await loadRules(connection, RULES)).flatMap((outcome) => outcome.kept);
  assert.deepEqual(kept, [{ key: 'onboarding-confirmation-days', differences: [{ field: 'Value_Number__c', inOrg: 5, starter: 3 }] }]);
  assert.equal((await policy()).Value_Number__c, 5);
  const taken = (await loadRules(connection, RULES, { take: new Set(['onboarding-confirmation-days']) })).flatMap(
    (outcome) => outcome.taken,
  );
  assert.deepEqual(taken, ['onboarding-confirmation-days']);
  assert.equal((await policy()).Value_Number__c, 3);
});
