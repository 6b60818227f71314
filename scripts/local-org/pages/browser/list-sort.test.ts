import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstSort, isSortable, orderOf, sortAfter, sortChoices, sortIn, sortText } from './list-sort.ts';
import type { ListedField } from './record-query.ts';

function field(apiName: string, more: Partial<ListedField> = {}): ListedField {
  return { apiName, label: apiName, dataType: 'String', relationshipName: null, referenceToInfos: [], ...more };
}
const account = field('Account__c', {
  dataType: 'Reference',
  relationshipName: 'Account__r',
  referenceToInfos: [{ apiName: 'Account', nameFields: ['Name'] }],
});
const contract = {
  apiName: 'Competitor_Contract__c',
  nameFields: ['Name'],
  fields: { Name: field('Name'), Account__c: account, Decision_Date__c: field('Decision_Date__c', { dataType: 'Date' }) },
};

test('the address tells by which column and which way round', () => {
  assert.deepEqual(sortIn('-Decision_Date__c'), { field: 'Decision_Date__c', isDescending: true });
  assert.deepEqual(sortIn('Name'), { field: 'Name', isDescending: false });
  assert.equal(sortIn(undefined), undefined);
  assert.equal(sortIn('-'), undefined);
  assert.equal(sortText({ field: 'Name', isDescending: true }), '-Name');
});

test('a heading sorts from first to last, and chosen again from last to first', () => {
  const once = sortAfter(undefined, 'Name');
  assert.equal(sortText(once), 'Name');
  assert.equal(sortText(sortAfter(once, 'Name')), '-Name');
  assert.equal(sortText(sortAfter(sortAfter(once, 'Name'), 'Name')), 'Name');
  assert.equal(sortText(sortAfter(once, 'Account__c')), 'Account__c');
});

test('another record is sorted by its name; one of several kinds, and long text, not at all', () => {
  assert.deepEqual(orderOf(account, true), { Account__r: { Name: { order: 'DESC', nulls: 'LAST' } } });
  assert.deepEqual(orderOf(field('Name'), false), { Name: { order: 'ASC', nulls: 'LAST' } });
  const kinds = [
    { apiName: 'Account', nameFields: ['Name'] },
    { apiName: 'Contract', nameFields: ['ContractNumber'] },
  ];
  assert.equal(isSortable(field('WhatId', { dataType: 'Reference', relationshipName: 'What', referenceToInfos: kinds })), false);
  assert.equal(isSortable(field('Note__c', { dataType: 'TextArea', sortable: false })), false);
  assert.equal(isSortable(account), true);
});

test('until somebody chooses, a list is sorted as it says, else by its first column as long as that is its own', () => {
  const first = (columns: readonly string[], own?: string): string => {
    const sort = firstSort(contract, columns, own);
    return sort ? sortText(sort) : '';
  };
  assert.equal(first(['Account__c', 'Decision_Date__c'], '-Decision_Date__c'), '-Decision_Date__c');
  assert.equal(first(['Decision_Date__c', 'Account__c']), 'Decision_Date__c');
  assert.equal(first(['Account__c', 'Decision_Date__c']), 'Name');
  assert.equal(first(['Account__c'], 'Hidden__c'), 'Name', 'a field that the user may not see sorts nothing');
  const task = { apiName: 'Task', nameFields: ['Subject'], fields: { Subject: field('Subject'), ActivityDate: field('ActivityDate') } };
  assert.equal(firstSort(task, ['Subject'])?.field, 'ActivityDate');
});

test('a menu offers every column, and the one that sorts both ways', () => {
  const labels = { of: (column: ListedField) => column.label, down: (label: string) => `${label}, last first` };
  assert.deepEqual(
    sortChoices([account, field('Name'), field('Note__c', { sortable: false })], { field: 'Name', isDescending: false }, labels),
    [
      { label: 'Account__c', value: 'Account__c' },
      { label: 'Name', value: 'Name' },
      { label: 'Name, last first', value: '-Name' },
    ],
  );
});
