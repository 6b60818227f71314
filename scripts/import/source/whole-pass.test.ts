import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { FileThreads } from '../transform/file-threads.ts';
import { readPart, type PartOrder, type ReadPart } from './file-part.ts';
import { inspectSource, type InspectOptions } from './inspect-source.ts';
import { ImportRefusal } from './refusal.ts';
import { isLargeFile } from './whole-pass.ts';

const folder = mkdtempSync(join(tmpdir(), 'whole-pass-'));
after(() => rmSync(folder, { recursive: true }));

const OPTIONS: InspectOptions = { language: 'en', today: '2026-11-22' };
const ROW = '12345678;Bakkerij Jansen;Noordlicht Energie;Gas;N-1;31-12-2027\n';
const HEADER = 'KvK-nummer;Bedrijfsnaam;Huidige leverancier;Dienst;Contractnummer;Einddatum\n';

/** A file of 17 MB, with these lines at its end. */
function largeFile(name: string, end: string): string {
  const path = join(folder, name);
  writeFileSync(path, HEADER + ROW.repeat(Math.ceil(17_000_000 / ROW.length)) + end);
  return path;
}

test('a large file is read in two parts, on threads with the same outcome', async () => {
  const path = largeFile('large.csv', ';n.v.t.;Zuiderzon;Gas;N-2;30-06-2028\n');
  assert.ok(isLargeFile(17_000_000));
  const threads = new FileThreads();
  try {
    const inspection = await inspectSource(path, OPTIONS, threads.readPart);
    assert.deepEqual(inspection, await inspectSource(path, OPTIONS));
    const rows = Math.ceil(17_000_000 / ROW.length);
    assert.equal(inspection.rows, rows + 1);
    const told = inspection.providers.map(({ text, count, line }) => [text, count, line]);
    assert.deepEqual(told, [
      ['Noordlicht Energie', rows, 2],
      ['Zuiderzon', 1, rows + 2],
    ]);
  } finally {
    await threads.close();
  }
});

test('a middle within a cell is no place to part a file: what was read from there does not count', async () => {
  const row = `12345678;"Bakkerij\n${'Jansen\n'.repeat(40)}";Noordlicht Energie;Gas;N-1;31-12-2027\n`;
  // an odd number of rows: the middle of the file lies in the middle of one
  const rows = Math.ceil(17_000_000 / row.length / 2) * 2 + 1;
  const path = join(folder, 'broken.csv');
  writeFileSync(path, HEADER + row.repeat(rows));
  const orders: PartOrder[] = [];
  const noted: ReadPart = (order) => {
    orders.push(order);
    return readPart(order);
  };
  const inspection = await inspectSource(path, OPTIONS, noted);
  assert.equal(orders.length, 3);
  assert.equal(inspection.rows, rows);
  assert.equal(
    inspection.blocks.reduce((sum, { length }) => sum + length, 0),
    rows * row.length,
  );
  assert.ok(inspection.blocks.every(({ offset, line }) => line === 2 + ((offset - HEADER.length) / row.length) * 42));
});

test('what cannot be split in the second part is refused with its line in the file', async () => {
  const path = largeFile('refused.csv', '12345678;"open;Noordlicht;Gas;N-2;30-06-2028\n');
  const threads = new FileThreads();
  try {
    const error: unknown = await inspectSource(path, OPTIONS, threads.readPart).catch((caught: unknown) => caught);
    assert.ok(error instanceof ImportRefusal);
    assert.equal(error.code, 'UNBALANCED_QUOTE');
    assert.equal(error.values['line'], Math.ceil(17_000_000 / ROW.length) + 2);
  } finally {
    await threads.close();
  }
});

test('providers of both parts count towards the most that there can be', async () => {
  let number = 0;
  const half = (): string =>
    Array.from({ length: 6_000 }, () => `12345678;Bakkerij;Leverancier ${(number += 1)};Gas;N-1;31-12-2027\n`).join('');
  const path = join(folder, 'crowded.csv');
  writeFileSync(path, HEADER + half() + ROW.repeat(Math.ceil(17_000_000 / ROW.length)) + half());
  await assert.rejects(inspectSource(path, OPTIONS), { code: 'TOO_MANY_PROVIDERS' });
});

test('a missing file is refused before a thread is started', async () => {
  const none: ReadPart = () => Promise.reject(new Error('nothing to read'));
  await assert.rejects(inspectSource(join(folder, 'absent.csv'), OPTIONS, none), { code: 'FILE_NOT_FOUND' });
});
