import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSoql } from './parse-soql.ts';

/** The values of a WHERE clause, as they stand in it. */
function valuesOf(soql: string): readonly unknown[] {
  const values: unknown[] = [];
  for (let part: unknown = parseSoql(soql).where; part; part = (part as { right?: unknown }).right) {
    values.push((part as { left: { value: unknown } }).left.value);
  }
  return values;
}

const FORM = (name: string, cities: string): string => `SELECT Id FROM Orchard__c WHERE Name = ${name} AND City__c IN (${cities})`;

test('statements that differ in their quoted values alone keep their own values', () => {
  for (const name of ["'Avondrust'", "'It\\'s \\\\'", "''", "'\u00011'", "'$1'"]) {
    assert.deepEqual(valuesOf(FORM(name, "'Tiel', 'Buren'")), [name, ["'Tiel'", "'Buren'"]]);
  }
});

test('what was read once is not changed by whoever reads it again', () => {
  const first = parseSoql(FORM("'a'", "'b'"));
  parseSoql(FORM("'c'", "'d'"));
  assert.deepEqual(first, parseSoql(FORM("'a'", "'b'")));
});

test('an error tells of the statement as it was sent', () => {
  assert.throws(() => parseSoql("SELECT Id FROM Orchard__c WHERE Name = 'Tiel' 'Buren'"), /unexpected token: ''?Buren/);
});
