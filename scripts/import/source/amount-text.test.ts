import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AmountEvidence, decideDecimal } from './amount-evidence.ts';
import { readAmountText, resolveAmount } from './amount-text.ts';

test('an amount shows its decimal separator or that it could be either', () => {
  const cases: [string, string][] = [
    ['1.234,56', ','],
    ['1,234.56', '.'],
    ['12,5', ','],
    ['12.50', '.'],
    ['1.234', 'either'],
    ['1,234', 'either'],
    ['0,125', ','],
    ['1234,567', ','],
    ['1.234.567', ','],
    ['1,234,567', '.'],
    ['€ 45,-', ','],
    ['45.--', '.'],
    ['45', 'nothing'],
    ['1 234,50', ','],
  ];
  for (const [text, expected] of cases) {
    const reading = readAmountText(text);
    assert.equal(reading.kind === 'amount' ? reading.shows : reading.kind, expected, text);
  }
});

test('currency, remarks and units are taken off and told', () => {
  const cases: [string, string | undefined, string | undefined][] = [
    ['€ 1.234,56', '1234.56', undefined],
    ['EUR 39,95 per maand', '39.95', 'month'],
    ['45 p/m', '45', 'month'],
    ['45,- p.m.', '45', 'month'],
    ['540,00 p/j', '540.00', 'year'],
    ['120 per kwartaal', '120', 'quarter'],
    ['99,95 eenmalig', '99.95', 'once'],
    ['45,00 excl. btw', '45.00', undefined],
    ['-25,00', '-25.00', undefined],
    ['25,00-', '-25.00', undefined],
    [',5', '0.5', undefined],
    ['12.50', undefined, undefined],
  ];
  for (const [text, amount, unit] of cases) {
    const reading = readAmountText(text);
    assert.equal(reading.kind, 'amount', text);
    if (reading.kind !== 'amount') continue;
    assert.deepEqual([resolveAmount(reading, ','), reading.unit], [amount, unit], text);
  }
});

test('text that is no amount is not understood', () => {
  for (const text of ['op aanvraag', 'ca. 50', '12,5,6', '1.23.456', '€', '1e5']) assert.equal(readAmountText(text).kind, 'other', text);
  assert.equal(readAmountText('n.v.t.').kind, 'unknown');
});

test('the decimal separator is decided over the column', () => {
  const decide = (...values: [string, number][]): string => {
    const evidence = new AmountEvidence();
    for (const [text, count] of values) evidence.add(text, count, 2);
    const decision = decideDecimal(evidence);
    return decision.kind === 'decided' ? decision.decimal : decision.kind;
  };
  assert.equal(decide(['1.234', 99], ['12,50', 1]), ',');
  assert.equal(decide(['1,234', 99], ['12.50', 1]), '.');
  assert.equal(decide(['1.234', 99], ['12', 5]), 'ambiguous');
  assert.equal(decide(['12,50', 50], ['12.50', 50]), 'mixed');
  assert.equal(decide(['12,50', 99], ['12.50', 1]), ',');
  assert.equal(decide(['12', 5]), ',');
});
