import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areEqual, copyWords, hashWords, viewOf } from './byte-words.ts';

const TEXT = 'Noordlicht Energie Zakelijk';

test('stretches of every length are copied whole, and nothing beside them', () => {
  const source = viewOf(Buffer.from(`__${TEXT}`));
  for (let length = 0; length <= TEXT.length; length += 1) {
    const target = Buffer.from('.'.repeat(40));
    assert.equal(copyWords(source, 2, 2 + length, viewOf(target), 3), 3 + length);
    assert.equal(target.toString(), `...${TEXT.slice(0, length)}`.padEnd(40, '.'));
  }
});

test('stretches are equal when every byte is, wherever they begin', () => {
  const [one, other] = [Buffer.from(`_${TEXT}`), Buffer.from(`___${TEXT}`)];
  for (let length = 0; length <= TEXT.length; length += 1) {
    assert.ok(areEqual(viewOf(one), 1, viewOf(other), 3, length));
    assert.equal(hashWords(viewOf(one), 1, 1 + length), hashWords(viewOf(other), 3, 3 + length));
    for (let at = 0; at < length; at += 1) {
      const changed = Buffer.from(other);
      changed[3 + at] = 0;
      assert.ok(!areEqual(viewOf(one), 1, viewOf(changed), 3, length), `byte ${at} of ${length}`);
      assert.notEqual(hashWords(viewOf(one), 1, 1 + length), hashWords(viewOf(changed), 3, 3 + length), `byte ${at} of ${length}`);
    }
  }
});
