import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { recordId } from '../../platform/record-id.ts';
import type { StoredRow } from '../../platform/record.ts';
import { loadSchema } from '../metadata/load-schema.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

const schema = loadSchema([join(import.meta.dirname, '..', 'metadata', '__fixtures__', 'orchard')]);
const prefix = schema.object('Orchard__c')?.keyPrefix ?? '';
const id = (serial: number): string => recordId(prefix, serial);
const folder = mkdtempSync(join(tmpdir(), 'indexes-'));
after(() => rmSync(folder, { recursive: true }));

function withStore(work: (store: Store) => void, file = ':memory:'): void {
  const store = openStore(schema, file);
  try {
    work(store);
  } finally {
    store.close();
  }
}

/** The references of an orchard that are indexed. */
function indexed(store: Store): readonly string[] {
  const sql = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'Orchard__c' ORDER BY name";
  const names = [...store.select(sql, [])].map(([name]) => String(name).replace('ix_Orchard__c_', ''));
  return names.filter((name) => name === 'OwnerId' || name === 'Parent_Orchard__c');
}

function load(store: Store, from: number, count: number): void {
  const rows = Array.from({ length: count }, (_, at): StoredRow => ({ Id: id(from + at), Parent_Orchard__c: id(1) }));
  for (let at = 0; at < count; at += 2_500) store.unsettled(() => store.insert('Orchard__c', rows.slice(at, at + 2_500)));
  store.settle();
}

const run = (store: Store, sql: string): number => [...store.select(sql, [])].length;

describe('an index over a reference', () => {
  it('is built by the first statement that finds or sorts by it, not by one that reads it', () =>
    withStore((store) => {
      run(
        store,
        'SELECT t0."OwnerId", t1."Name" FROM "Orchard__c" AS t0 LEFT JOIN "User" AS t1 ON t1."Id" = t0."OwnerId" ORDER BY t0."Name"',
      );
      assert.deepEqual(indexed(store), []);
      run(store, 'SELECT t0."Name" FROM "Orchard__c" AS t0 WHERE t0."Parent_Orchard__c" IS NULL');
      assert.deepEqual(indexed(store), ['Parent_Orchard__c']);
      run(store, `SELECT t0."Id" FROM "Orchard__c" AS t0 LEFT JOIN "User" AS t1 ON t1."Id" = t0."OwnerId" WHERE t1."Username" = 'x'`);
      assert.deepEqual(indexed(store), ['OwnerId', 'Parent_Orchard__c']);
    }));

  it('is dropped by a load that has added more rows than were there, and built again when it is needed', () =>
    withStore((store) => {
      load(store, 1, 6_000);
      assert.equal(store.findChildren('Orchard__c', 'Parent_Orchard__c', [id(1)]).get(id(1))?.length, 6_000);
      load(store, 6_001, 5_000);
      assert.deepEqual(indexed(store), ['Parent_Orchard__c']);
      load(store, 11_001, 5_000);
      assert.deepEqual(indexed(store), []);
      assert.equal(store.findChildren('Orchard__c', 'Parent_Orchard__c', [id(1)]).get(id(1))?.length, 16_000);
      assert.deepEqual(indexed(store), ['Parent_Orchard__c']);
    }));

  it('for figures by a date that leads list views is built by the first statement that counts by it', () =>
    withStore((store) => {
      const figures = (): readonly unknown[] =>
        [...store.select("SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE '%figures'", [])].map(([name]) => name);
      run(store, `SELECT t0."Id" FROM "Orchard__c" AS t0 WHERE t0."Sold_Date__c" > '2026-01-01'`);
      run(store, 'SELECT t0."City__c", COUNT(*) FROM "Orchard__c" AS t0 GROUP BY t0."City__c"');
      assert.deepEqual(figures(), []);
      const sold = `FROM "Orchard__c" AS t0 WHERE t0."Sold_Date__c" > '2026-01-01' GROUP BY`;
      run(store, `SELECT t0."City__c", count(*) ${sold} t0."City__c"`);
      assert.deepEqual(figures(), [], 'groups that are read from the records');
      run(store, `SELECT sum(t0."records") FROM (SELECT t0."Sold_Date__c", count(*) AS "records" ${sold} t0."Sold_Date__c") AS t0`);
      assert.deepEqual(figures(), ['ix_Orchard__c_Sold_Date__c_figures']);
    }));

  it('is kept as long as somebody reads through the table', () =>
    withStore((store) => {
      load(store, 1, 10);
      const reading = store.select('SELECT t0."Id" FROM "Orchard__c" AS t0 WHERE t0."OwnerId" IS NULL', [])[Symbol.iterator]();
      reading.next();
      load(store, 11, 7_500);
      assert.equal(reading.next().done, false);
      assert.deepEqual(indexed(store), ['OwnerId']);
    }));

  it('is built again when the work around its building was undone', () =>
    withStore((store) => {
      assert.throws(() =>
        store.transaction(() => {
          store.findChildren('Orchard__c', 'Parent_Orchard__c', [id(1)]);
          throw new Error('undone');
        }),
      );
      assert.deepEqual(indexed(store), []);
      store.findChildren('Orchard__c', 'Parent_Orchard__c', [id(1)]);
      assert.deepEqual(indexed(store), ['Parent_Orchard__c']);
    }));

  it('outlives a restart, and is dropped by a later load as any other', () => {
    const file = join(folder, 'org.sqlite');
    withStore((store) => void store.findChildren('Orchard__c', 'Parent_Orchard__c', [id(1)]), file);
    withStore((store) => {
      assert.deepEqual(indexed(store), ['Parent_Orchard__c']);
      load(store, 1, 7_500);
      assert.deepEqual(indexed(store), []);
    }, file);
  });
});
