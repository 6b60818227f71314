import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guardFormula, isRejectColumn, unguardFormula } from './reject-columns.ts';

test('the guard against formulas can always be taken off again', () => {
  for (const text of ['=1+1', '+31 20 555 0100', '-', '-5', '@home', "'=already", "'t Hoekje", 'plain', '', '＝full width', '\tx']) {
    assert.equal(unguardFormula(guardFormula(text)), text, JSON.stringify(text));
  }
  assert.equal(guardFormula('=1+1'), "'=1+1");
  assert.equal(guardFormula("'t Hoekje"), "'t Hoekje");
});

test('our own columns are known by name', () => {
  assert.equal(isRejectColumn(' Reject_Reason '), true);
  assert.equal(isRejectColumn('Reason'), false);
});
