import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readSite } from './read-site.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'site-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, element: string, content: string): void {
  const target = path.join(root, 'force-app', file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `<?xml version="1.0"?><${element} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${element}>`);
}
const application = (...tabs: string[]): void =>
  write(
    'app/applications/Sales.app-meta.xml',
    'CustomApplication',
    `<label>Sales</label>${tabs.map((tab) => `<tabs>${tab}</tabs>`).join('')}`,
  );

test('tabs are those of the application, in its order, with the icons of their motifs', () => {
  application('Worklist', 'standard-Account', 'Park__c');
  write(
    'app/tabs/Worklist.tab-meta.xml',
    'CustomTab',
    '<flexiPage>Worklist_Page</flexiPage><label>Worklist</label><motif>Custom25: Alarm clock</motif>',
  );
  write('app/tabs/Park__c.tab-meta.xml', 'CustomTab', '<customObject>true</customObject><motif>Custom24: Building</motif>');
  const { application: app, tabs, languages } = readSite(root, ['nl_NL']);
  assert.deepEqual(app, { name: 'Sales', label: 'Sales' });
  assert.deepEqual(tabs, [
    { kind: 'page', name: 'Worklist', label: 'Worklist', page: 'Worklist_Page', icon: 'custom:custom25' },
    { kind: 'object', name: 'standard-Account', objectApiName: 'Account', icon: 'standard:account' },
    { kind: 'object', name: 'Park__c', objectApiName: 'Park__c', icon: 'custom:custom24' },
  ]);
  assert.deepEqual(languages, ['en_US', 'nl_NL']);
});

test('a tab that is nowhere, or of an unknown kind, is refused by name', () => {
  application('Worklist');
  assert.throws(() => readSite(root, []), /tab Worklist/);
  write('app/tabs/Worklist.tab-meta.xml', 'CustomTab', '<label>Worklist</label><url>https://example.org</url>');
  assert.throws(() => readSite(root, []), /Worklist\.tab-meta\.xml is a kind of tab/);
});

test('the pages show exactly one application', () => {
  assert.throws(() => readSite(root, []), /force-app has 0/);
});

test('layouts give sections and related lists of custom objects', () => {
  application();
  const column = (...fields: string[]): string =>
    `<layoutColumns>${fields.map((field) => `<layoutItems><field>${field}</field></layoutItems>`).join('')}</layoutColumns>`;
  write(
    'a/layouts/Park__c-Park Layout.layout-meta.xml',
    'Layout',
    `<layoutSections><label>Who</label>${column('Name', 'City__c')}${column('OwnerId')}</layoutSections>
     <layoutSections><label>Links</label><layoutColumns/></layoutSections>
     <relatedLists><fields>NAME</fields><fields>End_Date__c</fields><relatedList>Member__c.Park__c</relatedList><sortField>End_Date__c</sortField><sortOrder>Desc</sortOrder></relatedLists>
     <relatedLists><fields>TASK.SUBJECT</fields><relatedList>RelatedActivityList</relatedList></relatedLists>`,
  );
  assert.deepEqual(readSite(root, []).layouts, {
    Park__c: {
      sections: [{ label: 'Who', columns: [['Name', 'City__c'], ['OwnerId']] }],
      relatedLists: [
        {
          objectApiName: 'Member__c',
          parentField: 'Park__c',
          columns: ['Name', 'End_Date__c'],
          sortField: 'End_Date__c',
          sortOrder: 'DESC',
        },
      ],
    },
  });
});

test('list views keep columns, filters and filter logic, by API names', () => {
  application();
  write(
    'a/objects/Account/listViews/Unknown.listView-meta.xml',
    'ListView',
    `<fullName>Unknown</fullName><booleanFilter>1 OR 2</booleanFilter><columns>ACCOUNT.NAME</columns><columns>KvK_Number__c</columns>
     <filterScope>Mine</filterScope>
     <filters><field>Legal_Form__c</field><operation>equals</operation></filters>
     <filters><field>ACCOUNT.ADDRESS1_CITY</field><operation>equals</operation><value>Zwolle</value></filters>
     <label>Unknown</label>`,
  );
  assert.deepEqual(readSite(root, []).lists, {
    Account: [
      {
        name: 'Unknown',
        label: 'Unknown',
        logic: '1 OR 2',
        scope: 'Mine',
        columns: ['Name', 'KvK_Number__c'],
        filters: [
          { field: 'Legal_Form__c', operation: 'equals', value: '' },
          { field: 'BillingCity', operation: 'equals', value: 'Zwolle' },
        ],
      },
    ],
  });
});

test('a page is its regions with their components; tab sets are taken apart', () => {
  application();
  const component = (name: string, properties = ''): string =>
    `<itemInstances><componentInstance>${properties}<componentName>${name}</componentName></componentInstance></itemInstances>`;
  const property = (name: string, value: string): string =>
    `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`;
  const region = (name: string, type: string, content: string): string =>
    `<flexiPageRegions>${content}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
  write(
    'app/flexipages/Park_Page.flexipage-meta.xml',
    'FlexiPage',
    `${region('Facet-1', 'Facet', component('force:detailPanel'))}
     ${region('Facet-tabs', 'Facet', component('flexipage:tab', property('body', 'Facet-1')))}
     ${region('main', 'Region', component('flexipage:tabset', property('tabs', 'Facet-tabs')) + component('expiryWorklist', property('ownerAtStart', 'mine') + property('isCompact', 'true')))}
     <masterLabel>Park</masterLabel><sobjectType>Park__c</sobjectType>
     <template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>`,
  );
  assert.deepEqual(readSite(root, []).pages, [
    {
      name: 'Park_Page',
      label: 'Park',
      kind: 'RecordPage',
      objectApiName: 'Park__c',
      template: 'flexipage:recordHomeTemplateDesktop',
      regions: [
        {
          name: 'main',
          components: [
            { name: 'force:detailPanel', properties: {} },
            { name: 'expiryWorklist', properties: { ownerAtStart: 'mine', isCompact: true } },
          ],
        },
      ],
    },
  ]);
});
