// The package's own rules and flows through the engine: what a steward's load sets going.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Row } from '../../platform/record.ts';
import type { SaveResult } from '../../platform/save-result.ts';
import { startLocalOrg, type LocalOrg } from '../start.ts';
import type { Session } from './session.ts';

let running: LocalOrg;
let session: Session;

before(async () => {
  running = await startLocalOrg({ now: () => new Date('2026-11-22T10:00:00Z') });
  const admin = running.org.session(running.org.defaultUserId);
  assert.ok(admin);
  session = admin;
  save('Notice_Regime__c', {
    Name: 'Electricity, first term',
    External_Id__c: 'electricity-first',
    Product_Category__c: 'Electricity',
    Phase__c: 'First Term',
    Connection_Size__c: 'Any',
    Legal_Form_Group__c: 'Any',
    Notice_Length__c: 1,
    Notice_Unit__c: 'Months',
    Tacit_Renewal__c: 'Monthly',
    Lead_Time_Days__c: 60,
    Last_Days__c: 14,
    Priority__c: 10,
    Is_Active__c: true,
    Valid_From_Date__c: '2020-01-01',
    Source__c: 'Test',
    Checked_On_Date__c: '2026-11-01',
  });
  save('Account', { Name: 'Bakkerij De Korenaar', KvK_Number__c: '12345678', Legal_Form__c: 'Sole Proprietorship' });
  save('Competitor__c', {
    Name: 'Noordlicht Energie',
    External_Id__c: 'noordlicht-energie',
    Is_Active__c: true,
    Review_State__c: 'Confirmed',
  });
});

after(() => running.close());

function upsert(object: string, ...rows: readonly Row[]): readonly SaveResult[] {
  return running.org.upsert(session, object, 'External_Id__c', rows, { allOrNone: false });
}

/** Saves one record that must be taken; gives its id. */
function save(object: string, row: Row): string {
  const [result] = running.org.insert(session, object, [row], { allOrNone: false });
  assert.ok(result?.success, JSON.stringify(result?.errors));
  return result.id;
}

function record(soql: string): Readonly<Record<string, unknown>> {
  const [found] = running.org.query(session, soql).records;
  assert.ok(found, soql);
  return found;
}

const contract: Row = {
  External_Id__c: '12345678|noordlicht-energie|electricity|1',
  'Account__r.KvK_Number__c': '12345678',
  'Competitor__r.External_Id__c': 'noordlicht-energie',
  Product_Category__c: 'Electricity',
  End_Date__c: '2027-06-30',
};

test('a contract gets its dates from the regime, and the account its roll-ups', () => {
  assert.equal(upsert('Competitor_Contract__c', contract)[0]?.success, true);
  const saved = record(
    'SELECT Decision_Date__c, Approach_Date__c, Notice_State__c, Decision_Reason__c, Notice_Regime__r.Name, Days_To_Decision__c FROM Competitor_Contract__c',
  );
  assert.deepEqual(
    [saved['Decision_Date__c'], saved['Approach_Date__c'], saved['Notice_State__c'], saved['Days_To_Decision__c']],
    ['2027-05-31', '2027-04-01', 'Too Early', 190],
  );
  const account = record('SELECT Competitor_Contract_Count__c, Next_Decision_Date__c, Is_Legal_Form_Natural_Person__c FROM Account');
  assert.deepEqual(
    [account['Competitor_Contract_Count__c'], account['Next_Decision_Date__c'], account['Is_Legal_Form_Natural_Person__c']],
    [1, '2027-05-31', true],
  );
});

test('a second load of the same contract changes it in place', () => {
  const [result] = upsert('Competitor_Contract__c', {
    ...contract,
    End_Date__c: '2026-12-31',
    Notice_Length__c: '3',
    Notice_Unit__c: 'Months',
  });
  assert.deepEqual([result?.success, result?.created], [true, false]);
  assert.equal(record('SELECT Next_Decision_Date__c FROM Account')['Next_Decision_Date__c'], '2026-09-30');
});

test('one alias moves the contracts of a provider that was unknown, and closes its review', () => {
  save('Competitor__c', { Name: 'NOORDLICHT BV', External_Id__c: 'noordlicht', Is_Active__c: true, Review_State__c: 'To Review' });
  const rows = Array.from({ length: 450 }, (_, index) => ({
    ...contract,
    External_Id__c: `moved|${index}`,
    'Competitor__r.External_Id__c': 'noordlicht',
  }));
  assert.ok(upsert('Competitor_Contract__c', ...rows).every(({ success }) => success));
  const right = String(record("SELECT Id FROM Competitor__c WHERE External_Id__c = 'noordlicht-energie'")['Id']);
  save('Competitor_Alias__c', { Name: 'NOORDLICHT BV', External_Id__c: 'noordlicht', Competitor__c: right });
  assert.equal(running.org.query(session, `SELECT COUNT() FROM Competitor_Contract__c WHERE Competitor__c = '${right}'`).totalSize, 451);
  const merged = record("SELECT Review_State__c, Is_Active__c FROM Competitor__c WHERE External_Id__c = 'noordlicht'");
  assert.deepEqual([merged['Review_State__c'], merged['Is_Active__c']], ['Merged', false]);
  assert.equal(record('SELECT Contract_Key__c FROM Competitor_Alias__c')['Contract_Key__c'], 'noordlicht');
});

test('readers get the reason in their own language, whoever saved the contract', () => {
  const steward = running.org.session(String(record("SELECT Id FROM User WHERE Username = 'data.steward@local.example'")['Id']));
  assert.ok(steward);
  assert.deepEqual([session.language, steward.language], ['en_US', 'nl_NL']);
  assert.equal(upsert('Competitor_Contract__c', { ...contract, External_Id__c: 'read' })[0]?.success, true);
  const soql = "SELECT Decision_Reason__c FROM Competitor_Contract__c WHERE External_Id__c = 'read'";
  const [english, dutch] = [session, steward].map((reader) => running.org.query(reader, soql).records[0]?.['Decision_Reason__c']);
  assert.match(String(english), /^Ends 30-06-2027: notice of 1 month must be given by 31-05-2027 /);
  assert.match(String(dutch), /^Eindigt 30-06-2027: met 1 maand opzegtermijn uiterlijk 31-05-2027 opzeggen /);
});

test('deleting an account takes its contracts along', () => {
  const id = String(record('SELECT Id FROM Account')['Id']);
  assert.equal(running.org.remove(session, 'Account', [id], { allOrNone: true })[0]?.success, true);
  assert.equal(running.org.query(session, 'SELECT COUNT() FROM Competitor_Contract__c').totalSize, 0);
});
