import { test } from 'node:test';
import { branchNumber, kvkNumber } from './kvk-number.ts';
import { verdictTable } from './testing/verdict-table.ts';

test('KvK numbers are eight digits; what can be restored is, what cannot is a fault', () => {
  verdictTable(kvkNumber, [
    ['12345678', '12345678'],
    ['01234567', '01234567'],
    ['1234567', '01234567 KVK_PADDED'],
    ['12345', '00012345 KVK_PADDED'],
    ['12345678.0', '12345678 KVK_CLEANED'],
    ['12 34 56 78', '12345678 KVK_CLEANED'],
    ['12.34.56.78', '12345678 KVK_CLEANED'],
    ['KvK: 12345678', '12345678 KVK_CLEANED'],
    ['KVK-nr 12345678', '12345678 KVK_CLEANED'],
    ['1.2345678E7', '12345678 KVK_CLEANED'],
    ['1,2345678E+07', '12345678 KVK_CLEANED'],
    ['1,23E+07', 'KVK_INFORMATION_LOST'],
    ['9,9E+07', 'KVK_INFORMATION_LOST'],
    ['000012345678', 'KVK_IS_BRANCH_NUMBER'],
    ['123456782', 'KVK_IS_RSIN'],
    ['1234567890', 'KVK_INVALID'],
    ['0', 'KVK_INVALID'],
    ['Jansen', 'KVK_INVALID'],
    ['', 'KVK_MISSING'],
    ['n.v.t.', 'KVK_MISSING'],
  ]);
});

test('branch numbers are twelve digits', () => {
  verdictTable(branchNumber, [
    ['000012345678', '000012345678'],
    ['12345678901', '012345678901 BRANCH_PADDED'],
    ['12345678', 'BRANCH_INVALID'],
    ['1,23E+10', 'BRANCH_INVALID'],
    ['', '?'],
    ['onbekend', '? UNKNOWN_VALUE'],
  ]);
});
