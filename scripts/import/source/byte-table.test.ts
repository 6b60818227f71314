import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ByteTable } from './byte-table.ts';

test('distinct byte strings are numbered in order and found again until the table is cleared', () => {
  const table = new ByteTable(1_000);
  const words = Array.from({ length: 1_000 }, (_, at) => Buffer.from(`word ${at * 7919}`));
  for (const [number, word] of words.entries()) {
    const missing = table.find(word, 0, word.length);
    assert.ok(missing < 0);
    assert.equal(table.add(missing, word, 0, word.length), number);
  }
  for (const [number, word] of words.entries()) assert.equal(table.find(word, 0, word.length), number);
  assert.equal(Buffer.from(table.bytesOf(3)).toString(), 'word 23757');
  const extra = Buffer.from('one too many');
  assert.equal(table.add(table.find(extra, 0, extra.length), extra, 0, extra.length), -1);
  table.clear();
  assert.ok(table.find(words[0] as Buffer, 0, 6) < 0);
});

test('a stretch within a larger buffer is the same string', () => {
  const table = new ByteTable(4);
  const bytes = Buffer.from('xxKPNyyKPNzz');
  table.add(table.find(bytes, 2, 5), bytes, 2, 5);
  assert.equal(table.find(bytes, 7, 10), 0);
  assert.ok(table.find(bytes, 7, 11) < 0);
});
