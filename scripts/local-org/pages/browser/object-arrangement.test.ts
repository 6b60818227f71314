import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Site } from '../site.ts';
import { columnsOfEverything, detailSections, highlightFields, showsBlankFields, type ArrangedObject } from './object-arrangement.ts';

const field = (apiName: string, dataType = 'String'): ArrangedObject['fields'][string] => ({
  apiName,
  label: apiName,
  dataType,
  relationshipName: null,
  referenceToInfos: [],
  custom: apiName.endsWith('__c'),
});
const object = (
  apiName: string,
  fields: readonly ArrangedObject['fields'][string][],
  children: ArrangedObject['childRelationships'] = [],
): ArrangedObject => ({
  apiName,
  nameFields: ['Name'],
  fields: Object.fromEntries(fields.map((one) => [one.apiName, one])),
  childRelationships: children,
});
const ACCOUNT = object(
  'Account',
  [field('Id'), field('Phone'), field('KvK_Number__c'), field('Name')],
  [
    { childObjectApiName: 'Contact', fieldName: 'AccountId', relationshipName: 'Contacts' },
    { childObjectApiName: 'Competitor_Contract__c', fieldName: 'Account__c', relationshipName: 'Competitor_Contracts__r' },
  ],
);
const CONTRACT = object('Competitor_Contract__c', [field('Name'), field('Decision_Date__c', 'Date')]);
const SITE: Site = {
  applications: [],
  objectTabs: [],
  pages: [],
  layouts: {},
  lists: { Account: [{ name: 'All', label: '', scope: 'Everything', columns: ['Name', 'Legal_Form__c'], filters: [] }] },
  highlights: { Competitor_Contract__c: ['Name', 'Account__c', 'Decision_Date__c'] },
  languages: [],
};

test('an object without a layout shows the fields of the package first, and no blank ones', () => {
  assert.deepEqual(detailSections(ACCOUNT, SITE), [
    {
      label: '',
      columns: [
        ['Name', 'Legal_Form__c', 'Phone'],
        ['KvK_Number__c', 'BillingCity', 'OwnerId'],
      ],
    },
  ]);
  assert.equal(showsBlankFields(ACCOUNT, SITE), false);
  assert.deepEqual(highlightFields(ACCOUNT, SITE), ['Name', 'Legal_Form__c']);
});

test('the list of all records has the columns of Salesforce, or those of the package', () => {
  assert.deepEqual(columnsOfEverything(ACCOUNT, SITE).slice(0, 2), ['Name', 'KvK_Number__c']);
  assert.deepEqual(columnsOfEverything(CONTRACT, SITE), ['Name', 'Account__c', 'Decision_Date__c']);
});

test('a layout of the package decides everything', () => {
  const layout = { sections: [{ label: 'Who', columns: [['Phone'], ['Name']] }], relatedLists: [] };
  const site = { ...SITE, layouts: { Account: layout } };
  assert.deepEqual(detailSections(ACCOUNT, site), layout.sections);
  assert.equal(showsBlankFields(ACCOUNT, site), true);
});
