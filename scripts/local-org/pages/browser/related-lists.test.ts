import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageComponent, RelatedList, Site } from '../site.ts';
import type { ArrangedObject } from './object-arrangement.ts';
import { dynamicList, listNamed, recordsOf, relatedLists, sortFieldOf } from './related-lists.ts';

const child = (childObjectApiName: string, fieldName: string, relationshipName: string): ArrangedObject['childRelationships'][number] => ({
  ...{ childObjectApiName, fieldName, relationshipName },
});
const object = (apiName: string, childRelationships: ArrangedObject['childRelationships'] = []): ArrangedObject => ({
  ...{ apiName, nameFields: ['Name'], fields: {}, childRelationships },
});
const ACCOUNT = object('Account', [
  child('Contact', 'AccountId', 'Contacts'),
  child('Task', 'WhatId', 'Tasks'),
  child('Relocation__c', 'Account__c', 'Relocations__r'),
]);
const SITE: Site = { ...{ applications: [], objectTabs: [], pages: [], layouts: {}, lists: {}, highlights: {}, languages: [] } };
const PROPERTIES: PageComponent['properties'] = {
  relatedListApiName: 'Relocations__r',
  relatedListFieldAliases: ['NAME', 'Moves_On_Date__c'],
  ...{ sortFieldAlias: 'Moves_On_Date__c', sortFieldOrder: 'Descending', maxRecordsToDisplay: '10' },
};

test('without a layout the related lists are those of Salesforce: people, what is to be done, what is done', () => {
  const lists = relatedLists(ACCOUNT, SITE);
  assert.deepEqual(
    lists.map(({ name, sortField, sortOrder, rows }) => [name, sortField, sortOrder, rows]),
    [
      ['Contacts', 'Name', 'ASC', 6],
      ['OpenActivities', 'ActivityDate', 'ASC', 6],
      ['ActivityHistories', 'ActivityDate', 'DESC', 6],
    ],
  );
  const [, open, done] = lists;
  assert.ok(open && done);
  assert.deepEqual(recordsOf(open, '001'), { and: [{ AccountId: { eq: '001' } }, { IsClosed: { eq: false } }] });
  assert.deepEqual(recordsOf(done, '001'), { and: [{ AccountId: { eq: '001' } }, { IsClosed: { eq: true } }] });
});

test('a layout decides which lists there are and how they are sorted', () => {
  const list: RelatedList = {
    objectApiName: 'Relocation__c',
    parentField: 'Account__c',
    columns: ['Name'],
    sortField: 'Name',
    sortOrder: 'DESC',
  };
  const site = { ...SITE, layouts: { Account: { sections: [], relatedLists: [list] } } };
  assert.deepEqual(relatedLists(ACCOUNT, site), [{ ...list, name: 'Relocations__r', rows: 6 }]);
  assert.deepEqual(recordsOf({ ...list, name: '', rows: 6 }, '001'), { Account__c: { eq: '001' } });
});

test('a list that the page arranges has its columns, order and rows from there, on the page and on its own', () => {
  const list = dynamicList(PROPERTIES, ACCOUNT);
  assert.deepEqual(list, {
    ...{ name: 'Relocations__r', objectApiName: 'Relocation__c', parentField: 'Account__c', columns: ['Name', 'Moves_On_Date__c'] },
    ...{ sortField: 'Moves_On_Date__c', sortOrder: 'DESC', rows: 10 },
  });
  const component: PageComponent = { identifier: 'list', name: 'lst:dynamicRelatedList', properties: PROPERTIES };
  const tab = { name: 'related', title: { text: '' }, isOpenAtStart: true, components: [component] };
  const tabs: PageComponent = { identifier: 'tabs', name: 'flexipage:tabset', properties: {}, tabs: [tab] };
  const page = {
    name: 'P',
    label: '',
    kind: 'RecordPage' as const,
    objectApiName: 'Account',
    template: '',
    regions: [{ name: 'main', components: [tabs] }],
  };
  assert.deepEqual(listNamed('Relocations__r', ACCOUNT, { ...SITE, pages: [page] }), list);
  assert.equal(listNamed('Contacts', ACCOUNT, { ...SITE, pages: [page] })?.objectApiName, 'Contact');
  assert.equal(listNamed('Orders', ACCOUNT, SITE), undefined);
});

test('contracts are those of an account, not those that a person signed', () => {
  const person = object('Contact', [child('Contract', 'CustomerSignedId', 'ContractsSigned'), child('Case', 'ContactId', 'Cases')]);
  assert.deepEqual(
    relatedLists(person, SITE).map(({ name }) => name),
    ['Cases'],
  );
});

test('a list of children that the user may not see is not there', () => {
  assert.equal(dynamicList(PROPERTIES, object('Account')), undefined);
});

test('a list that says nothing is sorted by its first date, else by the name', () => {
  const list = { name: '', objectApiName: '', parentField: '', columns: ['Name', 'Due__c'], sortOrder: 'ASC' as const, rows: 6 };
  const due = { apiName: 'Due__c', label: '', dataType: 'Date', relationshipName: null, referenceToInfos: [], custom: true };
  assert.equal(sortFieldOf(list, { ...object('X'), fields: { Due__c: due } }), 'Due__c');
  assert.equal(sortFieldOf(list, object('X')), 'Name');
});
