import assert from 'node:assert/strict';
import { test } from 'node:test';
import { providerKey } from './provider-key.ts';

test('spellings of one provider share a key', () => {
  const cases: [string, string][] = [
    ['Noordlicht Energie B.V.', 'noordlicht-energie'],
    ['NOORDLICHT ENERGIE BV', 'noordlicht-energie'],
    ['  noordlicht   energie b.v', 'noordlicht-energie'],
    ['Noördlicht-Energie Holding N.V.', 'noordlicht-energie'],
    ['Noordlicht Energie Nederland B.V.', 'noordlicht-energie'],
    ['De Bvlgaarse Zaak v.o.f.', 'de-bvlgaarse-zaak'],
    ['Tele&Vox GmbH', 'tele-vox'],
    ['9292 Ltd.', '9292'],
    ['Nederland Energie B. V.', 'nederland-energie'],
    ['B.V.', 'b-v'],
  ];
  for (const [spelling, key] of cases) assert.equal(providerKey(spelling), key, spelling);
});

test('a name without Latin letters or digits gives an empty key and a long name is cut to 80 characters without a trailing dash', () => {
  assert.equal(providerKey('???'), '');
  assert.equal(providerKey(`${'a'.repeat(79)} bcd`), 'a'.repeat(79));
  assert.equal(providerKey('x'.repeat(200)).length, 80);
});
