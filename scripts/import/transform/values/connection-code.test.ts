import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionCode, hasGs1CheckDigit } from './connection-code.ts';
import { verdictTable } from './testing/verdict-table.ts';

test('EAN codes keep all their digits or are refused', () => {
  verdictTable(connectionCode, [
    ['871687112345678901', '871687112345678901'],
    ['8716 8711 2345 6789 01', '871687112345678901'],
    ['EAN: 871687112345678901', '871687112345678901'],
    ['871687112345678902', '871687112345678902 EAN_CHECK_DIGIT'],
    ['8,71687E+17', 'EAN_INFORMATION_LOST'],
    ['8.71687E+17', 'EAN_INFORMATION_LOST'],
    ['871687112345679000', 'EAN_INFORMATION_LOST'],
    ['8716871000002', 'EAN_IS_MARKET_PARTY'],
    ['12345', 'EAN_INVALID'],
    ['-', '? UNKNOWN_VALUE'],
  ]);
  for (const code of ['8717185030013', '8714252007107', '8712423010383', '8716879000004', '8716885000005', '871687112345678901']) {
    assert.equal(hasGs1CheckDigit(code), true, code);
  }
});
