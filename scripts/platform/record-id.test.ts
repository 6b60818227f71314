import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordId, toId18 } from './record-id.ts';

test('a 15-character id gets the check characters of the platform', () => {
  assert.equal(toId18('001000000000001'), '001000000000001AAA');

  assert.equal(toId18('0012v00002jpVUP'), '0012v00002jpVUPAA2');
});

test('text that cannot be an id is refused', () => {
  for (const bad of ['', '001', '00100000000000!', '001000000000001AAB', 'x'.repeat(16)]) assert.equal(toId18(bad), undefined, bad);
});

test('serial ids are valid, distinct and in order', () => {
  const ids = [1, 2, 61, 62, 1_000_000].map((serial) => recordId('a01', serial));
  for (const id of ids) assert.equal(toId18(id), id);
  assert.equal(new Set(ids).size, ids.length);
});
