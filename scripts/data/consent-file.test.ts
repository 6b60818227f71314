import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CONSENT_DIRT, consentLines } from './consent-file.ts';
import { person } from './people.ts';

const FILE = { rows: 400, dirty: 0.1, seed: 3, today: '2026-11-22', encoding: 'windows-1252' } as const;

test('the same seed and day give the same file of consent, about the people of the demo', () => {
  const lines = [...consentLines(FILE)];
  assert.deepEqual(lines, [...consentLines(FILE)]);
  assert.equal(lines.length, FILE.rows + 1);
  const clean = [...consentLines({ ...FILE, dirty: 0 })];
  assert.ok(clean[1]?.startsWith(`${person(0).email};${person(0).phone};`));
  assert.ok(lines.filter((line, at) => line !== clean[at]).length >= CONSENT_DIRT.length);
});
