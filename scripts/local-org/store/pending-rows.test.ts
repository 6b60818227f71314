import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { recordId } from '../../platform/record-id.ts';
import type { StoredRow } from '../../platform/record.ts';
import { loadSchema } from '../metadata/load-schema.ts';
import { openStore } from './open-store.ts';
import type { Store } from './store.ts';

const schema = loadSchema([join(import.meta.dirname, '..', 'metadata', '__fixtures__', 'orchard')]);
const prefix = schema.object('Orchard__c')?.keyPrefix ?? '';
const id = (serial: number): string => recordId(prefix, serial);
const orchard = (serial: number, values: Partial<StoredRow> = {}): StoredRow => ({ Name: `Orchard ${serial}`, ...values, Id: id(serial) });
const insert = (store: Store, ...rows: readonly StoredRow[]): void => store.insert('Orchard__c', rows);
const names = (store: Store): readonly unknown[] =>
  [...store.select('SELECT "Name" FROM "Orchard__c" ORDER BY rowid', [])].map(([name]) => name);

function withStore(work: (store: Store) => void): void {
  const store = openStore(schema, ':memory:');
  try {
    work(store);
  } finally {
    store.close();
  }
}

function undone(store: Store, work: () => void): void {
  assert.throws(
    () =>
      store.transaction(() => {
        work();
        throw new Error('undone');
      }),
    /undone/,
  );
}

describe('new rows of a transaction', () => {
  it('are found by id, by key and by reference before the transaction ends', () =>
    withStore((store) =>
      store.transaction(() => {
        insert(store, orchard(1, { Code__c: 'Één' }));
        insert(store, orchard(2, { Code__c: 'two', Parent_Orchard__c: id(1) }));
        assert.deepEqual(store.findIds('Orchard__c', 'Code__c', ['ÉÉN', 'three']), new Map([['ÉÉN', [id(1)]]]));
        insert(store, orchard(3, { Code__c: 'three' }));
        assert.deepEqual(store.findIds('Orchard__c', 'Code__c', ['three']), new Map([['three', [id(3)]]]));
        assert.deepEqual(store.findChildren('Orchard__c', 'Parent_Orchard__c', [id(1)]), new Map([[id(1), [id(2)]]]));
        insert(store, orchard(4));
        assert.equal(store.read('Orchard__c', [id(4)]).get(id(4))?.['Name'], 'Orchard 4');
        insert(store, orchard(5));
        store.update('Orchard__c', [{ Id: id(5), Name: 'Fifth' }], ['Name']);
        insert(store, orchard(6));
        store.remove('Orchard__c', [id(6)]);
        assert.deepEqual(names(store), ['Orchard 1', 'Orchard 2', 'Orchard 3', 'Orchard 4', 'Fifth']);
      }),
    ));

  it('are gone with the part of the transaction that is undone, and with nothing else', () =>
    withStore((store) =>
      store.transaction(() => {
        insert(store, orchard(1, { Code__c: 'one' }));
        undone(store, () => {
          insert(store, orchard(2, { Code__c: 'two' }));
          assert.equal(store.findIds('Orchard__c', 'Code__c', ['two']).size, 1);
        });
        assert.equal(store.findIds('Orchard__c', 'Code__c', ['two']).size, 0);
        insert(store, orchard(3));
        assert.deepEqual(names(store), ['Orchard 1', 'Orchard 3']);
      }),
    ));

  it('are kept when a part that had them written is undone', () =>
    withStore((store) => {
      store.transaction(() => {
        insert(store, orchard(1));
        undone(store, () => {
          insert(store, orchard(2));
          assert.equal(names(store).length, 2);
          undone(store, () => {
            insert(store, orchard(3));
            assert.equal(names(store).length, 3);
          });
          insert(store, orchard(4));
          assert.deepEqual(names(store), ['Orchard 1', 'Orchard 2', 'Orchard 4']);
        });
        insert(store, orchard(5));
      });
      assert.deepEqual(names(store), ['Orchard 1', 'Orchard 5']);
    }));

  it('are undone with the whole transaction', () =>
    withStore((store) => {
      undone(store, () => insert(store, orchard(1)));
      store.transaction(() => insert(store, orchard(2)));
      assert.deepEqual(names(store), ['Orchard 2']);
    }));
});

describe('new rows of unsettled work', () => {
  it('are seen by everybody, and kept by the next transaction of somebody else', () =>
    withStore((store) => {
      store.unsettled(() => insert(store, orchard(1)));
      assert.equal(store.read('Orchard__c', [id(1)]).size, 1);
      store.unsettled(() => insert(store, orchard(2)));
      undone(store, () => insert(store, orchard(3)));
      assert.deepEqual(names(store), ['Orchard 1', 'Orchard 2']);
    }));

  it('are all undone when they cannot be written, however many calls brought them', () =>
    withStore((store) => {
      store.unsettled(() => insert(store, orchard(1)));
      store.unsettled(() => insert(store, orchard(2), orchard(2)));
      assert.throws(() => store.settle(), /UNIQUE/);
      assert.deepEqual(names(store), []);
      store.unsettled(() => insert(store, orchard(3)));
      store.settle();
      assert.deepEqual(names(store), ['Orchard 3']);
    }));
});
