import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Org } from '../../engine/org.ts';
import { loadSchema } from '../../metadata/load-schema.ts';
import { userInterfaceSchema } from '../ui-api/supported-objects.ts';
import { buildGraphqlSchema } from './build-schema.ts';
import type { GraphqlAnswer } from './run-document.ts';
import { DocumentRunner } from './run-document.ts';

const schema = userInterfaceSchema(loadSchema([]));
const runner = new DocumentRunner(buildGraphqlSchema(schema));
const session = { userId: '0050L0000000001AAA', username: 'rep@local.example', language: 'en_US' };

/** Runs a document against an org that writes its queries down and finds nothing. */
async function run(query: string, variables: Record<string, unknown> = {}): Promise<{ soql: string[]; answer: GraphqlAnswer }> {
  const soql: string[] = [];
  const org = {
    schema,
    query: (_session: unknown, text: string) => {
      soql.push(text);
      return { totalSize: 0, records: [] };
    },
  } as unknown as Org;
  const answer = await runner.run({ query, variables, operationName: undefined }, { org, session, schema, variables });
  return { soql, answer };
}

const account = (args: string, node = 'Id'): string => `{ uiapi { query { Account${args} { edges { node { ${node} } } } } } }`;
const where = (filter: string): string => account(`(where: ${filter})`);

// GraphQL coerces the members of a filter into the order of the schema, hence the order of the conditions.
const QUERIES: readonly [name: string, document: string, soql: string][] = [
  ['ten records by default, one more to know whether others follow', account(''), 'SELECT Id FROM Account LIMIT 11'],
  [
    'only what is selected, parents included',
    account('', 'Id Name { value } Owner { Name { value } Email { value } }'),
    'SELECT Id, Name, Owner.Id, Owner.Name, Owner.Email FROM Account LIMIT 11',
  ],
  [
    'fragments',
    `${account('', '...A Phone { value }')} fragment A on Account { Name { value } }`,
    'SELECT Id, Name, Phone FROM Account LIMIT 11',
  ],
  [
    'text operators',
    where('{Name: {like: "Ba%", ne: null}, Phone: {in: ["1", "2"]}}'),
    "SELECT Id FROM Account WHERE ((Name != null AND Name LIKE 'Ba%') AND Phone IN ('1', '2')) LIMIT 11",
  ],
  [
    'numbers and checkboxes',
    `{ uiapi { query { Opportunity(where: {Amount: {gte: 1.5, lt: 9}, IsClosed: {eq: false}}) { edges { node { Id } } } } } }`,
    'SELECT Id FROM Opportunity WHERE ((Amount < 9 AND Amount >= 1.5) AND IsClosed = FALSE) LIMIT 11',
  ],
  [
    'dates by value, literal and range',
    `{ uiapi { query { Opportunity(where: {and: [{CloseDate: {gte: {value: "2026-11-22"}}}, {CloseDate: {lte: {range: {next_n_days: 30}}}}, {CreatedDate: {eq: {literal: TODAY}}}]}) { edges { node { Id } } } } } }`,
    'SELECT Id FROM Opportunity WHERE (CloseDate >= 2026-11-22 AND CloseDate <= NEXT_N_DAYS:30 AND CreatedDate = TODAY) LIMIT 11',
  ],
  [
    'and, or, not',
    where('{or: [{Name: {eq: "a"}}, {not: {and: [{Name: {eq: "b"}}, {Phone: {eq: "c"}}]}}]}'),
    "SELECT Id FROM Account WHERE (Name = 'a' OR (NOT (Name = 'b' AND Phone = 'c'))) LIMIT 11",
  ],
  [
    'filters on parents',
    where('{Owner: {Name: {eq: "x"}}, Parent: {Owner: {Name: {eq: "y"}}}}'),
    "SELECT Id FROM Account WHERE (Owner.Name = 'x' AND Parent.Owner.Name = 'y') LIMIT 11",
  ],
  [
    'filters on parents of several kinds',
    '{ uiapi { query { Task(where: {What: {Account: {Name: {eq: "x"}}}}) { edges { node { Id } } } } } }',
    "SELECT Id FROM Task WHERE (What.Type = 'Account' AND What.Name = 'x') LIMIT 11",
  ],
  [
    'semi-joins',
    where('{Id: {inq: {Contact: {LastName: {like: "S%"}}, ApiName: "AccountId"}}}'),
    "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE LastName LIKE 'S%') LIMIT 11",
  ],
  [
    'text that tries to get out of its quotes',
    where('{Name: {eq: "x\' OR Name != \'\\\\"}}'),
    "SELECT Id FROM Account WHERE Name = 'x\\' OR Name != \\'\\\\' LIMIT 11",
  ],
  ['an empty filter', where('{and: [], Name: {}}'), 'SELECT Id FROM Account LIMIT 11'],
  [
    'sorting in the order written',
    account('(orderBy: {Owner: {Name: {order: DESC}}, Name: {order: ASC, nulls: LAST}, CreatedDate: {}})'),
    'SELECT Id FROM Account ORDER BY Owner.Name DESC, Name ASC NULLS LAST, CreatedDate ASC LIMIT 11',
  ],
  ['the scope MINE', account('(scope: MINE)'), "SELECT Id FROM Account WHERE OwnerId = '0050L0000000001AAA' LIMIT 11"],
  [
    'children in the same query',
    account('', 'Contacts(first: 2, where: {Email: {ne: null}}, orderBy: {LastName: {}}) { edges { node { LastName { value } } } }'),
    'SELECT Id, (SELECT Id, LastName FROM Contacts WHERE Email != null ORDER BY LastName ASC LIMIT 3) FROM Account LIMIT 11',
  ],
  [
    'a count alone',
    '{ uiapi { query { Account(where: {Name: {eq: "x"}}) { totalCount } } } }',
    "SELECT COUNT() FROM Account WHERE Name = 'x'",
  ],
  [
    'grand totals',
    '{ uiapi { aggregate { Account { edges { node { aggregate { Id { count { value } } } } } } } } }',
    'SELECT COUNT(Id) c0 FROM Account',
  ],
  [
    'groups',
    '{ uiapi { aggregate { Opportunity(first: 5, where: {IsClosed: {eq: false}}, groupBy: {StageName: {group: true}, CloseDate: {function: CALENDAR_YEAR}, Account: {Industry: {}}}, orderBy: {Amount: {function: SUM, order: DESC}}) { edges { node { aggregate { StageName { value } Amount { sum { value } } } } } } } } }',
    'SELECT Account.Industry c0, StageName c1, CALENDAR_YEAR(CloseDate) c2, SUM(Amount) c3 FROM Opportunity WHERE IsClosed = FALSE GROUP BY Account.Industry, StageName, CALENDAR_YEAR(CloseDate) ORDER BY SUM(Amount) DESC LIMIT 6',
  ],
];

for (const [name, document, expected] of QUERIES) {
  test(`asks the org for ${name}`, async () => {
    const { soql, answer } = await run(document);
    assert.deepEqual(answer.errors, []);
    assert.deepEqual(soql, [expected]);
  });
}

test('variables sort in the order in which they were sent', async () => {
  const document =
    'query($by: Account_OrderBy, $way: ResultOrder = DESC) { uiapi { query { a: Account(orderBy: $by) { edges { node { Id } } } b: Account(orderBy: {Name: {order: $way}}) { edges { node { Id } } } } } }';
  const { soql } = await run(document, { by: { Phone: { order: 'ASC' }, AccountNumber: { order: 'DESC' } } });
  assert.deepEqual(soql, [
    'SELECT Id FROM Account ORDER BY Phone ASC, AccountNumber DESC LIMIT 11',
    'SELECT Id FROM Account ORDER BY Name DESC LIMIT 11',
  ]);
});

test('a cursor leads to the next page, near by offset and far by reading on', async () => {
  const after = (index: number, upperBound = ''): string =>
    account(`(first: 200, after: "${Buffer.from(`v1:${index}`).toString('base64')}"${upperBound})`);
  assert.deepEqual((await run(after(99))).soql, ['SELECT Id FROM Account LIMIT 201 OFFSET 100']);
  assert.deepEqual((await run(after(3_499))).soql, ['SELECT Id FROM Account LIMIT 3701']);
  assert.deepEqual((await run(after(3_799))).soql, ['SELECT Id FROM Account LIMIT 4000'], 'no further than 4,000 records');
  assert.deepEqual((await run(after(3_799, ', upperBound: 10000'))).soql, ['SELECT Id FROM Account LIMIT 4001'], 'unless a bound says so');
});

const REFUSALS: readonly [document: string, message: RegExp, type: string][] = [
  ['{ uiapi { query {', /^Invalid Syntax : /, 'InvalidSyntax'],
  [
    account('', 'Id Nonsense__c { value }'),
    /^Validation error \(FieldUndefined@\[uiapi\/query\/Account\/edges\/node\/Nonsense__c\]\) : Field 'Nonsense__c' in type 'Account' is undefined$/,
    'ValidationError',
  ],
  ['{ uiapi { query { Nothing__c { totalCount } } } }', /Field 'Nothing__c' in type 'RecordQuery' is undefined$/, 'ValidationError'],
  [where('{Name: {near: "x"}}'), /^Validation error : Field "near" is not defined by type "StringOperators"/, 'ValidationError'],
  [where('{CreatedDate: {eq: {value: "yesterday"}}}'), /Expected a value of type DateTime but was 'yesterday'/, 'ValidationError'],
  [account('(first: 2001)'), /^first must be between 1 and 2000 but was 2001$/, 'DataFetchingException'],
  [account('(first: 10, upperBound: 5000)'), /between 200 and 2000 when upperBound is given/, 'DataFetchingException'],
  [account('(after: "nonsense")'), /^Invalid cursor/, 'DataFetchingException'],
  [account('(scope: TEAM)'), /NOT_IMPLEMENTED: The local org does not implement the GraphQL scope TEAM/, 'DataFetchingException'],
  [
    where('{CreatedDate: {eq: {literal: TODAY, value: "2026-11-22T00:00:00Z"}}}'),
    /takes one of value, literal and range/,
    'DataFetchingException',
  ],
  [
    '{ uiapi { aggregate { Account(groupBy: {AnnualRevenue: {group: true}}) { totalCount } } } }',
    /"AnnualRevenue" is not defined by type "Account_GroupBy"/,
    'ValidationError',
  ],
  [
    'mutation { uiapi { AccountCreate(input: {Account: {CreatedDate: "2026-11-22T00:00:00Z"}}) { Record { Id } } } }',
    /"CreatedDate" is not defined by type "AccountCreateRepresentation"/,
    'ValidationError',
  ],
];

test('what cannot be answered is refused in the words of the platform, with its kind', async () => {
  for (const [document, message, type] of REFUSALS) {
    const { answer, soql } = await run(document);
    assert.match(answer.errors[0]?.message ?? 'no error', message, document);
    assert.equal(answer.errors[0]?.extensions.ErrorType, type, document);
    assert.deepEqual(soql, [], document);
  }
});

test('a wrong field does not keep the others of the request from their answer', async () => {
  const { answer } = await run('{ uiapi { query { Account(first: 9999) { totalCount } Contact { edges { node { Id } } } } } }');
  assert.deepEqual(JSON.parse(JSON.stringify(answer.data)), { uiapi: { query: { Account: null, Contact: { edges: [] } } } });
  assert.deepEqual(answer.errors[0]?.paths, ['uiapi', 'query', 'Account']);
});
