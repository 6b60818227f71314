import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hash64, hashHex, parseHashHex } from './content-hash.ts';

function hash(text: string): string {
  const bytes = Buffer.from(text);
  const out = new Uint32Array(2);
  hash64(bytes, 0, bytes.length, out, 0);
  return hashHex(out[0] ?? 0, out[1] ?? 0);
}

test('two hundred thousand similar keys have distinct hashes in each word and together', () => {
  const whole = new Set<string>();
  for (let kvk = 0; kvk < 200_000; kvk += 1) whole.add(hash(`${String(kvk).padStart(8, '0')}|noordlicht-energie|gas|-`));
  assert.equal(whole.size, 200_000);
  const buckets = new Uint32Array(64);
  for (const text of whole)
    buckets[Number.parseInt(text.slice(14), 16) & 63] = (buckets[Number.parseInt(text.slice(14), 16) & 63] ?? 0) + 1;
  for (const count of buckets) assert.ok(count > 2_700 && count < 3_600, `a bucket of 64 holds ${count} of 200,000`);
});

test('length, position and every byte count', () => {
  const variants = ['', '\0', '\0\0', 'a', 'b', 'ab', 'ba', 'abcd', 'abdc', 'abcda', 'abcdabcd', 'abcdabce', 'abcd\0', 'dcba'];
  assert.equal(new Set(variants.map(hash)).size, variants.length);
});

test('a slice hashes as its own bytes do', () => {
  const bytes = Buffer.from('xx12345678|a|b|-yy');
  const out = new Uint32Array(4);
  hash64(bytes, 2, 16, out, 2);
  assert.equal(hashHex(out[2] ?? 0, out[3] ?? 0), hash('12345678|a|b|-'));
});

test('the hexadecimal form is read back and anything else is refused', () => {
  const text = hash('statement');
  const out = new Uint32Array(2);
  assert.equal(parseHashHex(Buffer.from(text), 0, 16, out, 0), true);
  assert.equal(hashHex(out[0] ?? 0, out[1] ?? 0), text);
  for (const bad of ['', text.slice(1), text.toUpperCase().replace(/[0-9]/g, 'G'), `${text}0`]) {
    assert.equal(parseHashHex(Buffer.from(bad), 0, bad.length, out, 0), false, bad);
  }
});
