import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyLower, writeCell, writeHex } from './csv-bytes.ts';

/** What a writer put behind two bytes that were there before. */
function written(write: (target: Uint8Array, at: number) => number): string {
  const target = Buffer.from(`ab${'.'.repeat(60)}`);
  const end = write(target, 2);
  assert.equal(target.toString('utf8', 0, 2), 'ab');
  assert.equal(target.toString('utf8', end), '.'.repeat(target.length - end), 'nothing is written behind the end');
  return target.toString('utf8', 2, end);
}

test('cells are quoted only where CSV needs it', () => {
  for (const [text, cell] of [
    ['c-1', 'c-1'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['', ''],
    ['één', 'één'],
  ] as const) {
    const bytes = Buffer.from(text);
    assert.equal(
      written((target, at) => writeCell(bytes, bytes.length, target, at)),
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
  const bytes = Buffer.from('xCT-1 @[Z`é');
  assert.equal(
    written((target, at) => copyLower(bytes, 1, bytes.length, target, at)),
    'ct-1 @[z`é',
  );
});
