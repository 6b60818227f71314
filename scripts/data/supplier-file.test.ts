import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { isCivilDate } from '../platform/civil-date.ts';
import { company, passesMod97 } from './companies.ts';
import { DIRT } from './dirt.ts';
import { supplierLines, writeSupplierFile, type SupplierFile } from './supplier-file.ts';
import { dutchAmount, supplierRow } from './supplier-row.ts';

const FILE: SupplierFile = { rows: 5000, dirty: 0.08, seed: 7, today: '2026-11-22', encoding: 'windows-1252' };

test('the same seed and day give the same file', () => {
  assert.deepEqual([...supplierLines({ ...FILE, rows: 300 })], [...supplierLines({ ...FILE, rows: 300 })]);
});

test('a file of 5,000 rows holds every kind of dirt, and some eight per cent of it', () => {
  assert.ok(DIRT.length >= 20);
  const clean = new Set([...supplierLines({ ...FILE, dirty: 0 })]);
  const dirty = [...supplierLines(FILE)].filter((line) => !clean.has(line));
  assert.ok(dirty.length >= DIRT.length && dirty.length > 5000 * 0.05 && dirty.length < 5000 * 0.11, `${dirty.length} dirty lines`);
});

test('the bytes are Windows-1252, with letters that UTF-8 would write otherwise', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'supplier-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'file.csv');
  await writeSupplierFile(file, { ...FILE, rows: 500 });
  const bytes = readFileSync(file);
  assert.equal(iconv.decode(bytes, 'windows-1252'), [...supplierLines({ ...FILE, rows: 500 })].join(''));
  assert.notEqual(bytes.toString('utf8'), iconv.decode(bytes, 'windows-1252'));
});

test('clean rows hold numbers that pass their checks and days that exist', () => {
  for (let index = 0; index < 400; index += 1) {
    const cells = supplierRow(index, 7, '2026-11-22');
    assert.match(cells['KvK-nummer'], /^\d{8}$/);
    if (/^\d/.test(cells.Einddatum)) assert.ok(isCivilDate(cells.Einddatum.split('-').reverse().join('-')), cells.Einddatum);
    if (cells['EAN-code']) assert.match(cells['EAN-code'], /^8716\d{14}$/);
    const { vat, legalForm } = company(index);
    assert.equal(legalForm.natural ? passesMod97(vat) : /^NL8\d{8}B01$/.test(vat), true, vat);
  }
});

test('KvK numbers never collide', () => {
  assert.equal(new Set(Array.from({ length: 20_000 }, (_, index) => company(index).kvk)).size, 20_000);
});

test('amounts are written with a decimal comma and points for thousands', () => {
  assert.deepEqual([dutchAmount(1234.5), dutchAmount(45), dutchAmount(1_000_000)], ['1.234,50', '45,00', '1.000.000,00']);
});
