import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phoneNumber } from './phone-number.ts';

test('every spelling of a number is one number; what is not one number finds nobody', () => {
  for (const text of [
    '020-1234567',
    '020 - 123 45 67',
    '(020) 1234567',
    '+31 (0)20 123 45 67',
    '0031 20 1234567',
    '+31 020 1234567',
    "'0201234567",
  ])
    assert.equal(phoneNumber(text), '+31201234567', text);
  for (const text of ['201234567', '31201234567', 'Tel. 020-1234567', '020.123.45.67 tst. 12', '020‑1234567'])
    assert.equal(phoneNumber(text), '+31201234567', text);
  assert.equal(phoneNumber('+49 30 1234567'), '+49301234567');
  for (const text of ['', '-', 'onbekend']) assert.equal(phoneNumber(text), '', text);
  for (const text of ['3,1201E+10', '12345', '020-1234567 / 06-12345678', 'geen', '+31 20 12', '0900-1234'])
    assert.equal(phoneNumber(text), undefined, text);
});
