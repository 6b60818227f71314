import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { recordId } from '../../platform/record-id.ts';
import type { StoredRow } from '../../platform/record.ts';
import { loadSchema } from '../metadata/load-schema.ts';
import type { Schema } from '../metadata/schema.ts';
import { openStore } from './open-store.ts';
import { StoreRefusal } from './store-refusal.ts';
import type { Store } from './store.ts';

const ORCHARD = join(import.meta.dirname, '..', 'metadata', '__fixtures__', 'orchard');
const schema = loadSchema([ORCHARD]);
const prefix = schema.object('Orchard__c')?.keyPrefix ?? '';
const id = (serial: number): string => recordId(prefix, serial);

const folder = mkdtempSync(join(tmpdir(), 'store-'));
after(() => rmSync(folder, { recursive: true }));
let files = 0;

function newFile(): string {
  files += 1;
  return join(folder, `org-${files}.sqlite`);
}

function withStore<T>(work: (store: Store) => T, of: Schema = schema, file = ':memory:'): T {
  const store = openStore(of, file);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

function indexes(store: Store): readonly unknown[] {
  const sql = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'Orchard__c' AND sql IS NOT NULL ORDER BY name";
  return [...store.select(sql, [])].flat();
}

function orchards(...rows: readonly Omit<StoredRow, 'Id'>[]): readonly StoredRow[] {
  return rows.map((row, at) => ({ ...row, Id: id(at + 1) }));
}

describe('records', () => {
  it('come back as they were stored, blanks as null and unmentioned checkboxes as false', () =>
    withStore((store) => {
      const [row] = orchards({
        Name: 'Één',
        Area__c: 1.25,
        Is_Organic__c: true,
        Founded_Date__c: '2026-11-22',
        Fruits__c: 'Apple;Pear',
        City__c: null,
      });
      assert.ok(row);
      store.insert('Orchard__c', [row]);
      const read = store.read('Orchard__c', [row.Id, id(99)]);
      assert.deepEqual([...read.keys()], [row.Id]);
      const record = read.get(row.Id);
      for (const [name, value] of Object.entries(row)) assert.equal(record?.[name], value, name);
      assert.equal(record?.['IsDeleted'], false);
      assert.equal(record?.['Code__c'], null);
      assert.equal('Display__c' in (record ?? {}), false, 'a formula is not stored');
    }));

  it('are inserted in any number, updated by field and removed', () =>
    withStore((store) => {
      const many = Array.from({ length: 57 }, (_, at): StoredRow => ({ Id: id(at + 1), Name: `Orchard ${at}`, Area__c: at }));
      store.insert('Orchard__c', many);
      store.update('Orchard__c', [{ Id: id(2), Name: 'Second', Area__c: 999 }], ['Name']);
      store.remove('Orchard__c', [id(1), id(57)]);
      assert.deepEqual([...store.select('SELECT count(*), sum("Area__c") FROM "Orchard__c"', [])], [[55, 1540]]);
      assert.equal(store.read('Orchard__c', [id(2)]).get(id(2))?.['Name'], 'Second');
      assert.equal(store.read('Orchard__c', [id(2)]).get(id(2))?.['Area__c'], 1);
    }));

  it('are refused under names that the schema does not have', () =>
    withStore((store) => {
      assert.throws(() => store.read('orchard__c', []), /no table orchard__c/);
      assert.throws(() => store.findIds('Orchard__c', 'Display__c', ['x']), /no column Orchard__c.Display__c/);
    }));
});

describe('look-ups by value', () => {
  const rows = orchards(
    { Name: 'A', Code__c: 'Café-ÉÉN', Serial__c: 'x', Parent_Orchard__c: null },
    { Name: 'B', Code__c: 'plain', Serial__c: 'X', Parent_Orchard__c: id(1) },
    { Name: 'b', Parent_Orchard__c: id(1) },
  );

  it('fold case where the field does, also beyond ASCII, and answer in the spelling that was asked', () =>
    withStore((store) => {
      store.insert('Orchard__c', rows);
      assert.deepEqual(
        store.findIds('Orchard__c', 'Code__c', ['CAFÉ-één', 'PLAIN', 'none', null]),
        new Map([
          ['CAFÉ-één', [id(1)]],
          ['PLAIN', [id(2)]],
        ]),
      );
      assert.deepEqual(
        store.findIds('Orchard__c', 'Serial__c', ['x', 'X']),
        new Map([
          ['x', [id(1)]],
          ['X', [id(2)]],
        ]),
      );
      assert.deepEqual(store.findIds('Orchard__c', 'Name', ['b']).get('b'), [id(2), id(3)]);
    }));

  it('follow updates', () =>
    withStore((store) => {
      store.insert('Orchard__c', rows);
      store.update('Orchard__c', [{ Id: id(2), Code__c: 'new' }], ['Code__c']);
      assert.deepEqual(store.findIds('Orchard__c', 'Code__c', ['plain', 'NEW']), new Map([['NEW', [id(2)]]]));
    }));

  it('find children in order of creation', () =>
    withStore((store) => {
      store.insert('Orchard__c', rows);
      assert.deepEqual(store.findChildren('Orchard__c', 'Parent_Orchard__c', [id(1), id(2)]), new Map([[id(1), [id(2), id(3)]]]));
    }));
});

describe('transactions', () => {
  it('roll back as a whole, and inner ones by themselves', () =>
    withStore((store) => {
      const [a, b, c] = orchards({ Name: 'A' }, { Name: 'B' }, { Name: 'C' });
      assert.ok(a && b && c);
      store.transaction(() => {
        store.insert('Orchard__c', [a]);
        assert.throws(() =>
          store.transaction(() => {
            store.insert('Orchard__c', [b]);
            throw new Error('inner');
          }),
        );
        store.insert('Orchard__c', [c]);
      });
      assert.deepEqual([...store.read('Orchard__c', [a.Id, b.Id, c.Id]).keys()], [a.Id, c.Id]);
      assert.throws(() =>
        store.transaction(() => {
          store.remove('Orchard__c', [a.Id]);
          throw new Error('outer');
        }),
      );
      assert.equal(store.read('Orchard__c', [a.Id]).size, 1);
    }));

  it('do not disturb rows that are still being read', () =>
    withStore((store) => {
      store.insert('Orchard__c', orchards({ Name: 'A' }, { Name: 'B' }));
      const sql = 'SELECT "Name" FROM "Orchard__c" ORDER BY "Id"';
      const names: unknown[] = [];
      for (const [name] of store.select(sql, [])) {
        names.push(name);
        assert.equal([...store.select(sql, [])].length, 2);
        store.transaction(() => store.update('Orchard__c', [{ Id: id(1), City__c: 'Tiel' }], ['City__c']));
      }
      assert.deepEqual(names, ['A', 'B']);
    }));
});

describe('unsettled work', () => {
  const names = (store: Store): unknown[] => [...store.select('SELECT "Name" FROM "Orchard__c" ORDER BY "Id"', [])].flat();
  const [a, b, c] = orchards({ Name: 'A' }, { Name: 'B' }, { Name: 'C' }) as [StoredRow, StoredRow, StoredRow];

  it('is seen at once, undone by itself when it throws, and stays when the store closes', () => {
    const file = newFile();
    withStore(
      (store) => {
        store.unsettled(() => store.insert('Orchard__c', [a]));
        assert.throws(() =>
          store.unsettled(() => {
            store.insert('Orchard__c', [b]);
            throw new Error('no');
          }),
        );
        store.unsettled(() => store.transaction(() => store.insert('Orchard__c', [c])));
        assert.deepEqual(names(store), ['A', 'C']);
      },
      schema,
      file,
    );
    assert.deepEqual(withStore(names, schema, file), ['A', 'C']);
  });

  it('waits on disk for settle or the next transaction', () => {
    const file = newFile();
    const kept = (): unknown[] => {
      const copy = newFile();
      for (const end of ['', '-wal']) cpSync(file + end, copy + end);
      return withStore(names, schema, copy);
    };
    withStore(
      (store) => {
        store.unsettled(() => store.insert('Orchard__c', [a]));
        assert.deepEqual(kept(), [], 'a crash now would undo it');
        store.settle();
        assert.deepEqual(kept(), ['A']);
        store.unsettled(() => store.insert('Orchard__c', [b]));
        assert.throws(() =>
          store.transaction(() => {
            store.insert('Orchard__c', [c]);
            throw new Error('no');
          }),
        );
        assert.deepEqual(kept(), ['A', 'B'], 'the failure of others does not undo it');
      },
      schema,
      file,
    );
  });
});

describe('serials and numbers', () => {
  it('go on where they stopped, from 1 or from the starting number of the field', () => {
    const file = newFile();
    withStore(
      (store) => {
        assert.equal(store.takeSerials('Orchard__c', 3), 1);
        assert.equal(store.takeSerials('Orchard__c', 1), 4);
        assert.equal(store.takeNumbers('Tree__c', 'Name', 2), 7);
      },
      schema,
      file,
    );
    withStore(
      (store) => {
        assert.equal(store.takeSerials('Orchard__c', 1), 5);
        assert.equal(store.takeSerials('Tree__c', 1), 1);
        assert.equal(store.takeNumbers('Tree__c', 'Name', 1), 9);
      },
      schema,
      file,
    );
  });

  it('are given back when the transaction fails', () =>
    withStore((store) => {
      assert.throws(() =>
        store.transaction(() => {
          store.takeSerials('Orchard__c', 10);
          throw new Error('no');
        }),
      );
      assert.equal(store.takeSerials('Orchard__c', 1), 1);
    }));
});

describe('functions in SQL', () => {
  it('take and give platform values', () =>
    withStore((store) => {
      store.defineFunction('is_long', true, (text) => typeof text === 'string' && text.length > 3);
      assert.deepEqual([...store.select("SELECT is_long('abcd'), is_long(?1), is_long(NULL)", ['abc'])], [[1, 0, 0]]);
    }));
});

describe('a schema that changes between runs', () => {
  const kept = newFile();
  withStore((store) => store.insert('Orchard__c', orchards({ Name: 'A', City__c: 'Tiel' }, { Name: 'B', City__c: 'TIEL' })), schema, kept);

  /** The orchard metadata after a change of one file. */
  function changed(name: string, file: string, change: (text: string) => string): Schema {
    const place = join(folder, name);
    cpSync(ORCHARD, place, { recursive: true });
    const path = join(place, 'objects', 'Orchard__c', 'fields', file);
    writeFileSync(path, change(readFileSync(join(ORCHARD, 'objects', 'Orchard__c', 'fields', 'City__c.field-meta.xml'), 'utf8')));
    return loadSchema([place]);
  }

  function keptCopy(): string {
    const file = newFile();
    cpSync(kept, file);
    return file;
  }

  it('gets its new fields and keys, with the kept records in them', () => {
    const withMayor = changed('mayor', 'Mayor__c.field-meta.xml', (text) => text.replaceAll('City__c', 'Mayor__c'));
    const file = keptCopy();
    withStore(
      (store) => {
        assert.equal(store.read('Orchard__c', [id(1)]).get(id(1))?.['Mayor__c'], null);
        store.update('Orchard__c', [{ Id: id(1), Mayor__c: 'Jansen' }], ['Mayor__c']);
      },
      withMayor,
      file,
    );
    withStore((store) => assert.equal(store.read('Orchard__c', [id(1)]).get(id(1))?.['City__c'], 'Tiel'), schema, file);
    withStore((store) => assert.equal(store.read('Orchard__c', [id(1)]).get(id(1))?.['Mayor__c'], 'Jansen'), withMayor, file);
  });

  it('finds kept records by a field that has become an external id', () => {
    const external = changed('external', 'City__c.field-meta.xml', (text) =>
      text.replace('<length>', '<externalId>true</externalId><length>'),
    );
    withStore(
      (store) => assert.deepEqual(store.findIds('Orchard__c', 'City__c', ['tiel']).get('tiel'), [id(1), id(2)]),
      external,
      keptCopy(),
    );
  });

  const refusals: readonly (readonly [string, (text: string) => string, RegExp])[] = [
    [
      'a text becomes a number',
      (text) => text.replace('>Text<', '>Number<').replace('<length>40</length>', '<precision>5</precision>'),
      /Orchard__c\.City__c is kept as TEXT COLLATE NOCASE/,
    ],
    [
      'a field becomes unique and is not',
      (text) => text.replace('<length>', '<unique>true</unique><length>'),
      /Orchard__c\.City__c is unique by the metadata, but several kept records hold "tiel"/,
    ],
  ];
  for (const [what, change, expected] of refusals) {
    it(`is refused in a sentence that says what to do when ${what}`, () => {
      const file = keptCopy();
      const other = changed(what.replaceAll(' ', '-'), 'City__c.field-meta.xml', change);
      assert.throws(
        () => openStore(other, file),
        (error) => error instanceof StoreRefusal && expected.test(error.message) && /npm run org:reset/.test(error.message),
      );
      withStore((store) => assert.equal(store.read('Orchard__c', [id(1)]).size, 1), schema, file);
    });
  }

  it('indexes names, dates that lead list views and keys from the start, references of an orchard when they are looked up', () =>
    withStore((store) => {
      const fromTheStart = ['ix_Orchard__c_Code__c#', 'ix_Orchard__c_Name', 'ix_Orchard__c_Serial__c#', 'ix_Orchard__c_Sold_Date__c'];
      assert.deepEqual(indexes(store), fromTheStart);
      store.findChildren('Orchard__c', 'Parent_Orchard__c', [id(1)]);
      assert.deepEqual(indexes(store), [...fromTheStart, 'ix_Orchard__c_Parent_Orchard__c'].sort());
    }));
});
