import assert from 'node:assert/strict';
import { test } from 'node:test';
import { providerKey } from './provider-key.ts';

test('spellings of one provider get one key', () => {
  const cases: [string, string][] = [
    ['Noordlicht Energie B.V.', 'noordlicht-energie'],
    ['NOORDLICHT  ENERGIE BV', 'noordlicht-energie'],
    ['Noordlicht Energie b. v.', 'noordlicht-energie'],
    ['Noordlicht Energie Holding N.V.', 'noordlicht-energie'],
    ['Noordlicht Energie (Nederland) B.V.', 'noordlicht-energie'],
    ['Énergie & Co. V.O.F.', 'energie-co'],
    ['T-Mobile', 't-mobile'],
    ['Nederland', 'nederland'],
    ['Bvlgari', 'bvlgari'],
    ['Onderling Belang 1887', 'onderling-belang-1887'],
    ['???', ''],
  ];
  for (const [spelling, key] of cases) assert.equal(providerKey(spelling), key, spelling);
  assert.equal(providerKey('x'.repeat(90)).length, 80);
});
