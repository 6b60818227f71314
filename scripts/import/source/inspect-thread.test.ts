import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inspectSource, type InspectOptions } from './inspect-source.ts';
import { inspectFile, isLarge } from './inspect-thread.ts';
import { ImportRefusal } from './refusal.ts';

const folder = mkdtempSync(join(tmpdir(), 'inspect-thread-'));
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

test('a large file is inspected on a thread with the same outcome', async () => {
  const path = largeFile('large.csv', ';n.v.t.;Noordlicht;Gas;N-2;30-06-2028\n');
  assert.ok(isLarge(path));
  assert.deepEqual(await inspectFile(path, OPTIONS), await inspectSource(path, OPTIONS));
});

test('a refusal comes from the thread with everything that a question about it needs', async () => {
  const path = largeFile('refused.csv', '12345678;"open;Noordlicht;Gas;N-2;30-06-2028\n');
  const refusal = async (inspect: typeof inspectSource): Promise<ImportRefusal> => {
    const error = await inspect(path, OPTIONS).catch((caught: unknown) => caught);
    assert.ok(error instanceof ImportRefusal);
    return error;
  };
  const [one, other] = [await refusal(inspectFile), await refusal(inspectSource)];
  assert.equal(one.code, 'UNBALANCED_QUOTE');
  assert.deepEqual([one.message, one.action, one.exitCode, one.values], [other.message, other.action, other.exitCode, other.values]);
});

test('a small or missing file is read where one stands', async () => {
  assert.equal(isLarge(join(folder, 'absent.csv')), false);
  await assert.rejects(inspectFile(join(folder, 'absent.csv'), OPTIONS), { code: 'FILE_NOT_FOUND' });
});
