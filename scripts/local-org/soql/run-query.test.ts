import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredRow } from '../../platform/record.ts';
import { compileQuery } from './compile-query.ts';
import { idOf, orchardOrg } from './__fixtures__/orchard-org.ts';
import { runQuery, runTable, streamRecords } from './run-query.ts';

const { store, context } = orchardOrg();
const MANY = 4500;

/** Orchards R0001 to R4500, every tenth with two trees. */
const orchards = Array.from({ length: MANY }, (_, at): StoredRow => ({
  Id: idOf('Orchard__c', 1000 + at),
  Name: `R${String(at + 1).padStart(4, '0')}`,
  City__c: 'Many',
  Code__c: `Code-${at}`,
}));
store.insert('Orchard__c', orchards);
store.insert(
  'Tree__c',
  orchards
    .filter((_, at) => at % 10 === 0)
    .flatMap((orchard, at): StoredRow[] =>
      [0, 1].map((tree) => ({
        Id: idOf('Tree__c', 1000 + 2 * at + tree),
        Name: `T${at}-${tree}`,
        Orchard__c: orchard.Id,
        Fruit__c: 'Apple',
      })),
    ),
);

const compiled = (soql: string) => compileQuery(soql, context);

describe('a window of a large result', () => {
  const query = compiled("SELECT Name FROM Orchard__c WHERE City__c = 'Many' ORDER BY Name");
  const names = (offset: number, count: number) => runQuery(query, store, { offset, count }).records.map((record) => record['Name']);

  it('holds its records only, and tells the size of the whole', () => {
    assert.equal(runQuery(query, store, { offset: 0, count: 3 }).totalSize, MANY);
    assert.deepEqual(names(0, 3), ['R0001', 'R0002', 'R0003']);
    assert.deepEqual(names(4498, 10), ['R4499', 'R4500']);
    assert.deepEqual(names(9000, 10), []);
  });

  it('keeps within the LIMIT and OFFSET of the query', () => {
    const limited = compiled("SELECT Name FROM Orchard__c WHERE City__c = 'Many' ORDER BY Name LIMIT 5 OFFSET 10");
    const page = runQuery(limited, store, { offset: 3, count: 10 });
    assert.equal(page.totalSize, 5);
    assert.deepEqual(
      page.records.map((record) => record['Name']),
      ['R0014', 'R0015'],
    );
    assert.equal(runQuery(compiled('SELECT Name FROM Orchard__c LIMIT 5 OFFSET 2000'), store, { offset: 0, count: 1 }).totalSize, 5);
  });

  it('counts groups, too', () => {
    const groups = compiled('SELECT City__c, COUNT(Id) FROM Orchard__c GROUP BY City__c ORDER BY COUNT(Id) DESC');
    const page = runQuery(groups, store, { offset: 0, count: 1 });
    assert.equal(page.totalSize, 4);
    assert.equal(page.records[0]?.['expr0'], MANY);
    assert.equal(runQuery(compiled('SELECT COUNT(Id) many FROM Orchard__c'), store, { offset: 0, count: 2000 }).totalSize, 1);
  });
});

describe('records', () => {
  it('say their type and address, with the base of the request', () => {
    const [record] = runQuery(
      compileQuery("SELECT Owner.Name, Parent_Orchard__r.Name FROM Orchard__c WHERE Name LIKE 'Cox%'", {
        ...context,
        base: '/services/data/v60.0',
      }),
      store,
    ).records;
    const url = (object: string, serial: number) => `/services/data/v60.0/sobjects/${object}/${idOf(object, serial)}`;
    assert.deepEqual(record?.attributes, { type: 'Orchard__c', url: url('Orchard__c', 3) });
    assert.deepEqual(record?.['Owner'], { attributes: { type: 'Name', url: url('Group', 1) }, Name: 'Pickers' });
    assert.deepEqual(record?.['Parent_Orchard__r'], { attributes: { type: 'Orchard__c', url: url('Orchard__c', 1) }, Name: 'Avondrust' });
  });

  it('of an aggregate have no address', () => {
    assert.deepEqual(runQuery(compiled('SELECT COUNT(Id) FROM Tree__c'), store).records, [
      { attributes: { type: 'AggregateResult' }, expr0: 905 },
    ]);
  });

  it('stream with their children, however many there are', () => {
    const query = compiled(
      "SELECT Name, (SELECT Name FROM Trees__r ORDER BY Name DESC LIMIT 1) FROM Orchard__c WHERE City__c = 'Many' ORDER BY Name",
    );
    let read = 0;
    for (const record of streamRecords(query, store)) {
      const children = record['Trees__r'] as { readonly records: readonly { readonly Name: string }[] } | null;
      assert.equal(children?.records[0]?.Name, read % 10 === 0 ? `T${read / 10}-1` : undefined);
      read += 1;
    }
    assert.equal(read, MANY);
  });
});

describe('a flat table', () => {
  it('has the paths of the SELECT list as columns, in the spelling of the schema', () => {
    const table = runTable(
      compiled('SELECT name, PARENT_ORCHARD__R.name, toLabel(size__c), Is_Organic__c FROM orchard__c WHERE Area__c = 3 ORDER BY Name'),
      store,
    );
    assert.equal(table.object, 'Orchard__c');
    assert.deepEqual(table.columns, ['Name', 'Parent_Orchard__r.Name', 'Size__c', 'Is_Organic__c']);
    assert.deepEqual(
      [...table.rows],
      [
        ['Bongerd één', 'Avondrust', 'Klein', false],
        ['Cox 100%', 'Avondrust', 'Medium', true],
      ],
    );
  });

  it('refuses what is not flat', () => {
    assert.throws(() => runTable(compiled('SELECT COUNT() FROM Tree__c'), store), { errorCode: 'MALFORMED_QUERY' });
    assert.throws(() => runTable(compiled('SELECT Id, (SELECT Id FROM Trees__r) FROM Orchard__c'), store), {
      errorCode: 'NOT_IMPLEMENTED',
    });
  });
});

describe('long lists', () => {
  const quoted = (texts: readonly string[]) => texts.map((text) => `'${text}'`).join(', ');
  const count = (condition: string) => runQuery(compiled(`SELECT COUNT() FROM Orchard__c WHERE ${condition}`), store).totalSize;
  const names = Array.from({ length: 30 }, (_, at) => `r${String(at + 1).padStart(4, '0')}`);

  it('find texts without case, keys and ids', () => {
    assert.equal(count(`Name IN (${quoted([...names, 'nobody', 'BONGERD ÉÉN'])})`), 31);
    assert.equal(count(`City__c = 'many' AND Name NOT IN (${quoted(names)})`), MANY - 30);
    assert.equal(count(`Code__c IN (${quoted(names.map((_, at) => `CODE-${at}`))})`), 30);
    assert.equal(count(`Id IN (${quoted(orchards.slice(0, 500).map((orchard) => orchard.Id))})`), 500);
  });

  it('find numbers and days', () => {
    const numbers = Array.from({ length: 30 }, (_, at) => at).join(', ');
    assert.equal(count(`Area__c IN (${numbers})`), 2);
    const days = Array.from({ length: 30 }, (_, at) => `2026-12-${String(at + 1).padStart(2, '0')}`).join(', ');
    assert.equal(count(`Sold_Date__c IN (${days}, 2026-12-31, YESTERDAY)`), 1);
  });
});
