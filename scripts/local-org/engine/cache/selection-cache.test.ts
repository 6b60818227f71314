import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { compileFormula } from '../../formula/compile-formula.ts';
import { recordScope } from '../../formula/record-scope.ts';
import { loadSchema } from '../../metadata/load-schema.ts';
import type { Schema } from '../../metadata/schema.ts';
import { createSelectionCache, type SelectionCache } from './selection-cache.ts';

const ORCHARD = join(import.meta.dirname, '..', '..', 'metadata', '__fixtures__', 'orchard');
const ROWS = [{ Id: 'a0000000000001AAA' }];

/** The orchard with one more formula field on its trees. */
function schemaWith(formula: string): Schema {
  const folder = mkdtempSync(join(tmpdir(), 'selections-'));
  try {
    cpSync(ORCHARD, folder, { recursive: true });
    const fields = join(folder, 'objects', 'Tree__c', 'fields');
    mkdirSync(fields, { recursive: true });
    const xml = `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Told__c</fullName><label>Told</label><type>Text</type><formula>${formula}</formula></CustomField>`;
    writeFileSync(join(fields, 'Told__c.field-meta.xml'), xml);
    return loadSchema([folder]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function cacheOver(schema: Schema, today = (): string => '2026-11-22'): SelectionCache {
  const formulas: Parameters<typeof createSelectionCache>[1] = (object, field) =>
    compileFormula(object.field(field)?.formula?.source ?? '', recordScope(schema, object));
  return createSelectionCache(schema, formulas, today);
}

/** Whether a result that was remembered for trees outlives what is done then. */
function outlives(cache: SelectionCache, change: () => void): boolean {
  cache.remembered('Tree__c')?.set('key', ROWS);
  change();
  return cache.remembered('Tree__c')?.get('key') === ROWS;
}

test('a result is remembered until a record of its object or of a parent that its formulas read changes', () => {
  const cache = cacheOver(schemaWith('Orchard__r.Owner:User.LastName'));
  assert.equal(
    outlives(cache, () => cache.drop('Contact')),
    true,
  );
  for (const object of ['Tree__c', 'Orchard__c', 'User'])
    assert.equal(
      outlives(cache, () => cache.drop(object)),
      false,
      object,
    );
});

test('a result is forgotten when the day changes', () => {
  let today = '2026-11-22';
  const cache = cacheOver(schemaWith('Orchard__r.Name'), () => today);
  assert.equal(
    outlives(cache, () => (today = '2026-11-23')),
    false,
  );
});

test('nothing is remembered of objects whose formulas read the running user or the time of day', () => {
  for (const formula of ['$User.LastName', 'TEXT(NOW())']) assert.equal(cacheOver(schemaWith(formula)).remembered('Tree__c'), undefined);
});
