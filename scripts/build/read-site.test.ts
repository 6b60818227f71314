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
  const { applications, objectTabs, languages } = readSite(root, ['nl_NL']);
  const [app] = applications;
  assert.deepEqual([app?.name, app?.label], ['Sales', 'Sales']);
  assert.deepEqual(app?.tabs, [
    { kind: 'page', name: 'Worklist', label: 'Worklist', page: 'Worklist_Page', icon: 'custom:custom25' },
    { kind: 'object', name: 'standard-Account', objectApiName: 'Account', icon: 'standard:account' },
    { kind: 'object', name: 'Park__c', objectApiName: 'Park__c', icon: 'custom:custom24' },
  ]);
  assert.deepEqual(
    objectTabs.map(({ objectApiName }) => objectApiName),
    ['Account', 'Park__c'],
  );
  assert.deepEqual(languages, ['en_US', 'nl_NL']);
});

test('a tab that is nowhere, or of an unknown kind, is refused by name', () => {
  application('Worklist');
  assert.throws(() => readSite(root, []), /tab Worklist/);
  write('app/tabs/Worklist.tab-meta.xml', 'CustomTab', '<label>Worklist</label><url>https://example.org</url>');
  assert.throws(() => readSite(root, []), /Worklist\.tab-meta\.xml is a kind of tab/);
});

test('an application tells its home page, its record pages by form factor, and its utility bar', () => {
  const override = (action: string, target: string, page: string, formFactor = 'Large', type = 'Flexipage'): string =>
    `<actionOverrides><actionName>${action}</actionName><content>${page}</content><formFactor>${formFactor}</formFactor><type>${type}</type><pageOrSobjectType>${target}</pageOrSobjectType></actionOverrides>`;
  const app = (content: string): void =>
    write('app/applications/Sales.app-meta.xml', 'CustomApplication', `<label>Sales</label>${content}`);
  const page = (name: string, type: string): void =>
    write(
      `app/flexipages/${name}.flexipage-meta.xml`,
      'FlexiPage',
      `<masterLabel>${name}</masterLabel><template><name>t</name></template><type>${type}</type>`,
    );
  app(
    `${override('Tab', 'standard-home', 'Start')}${override('View', 'Park__c', 'Park', 'Small')}<tabs>standard-home</tabs><utilityBar>Bar</utilityBar>`,
  );
  assert.throws(() => readSite(root, []), /Sales names the page Start, which is not in force-app/);
  page('Start', 'HomePage');
  page('Park', 'RecordPage');
  page('Bar', 'UtilityBar');
  assert.deepEqual(readSite(root, []).applications, [
    {
      name: 'Sales',
      label: 'Sales',
      description: '',
      tabs: [{ kind: 'home', name: 'standard-home' }],
      homePage: 'Start',
      recordPages: [{ objectApiName: 'Park__c', formFactor: 'Small', page: 'Park' }],
      utilityBar: 'Bar',
    },
  ]);
  app(override('Edit', 'Park__c', 'Park'));
  assert.throws(() => readSite(root, []), /overrides Edit of Park__c/);
  app('<profileActionOverrides><profile>Admin</profile></profileActionOverrides>');
  assert.throws(() => readSite(root, []), /by profile/);
});

test('pages without an application are refused', () => {
  assert.throws(() => readSite(root, []), /force-app has none/);
});

test('layouts give sections and related lists of custom objects and of activities', () => {
  application();
  const column = (...fields: string[]): string =>
    `<layoutColumns>${fields.map((field) => `<layoutItems><field>${field}</field></layoutItems>`).join('')}</layoutColumns>`;
  write(
    'a/layouts/Park__c-Park Layout.layout-meta.xml',
    'Layout',
    `<layoutSections><label>Who</label>${column('Name', 'City__c')}${column('OwnerId')}</layoutSections>
     <layoutSections><label>Links</label><layoutColumns/></layoutSections>
     <relatedLists><fields>NAME</fields><fields>End_Date__c</fields><relatedList>Member__c.Park__c</relatedList><sortField>End_Date__c</sortField><sortOrder>Desc</sortOrder></relatedLists>
     <relatedLists><fields>TASK.SUBJECT</fields><relatedList>RelatedActivityList</relatedList></relatedLists>
     <relatedLists><relatedList>RelatedEntityHistoryList</relatedList></relatedLists>`,
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
        {
          objectApiName: 'Task',
          parentField: 'WhatId',
          columns: ['Subject'],
          activities: 'OpenActivities',
          sortField: 'ActivityDate',
          sortOrder: 'ASC',
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

const component = (name: string, content = ''): string =>
  `<itemInstances><componentInstance>${content}<componentName>${name}</componentName><identifier>${name}</identifier></componentInstance></itemInstances>`;
const property = (name: string, value: string): string =>
  `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`;
const rule = (left: string, operator = 'EQUAL'): string =>
  `<visibilityRule><criteria><leftValue>${left}</leftValue><operator>${operator}</operator><rightValue>true</rightValue></criteria></visibilityRule>`;
const region = (name: string, type: string, content: string): string =>
  `<flexiPageRegions>${content}<name>${name}</name><type>${type}</type></flexiPageRegions>`;
const parkPage = (regions: string): void =>
  write(
    'app/flexipages/Park_Page.flexipage-meta.xml',
    'FlexiPage',
    `${regions}<masterLabel>Park</masterLabel><sobjectType>Park__c</sobjectType>
     <template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>`,
  );

test('a page is its regions with their components, tab sets with their tabs', () => {
  application();
  write(
    'app/labels/CustomLabels.labels-meta.xml',
    'CustomLabels',
    '<labels><fullName>Park_Tab</fullName><value>All about it</value></labels>',
  );
  parkPage(
    region('Facet-1', 'Facet', component('force:detailPanel')) +
      region(
        'Facet-tabs',
        'Facet',
        component('flexipage:tab', property('active', 'true') + property('body', 'Facet-1') + property('title', '{!$Label.Park_Tab}')),
      ) +
      region(
        'main',
        'Region',
        component('flexipage:tabset', property('tabs', 'Facet-tabs')) +
          component(
            'expiryWorklist',
            property('ownerAtStart', 'mine') + property('isCompact', 'true') + rule('{!$Permission.CustomPermission.Leads_Sales}'),
          ),
      ),
  );
  const criterion = { source: 'custom-permission', name: 'Leads_Sales', operator: 'EQUAL', value: 'true' };
  assert.deepEqual(readSite(root, []).pages[0]?.regions, [
    {
      name: 'main',
      components: [
        {
          identifier: 'flexipage:tabset',
          name: 'flexipage:tabset',
          properties: {},
          tabs: [
            {
              name: 'flexipage:tab',
              title: { text: 'All about it', label: 'Park_Tab' },
              isOpenAtStart: true,
              components: [{ identifier: 'force:detailPanel', name: 'force:detailPanel', properties: {} }],
            },
          ],
        },
        {
          identifier: 'expiryWorklist',
          name: 'expiryWorklist',
          visibility: { criteria: [criterion] },
          properties: { ownerAtStart: 'mine', isCompact: true },
        },
      ],
    },
  ]);
});

test('what pages refer to but is not there, and rules that cannot be judged, are refused by name', () => {
  application();
  parkPage(region('main', 'Region', component('flexipage:tabset', property('tabs', 'Facet-none'))));
  assert.throws(() => readSite(root, []), /Park_Page\.flexipage-meta\.xml names the facet Facet-none/);
  parkPage(region('main', 'Region', component('expiryWorklist', rule('{!$Organization.Name}'))));
  assert.throws(() => readSite(root, []), /\{!\$Organization\.Name\}, which the local pages cannot judge/);
  parkPage(region('main', 'Region', component('expiryWorklist', rule('{!Record.Stage__c}', 'STARTS_WITH'))));
  assert.throws(() => readSite(root, []), /STARTS_WITH/);
});

test('lists have the order that is written beside the package; a list that is not there is refused by name', () => {
  application();
  write(
    'a/objects/Account/listViews/Unknown.listView-meta.xml',
    'ListView',
    '<fullName>Unknown</fullName><columns>ACCOUNT.NAME</columns><filterScope>Mine</filterScope><label>Unknown</label>',
  );
  const order = path.join(root, 'config/list-order.json');
  mkdirSync(path.dirname(order), { recursive: true });
  writeFileSync(order, JSON.stringify({ Account: { first: 'Unknown', sorted: { Unknown: '-Name' } } }));
  const [list] = readSite(root, []).lists['Account'] ?? [];
  assert.deepEqual([list?.isFirst, list?.sort], [true, '-Name']);
  writeFileSync(order, JSON.stringify({ Account: { first: 'Gone' } }));
  assert.throws(() => readSite(root, []), /names the list Gone of Account/);
});
