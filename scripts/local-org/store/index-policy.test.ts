import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadSchema } from '../metadata/load-schema.ts';
import { columnIndexes } from './index-policy.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const project = JSON.parse(readFileSync(join(ROOT, 'sfdx-project.json'), 'utf8')) as {
  readonly packageDirectories: readonly { readonly path: string }[];
};
const schema = loadSchema(project.packageDirectories.map(({ path }) => join(ROOT, path)));

test('loads of contracts keep up one date, by which most list views are led; the others are indexed when somebody first asks', () => {
  const contract = schema.object('Competitor_Contract__c');
  assert.ok(contract);
  const deferred = new Map(columnIndexes(contract).map((index) => [index.column, index.deferred]));
  const dates = contract.fields.filter(({ type, name }) => type === 'date' && deferred.has(name));
  assert.deepEqual(Object.fromEntries(dates.map(({ name }) => [name, deferred.get(name)])), {
    Decision_Date__c: false,
    State_Changes_On_Date__c: true,
  });
});
