import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startLocalOrg } from '../../start.ts';
import type { LocalOrg } from '../../start.ts';

let local: LocalOrg;
let dutchToken: string;

interface Answer {
  readonly data: { readonly uiapi: Record<string, Json> };
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly ErrorType: string } }[];
}
type Json = { readonly [member: string]: Json } & { readonly value?: unknown } & {
  readonly length: number;
  readonly [index: number]: Json;
};

async function ask(query: string, variables: Record<string, unknown> = {}, token = local.accessToken): Promise<Answer> {
  const response = await fetch(`${local.url}/services/data/v68.0/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  assert.equal(response.status, 200);
  return (await response.json()) as Answer;
}

/** The records of the only connection of an answer, which must be without errors. */
function nodes(answer: Answer, object: string, root = 'query'): Json[] {
  assert.deepEqual(answer.errors, []);
  const edges = answer.data.uiapi[root]?.[object]?.['edges'] as unknown as readonly { readonly node: Json }[];
  return edges.map((edge) => edge.node);
}

before(async () => {
  local = await startLocalOrg({ now: () => new Date('2026-11-22T10:00:00Z') });
  const { org } = local;
  const session = org.session(org.defaultUserId);
  assert.ok(session);
  const save = (object: string, rows: readonly Record<string, string | number | boolean | null>[]): string[] =>
    org.insert(session, object, rows, { allOrNone: true }).map((result) => {
      assert.ok(result.success, JSON.stringify(result.errors));
      return result.id;
    });
  const users = org.query(session, "SELECT Id, Username FROM User WHERE UserType = 'Standard' ORDER BY Username").records;
  const dutch = users.find((user) => user['Id'] !== org.defaultUserId);
  org.update(session, 'User', [{ Id: String(dutch?.['Id']), LanguageLocaleKey: 'nl_NL' }], { allOrNone: true });
  dutchToken = local.signIn(String(dutch?.['Username']));
  const [bakery, garage] = save('Account', [
    { Name: 'Bakkerij Zon', Industry: 'Retail', AnnualRevenue: 1_250_000 },
    { Name: "Garage 't Hoekje", Industry: 'Other', AnnualRevenue: null },
  ]);
  save('Contact', [
    { LastName: 'Aarts', AccountId: bakery ?? null },
    { LastName: 'Bos', AccountId: bakery ?? null },
    { LastName: 'Cuypers', AccountId: bakery ?? null },
    { LastName: 'Dekker', AccountId: garage ?? null },
  ]);
  save(
    'Opportunity',
    Array.from({ length: 25 }, (_, index) => ({
      Name: `Kans ${String(index).padStart(2, '0')}`,
      StageName: index % 2 === 0 ? 'Prospecting' : 'Closed Won',
      CloseDate: `2026-12-${String(index + 1).padStart(2, '0')}`,
      Amount: index * 100,
      AccountId: bakery ?? null,
    })),
  );
  save('Task', [{ Subject: 'Bellen', WhatId: garage ?? null, Status: 'Not Started', Priority: 'High' }]);
});
after(() => local.close());

test('pages follow one another by cursor until the end, and the count is of all pages', async () => {
  const query = `query($after: String) { uiapi { query { Opportunity(first: 10, after: $after, orderBy: {CloseDate: {order: ASC}}) {
    totalCount pageResultCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { Name { value } } } } } } }`;
  const names: unknown[] = [];
  let after: unknown = null;
  for (let page = 1; page <= 3; page += 1) {
    const answer = await ask(query, { after });
    const connection = answer.data.uiapi['query']?.['Opportunity'];
    const info = connection?.['pageInfo'];
    assert.equal(connection?.['totalCount'], 25);
    assert.equal(info?.['hasNextPage'], page < 3);
    assert.equal(info?.['hasPreviousPage'], page > 1);
    names.push(...nodes(answer, 'Opportunity').map((node) => node['Name']?.value));
    after = info?.['endCursor'];
  }
  assert.deepEqual(
    names,
    Array.from({ length: 25 }, (_, index) => `Kans ${String(index).padStart(2, '0')}`),
  );
});

test('values come with what a user sees, in the language of the session', async () => {
  const query =
    '{ uiapi { query { Account(where: {Name: {eq: "Bakkerij Zon"}}) { edges { node { AnnualRevenue { value displayValue } CreatedDate { value displayValue } Name { value displayValue } } } } } } }';
  const [english] = nodes(await ask(query), 'Account');
  assert.deepEqual(JSON.parse(JSON.stringify(english)), {
    AnnualRevenue: { value: 1_250_000, displayValue: '€1,250,000' },
    CreatedDate: { value: '2026-11-22T10:00:00.000Z', displayValue: '11/22/2026, 11:00 AM' },
    Name: { value: 'Bakkerij Zon', displayValue: null },
  });
  const [dutch] = nodes(await ask(query, {}, dutchToken), 'Account');
  assert.equal(dutch?.['AnnualRevenue']?.['displayValue'], '€\u00a01.250.000');
  assert.equal(dutch?.['CreatedDate']?.['displayValue'], '22-11-2026 11:00');
});

test('children come with their parents, each with its own page and count', async () => {
  const query = `{ uiapi { query { Account(orderBy: {Name: {}}) { edges { node { Name { value }
    Contacts(first: 2, orderBy: {LastName: {order: DESC}}) { totalCount pageInfo { hasNextPage endCursor } edges { node { LastName { value } Account { Name { value } } } } }
    d: Contacts(where: {LastName: {like: "D%"}}) { totalCount edges { node { LastName { value } } } } } } } } } }`;
  const accounts = nodes(await ask(query), 'Account');
  const told = accounts.map((account) => {
    const { totalCount, pageInfo, edges } = account['Contacts'] as unknown as {
      totalCount: number;
      pageInfo: Json;
      edges: { node: Json }[];
    };
    return [
      account['Name']?.value,
      totalCount,
      pageInfo['hasNextPage'],
      edges.map(({ node }) => node['LastName']?.value),
      account['d']?.['totalCount'],
    ];
  });
  assert.deepEqual(told, [
    ['Bakkerij Zon', 3, true, ['Cuypers', 'Bos'], 0],
    ["Garage 't Hoekje", 1, false, ['Dekker'], 1],
  ]);
});

test('a reference to several kinds of records is read through fragments and filtered by one of them', async () => {
  const query = (name: string): string =>
    `{ uiapi { query { Task(where: {What: {Account: {Name: {eq: ${JSON.stringify(name)}}}}}) { edges { node { Subject { value } What { ... on Account { Name { value } CreatedDate { value } } ... on Opportunity { StageName { value } } } } } } } } }`;
  const [task] = nodes(await ask(query("Garage 't Hoekje")), 'Task');
  assert.deepEqual(JSON.parse(JSON.stringify(task?.['What'])), {
    Name: { value: "Garage 't Hoekje" },
    CreatedDate: { value: '2026-11-22T10:00:00.000Z' },
  });
  assert.deepEqual(nodes(await ask(query('Bakkerij Zon')), 'Task'), []);
});

test('aggregates count, add up and group', async () => {
  const query = `{ uiapi { aggregate { Opportunity(groupBy: {StageName: {group: true}}, orderBy: {Amount: {function: SUM, order: DESC}}) {
    totalCount edges { node { aggregate { StageName { value } Id { count { value } } Amount { sum { value displayValue } max { value } } } } } } } } }`;
  const groups = nodes(await ask(query), 'Opportunity', 'aggregate').map((node) => node['aggregate']);
  assert.deepEqual(JSON.parse(JSON.stringify(groups)), [
    {
      StageName: { value: 'Prospecting' },
      Id: { count: { value: 13 } },
      Amount: { sum: { value: 15_600, displayValue: '€15,600.00' }, max: { value: 2_400 } },
    },
    {
      StageName: { value: 'Closed Won' },
      Id: { count: { value: 12 } },
      Amount: { sum: { value: 14_400, displayValue: '€14,400.00' }, max: { value: 2_300 } },
    },
  ]);
  const months = await ask(
    '{ uiapi { aggregate { Opportunity(groupBy: {CloseDate: {function: CALENDAR_MONTH}}) { edges { node { aggregate { CloseDate { calendarMonth { value } } Id { count { value } } } } } } } } }',
  );
  assert.deepEqual(JSON.parse(JSON.stringify(nodes(months, 'Opportunity', 'aggregate'))), [
    { aggregate: { CloseDate: { calendarMonth: { value: 12 } }, Id: { count: { value: 25 } } } },
  ]);
  const ungrouped = await ask(
    '{ uiapi { aggregate { Opportunity { edges { node { aggregate { StageName { value } Id { count { value } } } } } } } } }',
  );
  assert.match(ungrouped.errors[0]?.message ?? '', /StageName' must be grouped/);
});

test('ten groups are given to whoever does not say how many', async () => {
  const groups = async (first: string): Promise<number> => {
    const query = `{ uiapi { aggregate { Opportunity(${first}groupBy: {Id: {group: true}}) { edges { node { aggregate { Id { value } } } } } } } }`;
    return nodes(await ask(query), 'Opportunity', 'aggregate').length;
  };
  assert.deepEqual([await groups(''), await groups('first: 2000, ')], [10, 25]);
});

test('object infos tell fields and picklist values in the language of the session', async () => {
  const query =
    '{ uiapi { objectInfos(objectInfoInputs: [{apiName: "Competitor_Contract__c", fieldNames: ["Product_Category__c", "Account__c"]}]) { ApiName label fields { ApiName dataType referenceToInfos { ApiName } ... on PicklistField { picklistValuesByRecordTypeIDs { recordTypeID picklistValues { label value } } } } } } }';
  const answer = await ask(query);
  assert.deepEqual(answer.errors, []);
  const info = answer.data.uiapi['objectInfos']?.[0];
  const [category, account] = info?.['fields'] as unknown as [Json, Json];
  assert.equal(category['dataType'], 'PICKLIST');
  const values = category['picklistValuesByRecordTypeIDs']?.[0]?.['picklistValues'] as unknown as { value: string }[];
  assert.ok(values.some(({ value }) => value === 'Electricity'));
  assert.deepEqual(JSON.parse(JSON.stringify(account['referenceToInfos'])), [{ ApiName: 'Account' }]);
  const dutch = (await ask(query, {}, dutchToken)).data.uiapi['objectInfos']?.[0];
  const schema = local.org.schema.inLanguage('nl_NL').object('Competitor_Contract__c');
  assert.equal(dutch?.['label'], schema?.label);
});

test('the current user is the one of the session', async () => {
  const answer = await ask('{ uiapi { currentUser { Id LanguageLocaleKey { value } } } }', {}, dutchToken);
  assert.equal(answer.data.uiapi['currentUser']?.['LanguageLocaleKey']?.value, 'nl_NL');
});

test('mutations create, change and delete, and name records made just before', async () => {
  const created = await ask(
    `mutation($account: AccountCreateInput!) { uiapi { AccountCreate(input: $account) { Record { Id Name { value } } }
      ContactCreate(input: {Contact: {LastName: "Evers", AccountId: "@{AccountCreate}"}}) { Record { Id AccountId { value } } } } }`,
    { account: { Account: { Name: 'Nieuw BV' } } },
  );
  assert.deepEqual(created.errors, []);
  const id = created.data.uiapi['AccountCreate']?.['Record']?.['Id'];
  assert.equal(created.data.uiapi['ContactCreate']?.['Record']?.['AccountId']?.value, id);
  const changed = await ask(
    'mutation($input: AccountUpdateInput!) { uiapi { AccountUpdate(input: $input) { success Record { Name { value } } } } }',
    {
      input: { Id: id, Account: { Name: 'Anders BV' } },
    },
  );
  assert.equal(changed.data.uiapi['AccountUpdate']?.['Record']?.['Name']?.value, 'Anders BV');
  const deleted = await ask('mutation($input: RecordDeleteInput!) { uiapi { AccountDelete(input: $input) { Id } } }', {
    input: { Id: id },
  });
  assert.equal(deleted.data.uiapi['AccountDelete']?.['Id'], id);
  assert.deepEqual(
    nodes(await ask('{ uiapi { query { Account(where: {Name: {eq: "Anders BV"}}) { edges { node { Id } } } } } }'), 'Account'),
    [],
  );
});

test('a mutation names an earlier record by alias or by its id, and other fields of it are refused by name', async () => {
  const two = (reference: string): string =>
    `mutation { uiapi { made: AccountCreate(input: {Account: {Name: "Verwezen BV"}}) { Record { Id } }
      person: ContactCreate(input: {Contact: {LastName: "${reference}", AccountId: "@{made.Record.Id}"}}) { Record { AccountId { value } } } } }`;
  const chained = await ask(two('Evers'));
  assert.equal(chained.data.uiapi['person']?.['Record']?.['AccountId']?.value, chained.data.uiapi['made']?.['Record']?.['Id']);
  const { errors } = await ask(two('@{made.Record.Name.value}'));
  assert.ok(errors.some(({ message }) => /does not implement the reference @\{made\.Record\.Name\.value\}/.test(message)));
});

test('mutations stand or fall together, unless each is to stand for itself', async () => {
  const two = (options: string): string =>
    `mutation { uiapi${options} { AccountCreate(input: {Account: {Name: "Samen BV"}}) { Record { Id } } ContactCreate(input: {Contact: {FirstName: "Zonder"}}) { Record { Id } } } }`;
  const count = async (): Promise<number> =>
    nodes(await ask('{ uiapi { query { Account(where: {Name: {eq: "Samen BV"}}) { edges { node { Id } } } } } }'), 'Account').length;
  const together = await ask(two(''));
  assert.deepEqual(
    together.errors.map((error) => error.message),
    [
      'Record rolled back because not all records were valid and the request was using AllOrNone',
      'Required fields are missing: [LastName]',
    ],
  );
  assert.equal(await count(), 0);
  const apart = await ask(two('(input: {allOrNone: false})'));
  assert.deepEqual(
    apart.errors.map((error) => error.message),
    ['Required fields are missing: [LastName]'],
  );
  assert.equal(await count(), 1);
});

test('what SOQL refuses is refused with its own code', async () => {
  const answer = await ask('{ uiapi { query { Account(where: {Name: {in: []}}) { edges { node { Id } } } } } }');
  assert.match(answer.errors[0]?.message ?? '', /^MALFORMED_QUERY: /);
});
