// A small store of orchards and trees for tests of queries, on Sunday 22 November 2026, 11:30 UTC.
import { join } from 'node:path';
import { recordId } from '../../../platform/record-id.ts';
import type { Row, StoredRow, Value } from '../../../platform/record.ts';
import type { CompiledFormula } from '../../formula/compiled-formula.ts';
import { loadSchema } from '../../metadata/load-schema.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import type { QueryContext } from '../query-context.ts';

const schema = loadSchema([join(import.meta.dirname, '..', '..', 'metadata', '__fixtures__', 'orchard')]);

/** The id of the n-th record of an object. */
export function idOf(object: string, serial: number): string {
  return recordId(schema.object(object)?.keyPrefix ?? '', serial);
}

const user = (serial: number): string => idOf('User', serial);
const orchard = (serial: number): string => idOf('Orchard__c', serial);

const RECORDS: Readonly<Record<string, readonly Row[]>> = {
  User: [
    {
      Name: 'Anna Appel',
      FirstName: 'Anna',
      LastName: 'Appel',
      Username: 'anna@local.example',
      LanguageLocaleKey: 'nl_NL',
      IsActive: true,
    },
    { Name: 'Bert Boom', FirstName: 'Bert', LastName: 'Boom', Username: 'bert@local.example', ManagerId: user(1) },
  ],
  Group: [{ Name: 'Pickers', Type: 'Queue' }],
  Orchard__c: [
    {
      Name: 'Avondrust',
      City__c: 'Tiel',
      Code__c: 'avondrust',
      Serial__c: 'a1',
      Size__c: 'Large',
      Fruits__c: 'Apple;Pear',
      Founded_Date__c: '1950-03-01',
      Inspected_At__c: '2026-11-21T23:30:00.000Z',
      Area__c: 12.5,
      Price__c: 100000,
      Is_Organic__c: true,
      OwnerId: user(1),
      Tree_Count__c: 3,
      Notes__c: 'Wet in spring',
    },
    {
      Name: 'Bongerd één',
      City__c: 'tiel',
      Code__c: 'BONGERD-ÉÉN',
      Serial__c: 'A1',
      Size__c: 'Small',
      Fruits__c: 'Pear',
      Founded_Date__c: '2026-11-22',
      Sold_Date__c: '2026-12-31',
      Inspected_At__c: '2026-11-22T22:59:59.999Z',
      Area__c: 3,
      OwnerId: user(2),
      Parent_Orchard__c: orchard(1),
      Tree_Count__c: 2,
    },
    {
      Name: 'Cox 100%',
      City__c: 'Geldermalsen',
      Code__c: 'cox_1',
      Size__c: 'Medium',
      Fruits__c: 'Apple;Plum',
      Founded_Date__c: '2026-10-23',
      Sold_Date__c: '2026-11-30',
      Inspected_At__c: '2026-11-22T23:00:00.000Z',
      Area__c: 3,
      Is_Organic__c: true,
      OwnerId: idOf('Group', 1),
      Parent_Orchard__c: orchard(1),
    },
    { Name: "d'Appelhof", Code__c: 'appelhof', Founded_Date__c: '2025-12-31', OwnerId: user(1), Parent_Orchard__c: orchard(2) },
  ],
  Tree__c: [
    { Name: 'T-007', Orchard__c: orchard(1), Fruit__c: 'Apple', Planted_Date__c: '2020-02-29', Height__c: 4.5 },
    { Name: 'T-008', Orchard__c: orchard(1), Fruit__c: 'Pear', Planted_Date__c: '2021-11-15', Height__c: 3.25 },
    { Name: 'T-009', Orchard__c: orchard(1), Fruit__c: 'Apple', Planted_Date__c: '2021-01-01' },
    { Name: 'T-010', Orchard__c: orchard(2), Fruit__c: 'Pear', Planted_Date__c: '2026-11-01', Height__c: 1 },
    { Name: 'T-011', Orchard__c: orchard(2), Fruit__c: 'Plum', Height__c: 2 },
  ],
  Account: [
    { Name: 'Fruit BV', Favourite_Orchard__c: orchard(1), OwnerId: user(1) },
    { Name: 'Veiling', OwnerId: user(2) },
  ],
  Task: [
    { Subject: 'Call', WhatId: idOf('Account', 1), OwnerId: user(1), Status: 'Not Started' },
    { Subject: 'Write', WhatId: idOf('Opportunity', 1), OwnerId: user(1), Status: 'Completed' },
    { Subject: 'Rest', OwnerId: user(2), Status: 'Deferred' },
  ],
  Opportunity: [{ Name: 'Harvest 2027', StageName: 'Prospecting', CloseDate: '2027-09-01', OwnerId: user(1) }],
};

const daysSince = (from: Value, today: string): number => Math.round((Date.parse(today) - Date.parse(String(from))) / 86_400_000);

/** The formulas of the fixture, written out: the compiler is another folder's. */
const FORMULAS: Readonly<Record<string, CompiledFormula>> = {
  Display__c: {
    source: 'Name & " in " & City__c',
    type: 'text',
    references: ['Name', 'City__c'],
    volatile: false,
    evaluate: (read) => `${String(read(0) ?? '')} in ${String(read(1) ?? '')}`,
  },
  Age_In_Days__c: {
    source: 'TODAY() - Founded_Date__c',
    type: 'number',
    references: ['Founded_Date__c'],
    volatile: true,
    evaluate: (read, moment) => daysSince(read(0), moment.today),
  },
  Is_Daughter__c: {
    source: 'NOT(ISBLANK(Parent_Orchard__c))',
    type: 'boolean',
    references: ['Parent_Orchard__c'],
    volatile: false,
    evaluate: (read) => read(0) !== null,
  },
};

/** A store in memory with the records, and what queries need to know. */
export function orchardOrg(): { readonly store: Store; readonly context: QueryContext } {
  const store = openStore(schema, ':memory:');
  for (const [object, rows] of Object.entries(RECORDS)) {
    const stored = rows.map((row, at): StoredRow => ({ CreatedDate: '2026-11-01T09:00:00.000Z', ...row, Id: idOf(object, at + 1) }));
    store.insert(object, stored);
  }
  const context: QueryContext = {
    schema,
    store,
    userId: user(1),
    language: 'nl_NL',
    moment: () => ({ today: '2026-11-22', now: new Date('2026-11-22T11:30:00Z'), isNew: false }),
    formula(_object, field) {
      const formula = FORMULAS[field];
      if (!formula) throw new Error(`no formula ${field}`);
      return formula;
    },
  };
  return { store, context };
}
