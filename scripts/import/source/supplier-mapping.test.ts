import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSupplierMapping, parseSupplierMapping } from './supplier-mapping.ts';
import { temporaryFile } from './testing/source-file.ts';

const READING = { kind: 'contracts', language: 'en' } as const;

test('a mapping file is read with all its settings', () => {
  const mapping = parseSupplierMapping(
    JSON.stringify({
      description: 'x',
      columns: { Vervaldatum: 'endDate', Klantnr: '-' },
      fixed: { productCategory: 'Electricity' },
      values: { provider: { ' NL  Energie': 'Noordlicht Energie B.V.' } },
      dateFormats: { startDate: 'yyyymmdd' },
      dateFormat: 'dd-mm-jjjj',
      decimal: ',',
      clearMarker: '[leeg]',
      repairMojibake: true,
    }),
    'acme',
    READING,
  );
  assert.deepEqual(mapping, {
    columns: { Vervaldatum: 'endDate', Klantnr: '-' },
    fixed: { productCategory: 'Electricity' },
    aliases: { provider: { 'nl energie': 'Noordlicht Energie B.V.' } },
    dateFormats: { startDate: 'yyyymmdd' },
    repairsMojibake: true,
    dateFormat: 'dd-mm-yyyy',
    decimal: ',',
    clearMarker: '[leeg]',
  });
});

test('mistakes in a mapping are refused by name', () => {
  const cases: [string, RegExp][] = [
    ['{', /not JSON/],
    ['[]', /not an object/],
    ['{"colums": {}}', /"colums" is not a setting/],
    ['{"columns": {"A": "enddate"}}', /"enddate" is not a field/],
    ['{"fixed": {"provider": 3}}', /"provider" in fixed is not a text/],
    ['{"dateFormat": "dmy"}', /"dmy" is not a date format/],
    ['{"decimal": "comma"}', /decimal/],
    ['{"repairMojibake": "yes"}', /repairMojibake/],
  ];
  for (const [text, problem] of cases) {
    assert.throws(
      () => parseSupplierMapping(text, 'acme', READING),
      (error: Error & { code?: string }) => error.code === 'MAPPING_INVALID' && problem.test(error.message),
      text,
    );
  }
});

test('pairs on the command line add to a named mapping', async (context) => {
  const path = temporaryFile(context, '{"columns": {"A": "endDate"}, "decimal": "."}', 'acme.json');
  const folder = path.slice(0, path.lastIndexOf('/'));
  const mapping = await loadSupplierMapping('acme; B = provider ;C=-;productCategory:=Gas', folder, READING);
  assert.deepEqual(
    [mapping.columns, mapping.fixed, mapping.decimal],
    [{ A: 'endDate', B: 'provider', C: '-' }, { productCategory: 'Gas' }, '.'],
  );
  assert.deepEqual((await loadSupplierMapping('Vervaldatum=endDate', folder, READING)).columns, { Vervaldatum: 'endDate' });
  await assert.rejects(loadSupplierMapping('unheard-of', folder, READING), (error: Error & { action?: string }) =>
    /acme/.test(error.action ?? ''),
  );
  await assert.rejects(loadSupplierMapping('B=supplier', folder, READING), { code: 'MAPPING_INVALID' });
});
