import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadSchema } from './load-schema.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const project = JSON.parse(readFileSync(join(ROOT, 'sfdx-project.json'), 'utf8')) as {
  readonly packageDirectories: readonly { readonly path: string }[];
};
const schema = loadSchema(project.packageDirectories.map(({ path }) => join(ROOT, path)));

describe('the schema of the package', () => {
  it('gives the importer its keys', () => {
    const key = (object: string, name: string) => {
      const field = schema.object(object)?.field(name);
      return field && { unique: field.unique, externalId: field.externalId, idLookup: field.idLookup, caseSensitive: field.caseSensitive };
    };
    const unique = { unique: true, externalId: true, idLookup: true, caseSensitive: false };
    for (const object of ['Competitor__c', 'Competitor_Alias__c', 'Competitor_Contract__c', 'Contract_Claim__c', 'Lifecycle_Stage__c']) {
      assert.deepEqual(key(object, 'External_Id__c'), unique, object);
    }
    assert.deepEqual(key('Account', 'KvK_Number__c'), unique);
    assert.deepEqual(key('Account', 'Branch_Number__c'), { ...unique, unique: false });
  });

  it('lets the worklist read and count active contracts in the order of their decision date', () => {
    assert.deepEqual(schema.object('Competitor_Contract__c')?.field('Decision_Date__c')?.leadsListViewsWith, ['Status__c']);
  });

  it('has accounts count their contracts and find the next decision date', () => {
    const account = schema.object('Account');
    assert.equal(account?.field('Competitor_Contract_Count__c')?.summary?.operation, 'count');
    assert.equal(account?.field('Next_Decision_Date__c')?.type, 'date');
    assert.equal(account?.childRelationship('Competitor_Contracts__r')?.cascadeDelete, true);
  });

  it('keeps one key prefix for one object', () => {
    assert.equal(new Set(schema.objects.map((object) => object.keyPrefix)).size, schema.objects.length);
  });

  it('speaks Dutch: every custom object has a Dutch label', () => {
    const dutch = schema.inLanguage('nl_NL');
    const untranslated = schema.objects
      .filter((object) => object.custom)
      .filter((object) => object.label === dutch.object(object.name)?.label && !SAME_IN_DUTCH.has(object.label))
      .map((object) => object.name);
    assert.deepEqual(untranslated, []);
  });
});

/** Labels that are the same word in both languages. */
const SAME_IN_DUTCH: ReadonlySet<string> = new Set(['Feedback']);
