import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { loadSchema } from './load-schema.ts';
import { MetadataRefusal } from './metadata-refusal.ts';
import type { Field, SObjectType } from './schema.ts';

const ORCHARD = join(import.meta.dirname, '__fixtures__', 'orchard');
const schema = loadSchema([ORCHARD]);

function object(name: string): SObjectType {
  const found = schema.object(name);
  assert.ok(found, `no object ${name}`);
  return found;
}

function field(name: string, of = 'Orchard__c'): Field {
  const found = object(of).field(name);
  assert.ok(found, `no field ${of}.${name}`);
  return found;
}

describe('standard objects', () => {
  it('have the key prefixes of the platform', () => {
    const prefixes = Object.fromEntries(schema.objects.filter((one) => !one.custom).map((one) => [one.name, one.keyPrefix]));
    const known = {
      Account: '001',
      Contact: '003',
      User: '005',
      Opportunity: '006',
      Organization: '00D',
      Lead: '00Q',
      Task: '00T',
      Case: '500',
      Campaign: '701',
      Contract: '800',
    };
    for (const [name, prefix] of Object.entries(known)) assert.equal(prefixes[name], prefix, name);
    assert.equal(new Set(schema.objects.map((one) => one.keyPrefix)).size, schema.objects.length, 'no prefix belongs to two objects');
  });

  it('find their fields, parents and children without regard to case', () => {
    assert.equal(schema.object('ACCOUNT')?.field('billingCITY')?.name, 'BillingCity');
    assert.equal(schema.object('contact')?.parentRelationship('ACCOUNT')?.name, 'AccountId');
    assert.deepEqual(schema.object('Account')?.childRelationship('contacts'), {
      childObject: 'Contact',
      field: 'AccountId',
      relationshipName: 'Contacts',
      cascadeDelete: true,
    });
  });

  it('tell the platform fields from those a client may write', () => {
    assert.equal(field('CreatedDate', 'Account').createable, false);
    assert.equal(field('Name', 'Account').required, true);
    assert.deepEqual(field('Name', 'Contact').composedOf, ['FirstName', 'LastName']);
    assert.equal(object('Profile').field('IsDeleted'), undefined);
  });

  it('take fields of the package', () => {
    assert.equal(field('Favourite_Orchard__c', 'Account').relationshipName, 'Favourite_Orchard__r');
    assert.equal(object('Orchard__c').childRelationship('Fans__r')?.childObject, 'Account');
  });
});

describe('custom fields', () => {
  const types: Readonly<Record<string, string>> = {
    City__c: 'string',
    Size__c: 'picklist',
    Fruits__c: 'multipicklist',
    Founded_Date__c: 'date',
    Inspected_At__c: 'datetime',
    Opens__c: 'time',
    Area__c: 'double',
    Price__c: 'currency',
    Share__c: 'percent',
    Is_Organic__c: 'boolean',
    Notes__c: 'textarea',
    Address__c: 'textarea',
    Email__c: 'email',
    Phone__c: 'phone',
    Website__c: 'url',
    Parent_Orchard__c: 'reference',
    Display__c: 'string',
    Age_In_Days__c: 'double',
    Is_Daughter__c: 'boolean',
    Tree_Count__c: 'double',
    First_Planted_Date__c: 'date',
  };
  for (const [name, type] of Object.entries(types)) it(`${name} is a ${type}`, () => assert.equal(field(name).type, type));

  it("carry lengths and digits, the platform's own where metadata says nothing", () => {
    assert.deepEqual(
      ['City__c', 'Email__c', 'Phone__c', 'Address__c', 'Display__c'].map((name) => field(name).length),
      [40, 80, 40, 255, 1300],
    );
    assert.deepEqual([field('Price__c').precision, field('Price__c').scale], [16, 2]);
    assert.deepEqual([field('Tree_Count__c').precision, field('Tree_Count__c').scale], [18, 0]);
  });

  it('carry help, description and defaults', () => {
    assert.equal(field('City__c').inlineHelpText, 'Where it lies.');
    assert.equal(field('City__c').description, 'Written by the steward.');
    assert.equal(field('Is_Organic__c').defaultValue, 'true');
    assert.deepEqual(
      field('Size__c')
        .picklist?.values.filter((value) => value.default)
        .map((value) => value.value),
      ['Medium'],
    );
  });

  it('share global value sets and are restricted to them', () => {
    const picklist = field('Fruit__c', 'Tree__c').picklist;
    assert.equal(picklist?.valueSetName, 'Fruit');
    assert.equal(picklist?.restricted, true);
    assert.deepEqual(
      picklist?.values.map((value) => value.value),
      ['Apple', 'Pear', 'Plum'],
    );
  });

  it('keep formulas, roll-ups and what deleting a parent does', () => {
    assert.deepEqual(field('Display__c').formula, { source: 'Name & " in " & City__c', blankAs: 'blank' });
    assert.equal(field('Age_In_Days__c').formula?.blankAs, 'zero');
    assert.equal(field('Age_In_Days__c').createable, false);
    assert.deepEqual(field('First_Planted_Date__c').summary, {
      operation: 'min',
      childObject: 'Tree__c',
      foreignKeyField: 'Orchard__c',
      summarizedField: 'Planted_Date__c',
      filters: [{ field: 'Fruit__c', operator: 'equals', value: 'Apple' }],
    });
    assert.equal(field('Parent_Orchard__c').onParentDelete, 'restrict');
    assert.equal(field('Orchard__c', 'Tree__c').onParentDelete, 'cascade');
    assert.equal(field('Orchard__c', 'Tree__c').updateable, false);
    assert.equal(field('Orchard__c', 'Tree__c').required, true);
  });
});

describe('custom objects', () => {
  it('have the fields of the platform, and an owner unless they have a master', () => {
    assert.deepEqual(
      object('Orchard__c')
        .fields.slice(0, 3)
        .map((one) => one.name),
      ['Id', 'OwnerId', 'Name'],
    );
    assert.equal(object('Tree__c').field('OwnerId'), undefined);
    assert.equal(field('Name', 'Tree__c').autoNumber, 'T-{000}');
    assert.equal(field('Name', 'Tree__c').startingNumber, 7);
  });

  it('keep their key prefix when other objects come', () => {
    const folder = mkdtempSync(join(tmpdir(), 'schema-'));
    cpSync(ORCHARD, folder, { recursive: true });
    cpSync(join(ORCHARD, 'objects', 'Tree__c'), join(folder, 'objects', 'Aardvark__c'), { recursive: true });
    cpSync(
      join(ORCHARD, 'objects', 'Tree__c', 'Tree__c.object-meta.xml'),
      join(folder, 'objects', 'Aardvark__c', 'Aardvark__c.object-meta.xml'),
    );
    rmSync(join(folder, 'objects', 'Aardvark__c', 'Tree__c.object-meta.xml'));
    rmSync(join(folder, 'objects', 'Aardvark__c', 'fields', 'Orchard__c.field-meta.xml'));
    const larger = loadSchema([folder]);
    assert.ok(larger.object('Aardvark__c'));
    for (const name of ['Orchard__c', 'Tree__c']) assert.equal(larger.object(name)?.keyPrefix, object(name).keyPrefix);
    assert.match(object('Tree__c').keyPrefix, /^a[0-9A-Za-z]{2}$/);
    assert.equal(larger.objectOfId(`${object('Tree__c').keyPrefix}0L0000000001AAA`)?.name, 'Tree__c');
    rmSync(folder, { recursive: true });
  });

  it('may be what a task is about when they have activities', () => {
    assert.ok(field('WhatId', 'Task').referenceTo.includes('Orchard__c'));
    assert.equal(field('WhatId', 'Event').referenceTo.includes('Tree__c'), false);
    assert.equal(object('Orchard__c').childRelationship('Tasks')?.childObject, 'Task');
  });

  it('carry their validation rules', () => {
    assert.deepEqual(object('Orchard__c').validationRules, [
      {
        name: 'Area_Is_Positive',
        active: true,
        errorConditionFormula: 'NOT(Area__c > 0)',
        errorMessage: 'The area is more than nothing.',
        errorDisplayField: 'Area__c',
      },
    ]);
  });

  it('know which date leads their list views, and what else all of them filter on', () => {
    assert.deepEqual(field('Sold_Date__c').leadsListViewsWith, ['Size__c']);
    assert.equal(field('Founded_Date__c').leadsListViewsWith, undefined, 'the list view that filters on it filters on the other date too');
  });
});

describe('languages', () => {
  const dutch = schema.inLanguage('nl_NL');

  it('translate labels of objects, fields, values and rules, and leave the rest in English', () => {
    const orchard = dutch.object('Orchard__c');
    assert.equal(orchard?.label, 'Boomgaard');
    assert.equal(orchard?.labelPlural, 'Boomgaarden');
    assert.equal(orchard?.field('Name')?.label, 'Naam van de boomgaard');
    assert.equal(orchard?.field('Size__c')?.label, 'Grootte');
    assert.equal(orchard?.field('Size__c')?.inlineHelpText, 'Hoe groot.');
    assert.deepEqual(
      orchard?.field('Size__c')?.picklist?.values.map((value) => value.label),
      ['Klein', 'Medium', 'Large'],
    );
    assert.deepEqual(
      dutch
        .object('Tree__c')
        ?.field('Fruit__c')
        ?.picklist?.values.map((value) => `${value.value}=${value.label}`),
      ['Apple=Appel', 'Pear=Peer', 'Plum=Plum'],
    );
    assert.equal(orchard?.validationRules[0]?.errorMessage, 'De oppervlakte is meer dan niets.');
    assert.equal(orchard?.field('City__c')?.label, 'City');
    assert.equal(dutch.object('Contact')?.label, 'Contactpersoon');
  });

  it("translate custom labels and fall back to the label's own language", () => {
    assert.equal(schema.label('orchard_greeting', 'nl_NL'), 'Pas op voor de {0} wespen');
    assert.equal(schema.label('Orchard_Greeting', 'fr'), 'Mind the {0} wasps & bees');
    assert.equal(schema.label('Nothing', 'en_US'), undefined);
    assert.equal(schema.inLanguage('fr').object('Orchard__c')?.label, 'Orchard');
  });
});

describe('metadata that the local org cannot take', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  after(() => rmSync(folder, { recursive: true }));

  const orchardField = (body: string): string =>
    `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>New__c</fullName><label>New</label>${body}</CustomField>`;
  const refusals: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'an unknown field type',
      'fields/New__c.field-meta.xml',
      orchardField('<type>Location</type>'),
      /New__c\.field-meta\.xml: is of type Location, which the local org does not implement/,
    ],
    [
      'an element it does not look at',
      'fields/New__c.field-meta.xml',
      orchardField('<type>Date</type><lookupFilter/>'),
      /has <lookupFilter>/,
    ],
    ['broken XML', 'fields/New__c.field-meta.xml', '<CustomField><fullName>', /not well-formed XML \(line \d+/],
    ['another kind of file', 'fields/New__c.field-meta.xml', '<Layout/>', /has no <CustomField> as its root/],
    ['text without a length', 'fields/New__c.field-meta.xml', orchardField('<type>Text</type>'), /has no <length>/],
    [
      'a value set that is not there',
      'fields/New__c.field-meta.xml',
      orchardField('<type>Picklist</type><valueSet><valueSetName>Nuts</valueSetName></valueSet>'),
      /value set Nuts/,
    ],
    [
      'a lookup to an object that is not there',
      'fields/New__c.field-meta.xml',
      orchardField('<type>Lookup</type><referenceTo>Barn__c</referenceTo>'),
      /Orchard__c\.New__c: refers to Barn__c/,
    ],
    [
      'a roll-up over a field that is not there',
      'fields/New__c.field-meta.xml',
      orchardField(
        '<type>Summary</type><summaryOperation>sum</summaryOperation><summaryForeignKey>Tree__c.Orchard__c</summaryForeignKey><summarizedField>Tree__c.Weight__c</summarizedField>',
      ),
      /Tree__c\.Weight__c/,
    ],
    [
      'a roll-up without a master',
      'fields/New__c.field-meta.xml',
      orchardField(
        '<type>Summary</type><summaryOperation>count</summaryOperation><summaryForeignKey>Orchard__c.Parent_Orchard__c</summaryForeignKey>',
      ),
      /no master-detail field to Orchard__c/,
    ],
    ['a file that does not belong', 'fields/readme.txt', 'hello', /readme\.txt: is not a \.field-meta\.xml file/],
    [
      'fields inside of the object',
      'Orchard__c.object-meta.xml',
      '<CustomObject><label>Orchard</label><fields><fullName>A__c</fullName></fields></CustomObject>',
      /holds <fields>, which source format keeps in files of its own/,
    ],
    [
      'record types',
      'recordTypes/A.recordType-meta.xml',
      '<RecordType/>',
      /recordTypes: is a kind of object metadata that the local org does not implement/,
    ],
  ];
  for (const [what, file, content, expected] of refusals) {
    it(`is refused by file and reason: ${what}`, () => {
      const place = join(folder, what.replaceAll(' ', '-'));
      cpSync(ORCHARD, place, { recursive: true });
      const path = join(place, 'objects', 'Orchard__c', file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      assert.throws(
        () => loadSchema([place]),
        (error) => error instanceof MetadataRefusal && expected.test(error.message),
      );
    });
  }

  it('is refused when a package folder is not there', () => {
    assert.throws(() => loadSchema([join(folder, 'nowhere')]), /nowhere: is not there/);
  });
});
