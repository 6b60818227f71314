import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { queryByValues } from './narrowed-query.ts';
import { csv, json, scriptedOrg } from './testing/scripted-org.ts';

const queries: string[] = [];
const org = await scriptedOrg(({ method, path, body }, response) => {
  if (method === 'POST') queries.push((JSON.parse(body) as { readonly query: string }).query);
  if (path === '/jobs/query' || !path.includes('/results')) json(response, { id: '750q', state: 'JobComplete' });
  else csv(response, '"Id"\n"001"\n');
});
after(() => org.close());

async function ask(
  branches: readonly string[],
  vats: readonly string[] = [],
): Promise<{ readonly queries: readonly string[]; rows: number }> {
  queries.length = 0;
  let rows = 0;
  const values = { Branch_Number__c: new Set(branches), VAT_Number__c: new Set(vats) };
  const query = { select: 'SELECT Id FROM Account', where: 'KvK_Number__c != null', values };
  await queryByValues(org.session, query, { wait: () => Promise.resolve() }, () => (rows += 1));
  return { queries: [...queries], rows };
}

test('only records with one of the values are asked for', async () => {
  assert.deepEqual(await ask(['000000000001', '000000000002'], ['NL002455799B11']), {
    queries: [
      "SELECT Id FROM Account WHERE KvK_Number__c != null AND (Branch_Number__c IN ('000000000001', '000000000002') OR VAT_Number__c IN ('NL002455799B11'))",
    ],
    rows: 1,
  });
});

test('nothing is asked when there are no values', async () => {
  assert.deepEqual(await ask([]), { queries: [], rows: 0 });
});

test('many values go in several queries that are each short enough, too many in one for everything', async () => {
  const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => String(at).padStart(12, '0'));
  const some = await ask(numbers(9_000));
  assert.equal(some.rows, 3);
  for (const query of some.queries) assert.ok(query.length < 100_000, `a query of ${query.length} characters`);
  assert.equal(some.queries.join('').match(/'\d{12}'/g)?.length, 9_000);
  assert.deepEqual((await ask(numbers(40_001))).queries, ['SELECT Id FROM Account WHERE KvK_Number__c != null']);
});
