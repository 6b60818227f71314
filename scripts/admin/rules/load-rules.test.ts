import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import path from 'node:path';
import { Connection } from 'jsforce';
import { startLocalOrg, type LocalOrg } from '../../local-org/start.ts';
import { API_VERSION } from '../../platform/api-version.ts';
import { loadRules, type RuleOutcome } from './load-rules.ts';
import { readRuleFiles } from './rule-files.ts';
import { readRuleTexts } from './rule-language.ts';

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

interface NamedPolicy {
  readonly Id: string;
  readonly Name: string;
  readonly Purpose__c: string;
  readonly Value_Number__c: number;
}
const nameOf = async (object: string, key: string): Promise<string | undefined> => {
  const soql = `SELECT Name FROM ${object} WHERE External_Id__c = '${key}'`;
  return (await connection.query<{ Name: string }>(soql)).records[0]?.Name;
};

test('another language renames what the starter wrote, doubles nothing, and keeps what somebody wrote himself', async () => {
  const before = (await connection.query('SELECT Id FROM Notice_Regime__c')).totalSize;
  const soql = `SELECT Id, Name, Purpose__c, Value_Number__c FROM Lifecycle_Policy__c WHERE External_Id__c = 'onboarding-confirmation-days'`;
  const policyNow = async (): Promise<NamedPolicy | undefined> => (await connection.query<NamedPolicy>(soql)).records[0];
  const { Id } = await policy();
  await connection.sobject('Lifecycle_Policy__c').update({ Id, Name: 'Belletje', Value_Number__c: 6 });

  const checked = await loadRules(connection, RULES, { isCheck: true, language: 'nl_NL' });
  assert.equal(await nameOf('Notice_Regime__c', 'internet-first-term'), 'Internet, first term', 'a check renames nothing');
  const dutch = await loadRules(connection, RULES, { language: 'nl_NL' });
  const renamed = sum(dutch, (outcome) => outcome.renamed);
  assert.ok(renamed > 100);
  assert.equal(
    sum(checked, (outcome) => outcome.renamed),
    renamed,
  );
  assert.equal(await nameOf('Notice_Regime__c', 'internet-first-term'), 'Internet, eerste termijn');
  assert.equal(await nameOf('Lifecycle_Stage__c', 'CARE'), 'Zorg', 'records that carry a Dutch name take it as theirs');
  assert.equal((await connection.query('SELECT Id FROM Notice_Regime__c')).totalSize, before);
  const kept = await policyNow();
  assert.deepEqual([kept?.Name, kept?.Value_Number__c], ['Belletje', 6]);
  assert.match(kept?.Purpose__c ?? '', /^Zoveel dagen na een gewonnen order/, 'what he left alone is renamed all the same');

  const again = await loadRules(connection, RULES, { language: 'nl_NL' });
  assert.equal(
    sum(again, ({ created, renamed: now }) => [...created, ...now]),
    0,
  );
  await loadRules(connection, RULES, { take: new Set(['onboarding-confirmation-days']) });
  assert.equal(await nameOf('Notice_Regime__c', 'internet-first-term'), 'Internet, first term', 'without a language it is that of the org');
  assert.equal(await nameOf('Lifecycle_Policy__c', 'onboarding-confirmation-days'), 'Days until the confirmation call');
});

test('every name and source of a starter rule has a Dutch text, and every Dutch text belongs to one', () => {
  const texts = readRuleTexts(RULES, 'nl_NL');
  const files = readRuleFiles(RULES);
  const isNamed = (record: Readonly<Record<string, unknown>>, object: string): boolean =>
    'Dutch_Name__c' in record || texts[object]?.['Name']?.[String(record['Name'])] !== undefined;
  const nameless = files.flatMap(({ object, records }) =>
    records.flatMap((record) => {
      const source = record['Source__c'];
      const isSourced = typeof source !== 'string' || texts[object]?.['Source__c']?.[source] !== undefined;
      return isNamed(record, object) && isSourced ? [] : [`${object} ${JSON.stringify(record['Name'])}`];
    }),
  );
  assert.deepEqual(nameless, []);
  const unused = Object.entries(texts).flatMap(([object, fields]) => {
    const records = files.filter((file) => file.object === object).flatMap((file) => file.records);
    return Object.entries(fields).flatMap(([field, written]) =>
      Object.keys(written).filter((english) => !records.some((record) => record[field] === english)),
    );
  });
  assert.deepEqual(unused, []);
});
