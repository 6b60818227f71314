import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { test } from 'node:test';
import { inspectSource } from '../source/inspect-source.ts';
import { temporaryFile } from '../source/testing/source-file.ts';
import { TODAY, transformFile } from './testing/transform-file.ts';
import type { TransformSettings } from './settings.ts';
import { transformSource } from './transform-source.ts';

const HEADER = 'KvK;Bedrijfsnaam;Leverancier;Dienst;Contractnummer;Ingangsdatum;Einddatum;Maandbedrag\n';

const DAYS_FIRST = { dateFormat: 'dd-mm-yyyy' };
const SETTINGS: TransformSettings = {
  providerKeys: new Map(),
  sourceName: 's',
  obtainedOn: TODAY,
  importRunExternalId: 'r',
  accountsMode: 'match',
  language: 'en',
  today: TODAY,
};

/** Some of the rows are wrong, and one cell spans lines. */
function rows(count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const name = at % 50 === 0 ? '"Regel\neen"' : `Bedrijf ${at}`;
    const end = at % 100 === 7 ? '31-02-2027' : `${String((at % 28) + 1).padStart(2, '0')}-12-2027`;
    return `${10_000_000 + at};${name};Provider ${at % 9};internet;C-${at};01-01-2024;${end};${at % 500},50\n`;
  }).join('');
}

test('worker threads give the same batches in the same order as one thread', async (context) => {
  const path = temporaryFile(context, HEADER + rows(30_000));
  const one = await transformFile(path, {}, { workers: 1 });
  const three = await transformFile(path, {}, { workers: 3 });
  assert.equal(one.inspection.blocks.length >= 3, true);
  assert.equal(one.read, one.inspection.rows);
  assert.equal(one.rejected.length, 300);
  assert.deepEqual(
    one.lines,
    [...one.lines].sort((first, second) => first - second),
  );
  assert.deepEqual({ ...three, inspection: null }, { ...one, inspection: null });
});

test('line, offset and length point at the original row', async (context) => {
  const content = HEADER + rows(120);
  const { rejected, lines } = await transformFile(temporaryFile(context, content));
  const [first] = rejected;
  assert.ok(first !== undefined);
  assert.equal(
    content.slice(first.offset, first.offset + first.length),
    '10000007;Bedrijf 7;Provider 7;internet;C-7;01-01-2024;31-02-2027;7,50',
  );
  assert.equal(content.split('\n')[first.line - 1], content.slice(first.offset, first.offset + first.length));
  assert.deepEqual(lines.slice(0, 3), [2, 4, 5], 'the first row takes two lines');
});

test('key and fingerprint depend on what is said, not on who said it when', async (context) => {
  const path = temporaryFile(context, HEADER + rows(20));
  const first = await transformFile(path, DAYS_FIRST);
  const again = await transformFile(path, DAYS_FIRST, {
    sourceName: 'Another, "supplier"',
    obtainedOn: '2026-11-20',
    importRunExternalId: 'run-2',
  });
  assert.deepEqual(again.fingerprints, first.fingerprints);
  assert.deepEqual(again.keys, first.keys);
  assert.equal(again.rows[0]?.['Source__c'], 'Another, "supplier"');
  const changed = await transformFile(
    temporaryFile(context, HEADER + rows(20).replace('C-3;01-01-2024', 'C-3;02-01-2024').replace('C-4;', 'c-4;')),
    DAYS_FIRST,
  );
  const differing = (one: readonly bigint[], other: readonly bigint[]): number[] =>
    one.flatMap((value, at) => (value === other[at] ? [] : [at]));
  assert.deepEqual(differing(first.fingerprints, changed.fingerprints), [3, 4]);
  assert.deepEqual(differing(first.keys, changed.keys), [], 'external ids do not depend on case');
  assert.equal(first.rows[0]?.['Import_Fingerprint__c'], first.fingerprints[0]?.toString(16).padStart(16, '0'));
});

test('a provider goes where the org has it, and its contracts keep the key under which they were first loaded', async (context) => {
  const path = temporaryFile(context, HEADER + rows(1));
  const providerKeys = new Map([['provider-0', { externalId: 'noordlicht', contractKey: 'old-name' }]]);
  const { rows: loaded } = await transformFile(path, DAYS_FIRST, { providerKeys });
  assert.equal(loaded[0]?.['Competitor__r.External_Id__c'], 'noordlicht');
  assert.equal(loaded[0]?.['External_Id__c'], '10000000|old-name|internet|c-0');
  const unresolved = await transformFile(path, DAYS_FIRST, { providerKeys: new Map([['x', { externalId: 'x', contractKey: 'x' }]]) });
  assert.deepEqual([unresolved.rows[0]?.['Competitor__r.External_Id__c'], unresolved.warnings['PROVIDER_NOT_RESOLVED']], ['provider-0', 1]);
});

test('a file that changed between the passes is refused', async (context) => {
  const path = temporaryFile(context, HEADER + rows(30_000));
  const inspection = await inspectSource(path, { language: 'en', today: TODAY });
  appendFileSync(path, rows(1));
  const read = async (workers: number): Promise<void> => {
    for await (const batch of transformSource(inspection, { ...SETTINGS, workers })) assert.ok(batch);
  };
  await assert.rejects(read(1), { code: 'FILE_CHANGED', exitCode: 2 });
  await assert.rejects(read(2), { code: 'FILE_CHANGED' });
});

test('leaving the loop early stops the workers', async (context) => {
  const inspection = await inspectSource(temporaryFile(context, HEADER + rows(30_000)), { language: 'en', today: TODAY });
  let batches = 0;
  for await (const batch of transformSource(inspection, SETTINGS)) {
    assert.ok(batch.read > 0);
    batches += 1;
    break;
  }
  assert.equal(batches, 1);
});
