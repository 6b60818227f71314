import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { hash64 } from '../plan/content-hash.ts';
import { ContractIndex } from './contract-index.ts';
import { KvkSet } from './kvk-set.ts';
import { RowLog } from './row-log.ts';
import { RowTable } from './row-table.ts';

function words(text: string): [number, number] {
  const out = new Uint32Array(2);
  hash64(Buffer.from(text), 0, Buffer.byteLength(text), out, 0);
  return [out[0] ?? 0, out[1] ?? 0];
}

test('two hundred thousand rows are found again by their key, and others are not', () => {
  const table = new RowTable();
  for (let row = 0; row < 200_000; row += 1) assert.equal(table.add(...words(`key-${row}`)), row);
  assert.equal(table.size, 200_000);
  for (let row = 0; row < 200_000; row += 101) assert.equal(table.find(...words(`key-${row}`)), row);
  for (let row = 0; row < 1_000; row += 1) assert.equal(table.find(...words(`other-${row}`)), -1);
});

test('rows whose keys are on disk are found all the same, and the table still grows', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'row-table-'));
  const log = new RowLog(join(folder, 'rows'));
  context.after(() => {
    log.close();
    rmSync(folder, { recursive: true });
  });
  const table = new RowTable(0, log, 1_000);
  for (let row = 0; row < 40_000; row += 1) {
    const [low, high] = words(`key-${row}`);
    assert.equal(table.find(low, high), -1);
    assert.equal(table.add(low, high), row);
    log.append(row, 0, 0, 0, 0, low, high);
  }
  for (let row = 0; row < 40_000; row += 7) assert.equal(table.find(...words(`key-${row}`)), row);
  for (let row = 0; row < 10_000; row += 1) assert.equal(table.find(...words(`other-${row}`)), -1);
});

test('keys that share one of their words are told apart', () => {
  const table = new RowTable();
  table.add(8, 1);
  table.add(8, 2);
  table.add(9, 1);
  assert.deepEqual([table.find(8, 1), table.find(8, 2), table.find(9, 1), table.find(9, 2)], [0, 1, 2, -1]);
});

test('the log gives back every row, whether still buffered or on disk, and leaves no file behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'row-log-'));
  const log = new RowLog(join(folder, 'rows'));
  for (let row = 0; row < 40_000; row += 1) log.append(row + 2, row * 180 + 2 ** 33, 179, row, 7, row * 3, row ^ 5);
  for (const row of [0, 1, 16_383, 16_384, 32_768, 39_999]) {
    assert.deepEqual(log.read(row), { line: row + 2, offset: row * 180 + 2 ** 33, length: 179, printLow: row, printHigh: 7 });
  }
  log.close();
  assert.equal(existsSync(join(folder, 'rows')), false);
  rmSync(folder, { recursive: true });
});

test('the contract index tells absent, changed and unchanged apart, and takes the latest fingerprint', () => {
  const index = new ContractIndex();
  for (let row = 0; row < 100_000; row += 1) index.set(...words(`k${row}`), row + 1, 1);
  assert.equal(index.size, 100_000);
  assert.equal(index.look(...words('k77777'), 77_778, 1), 'same-content');
  assert.equal(index.look(...words('k77777'), 77_778, 2), 'other-content');
  assert.equal(index.look(...words('k-absent'), 1, 1), 'absent');
  index.set(...words('k77777'), 5, 5);
  assert.equal(index.size, 100_000);
  assert.equal(index.look(...words('k77777'), 5, 5), 'same-content');
  index.set(...words('by hand'), 0, 0);
  assert.equal(index.look(...words('by hand'), 0, 0), 'other-content');
});

test('the set of KvK numbers holds small, large and zero', () => {
  const set = new KvkSet();
  for (let kvk = 0; kvk < 300_000; kvk += 3) assert.equal(set.add(kvk), true);
  assert.equal(set.add(99_999_999), true);
  assert.equal(set.add(99_999_999), false);
  for (const one of [set, KvkSet.restore(set.words)])
    assert.deepEqual(
      [0, 3, 4, 299_997, 299_998, 99_999_999, 99_999_998].map((kvk) => one.has(kvk)),
      [true, true, false, true, false, true, false],
    );
  assert.deepEqual([set.add(100_000_000), set.has(100_000_000), set.add(Number.NaN)], [false, false, false]);
});
