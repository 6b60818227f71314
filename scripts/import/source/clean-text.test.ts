import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText, hasInvisible, repairMojibake } from './clean-text.ts';

test('white space, invisible characters and decomposed letters are normalised', () => {
  const cases: [string, string][] = [
    ['  Bakkerij\u00A0 Jansen \t', 'Bakkerij Jansen'],
    ['regel een\r\nregel twee', 'regel een regel twee'],
    ['Cafe\u0301', 'Café'],
    ['\u200Bzero\u200Bwidth\uFEFF', 'zerowidth'],
    ['\u202Egnirts', 'gnirts'],
    ['bel\u0007\u0000len', 'bellen'],
    ['👩\u200D💻 Studio', '👩\u200D💻 Studio'],
    ['plain', 'plain'],
    ["'=1+1", '=1+1'],
    ["'t Hoekje", "'t Hoekje"],
    ['', ''],
  ];
  for (const [text, expected] of cases) assert.equal(cleanText(text), expected, JSON.stringify(text));
  assert.equal(hasInvisible('a\u200Bb'), true);
  assert.equal(hasInvisible('a b'), false);
});

test('text that was encoded twice can be repaired and other text is left alone', () => {
  const cases: [string, string][] = [
    ['CafÃ© Noordzee B.V.', 'Café Noordzee B.V.'],
    ['â‚¬ 1.234,56', '€ 1.234,56'],
    ['BÃ¼ro', 'Büro'],
    ['Café', 'Café'],
    ['Ãrea', 'Ãrea'],
    ['Jansen', 'Jansen'],
  ];
  for (const [text, expected] of cases) assert.equal(repairMojibake(text), expected, text);
});
