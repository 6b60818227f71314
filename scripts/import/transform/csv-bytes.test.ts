import assert from 'node:assert/strict';
import { test } from 'node:test';
import { viewOf } from '../source/byte-words.ts';
import { copyLower, needsQuotes, writeHex, writeQuoted } from './csv-bytes.ts';

/** What a writer put behind two bytes that were there before. */
function written(write: (target: DataView, at: number) => number): string {
  const target = Buffer.from(`ab${'.'.repeat(60)}`);
  const end = write(viewOf(target), 2);
  assert.equal(target.toString('utf8', 0, 2), 'ab');
  assert.equal(target.toString('utf8', end), '.'.repeat(target.length - end), 'nothing is written behind the end');
  return target.toString('utf8', 2, end);
}

test('only cells with commas or quotes are quoted, and their quotes doubled', () => {
  for (const [text, cell] of [
    ['c-1', undefined],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['', undefined],
    ['één', undefined],
  ] as const) {
    const bytes = Buffer.from(text);
    assert.equal(needsQuotes(bytes), cell !== undefined, text);
    if (cell !== undefined)
      assert.equal(
        written((target, at) => writeQuoted(viewOf(bytes), bytes.length, target, at)),
        cell,
      );
  }
});

test('words are written as eight digits, text in lower case', () => {
  assert.equal(
    written((target, at) => writeHex(0x0a1b2c3d, target, at)),
    '0a1b2c3d',
  );
  assert.equal(
    written((target, at) => writeHex(-1, target, at)),
    'ffffffff',
  );
  const bytes = viewOf(Buffer.from('xCT-1 @[Z`é'));
  assert.equal(
    written((target, at) => copyLower(bytes, 1, bytes.byteLength, target, at)),
    'ct-1 @[z`é',
  );
});
