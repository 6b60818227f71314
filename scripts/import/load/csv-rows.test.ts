import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CsvRows } from './csv-rows.ts';

function read(text: string, size: number): string[][] {
  const rows: string[][] = [];
  const reader = new CsvRows((row) => rows.push(Array.from({ length: row.cells }, (_, cell) => row.text(cell))));
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  reader.close();
  return rows;
}

test('rows are the same however the bytes are cut', () => {
  const text = '"sf__Id","sf__Error",Name\r\n"","X:""é"", y:--","a\r\n,b"\n\na,,\r\n"Jansen; Zonen",€,""\r\nlast,"q"';
  const expected = [
    ['sf__Id', 'sf__Error', 'Name'],
    ['', 'X:"é", y:--', 'a\r\n,b'],
    ['a', '', ''],
    ['Jansen; Zonen', '€', ''],
    ['last', 'q'],
  ];
  for (const size of [1, 2, 3, 5, 7, 11, 1_000]) assert.deepEqual(read(text, size), expected, `pieces of ${size} bytes`);
});

test('a file that ends within quotes is an error, an empty one has no rows', () => {
  assert.throws(() => read('a,"b\nc', 3), /ends inside a quoted cell/);
  assert.deepEqual(read('', 1), []);
  assert.deepEqual(read('\r\n\n', 1), []);
});

test('a row knows the bytes that it stands in', () => {
  const seen: string[] = [];
  const reader = new CsvRows((row) => seen.push(Buffer.from(row.bytes.subarray(row.start(1) - 1, row.end(2) + 1)).toString()));
  reader.push(Buffer.from('id,"a,b","c"\r\n'));
  reader.close();
  assert.deepEqual(seen, ['"a,b","c"']);
});
