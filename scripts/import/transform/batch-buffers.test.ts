import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BatchBuffers, buffersOf } from './batch-buffers.ts';

/** Fills in rows of 100 bytes; the hashes follow from the row's number. */
function fill(buffers: BatchBuffers, rows: number): void {
  for (let row = 0; row < rows; row += 1) {
    buffers.contracts.makeRoom();
    buffers.contracts.bytes.fill(65 + (row % 26), buffers.contracts.at, buffers.contracts.at + 100);
    buffers.contracts.at += 100;
    buffers.endRow(row + 2, row * 50, 49, 10_000_000 + row, Uint32Array.of(row, 1, row, 2), row);
  }
}

test('a batch grows over its first buffers and keeps every row', () => {
  const buffers = new BatchBuffers();
  fill(buffers, 40_000);
  const { csv, ends, lines, offsets, accounts, keys, fingerprints, accountEnds, obtained } = buffers.arrays();
  assert.deepEqual([csv.length, ends.length, accountEnds.length], [4_000_000, 40_000, 0]);
  assert.deepEqual([ends[39_999], lines[39_999], offsets[39_999], accounts[39_999]], [4_000_000, 40_001, 1_999_950, 10_039_999]);
  assert.deepEqual([keys[39_999], fingerprints[39_999]], [0x1_0000_0000n + 39_999n, 0x2_0000_0000n + 39_999n]);
  assert.equal(csv[100 * 27], 66);
  assert.deepEqual([obtained.length, obtained[39_999]], [40_000, 39_999]);
});

test('the buffers of a batch serve for the next one', () => {
  const first = new BatchBuffers();
  fill(first, 20_000);
  const second = new BatchBuffers(buffersOf(first.arrays()));
  fill(second, 3);
  const { csv, ends, keys } = second.arrays();
  assert.deepEqual([csv.length, [...ends], [...keys]], [300, [100, 200, 300], [0x1_0000_0000n, 0x1_0000_0001n, 0x1_0000_0002n]]);
  assert.equal(csv.buffer, first.arrays().csv.buffer);
});
