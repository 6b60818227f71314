import assert from 'node:assert/strict';
import { test } from 'node:test';
import { masked } from './masked.ts';

test("addresses, bank accounts and citizens' numbers are not repeated, everything else is", () => {
  const cases: readonly [string, string][] = [
    ['jan.jansen@zaak.example', '…@…'],
    ['Jan <jan@zaak.example>', 'Jan <…@…>'],
    ['NL91ABNA0417164300', 'NL91…'],
    ['NL91 ABNA 0417 1643 00', 'NL91…'],
    ['123456782', '…'],
    ['1234.56.782', '…'],
    ['123456789', '123456789'],
    ['871687112345678908', '871687112345678908'],
    ['NL002455799B11', 'NL002455799B11'],
    ['Bakkerij @ Plein 12345678', 'Bakkerij @ Plein 12345678'],
    ['31-02-2027', '31-02-2027'],
  ];
  for (const [text, expected] of cases) assert.equal(masked(text), expected);
});
