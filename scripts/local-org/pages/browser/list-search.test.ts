import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canSearch, searchFilter } from './list-search.ts';
import type { ListedField } from './record-query.ts';

function field(apiName: string, dataType: string, more: Partial<ListedField> = {}): ListedField {
  return { apiName, label: apiName, dataType, relationshipName: null, referenceToInfos: [], ...more };
}
const account = field('Account__c', 'Reference', {
  relationshipName: 'Account__r',
  referenceToInfos: [{ apiName: 'Account', nameFields: ['Name'] }],
});

test('texts of the list and the names of records that it names are searched, numbers and long texts are not', () => {
  const columns = [field('Name', 'String'), account, field('Score__c', 'Double'), field('Note__c', 'TextArea', { filterable: false })];
  assert.deepEqual(searchFilter('  Bakker ', columns), {
    or: [{ Name: { like: '%Bakker%' } }, { Account__r: { Name: { like: '%Bakker%' } } }],
  });
  assert.deepEqual(searchFilter('50%', [field('Name', 'String')]), { or: [{ Name: { like: '%50\\%%' } }] }, 'a sign stands for itself');
  assert.equal(searchFilter('   ', columns), undefined);
});

test('a list of numbers and dates alone has no search', () => {
  assert.equal(canSearch([field('Score__c', 'Double')]), false);
  assert.equal(canSearch([field('Score__c', 'Double'), account]), true);
});
