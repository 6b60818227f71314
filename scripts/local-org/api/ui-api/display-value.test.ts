import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Value } from '../../../platform/record.ts';
import type { Field } from '../../metadata/schema.ts';
import { displayValue } from './display-value.ts';

const STATES = [
  { value: 'Open', label: 'Openstaand', active: true, default: false },
  { value: 'Late', label: 'Te laat', active: true, default: false },
];
const field = (members: Partial<Field>): Field => ({ name: 'X__c', scale: 0, ...members }) as Field;
const picklist = { restricted: true, sorted: false, values: STATES };

const CASES: readonly [Partial<Field>, Value, english: string | null, dutch: string | null][] = [
  [{ type: 'date' }, '2026-01-05', '1/5/2026', '05-01-2026'],
  [{ type: 'datetime' }, '2026-12-31T23:30:00.000Z', '1/1/2027, 12:30\u202fAM', '01-01-2027 00:30'],
  [{ type: 'currency', scale: 2 }, 1234.5, '€1,234.50', '€\u00a01.234,50'],
  [{ type: 'percent', scale: 1 }, 12.5, '12.5%', '12,5%'],
  [{ type: 'double', scale: 2 }, 1234, '1,234.00', '1.234,00'],
  [{ type: 'int' }, 1234, '1,234', '1.234'],
  [{ type: 'picklist', picklist }, 'Late', 'Te laat', 'Te laat'],
  [{ type: 'picklist', picklist }, 'Gone', 'Gone', 'Gone'],
  [{ type: 'multipicklist', picklist }, 'Open;Late', 'Openstaand;Te laat', 'Openstaand;Te laat'],
  [{ type: 'string' }, 'text', null, null],
  [{ type: 'boolean' }, true, null, null],
  [{ type: 'date' }, null, null, null],
];

test('values are shown as the locale of the user has it', () => {
  for (const [members, value, english, dutch] of CASES) {
    const narrow = (text: string | null): string | null => text?.replaceAll('\u202f', ' ') ?? null;
    assert.equal(narrow(displayValue(value, field(members), 'en_US')), narrow(english), `${members.type} in English`);
    assert.equal(displayValue(value, field(members), 'nl_NL'), dutch, `${members.type} in Dutch`);
  }
});
