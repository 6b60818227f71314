import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Value } from '../../../platform/record.ts';
import type { Field, FieldType } from '../../metadata/schema.ts';
import { coerceValue, roundTo } from './coerce-value.ts';

function field(type: FieldType, more: Partial<Field> = {}): Field {
  return { name: 'F__c', label: 'F', type, scale: 2, referenceTo: [], ...more } as Field;
}

const REFUSED = undefined;

const cases: readonly (readonly [FieldType, Value, Value | undefined])[] = [
  ['string', '  De Vries ', 'De Vries'],
  ['string', '   ', null],
  ['string', '', null],
  ['string', 12, '12'],
  ['string', null, null],
  ['boolean', true, true],
  ['boolean', 'TRUE', true],
  ['boolean', '0', false],
  ['boolean', 'maybe', REFUSED],
  ['double', '12.345', 12.35],
  ['double', ' -1e2 ', -100],
  ['double', '1.234,56', REFUSED],
  ['double', '12 ', 12],
  ['double', true, REFUSED],
  ['double', 'NaN', REFUSED],
  ['date', '2026-11-22', '2026-11-22'],
  ['date', '2026-11-22T23:30:00Z', '2026-11-22'],
  ['date', '2026-02-30', REFUSED],
  ['date', '22-11-2026', REFUSED],
  ['date', '1066-10-14', REFUSED],
  ['date', 20261122, REFUSED],
  ['datetime', '2026-11-22T10:00:00+01:00', '2026-11-22T09:00:00.000Z'],
  ['datetime', '2026-11-22T10:00:00.987Z', '2026-11-22T10:00:00.000Z'],
  ['datetime', '2026-11-22', '2026-11-22T00:00:00.000Z'],
  ['datetime', '2026-11-22T25:00:00Z', REFUSED],
  ['time', '09:30', '09:30:00.000Z'],
  ['time', '24:00:00Z', REFUSED],
  ['reference', '001000000000001', '001000000000001AAA'],
  ['reference', 'not an id', REFUSED],
];

for (const [type, value, expected] of cases) {
  test(`${type} ${JSON.stringify(value)} is ${expected === undefined ? 'refused' : JSON.stringify(expected)}`, () => {
    assert.equal(coerceValue(field(type), value), expected);
  });
}

test('choices are kept once each, in the order of the value set', () => {
  const values = ['Tyre', 'Lamp', 'Belt'].map((value) => ({ value, label: value, active: true, default: false }));
  const parts = field('multipicklist', { picklist: { restricted: true, sorted: false, values } });
  assert.equal(coerceValue(parts, 'Belt; Tyre;Belt;'), 'Tyre;Belt');
});

test('numbers are rounded half away from zero on their decimal digits', () => {
  for (const [value, scale, expected] of [
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.5, 0, 3],
    [0.1 + 0.2, 2, 0.3],
    [1e21, 2, 1e21],
    [1e-9, 2, 0],
  ] as const) {
    assert.equal(roundTo(value, scale), expected, String(value));
  }
});
