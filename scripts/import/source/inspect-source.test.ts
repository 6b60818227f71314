import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { inspectSource, type InspectOptions } from './inspect-source.ts';
import type { SourceInspection } from './inspection.ts';
import { removeCopy } from './open-source.ts';
import { ImportRefusal } from './refusal.ts';
import { fixture, temporaryFile } from './testing/source-file.ts';

const HEADER = 'KvK;Leverancier;Dienst;Contractnummer;Einddatum\n';

function inspect(path: string, options: Partial<InspectOptions> = {}): Promise<SourceInspection> {
  return inspectSource(path, { language: 'en', today: '2026-11-22', ...options });
}

function many(rows: number): string {
  return HEADER + Array.from({ length: rows }, (_, at) => `${10_000_000 + at};Telenoord;internet;C-${at};31-12-2026\n`).join('');
}

test('files that are no CSV are refused by what they are, with exit code 2 and a next step', async (context) => {
  const cases: [Uint8Array | string, string, RegExp][] = [
    ['', 'EMPTY_FILE', /again/],
    ['\uFEFF', 'EMPTY_FILE', /again/],
    ['\r\n  \r\n', 'EMPTY_FILE', /again/],
    [Buffer.from('504b0304140006000800[Content_Types].xml', 'latin1'), 'NO_HEADER', /./],
    [Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.from('xx[Content_Types].xml xl/workbook.xml')]), 'EXCEL_FILE', /CSV UTF-8/],
    [Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.from('folder/file.csv')]), 'COMPRESSED_FILE', /Unpack/],
    [Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'EXCEL_FILE', /CSV UTF-8/],
    [gzipSync(many(3)), 'COMPRESSED_FILE', /Unpack/],
    ['%PDF-1.7 ...', 'NOT_A_CSV', /CSV export/],
    ['PAR1xxxx', 'NOT_A_CSV', /CSV export/],
    ['<html><table><tr><td>KvK</td></tr></table></html>', 'NOT_A_CSV', /CSV export/],
    ['[{"kvk": "12345678"}]', 'NOT_A_CSV', /CSV export/],
    [Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 29)), 'BINARY_FILE', /CSV export/],
  ];
  for (const [content, code, action] of cases) {
    await assert.rejects(inspect(temporaryFile(context, content)), (error: unknown) => {
      assert.ok(error instanceof ImportRefusal, String(error));
      assert.deepEqual([error.code, error.exitCode], [code, 2], String(content).slice(0, 30));
      assert.match(error.action, action);
      return true;
    });
  }
});

test('a missing file, a folder and unknown options are refused', async (context) => {
  await assert.rejects(inspect('/nowhere/file.csv'), { code: 'FILE_NOT_FOUND' });
  await assert.rejects(inspect('/tmp'), { code: 'NOT_A_FILE' });
  const path = temporaryFile(context, many(2));
  await assert.rejects(inspect(path, { encoding: 'klingon' }), { code: 'UNKNOWN_ENCODING' });
  await assert.rejects(inspect(path, { delimiter: 'ab' }), { code: 'BAD_DELIMITER' });
  await assert.rejects(inspect(path, { dateFormat: 'dmy' }), { code: 'BAD_DATE_FORMAT' });
});

test('UTF-16 files are read from a UTF-8 copy, with and without a mark, in both byte orders', async (context) => {
  const text = `${HEADER}12345670;Énergie;stroom;C-1;31-12-2026\r\n`;
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    for (const addBOM of [true, false]) {
      const content = iconv.encode(text, encoding, { addBOM });
      const found = await inspect(temporaryFile(context, content));
      assert.deepEqual(
        [found.encoding, found.dataEncoding, found.isCopy, found.rows, found.providers[0]?.text],
        [encoding, 'utf-8', true, 1, 'Énergie'],
      );
      assert.equal(found.sha256, createHash('sha256').update(content).digest('hex'));
      await removeCopy(found);
      assert.equal(existsSync(found.dataPath), false);
    }
  }
});

test('a late accent changes the encoding of the whole file, also of its first provider', async (context) => {
  const rows = many(60_000);
  const path = temporaryFile(
    context,
    Buffer.concat([Buffer.from(rows), iconv.encode('12345670;Café Énergie;stroom;C;30-11-2026\n', 'windows-1252')]),
  );
  const found = await inspect(path);
  assert.equal(found.encoding, 'windows-1252');
  assert.deepEqual(
    found.providers.map(({ text, count }) => [text, count]),
    [
      ['Telenoord', 60_000],
      ['Café Énergie', 1],
    ],
  );
  await assert.rejects(inspect(path, { encoding: 'utf-8' }), { code: 'NOT_UTF8' });
});

test('the digest is that of the file, byte order mark included', async () => {
  const path = fixture('encoding-utf8-mark.csv');
  assert.equal((await inspect(path)).sha256, createHash('sha256').update(readFileSync(path)).digest('hex'));
});

test('blocks cover all records without gap and begin at the right line', async (context) => {
  const path = temporaryFile(context, many(60_000));
  const { blocks, rows, size } = await inspect(path);
  const content = readFileSync(path, 'latin1');
  assert.equal(rows, 60_000);
  assert.ok(blocks.length >= 3);
  let expected = HEADER.length;
  for (const { offset, length, line } of blocks) {
    assert.equal(offset, expected);
    assert.equal(content.slice(0, offset).split('\n').length, line);
    expected = offset + length;
  }
  assert.equal(expected, size);
});

test('cells longer than any real one and endless records are refused, not swallowed', async (context) => {
  const huge = 'x'.repeat(10_000_000);
  await assert.rejects(inspect(temporaryFile(context, `${many(3)}12345670;${huge};internet;C;31-12-2026\n`)), {
    code: 'RECORD_TOO_LONG',
    message: /line 5/,
  });
  await assert.rejects(inspect(temporaryFile(context, `${many(3)}12345670;"${huge};internet;C;31-12-2026\n`)), {
    code: 'UNBALANCED_QUOTE',
    message: /line 5/,
  });
});

test('a column with too many different providers is not taken for one', async (context) => {
  const rows = Array.from({ length: 10_001 }, (_, at) => `${10_000_000 + at};Provider ${at};internet;C;31-12-2026\n`).join('');
  await assert.rejects(inspect(temporaryFile(context, HEADER + rows)), { code: 'TOO_MANY_PROVIDERS' });
});

test('rows of the wrong shape and repeated headers name no providers', async (context) => {
  const path = temporaryFile(
    context,
    `${many(2)}${HEADER}12345670;x;Utrecht;internet;C;31-12-2026\n12345670;n.v.t.;internet;C;31-12-2026\n`,
  );
  assert.deepEqual(
    (await inspect(path)).providers.map(({ text }) => text),
    ['Telenoord'],
  );
});

test('refusals and notices speak the language of the steward', async () => {
  await assert.rejects(inspect(fixture('dates-ambiguous.csv'), { language: 'nl' }), /Kolom "Einddatum"/);
  const { notices } = await inspect(fixture('encoding-windows-1252.csv'), { language: 'nl' });
  assert.match(notices[0]?.text ?? '', /geen UTF-8; gelezen als windows-1252.*Café Noordzee B\.V\./);
});

test('the steward can overrule the detection', async () => {
  const formatOf = async (name: string, options: Partial<InspectOptions>): Promise<unknown> =>
    (await inspect(fixture(name), options)).columns
      .map(({ dateFormat, decimal }) => dateFormat ?? decimal)
      .find((found) => found !== undefined);
  assert.equal(await formatOf('dates-ambiguous.csv', { dateFormat: 'mm-dd-yyyy' }), 'mm-dd-yyyy');
  assert.equal(await formatOf('dates-mixed-formats.csv', { dateFormat: 'dd-mm-jjjj' }), 'dd-mm-yyyy');
  assert.equal(await formatOf('amounts-ambiguous.csv', { decimal: 'dot' }), '.');
  assert.equal((await inspect(fixture('header-vervaldatum.csv'), { mapping: 'Vervaldatum=endDate' })).columns[3]?.field, 'endDate');
  assert.equal((await inspect(fixture('encoding-cp850.csv'), { encoding: 'windows-1252' })).encoding, 'windows-1252');
});

test('headers with line breaks and hard spaces are shown and recognised as one line', async (context) => {
  const path = temporaryFile(
    context,
    '"KvK\nnummer";"Huidige\r\nleverancier";\u00a0Dienst;"Contract\neinddatum"\n12345678;T;gas;31-12-2026\n',
  );
  const { columns, headerLine, blocks } = await inspect(path);
  assert.deepEqual(
    columns.map(({ header }) => header),
    ['KvK nummer', 'Huidige leverancier', 'Dienst', 'Contract einddatum'],
  );
  assert.deepEqual(
    columns.map(({ field }) => field),
    ['kvkNumber', 'provider', 'productCategory', 'endDate'],
  );
  assert.deepEqual([headerLine, blocks[0]?.line], [1, 5]);
});
