// Go and No Go at the gates between stages, with their criteria, as a user sees them through the API.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOrgUnderTest, refused, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

let org: OrgUnderTest;

before(async () => {
  org = await openOrgUnderTest('2026-11-23');
});
after(() => org.close());

const { create, update, rows, position, stages } = {
  create: (...args: Parameters<OrgUnderTest['create']>) => org.create(...args),
  update: (...args: Parameters<OrgUnderTest['update']>) => org.update(...args),
  rows: (soql: string) => org.rows(soql),
  position: (...args: Parameters<OrgUnderTest['position']>) => org.position(...args),
  stages: (accountId: string) => org.stages(accountId),
};
const account = (name: string): Promise<string> => create('Account', { Name: name });

test('Go at a gate moves on, No Go stays, and only the gate of the present stage can be decided', async () => {
  const id = await account('Dentist Kies');
  const at = await position(id, 'ONBOARDING');
  const gates = await rows('SELECT Id, External_Id__c FROM Stage_Gate__c ORDER BY Order__c');
  assert.deepEqual(
    gates.map((gate) => gate['External_Id__c']),
    ['ATTRACT', 'CONVERT', 'CLOSE', 'DELIGHT'],
  );
  const decide = (gate: string, verdict: string): Promise<string> =>
    create('Gate_Decision__c', {
      Lifecycle_Position__c: at,
      Stage_Gate__c: gates.find((one) => one['External_Id__c'] === gate)?.['Id'],
      Verdict__c: verdict,
      Reason__c: verdict === 'Open' ? null : `${verdict}: the customer said so`,
    });
  await refused(decide('DELIGHT', 'No Go'), /does not belong to the stage/);
  await decide('CLOSE', 'No Go');
  assert.deepEqual(await stages(id), { Internet: 'ONBOARDING' });
  await refused(decide('CLOSE', 'Go'), /Go needs its criteria checked first, such as: No onboarding problem is open/);
  const decision = await decide('CLOSE', 'Open');
  const checks = await rows(
    `SELECT Id, Gate_Criterion__r.Name, Is_Required__c FROM Gate_Check__c WHERE Gate_Decision__c = '${decision}' ORDER BY Order__c`,
  );
  assert.deepEqual(
    checks.map((check) => (check['Gate_Criterion__r'] as Fields)['Name']),
    [
      'No onboarding problem is open',
      'The customer found all information',
      'The customer was advised well',
      'The customer is happy with the purchase',
      'The purchase meets wishes and expectations',
    ],
  );
  const go = (): Promise<void> => update('Gate_Decision__c', decision, { Verdict__c: 'Go', Reason__c: 'Go: the customer said so' });
  const last = checks.findLast((check) => check['Is_Required__c'] === true);
  await refused(go(), /not ticked: The purchase meets wishes and expectations/);
  await update('Gate_Check__c', String(last?.['Id']), { Is_Met__c: true, Answer__c: 'Better than expected' });
  await refused(update('Gate_Decision__c', decision, { Verdict__c: 'Go' }), /Say in one sentence why/);
  await go();
  assert.deepEqual(await stages(id), { Internet: 'CARE' });
  assert.deepEqual(await rows(`SELECT Reason__c, Evidence_Kind__c, Evidence_Id__c FROM Lifecycle_Position__c WHERE Id = '${at}'`), [
    { Reason__c: 'Go: the customer said so', Evidence_Kind__c: 'Gate Decision', Evidence_Id__c: decision },
  ]);
  await refused(update('Gate_Check__c', String(last?.['Id']), { Is_Met__c: false }), /its answers stay as they are/);
  await refused(update('Gate_Decision__c', decision, { Verdict__c: 'No Go' }), /A decision stays as it is/);
});

test('what the CRM knows by itself is answered when the decision is opened, with what was seen', async () => {
  const id = await account('Bakery Kent');
  const open = async (stage: string, gate: string, more: Fields = {}): Promise<readonly Fields[]> => {
    const at = await position(id, stage, { Product_Category__c: stage === 'PROSPECT' ? 'Gas' : 'Internet' });
    await update('Account', id, more);
    const [found] = await rows(`SELECT Id FROM Stage_Gate__c WHERE External_Id__c = '${gate}'`);
    const decision = await create('Gate_Decision__c', { Lifecycle_Position__c: at, Stage_Gate__c: found?.['Id'] });
    return rows(
      `SELECT Gate_Criterion__r.External_Id__c, Is_Met__c, Answer__c FROM Gate_Check__c WHERE Gate_Decision__c = '${decision}' AND Is_Met__c = true`,
    );
  };
  const [need, ...others] = await open('PROSPECT', 'CONVERT', { Needs__c: 'One number for the whole team' });
  assert.deepEqual([need?.['Answer__c'], others], ['One number for the whole team', []]);
  const [start] = await open('ONBOARDING', 'CLOSE');
  assert.equal(start?.['Answer__c'], 'Open onboarding problems: 0');
});

test('two hundred decisions are opened in one request, each with its criteria, and none passes unticked', async () => {
  const accounts = await org.connection.sobject('Account').create(Array.from({ length: 200 }, (_, at) => ({ Name: `Row ${at}` })));
  const [stage] = await rows("SELECT Id FROM Lifecycle_Stage__c WHERE External_Id__c = 'SUSPECT'");
  const positions = await org.connection.sobject('Lifecycle_Position__c').create(
    accounts.map((one) => ({
      Account__c: one.id ?? null,
      Product_Category__c: 'Internet',
      Lifecycle_Stage__c: String(stage?.['Id']),
      Reason__c: 'Came from a list',
      Evidence_Kind__c: 'Import',
      Evidence_Summary__c: 'Supplier file',
    })),
  );
  const [gate] = await rows("SELECT Id FROM Stage_Gate__c WHERE External_Id__c = 'ATTRACT'");
  const decisions = await org.connection
    .sobject('Gate_Decision__c')
    .create(positions.map((one) => ({ Lifecycle_Position__c: one.id ?? null, Stage_Gate__c: String(gate?.['Id']) })));
  assert.ok(decisions.every((one) => one.success));
  const [count] = await rows("SELECT COUNT(Id) n FROM Gate_Check__c WHERE Gate_Decision__r.Stage_Gate__r.External_Id__c = 'ATTRACT'");
  assert.equal(count?.['n'], 800);
  const decided = await org.connection.sobject('Gate_Decision__c').update(
    decisions.map((one) => ({ Id: one.id ?? '', Verdict__c: 'Go', Reason__c: 'All at once' })),
    { allOrNone: false },
  );
  assert.ok(decided.every((one) => !one.success));
});
