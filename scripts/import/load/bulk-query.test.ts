import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bulkQuery } from './bulk-query.ts';
import { readOrgContent } from './org-content.ts';
import { csv, json, scriptedOrg } from './testing/scripted-org.ts';
import type { Script } from './testing/scripted-org.ts';

const PACE = { wait: () => Promise.resolve() };

async function rowsOf(script: Script): Promise<string[]> {
  const org = await scriptedOrg(script);
  const rows: string[] = [];
  try {
    const total = await bulkQuery(org.session, 'SELECT Name FROM Account', PACE, (row) => rows.push(row.text(0)));
    assert.ok(total <= rows.length);
    return rows;
  } finally {
    await org.close();
  }
}

test('pages are read until the locator is null', async () => {
  let polls = 0;
  const rows = await rowsOf(({ method, path, body }, response) => {
    if (method === 'POST') {
      assert.deepEqual(JSON.parse(body), { operation: 'query', query: 'SELECT Name FROM Account' });
      json(response, { id: '750q', state: 'UploadComplete' });
    } else if (!path.includes('/results')) json(response, { id: '750q', state: (polls += 1) < 3 ? 'InProgress' : 'JobComplete' });
    else if (path.includes('locator=next')) csv(response, '"Name"\n"c"\n', { 'sforce-locator': 'null', 'sforce-numberofrecords': '1' });
    else csv(response, '"Name"\n"a"\n"b"\n', { 'sforce-locator': 'next', 'sforce-numberofrecords': '2' });
  });
  assert.deepEqual(rows, ['a', 'b', 'c']);
});

test('a page with fewer rows than announced is fetched again', async () => {
  let fetches = 0;
  const rows = await rowsOf(({ method, path }, response) => {
    if (method === 'POST') json(response, { id: '750q', state: 'UploadComplete' });
    else if (!path.includes('/results')) json(response, { id: '750q', state: 'JobComplete' });
    else
      csv(response, (fetches += 1) === 1 ? '"Name"\n"a"\n' : '"Name"\n"a"\n"b"\n', {
        'sforce-locator': 'null',
        'sforce-numberofrecords': '2',
      });
  });
  assert.deepEqual([...new Set(rows)], ['a', 'b']);
});

test('a query that the org cannot run is told with its reason', async () => {
  await assert.rejects(
    rowsOf(({ method }, response) => {
      if (method === 'POST') json(response, { id: '750q', state: 'UploadComplete' });
      else json(response, { id: '750q', state: 'Failed', errorMessage: 'INVALID_FIELD: No such column' });
    }),
    /could not tell its records: INVALID_FIELD: No such column/,
  );
});

test('accounts and contracts of the org become tables; odd values do no harm', async () => {
  const org = await scriptedOrg(({ method, path, body }, response) => {
    if (method === 'POST') json(response, { id: body.includes('Account ') ? '750a' : '750c', state: 'UploadComplete' });
    else if (!path.includes('/results')) json(response, { id: '750', state: 'JobComplete' });
    else if (path.includes('750a')) csv(response, '"KvK_Number__c"\n"00000012"\n"not a number"\n"123456789"\n""\n');
    else csv(response, '"External_Id__c","Import_Fingerprint__c"\n"00000012|A|gas|-","00000001000000ff"\n"by ""hand""",""\n');
  });
  try {
    const { accounts, contracts } = await readOrgContent(org.session, PACE);
    assert.deepEqual([accounts.has(12), accounts.has(12_345_678), accounts.has(0)], [true, false, false]);
    assert.equal(contracts.size, 2);
  } finally {
    await org.close();
  }
});
