import { test } from 'node:test';
import { plainText } from './plain-text.ts';
import { verdictTable } from './testing/verdict-table.ts';

test('text is stored as written or refused, never cut', () => {
  verdictTable(plainText, [
    ['=HYPERLINK("x")', 80, '=HYPERLINK("x")'],
    ['onbekend', 80, '? UNKNOWN_VALUE'],
    ['Caf\uFFFD', 80, 'CHARACTER_LOST'],
    ['12345', 4, 'TOO_LONG'],
    ['1234', 4, '1234'],
  ]);
});
