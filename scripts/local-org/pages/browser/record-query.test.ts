import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'graphql';
import { cellOf, knownColumns, listQuery, type ListedField, type ListedObject } from './record-query.ts';

const field = (apiName: string, dataType: string, more: Partial<ListedField> = {}): ListedField => ({
  apiName,
  label: apiName,
  dataType,
  relationshipName: null,
  referenceToInfos: [],
  ...more,
});
const CONTRACT: ListedObject = {
  apiName: 'Competitor_Contract__c',
  nameFields: ['Name'],
  fields: {
    Name: field('Name', 'String'),
    Competitor__c: field('Competitor__c', 'Reference', {
      relationshipName: 'Competitor__r',
      referenceToInfos: [{ apiName: 'Competitor__c', nameFields: ['Name'] }],
    }),
    Product_Category__c: field('Product_Category__c', 'Picklist'),
    Owner: field('OwnerId', 'Reference', {
      relationshipName: 'Owner',
      referenceToInfos: [
        { apiName: 'User', nameFields: ['Name'] },
        { apiName: 'Group', nameFields: ['Name'] },
      ],
    }),
  },
};

test('only columns that the user can see are asked', () => {
  assert.deepEqual(
    knownColumns(CONTRACT, ['Name', 'Hidden__c', 'Product_Category__c']).map(({ apiName }) => apiName),
    ['Name', 'Product_Category__c'],
  );
});

test('the query asks names of parents and texts of picklists, and is valid GraphQL', () => {
  const query = listQuery(CONTRACT, knownColumns(CONTRACT, ['Name', 'Competitor__c', 'Product_Category__c', 'Owner']));
  assert.ok(parse(query));
  assert.match(query, /Competitor__r \{ Id ApiName Name \{ value \} \}/);
  assert.match(query, /Product_Category__c \{ value displayValue \}/);
  // an owner may be of two kinds
  assert.match(query, /Owner \{ \.\.\. on User \{ Id ApiName Name \{ value \} \} \.\.\. on Group \{ Id ApiName Name \{ value \} \} \}/);
});

test('cells lead to the record and to its parents', () => {
  const node = {
    Id: 'a020L0000000001AAA',
    Name: { value: 'CC-0000001' },
    Competitor__r: { Id: 'a010L0000000001AAA', Name: { value: 'Noordlicht' } },
  };
  const cell = (name: string): ReturnType<typeof cellOf> => {
    const column = CONTRACT.fields[name];
    assert.ok(column);
    return cellOf(node, CONTRACT, column);
  };
  assert.deepEqual(cell('Name').reference, { id: 'a020L0000000001AAA', objectApiName: 'Competitor_Contract__c', name: 'CC-0000001' });
  assert.deepEqual(cell('Competitor__c').reference, { id: 'a010L0000000001AAA', objectApiName: 'Competitor__c', name: 'Noordlicht' });
  assert.equal(cell('Product_Category__c').value, null);
});
