import { test } from 'node:test';
import { houseNumber, postcode } from './address.ts';
import { verdictTable } from './testing/verdict-table.ts';

test('postcodes are written one way and letters that are not issued are refused', () => {
  verdictTable(postcode, [
    ['1234AB', '1234 AB'],
    ['1234 ab', '1234 AB'],
    ['NL-1234 AB', '1234 AB'],
    ['1234 SS', 'POSTCODE_INVALID'],
    ['1234SA', 'POSTCODE_INVALID'],
    ['0123 AB', 'POSTCODE_INVALID'],
    ['12345', 'POSTCODE_INVALID'],
    ['?', '? UNKNOWN_VALUE'],
  ]);
});

test('house numbers are split from their addition', () => {
  const split = (number: string, addition: string): string => JSON.stringify({ number, addition });
  verdictTable(houseNumber, [
    ['12', split('12', '')],
    ['12a', split('12', 'a')],
    ['12 bis', split('12', 'bis')],
    ['12-14', split('12', '14')],
    ['12-2 hoog', split('12', '2 hoog')],
    ['12.0', split('12', '')],
    ['a12', 'HOUSE_NUMBER_INVALID'],
    ['0', 'HOUSE_NUMBER_INVALID'],
    ['12 tegenover de kerk', 'TOO_LONG'],
  ]);
});
