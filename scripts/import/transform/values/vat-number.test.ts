import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passesElevenTest } from './eleven-test.ts';
import { passesMod97, vatNumber } from './vat-number.ts';
import { verdictTable } from './testing/verdict-table.ts';

test('VAT numbers that contain a citizen number are never stored', () => {
  verdictTable(vatNumber, [
    ['NL002455799B11', 'Sole Proprietorship', 'NL002455799B11'],
    ['nl 0024.55.799.b11', undefined, 'NL002455799B11'],
    ['002455799B11', 'Sole Proprietorship', 'NL002455799B11'],
    ['NL004495445B01', 'Private Limited Company', 'NL004495445B01'],
    ['NL004495445B01', 'Sole Proprietorship', 'VAT_IS_CITIZEN_NUMBER'],
    ['NL004495445B01', undefined, '? VAT_LEFT_OUT'],
    ['NL004495445B01', 'Unknown', '? VAT_LEFT_OUT'],
    ['NL123456789B90', 'Private Limited Company', 'VAT_INVALID'],
    ['BE0123456789', undefined, 'VAT_INVALID'],
    ['', undefined, '?'],
  ]);
  for (const [digits, suffix] of [
    ['002455799', '11'],
    ['000099998', '57'],
    ['123456789', '13'],
  ] as const)
    assert.equal(passesMod97(digits, suffix), true);
  assert.equal(passesMod97('004495445', '01'), false);
  assert.equal(passesElevenTest('004495445'), true);
  const verdict = vatNumber('NL004495445B01', 'Sole Proprietorship');
  assert.doesNotMatch(JSON.stringify(verdict), /004495445/);
});
