import { test } from 'node:test';
import { monthlyAmount, quantity } from './amount.ts';
import { verdictTable } from './testing/verdict-table.ts';

test('amounts are per month, never negative, and say when they were changed', () => {
  verdictTable(monthlyAmount, [
    ['1.234,56', ',', 'month', '1234.56'],
    ['€ 45,-', ',', 'month', '45'],
    ['45 p/m', ',', 'month', '45'],
    ['45 p/j', ',', 'month', 'AMOUNT_PERIOD'],
    ['99 eenmalig', ',', 'month', 'AMOUNT_PERIOD'],
    ['600', ',', 'year', '50.00 YEARLY_AMOUNT_DIVIDED'],
    ['100,00 p/j', ',', 'year', '8.33 YEARLY_AMOUNT_DIVIDED'],
    ['50 p/m', ',', 'year', 'AMOUNT_PERIOD'],
    ['12,345', ',', 'month', '12.35 AMOUNT_ROUNDED'],
    ['12.5', ',', 'month', 'AMOUNT_DECIMAL_DIFFERS'],
    ['-25,00', ',', 'month', 'AMOUNT_NEGATIVE'],
    ['-0,00', ',', 'month', '0.00'],
    ['123456789012345', ',', 'month', 'AMOUNT_TOO_LARGE'],
    ['op aanvraag', ',', 'month', 'AMOUNT_NOT_UNDERSTOOD'],
    ['-', ',', 'month', '? UNKNOWN_VALUE'],
  ]);
});

test('quantities are whole numbers', () => {
  verdictTable(quantity, [
    ['12', '12'],
    ['1.200', '1200'],
    ['12,0', '12'],
    ['3 stuks', '3'],
    ['007', '7'],
    ['1,5', 'QUANTITY_INVALID'],
    ['enkele', 'QUANTITY_INVALID'],
    ['-3', 'QUANTITY_INVALID'],
    ['1234567890', 'QUANTITY_INVALID'],
    ['?', '? UNKNOWN_VALUE'],
  ]);
});
