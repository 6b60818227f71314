// Each persona does over the APIs what their morning asks for, and is refused what is not theirs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOrgUnderTest, type Fields, type OrgUnderTest } from '../testing/org-under-test.ts';

let test22: OrgUnderTest;
let accountOfNoor = '';
let provider = '';
before(async () => {
  test22 = await openOrgUnderTest('2026-11-22');
  const [noor] = await test22.rows("SELECT Id FROM User WHERE Username = 'noor.noord@local.example'");
  accountOfNoor = await test22.create('Account', { Name: 'Bakkerij Noord', OwnerId: noor?.['Id'] });
  provider = await test22.create('Competitor__c', { Name: 'Noordlicht Energie', External_Id__c: 'noordlicht-energie' });
});
after(() => test22.close());

interface Answer {
  readonly status: number;
  readonly json: unknown;
}

const tokens = new Map<string, string>();
async function call(user: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const { org } = test22;
  const token = tokens.get(user) ?? org.signIn(`${user}@local.example`);
  tokens.set(user, token);
  const response = await fetch(`${org.url}/services/data/v68.0${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, json: text === '' ? undefined : JSON.parse(text) };
}

async function make(user: string, object: string, fields: Fields): Promise<string> {
  const { status, json } = await call(user, 'POST', `/sobjects/${object}`, fields);
  assert.equal(status, 201, `${user}, ${object}: ${JSON.stringify(json)}`);
  return String((json as { id: string }).id);
}

const codes = ({ json }: Answer): unknown => (json as readonly { errorCode: string }[] | undefined)?.map(({ errorCode }) => errorCode);
const ask = (user: string, soql: string): Promise<Answer> => call(user, 'GET', `/query?q=${encodeURIComponent(soql)}`);
const change = async (user: string, object: string, id: string, fields: Fields): Promise<unknown> =>
  codes(await call(user, 'PATCH', `/sobjects/${object}/${id}`, fields));

const contract = (): Fields => ({
  Account__c: accountOfNoor,
  Competitor__c: provider,
  Product_Category__c: 'Gas',
  End_Date__c: '2027-03-31',
});

test('a sales rep writes down what the customer says, and saves views', async () => {
  const id = await make('noor.noord', 'Competitor_Contract__c', contract());
  assert.equal(await change('noor.noord', 'Competitor_Contract__c', id, { Satisfaction__c: 'Dissatisfied' }), undefined);
  await make('noor.noord', 'Worklist_View__c', { Name: 'Gas in spring', Filters__c: '{}' });
  await make('noor.noord', 'Feedback__c', { Account__c: accountOfNoor, Score__c: 9, Process__c: 'Sales' });
  await make('noor.noord', 'Task', { Subject: 'Call', WhatId: accountOfNoor });
  const { json } = await ask('noor.noord', `SELECT Decision_Reason__c, Account__r.Name FROM Competitor_Contract__c WHERE Id = '${id}'`);
  assert.equal((json as { totalSize: number }).totalSize, 1);
});

test('a sales rep changes neither providers nor rules, and does not see flow faults', async () => {
  assert.deepEqual(codes(await call('noor.noord', 'POST', '/sobjects/Competitor__c', { Name: 'New' })), [
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  ]);
  const [policy] = await test22.rows('SELECT Id FROM Lifecycle_Policy__c LIMIT 1');
  assert.deepEqual(await change('noor.noord', 'Lifecycle_Policy__c', String(policy?.['Id']), { Checked_On_Date__c: '2026-11-22' }), [
    'INSUFFICIENT_ACCESS_OR_READONLY',
  ]);
  assert.deepEqual(codes(await ask('noor.noord', 'SELECT Id FROM Flow_Fault__c')), ['INVALID_TYPE']);
  assert.deepEqual(codes(await call('noor.noord', 'POST', '/jobs/ingest', { object: 'Flow_Fault__c', operation: 'insert' })), [
    'INVALIDJOB',
  ]);
  assert.equal((await call('noor.noord', 'GET', '/sobjects/Flow_Fault__c/describe')).status, 404);
  assert.equal((await call('noor.noord', 'GET', '/ui-api/object-info/Flow_Fault__c')).status, 404);
});

test('fields that are only read are not createable, and a save that names one is refused with the field', async () => {
  const { json } = await call('communication', 'GET', '/sobjects/Account/describe');
  const fields = new Map((json as { fields: { name: string; updateable: boolean }[] }).fields.map((field) => [field.name, field]));
  assert.equal(fields.get('KvK_Number__c')?.updateable, false);
  const answer = await call('noor.noord', 'PATCH', `/sobjects/Account/${accountOfNoor}`, { Loyalty_Since_Date__c: '2026-01-01' });
  assert.deepEqual(codes(answer), ['INVALID_FIELD_FOR_INSERT_UPDATE']);
  assert.match(JSON.stringify(answer.json), /Unable to create\/update fields: Loyalty_Since_Date__c/);
});

test('a colleague writes down what the customer says, but changes neither the account nor its people', async () => {
  const id = await make('noor.noord', 'Competitor_Contract__c', { ...contract(), Product_Category__c: 'Electricity' });
  const contact = await make('noor.noord', 'Contact', { AccountId: accountOfNoor, LastName: 'Jansen' });
  assert.deepEqual(await change('olivier.oost', 'Account', accountOfNoor, { Phone: '1' }), ['INSUFFICIENT_ACCESS_OR_READONLY']);
  assert.deepEqual(await change('olivier.oost', 'Contact', contact, { Phone: '1' }), ['INSUFFICIENT_ACCESS_OR_READONLY']);
  assert.equal((await call('olivier.oost', 'DELETE', `/sobjects/Contact/${contact}`)).status, 400);
  const said = { Competitor_Contract__c: id, Source__c: 'Phone', Said_On_Date__c: '2026-11-20', Said_End_Date__c: '2027-02-28' };
  await make('olivier.oost', 'Contract_Claim__c', said);
});

test('the sales manager works on what the reps own, keeps gates and capacity', async () => {
  assert.equal(await change('sales.manager', 'Account', accountOfNoor, { Phone: '038' }), undefined);
  const [gate] = await test22.rows('SELECT Id FROM Stage_Gate__c LIMIT 1');
  assert.equal(await change('sales.manager', 'Stage_Gate__c', String(gate?.['Id']), { Is_Active__c: true }), undefined);
  assert.equal((await ask('sales.manager', 'SELECT COUNT() FROM Flow_Fault__c')).status, 200);
});

test('marketing keeps propositions and scripts, which communication reads', async () => {
  const proposition = { Name: 'Switch in one call', Offer__c: 'We arrange it all', External_Id__c: 'one-call', Product_Category__c: 'Gas' };
  const id = await make('marketing', 'Proposition__c', proposition);
  const product = await test22.create('Product2', { Name: 'Gas Fixed', Product_Category__c: 'Gas', IsActive: true });
  const pair = { Product__c: product, Proposition__c: id, Is_Allowed__c: false, Reason__c: 'Too thin a margin' };
  await make('marketing', 'Product_Proposition__c', pair);
  assert.deepEqual(await change('communication', 'Proposition__c', id, { Is_Active__c: false }), ['INSUFFICIENT_ACCESS_OR_READONLY']);
  await make('communication', 'Campaign', { Name: 'Spring', Message_Kind__c: 'Commercial' });
  const [cas] = await test22.rows("SELECT Id FROM User WHERE Username = 'communication@local.example'");
  await test22.update('User', String(cas?.['Id']), { UserPermissionsMarketingUser: false });
  assert.deepEqual(codes(await call('communication', 'POST', '/sobjects/Campaign', { Name: 'Later', Message_Kind__c: 'Commercial' })), [
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  ]);
  assert.deepEqual(codes(await call('noor.noord', 'POST', '/sobjects/Campaign', { Name: 'Mine' })), [
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  ]);
});

test('the loyalty manager closes the loop on tasks of others, and registers improvements', async () => {
  const task = await make('noor.noord', 'Task', { Subject: 'Call back', WhatId: accountOfNoor });
  assert.equal(await change('loyalty.manager', 'Task', task, { Status: 'Completed' }), undefined);
  assert.deepEqual(await change('olivier.oost', 'Task', task, { Status: 'Deferred' }), ['INSUFFICIENT_ACCESS_OR_READONLY']);
});

test('the data steward loads contracts of every account in bulk, and leaves the rules alone', async () => {
  const { status, json } = await call('data.steward', 'POST', '/composite/sobjects', {
    allOrNone: false,
    records: [{ attributes: { type: 'Competitor_Contract__c' }, ...contract(), External_Id__c: '12345678|noordlicht-energie|gas|-' }],
  });
  assert.equal(status, 200);
  assert.deepEqual(
    (json as { success: boolean }[]).map(({ success }) => success),
    [true],
    JSON.stringify(json),
  );
  const [rule] = await test22.rows('SELECT Id FROM Event_Rule__c LIMIT 1');
  assert.deepEqual(await change('data.steward', 'Event_Rule__c', String(rule?.['Id']), { Is_Active__c: false }), [
    'INSUFFICIENT_ACCESS_OR_READONLY',
  ]);
});

test('the lifecycle administrator changes every rule and reads the records that the rules are about', async () => {
  for (const object of ['Event_Rule__c', 'Frequency_Policy__c', 'Notice_Regime__c', 'Stage_Moment__c']) {
    const [rule] = await test22.rows(`SELECT Id, Is_Active__c FROM ${object} LIMIT 1`);
    assert.equal(
      await change('lifecycle.admin', object, String(rule?.['Id']), { Is_Active__c: rule?.['Is_Active__c'] }),
      undefined,
      object,
    );
  }
  assert.equal((await ask('lifecycle.admin', 'SELECT COUNT() FROM Competitor_Contract__c')).status, 200);
  assert.deepEqual(codes(await call('lifecycle.admin', 'POST', '/sobjects/Competitor_Contract__c', contract())), [
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  ]);
});

test('users change their own language, not their rights, and nothing of others', async () => {
  const users = await test22.rows(
    "SELECT Id, Username, ProfileId FROM User WHERE Username IN ('noor.noord@local.example', 'admin@local.example')",
  );
  const [admin, noor] = ['admin', 'noor.noord'].map((name) => users.find(({ Username }) => Username === `${name}@local.example`));
  assert.equal(await change('noor.noord', 'User', String(noor?.['Id']), { LanguageLocaleKey: 'en_US' }), undefined);
  assert.deepEqual(await change('noor.noord', 'User', String(noor?.['Id']), { ProfileId: admin?.['ProfileId'] }), [
    'INVALID_FIELD_FOR_INSERT_UPDATE',
  ]);
  assert.deepEqual(await change('noor.noord', 'User', String(admin?.['Id']), { Phone: '1' }), ['INSUFFICIENT_ACCESS_OR_READONLY']);
  const [set] = await test22.rows("SELECT Id FROM PermissionSet WHERE Name = 'SME_Data_Steward'");
  const assignment = { AssigneeId: noor?.['Id'], PermissionSetId: set?.['Id'] };
  assert.deepEqual(codes(await call('noor.noord', 'POST', '/sobjects/PermissionSetAssignment', assignment)), [
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
  ]);
});

test('UI API tells a record that is not to be read from one that is not there', async () => {
  const id = await make('noor.noord', 'Task', { Subject: 'Think' });
  const read = (user: string): Promise<Answer> => call(user, 'GET', `/ui-api/records/${id}?fields=Task.Subject`);
  assert.deepEqual([(await read('noor.noord')).status, (await read('olivier.oost')).status], [200, 403]);
  assert.deepEqual(codes(await call('olivier.oost', 'GET', `/sobjects/Task/${id}`)), ['NOT_FOUND']);
  await call('noor.noord', 'DELETE', `/sobjects/Task/${id}`);
  assert.equal((await read('olivier.oost')).status, 404);
});

test('what a user may not see is not in the GraphQL schema; optional fields are left out', async () => {
  const query = (fields: string): object => ({ query: `{ uiapi { query { ${fields} } } }` });
  const faults = await call('noor.noord', 'POST', '/graphql', query('Flow_Fault__c { edges { node { Id } } }'));
  assert.match(JSON.stringify(faults.json), /FieldUndefined|Cannot query field/);
  const left = await call(
    'noor.noord',
    'POST',
    '/graphql',
    query('Account { edges { node { Name { value } Secret__c @optional { value } } } }'),
  );
  assert.deepEqual((left.json as { errors: unknown[] }).errors, []);
});

test('taking a permission set away takes what it gave, at once', async () => {
  const [given] = await test22.rows(
    "SELECT Id FROM PermissionSetAssignment WHERE Assignee.Username = 'zoe.zuid@local.example' AND PermissionSet.Name = 'SME_Sales_Rep'",
  );
  assert.equal((await ask('zoe.zuid', 'SELECT COUNT() FROM Competitor_Contract__c')).status, 200);
  await test22.connection.sobject('PermissionSetAssignment').destroy(String(given?.['Id']));
  assert.deepEqual(codes(await ask('zoe.zuid', 'SELECT COUNT() FROM Competitor_Contract__c')), ['INVALID_TYPE']);
  assert.deepEqual(codes(await ask('zoe.zuid', 'SELECT KvK_Number__c FROM Account')), ['INVALID_FIELD']);
});
