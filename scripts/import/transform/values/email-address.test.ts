import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emailAddress } from './email-address.ts';

test('one address is read out of what surrounds it; anything else finds nobody', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['jan@bakkerij.example', 'jan@bakkerij.example'],
    [' Jan.De.Boer@Bakkerij.EXAMPLE ', 'jan.de.boer@bakkerij.example'],
    ['mailto:jan@bakkerij.example', 'jan@bakkerij.example'],
    ['Jan de Boer <jan@bakkerij.example>', 'jan@bakkerij.example'],
    ['jan@bakkerij.example;', 'jan@bakkerij.example'],
    ['jan+nieuws@café.example', 'jan+nieuws@café.example'],
    ['', ''],
    ['n.v.t.', ''],
    ['jan@bakkerij', undefined],
    ['jan at bakkerij.example', undefined],
    ['jan@bakkerij.example, piet@bakkerij.example', undefined],
    ['=jan@@bakkerij.example', undefined],
    [`${'j'.repeat(250)}@bakkerij.example`, undefined],
  ];
  for (const [text, expected] of cases) assert.equal(emailAddress(text), expected, text);
});
