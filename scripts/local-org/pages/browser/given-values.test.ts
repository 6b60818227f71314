import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeGiven, encodeGiven } from './given-values.ts';

test('values of a new record survive the address, whatever is in them', () => {
  const values = { Account__c: '0010L0000000001AAA', Name: 'De Wit, Zoon & Co = 100%' };
  assert.equal(encodeGiven({ Account__c: '001' }), 'Account__c=001');
  assert.deepEqual(decodeGiven(encodeGiven(values)), values);
});

test('an address without values, or with broken ones, gives none', () => {
  assert.deepEqual(decodeGiven(undefined), {});
  assert.deepEqual(decodeGiven('Account__c'), {});
  assert.deepEqual(decodeGiven('Name=%E0%A4%A,City__c=Delft'), { City__c: 'Delft' });
});
