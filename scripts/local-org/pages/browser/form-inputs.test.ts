import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldInfo } from 'lightning/uiObjectInfoApi';
import type { Layout } from '../site.ts';
import { formSections, inputOf, refusalOf, sentOf, typedOf } from './form-inputs.ts';

function field(apiName: string, dataType = 'String', more: Partial<FieldInfo> = {}): FieldInfo {
  return {
    ...{ apiName, label: apiName, dataType, inlineHelpText: null, htmlFormatted: false, relationshipName: null, referenceToInfos: [] },
    ...{ nameField: false, custom: true, createable: true, updateable: true, required: false, length: 80, scale: 0 },
    ...{ sortable: true, filterable: true },
    ...more,
  };
}
const fields = {
  Name: field('Name', 'String', { createable: false, updateable: false }),
  Account__c: field('Account__c', 'Reference', {
    updateable: false,
    required: true,
    referenceToInfos: [{ apiName: 'Account', nameFields: ['Name'] }],
  }),
  End_Date__c: field('End_Date__c', 'Date'),
  Decision_Date__c: field('Decision_Date__c', 'Date'),
  Monthly_Value__c: field('Monthly_Value__c', 'Currency', { scale: 2 }),
};
const layout: Layout = {
  sections: [
    {
      label: 'Contract',
      columns: [
        ['Name', 'Account__c'],
        ['End_Date__c', 'Decision_Date__c', 'Hidden__c'],
      ],
    },
    { label: 'Worked out', columns: [['Decision_Date__c']] },
  ],
  readOnly: ['Decision_Date__c'],
  required: ['End_Date__c'],
  relatedLists: [],
};

test('a form asks for what the user may write and the layout lets him, and leaves out sections without any', () => {
  assert.deepEqual(formSections({ fields }, layout, layout.sections, true), [
    { label: 'Contract', columns: [['Account__c'], ['End_Date__c']] },
  ]);
  assert.deepEqual(formSections({ fields }, layout, layout.sections, false), [{ label: 'Contract', columns: [['End_Date__c']] }]);
});

test('the object or the layout makes a field required; lookups know where they lead, numbers how fine they are', () => {
  const input = (name: keyof typeof fields): ReturnType<typeof inputOf> => inputOf(fields[name], layout, name);
  assert.deepEqual(
    [input('Account__c').isRequired, input('End_Date__c').isRequired, input('Monthly_Value__c').isRequired],
    [true, true, false],
  );
  assert.deepEqual(input('Account__c').target, { objectApiName: 'Account', nameField: 'Name' });
  assert.equal(input('Monthly_Value__c').step, '0.01');
});

test('what is typed is sent in the type of the field, and nothing typed is blank', () => {
  assert.equal(sentOf('number', ' 12.50 '), 12.5);
  assert.equal(sentOf('number', ''), null);
  assert.equal(sentOf('text', '  '), null);
  assert.equal(sentOf('check', false), false);
  assert.equal(typedOf('number', 3), '3');
  assert.equal(typedOf('check', null), false);
  assert.equal(typedOf('date', null), '');
});

test('a refusal is told at its field, or for the record as a whole', () => {
  const output = { errors: [{ message: 'Not both.' }], fieldErrors: { End_Date__c: [{ message: 'Too early.' }] } };
  assert.deepEqual(refusalOf({ message: 'general', output }), { whole: 'Not both.', fields: { End_Date__c: 'Too early.' } });
  assert.deepEqual(refusalOf({ message: 'general', output: { errors: [], fieldErrors: output.fieldErrors } }).whole, '');
  assert.equal(refusalOf({ message: 'The org could not be reached.' }).whole, 'The org could not be reached.');
});
