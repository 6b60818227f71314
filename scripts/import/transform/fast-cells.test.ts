import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText } from '../source/clean-text.ts';
import { csvText } from './cell.ts';
import { isPlainBranchNumber, isPlainConnectionCode, isPlainPostcode, isPlainText, plainKvk, writePlainAmount } from './fast-cells.ts';
import { postcode } from './values/address.ts';
import { monthlyAmount } from './values/amount.ts';
import { connectionCode } from './values/connection-code.ts';
import { branchNumber, kvkNumber } from './values/kvk-number.ts';
import { plainText } from './values/plain-text.ts';

/** Bytes with something before and behind, so that a slip over the edges shows. */
function within(text: string): [bytes: Buffer, start: number, end: number] {
  const inner = Buffer.from(text);
  return [Buffer.concat([Buffer.from('9;'), inner, Buffer.from(';9')]), 2, 2 + inner.length];
}

// each case goes both ways: where the fast way answers, the way through text must say the same without a warning
test('the fast way for KvK numbers agrees with the slow one', () => {
  let fast = 0;
  for (const text of ['12345678', '01234567', '00000000', '1234567', '123456789', '1234567a', '12345678 ', '']) {
    const number = plainKvk(...within(text));
    if (number < 0) continue;
    fast += 1;
    assert.deepEqual(kvkNumber(text), { kind: 'value', value: String(number).padStart(8, '0'), warning: undefined }, text);
  }
  assert.equal(fast, 2);
});

test('the fast way for EAN codes agrees with the slow one', () => {
  let fast = 0;
  for (const text of ['871687112345678901', '871687112345678902', '8716871123456789', '87168711234567890x', '8717185030013']) {
    if (!isPlainConnectionCode(...within(text))) continue;
    fast += 1;
    assert.deepEqual(connectionCode(text), { kind: 'value', value: text, warning: undefined }, text);
  }
  assert.equal(fast, 1);
});

test('the fast ways for postcodes and branch numbers agree with the slow ones', () => {
  const postcodes = [
    '1234 AB',
    '1234 SA',
    '1234 SD',
    '1234 SS',
    '1234 SB',
    '0123 AB',
    '1234AB',
    '1234 ab',
    '1234 A1',
    '12345 A',
    '9999 ZZ',
  ];
  const plain = postcodes.filter((text) => isPlainPostcode(...within(text)));
  assert.deepEqual(plain, ['1234 AB', '1234 SB', '9999 ZZ']);
  for (const text of plain) assert.deepEqual(postcode(text), { kind: 'value', value: text, warning: undefined });
  const branches = ['000012345678', '00001234567', '0000123456789', '00001234567x'].filter((text) => isPlainBranchNumber(...within(text)));
  assert.deepEqual(branches, ['000012345678']);
  assert.deepEqual(branchNumber('000012345678'), { kind: 'value', value: '000012345678', warning: undefined });
});

test('the fast way for text agrees with the slow one and needs no quotes', () => {
  let fast = 0;
  const texts = [
    'CT-1',
    'Glas 200',
    'C,1',
    'C"1',
    "'=1",
    "O'Brien 2",
    '#1',
    '1  2',
    ' 1',
    '1 ',
    'onbekend',
    '?',
    'x'.repeat(80) + '1',
    'é1',
    '1\t2',
    '-',
    '=1+1',
    'Bakkerij Jansen',
    'Bakkerij Jansen en Zonen',
  ];
  for (const text of texts) {
    if (!isPlainText(...within(text), 80)) continue;
    fast += 1;
    assert.equal(cleanText(text), text);
    assert.equal(csvText(text), text);
    assert.deepEqual(plainText(text, 80), { kind: 'value', value: text, warning: undefined }, text);
  }
  assert.equal(fast, 5);
});

test('the fast way for amounts agrees with the slow one', () => {
  const texts = [
    '12',
    '12,5',
    '12,50',
    '1.234,50',
    '1.234',
    '12.345.678,90',
    '1234,5',
    '0,99',
    '0',
    '12,',
    ',5',
    '12,345',
    '12.50',
    '1.23,45',
    '1.2345',
    '0.123',
    '1,234.50',
    '-12',
    '€ 12',
    '12..345',
    '1.234.56',
    '123456789012,00',
  ];
  let fast = 0;
  for (const text of texts) {
    const out = new Uint8Array(64);
    const end = writePlainAmount(...within(text), ','.charCodeAt(0), out, 3);
    if (end < 0) continue;
    fast += 1;
    assert.deepEqual(
      monthlyAmount(text, ',', 'month'),
      { kind: 'value', value: Buffer.from(out.subarray(3, end)).toString(), warning: undefined },
      text,
    );
  }
  assert.equal(fast, 8);
});
