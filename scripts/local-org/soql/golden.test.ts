import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ApiError } from '../../platform/api-error.ts';
import { compileQuery } from './compile-query.ts';
import { idOf, orchardOrg } from './__fixtures__/orchard-org.ts';
import { runQuery } from './run-query.ts';

const { store, context } = orchardOrg();

function golden<T>(name: string): readonly (readonly [string, T])[] {
  const text = readFileSync(join(import.meta.dirname, 'golden', `${name}.json`), 'utf8');
  return Object.entries(JSON.parse(text) as Record<string, T>);
}

/** `$Orchard__c1` stands for the id of the first orchard; `/15` for its short form. */
function withIds(text: string): string {
  return text.replaceAll(/\$([A-Za-z]+(?:__c)?)(\d+)(\/15)?/g, (_all, object: string, serial: string, short: string | undefined) => {
    const id = idOf(object, Number(serial));
    return short ? id.slice(0, 15) : id;
  });
}

function withoutAttributes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAttributes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (key === 'attributes' ? [] : [[key, withoutAttributes(inner)]])),
  );
}

function records(soql: string): readonly unknown[] {
  const { totalSize, records: found } = runQuery(compileQuery(withIds(soql), context), store);
  assert.equal(totalSize, found.length);
  return withoutAttributes(found) as readonly unknown[];
}

for (const name of ['conditions', 'text', 'dates', 'order', 'walk']) {
  describe(`queries give the names of the golden file: ${name}`, () => {
    for (const [soql, expected] of golden<readonly string[]>(name)) {
      it(soql, () => {
        const names = records(soql).map((record) => (record as { Name: string }).Name);
        assert.deepEqual(/ORDER BY/i.test(soql) ? names : names.sort(), expected);
      });
    }
  });
}

for (const name of ['records', 'aggregates']) {
  describe(`queries give the records of the golden file: ${name}`, () => {
    for (const [soql, expected] of golden<readonly unknown[]>(name)) {
      it(soql, () => {
        const found = records(soql);
        assert.deepEqual(found, JSON.parse(withIds(JSON.stringify(expected))));
        assert.equal(JSON.stringify(found), withIds(JSON.stringify(expected)), 'fields come in the order asked');
      });
    }
  });
}

describe('queries are refused with the error of the golden file', () => {
  for (const [soql, [errorCode, message]] of golden<readonly [string, string]>('refusals')) {
    it(soql, () => {
      assert.throws(
        () => compileQuery(soql, context),
        (error) => {
          assert.ok(error instanceof ApiError, String(error));
          assert.equal(error.errorCode, errorCode, error.message);
          assert.ok(error.message.includes(message), error.message);
          assert.equal(error.status, errorCode === 'NOT_IMPLEMENTED' ? 501 : 400);
          return true;
        },
      );
    });
  }
});
