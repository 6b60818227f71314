import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionCode } from './connection-code.ts';
import { identifierText } from './identifier.ts';
import { branchNumber, kvkNumber } from './kvk-number.ts';
import { verdictTable } from './testing/verdict-table.ts';

test('numbers that a spreadsheet was made to keep as text are freed of its wrapping', () => {
  for (const [text, expected] of [
    ['="01234567"', '01234567'],
    ["'01234567", '01234567'],
    ['=" 12 "', '12'],
    ['=1+1', '=1+1'],
    ['="a"&"b"', '="a"&"b"'],
    ["'s-Gravenhage 1", "'s-Gravenhage 1"],
  ] as const) {
    assert.equal(identifierText(text), expected);
  }
  verdictTable(kvkNumber, [
    ['="01234567"', '01234567 KVK_CLEANED'],
    ["'01234567", '01234567 KVK_CLEANED'],
  ]);
  verdictTable(branchNumber, [['="000012345678"', '000012345678']]);
  verdictTable(connectionCode, [['="871687112345678901"', '871687112345678901']]);
});
