import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startLocalOrg } from '../../start.ts';
import type { LocalOrg } from '../../start.ts';

let local: LocalOrg;
let moment = new Date('2026-11-22T10:00:00Z');
let accountId: string;

type Json = { readonly [member: string]: Json } & { readonly [index: number]: Json };

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<[number, Json]> {
  const response = await fetch(`${local.url}/services/data/v68.0/ui-api${path}`, {
    method,
    headers: { authorization: `Bearer ${local.accessToken}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return [response.status, (text === '' ? null : JSON.parse(text)) as Json];
}

const plain = (json: unknown): unknown => JSON.parse(JSON.stringify(json));

before(async () => {
  local = await startLocalOrg({ now: () => moment });
  const [status, account] = await call('POST', '/records', {
    apiName: 'Account',
    fields: { Name: 'Bakkerij Zon', NumberOfEmployees: 1_200 },
  });
  assert.equal(status, 201);
  accountId = String(account['id']);
});
after(() => local.close());

test('a record shows the asked fields with value and display value, parents nested', async () => {
  const [status, record] = await call(
    'GET',
    `/records/${accountId}?fields=Account.Name,Account.Owner.Name,Account.Owner.Email&fields=Account.NumberOfEmployees&optionalFields=Account.Nonsense__c`,
  );
  assert.equal(status, 200);
  assert.equal(record['apiName'], 'Account');
  assert.equal(record['id'], accountId);
  assert.match(String(record['eTag']), /^[0-9a-f]{32}$/);
  const fields = record['fields'];
  assert.deepEqual(Object.keys(fields ?? {}).sort(), ['Name', 'NumberOfEmployees', 'Owner', 'OwnerId']);
  assert.deepEqual(plain(fields?.['NumberOfEmployees']), { displayValue: '1,200', value: 1_200 });
  const owner = fields?.['Owner'];
  assert.equal(owner?.['value']?.['id'], fields?.['OwnerId']?.['value']);
  assert.equal(owner?.['value']?.['fields']?.['Name']?.['value'], owner?.['displayValue']);
  assert.match(String(owner?.['value']?.['fields']?.['Email']?.['value']), /@/);
});

test('an owner that may be a user or a queue is shown as what it is', async () => {
  const [, competitor] = await call('POST', '/records', {
    apiName: 'Competitor__c',
    fields: { Name: 'Noordlicht', External_Id__c: 'noordlicht' },
  });
  const [status, record] = await call(
    'GET',
    `/records/${String(competitor['id'])}?optionalFields=Competitor__c.Owner.Name,Competitor__c.Owner.Email`,
  );
  assert.equal(status, 200);
  const owner = record['fields']?.['Owner'];
  assert.equal(owner?.['value']?.['apiName'], 'User');
  assert.equal(owner?.['value']?.['fields']?.['Name']?.['value'], owner?.['displayValue']);
  assert.match(String(owner?.['value']?.['fields']?.['Email']?.['value']), /@/);
});

test('the hash of a record changes with its content only', async () => {
  const path = `/records/${accountId}?fields=Account.Phone`;
  const [, before] = await call('GET', path);
  const [, again] = await call('GET', path);
  assert.equal(before['eTag'], again['eTag']);
  await call('PATCH', `/records/${accountId}`, { fields: { Phone: '030 123' } });
  const [, changed] = await call('GET', path);
  assert.notEqual(changed['eTag'], before['eTag']);
});

test('wrong fields, unknown records and requests for nothing are refused', async () => {
  const refusals: [string, number, string][] = [
    [`/records/${accountId}?fields=Account.Nonsense__c`, 400, 'INVALID_FIELD'],
    [`/records/${accountId}?fields=Contact.Name`, 400, 'INVALID_FIELD'],
    [`/records/${accountId}`, 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['/records/0010L0000009999AAA?fields=Account.Name', 404, 'NOT_FOUND'],
    ['/records/nonsense?fields=Account.Name', 404, 'NOT_FOUND'],
    ['/object-info/Nothing__c', 404, 'INVALID_TYPE'],
    ['/record-defaults/create/Account', 501, 'NOT_IMPLEMENTED'],
    ['/layout/Account', 501, 'NOT_IMPLEMENTED'],
  ];
  for (const [path, status, code] of refusals) {
    const [actual, body] = await call('GET', path);
    assert.deepEqual([actual, body[0]?.['errorCode']], [status, code], path);
  }
});

test('a refused change names the fields in the shape that record forms read', async () => {
  const [status, body] = await call('PATCH', `/records/${accountId}`, { fields: { Name: null } });
  assert.equal(status, 400);
  assert.equal(body['enhancedErrorType'], 'RecordError');
  assert.deepEqual(plain(body['output']?.['fieldErrors']), {
    Name: [
      {
        constituentField: null,
        duplicateRecordError: null,
        errorCode: 'REQUIRED_FIELD_MISSING',
        field: 'Name',
        fieldLabel: 'Account Name',
        message: 'Required fields are missing: [Name]',
      },
    ],
  });
});

test('a change is refused when the record was changed since it was read', async () => {
  const read = moment.toUTCString();
  moment = new Date(moment.getTime() + 60_000);
  const [first] = await call('PATCH', `/records/${accountId}`, { fields: { Phone: '1' } }, { 'if-modified-since': read });
  assert.equal(first, 200);
  const [second, body] = await call('PATCH', `/records/${accountId}`, { fields: { Phone: '2' } }, { 'if-modified-since': read });
  assert.deepEqual([second, body[0]?.['errorCode']], [412, 'PRECONDITION_FAILED']);
});

test('a batch answers record by record', async () => {
  const [status, body] = await call('GET', `/records/batch/${accountId},0010L0000009999AAA?fields=Account.Name`);
  assert.equal(status, 200);
  assert.equal(body['hasErrors'], true);
  assert.deepEqual([body['results']?.[0]?.['statusCode'], body['results']?.[1]?.['statusCode']], [200, 404]);
});

test('a deleted record is gone', async () => {
  const [, account] = await call('POST', '/records', { apiName: 'Account', fields: { Name: 'Weg BV' } });
  assert.equal((await call('DELETE', `/records/${String(account['id'])}`))[0], 204);
  assert.equal((await call('DELETE', `/records/${String(account['id'])}`))[0], 404);
});

test('object info describes fields as pages need them', async () => {
  const [, info] = await call('GET', '/object-info/Competitor_Contract__c');
  assert.deepEqual(plain(info['nameFields']), ['Name']);
  const { Account__c: account, Decision_Date__c: date } = info['fields'] as unknown as Record<string, Json>;
  assert.deepEqual(plain(account?.['referenceToInfos']), [{ apiName: 'Account', nameFields: ['Name'] }]);
  assert.equal(account?.['relationshipName'], 'Account__r');
  assert.equal(date?.['dataType'], 'Date');
  const [, batch] = await call('GET', '/object-info/batch/Account,Nothing__c');
  assert.deepEqual([batch['results']?.[0]?.['statusCode'], batch['results']?.[1]?.['statusCode']], [200, 404]);
  const [, directory] = await call('GET', '/object-info');
  assert.equal(directory['objects']?.['Account']?.['keyPrefix'], '001');
});

test('picklist values come for one field or for all, with the default', async () => {
  const path = '/object-info/Competitor_Contract__c/picklist-values/012000000000000AAA';
  const [, one] = await call('GET', `${path}/Status__c`);
  assert.equal(one['defaultValue']?.['value'], 'Active');
  const [, all] = await call('GET', path);
  assert.deepEqual(plain(all['picklistFieldValues']?.['Status__c']?.['values']), plain(one['values']));
  assert.equal((await call('GET', `${path}/Account__c`))[0], 404);
  assert.equal((await call('GET', '/object-info/Account/picklist-values/012000000000001AAA'))[0], 404);
});

test('labels are in the language of the user', async () => {
  const [, users] = await call('GET', `/records/${local.org.defaultUserId}?fields=User.LanguageLocaleKey`);
  assert.equal(users['fields']?.['LanguageLocaleKey']?.['value'], 'en_US');
  const english = (await call('GET', '/object-info/Account'))[1]['label'];
  await call('PATCH', `/records/${local.org.defaultUserId}`, { fields: { LanguageLocaleKey: 'nl_NL' } });
  const dutch = (await call('GET', '/object-info/Account'))[1]['label'];
  const [, record] = await call('GET', `/records/${accountId}?fields=Account.NumberOfEmployees`);
  await call('PATCH', `/records/${local.org.defaultUserId}`, { fields: { LanguageLocaleKey: 'en_US' } });
  assert.equal(english, local.org.schema.object('Account')?.label);
  assert.equal(dutch, local.org.schema.inLanguage('nl_NL').object('Account')?.label);
  assert.equal(record['fields']?.['NumberOfEmployees']?.['displayValue'], '1.200');
});

test('a related list comes sorted and in pages', async () => {
  for (const LastName of ['Aarts', 'Bos', 'Cuypers'])
    await call('POST', '/records', { apiName: 'Contact', fields: { LastName, AccountId: accountId } });
  const path = `/related-list-records/${accountId}/Contacts?fields=Contact.LastName&sortBy=-Contact.LastName&pageSize=2`;
  const [, first] = await call('GET', path);
  const names = (page: Json): unknown[] =>
    (page['records'] as unknown as Json[]).map((record) => record['fields']?.['LastName']?.['value']);
  assert.deepEqual(names(first), ['Cuypers', 'Bos']);
  const [, second] = await call('GET', `${path}&pageToken=${String(first['nextPageToken'])}`);
  assert.deepEqual(names(second), ['Aarts']);
  assert.equal(second['nextPageToken'], null);
  assert.equal((await call('GET', `/related-list-records/${accountId}/Nothing__r`))[0], 404);
});
