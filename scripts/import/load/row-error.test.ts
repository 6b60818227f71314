import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SourceColumn } from '../source/inspection.ts';
import { describeRowError, isPassingRowError, parseRowError } from './row-error.ts';

const COLUMNS: readonly SourceColumn[] = [
  { index: 0, header: 'KvK-nr', field: 'kvkNumber', dateFormat: undefined, decimal: undefined },
  { index: 1, header: 'Bedrag p/m', field: 'monthlyValue', dateFormat: undefined, decimal: ',' },
];

test('the error texts of live orgs are taken apart', () => {
  const cases: [string, string, string, string[]][] = [
    [
      'REQUIRED_FIELD_MISSING:Required fields are missing: [Industry]:Industry --',
      'REQUIRED_FIELD_MISSING',
      'Required fields are missing: [Industry]',
      ['Industry'],
    ],
    [
      'INVALID_FIELD:Foreign key external ID: 0000031236 not found for field X__c in entity Contact:--',
      'INVALID_FIELD',
      'Foreign key external ID: 0000031236 not found for field X__c in entity Contact',
      [],
    ],
    ['DUPLICATE_VALUE:Duplicate external id specified: v:Ext__c --', 'DUPLICATE_VALUE', 'Duplicate external id specified: v', ['Ext__c']],
    [
      'UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record or 2 records: 001,002:--',
      'UNABLE_TO_LOCK_ROW',
      'unable to obtain exclusive access to this record or 2 records: 001,002',
      [],
    ],
    [
      'FIELD_CUSTOM_VALIDATION_EXCEPTION:line one\nline: two:A__c, B__c --',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      'line one\nline: two',
      ['A__c', 'B__c'],
    ],
    ['something else entirely', 'ORG_REFUSED', 'something else entirely', []],
  ];
  for (const [text, code, message, fields] of cases) assert.deepEqual(parseRowError(text), { code, message, fields }, text);
});

test('a refusal names the column of the file, in the language of the steward', () => {
  const error = parseRowError('NUMBER_OUTSIDE_VALID_RANGE:value outside of valid range: 99:Monthly_Value__c --');
  const dutch = describeRowError(error, COLUMNS, 'nl');
  assert.equal(dutch.column, 'Bedrag p/m');
  assert.match(dutch.reason, /^Het getal voor Bedrag p\/m is te groot/);
  assert.match(describeRowError(error, [], 'en').reason, /^The number for Monthly_Value__c is too large/);
});

test('an unknown code keeps the words of the org', () => {
  const described = describeRowError(parseRowError('ENTITY_IS_LOCKED:approval pending:--'), COLUMNS, 'en');
  assert.deepEqual(
    [described.code, described.reason],
    ['ENTITY_IS_LOCKED', 'The org refuses the row (ENTITY_IS_LOCKED): approval pending'],
  );
});

test('only refusals that pass by themselves are tried again', () => {
  assert.equal(isPassingRowError(parseRowError('UNABLE_TO_LOCK_ROW:x:--')), true);
  assert.equal(isPassingRowError(parseRowError('DUPLICATE_VALUE:x:--')), false);
});
