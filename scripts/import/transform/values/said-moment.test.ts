import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, endOfDay, instantAt, saidMoment, secondsOf } from './said-moment.ts';

const DUTCH = { format: 'dd-mm-yyyy', boundary: 'start', twoDigitYearsFrom: 2016 } as const;
const TODAY = '2026-11-22';

test('a moment is a day, or an instant where the time is told', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['13-02-2026', '2026-02-13'],
    ['13-02-2026 14:05', '2026-02-13T13:05:00Z'],
    ['13-07-2026 14:05:30', '2026-07-13T12:05:30Z'],
    ['13-02-2026 2:05 PM', '2026-02-13T13:05:00Z'],
    // midnight is how exports write that they know no time
    ['13-02-2026 00:00:00', '2026-02-13'],
  ];
  for (const [text, expected] of cases)
    assert.deepEqual(saidMoment(text, DUTCH, TODAY), { kind: 'value', value: expected, warning: undefined }, text);
  const iso = { ...DUTCH, format: 'yyyy-mm-dd' } as const;
  const zoned = saidMoment('2026-02-13T23:30:00-05:00', iso, TODAY);
  assert.deepEqual(zoned.kind === 'value' && zoned.value, '2026-02-14T04:30:00Z');
  const serial = saidMoment('46066,5', { ...DUTCH, format: 'serial' }, TODAY);
  assert.deepEqual(serial.kind === 'value' && serial.value, '2026-02-13T11:00:00Z');
});

test('what has not happened yet is refused; a month, a placeholder and a blank are no moment', () => {
  assert.equal(saidMoment('23-11-2026', DUTCH, TODAY).kind, 'fault');
  assert.equal(saidMoment('31-02-2026', DUTCH, TODAY).kind, 'fault');
  for (const text of ['', '01-01-1900', '1900-01-01', 'februari 2026']) assert.equal(saidMoment(text, DUTCH, TODAY).kind, 'unknown', text);
});

test('times of day are those of the clocks in Amsterdam, also on the days on which the clocks change', () => {
  assert.equal(instantAt('2026-03-29', secondsOf('03:00') ?? 0), '2026-03-29T01:00:00Z');
  assert.equal(instantAt('2026-10-25', secondsOf('12.30') ?? 0), '2026-10-25T11:30:00Z');
  assert.equal(instantAt('2026-03-29', 0), '2026-03-28T23:00:00Z');
  assert.equal(endOfDay('2026-10-25'), '2026-10-25T22:59:59Z');
  assert.equal(dayOf('2026-07-01T22:30:00Z'), '2026-07-02');
  assert.equal(secondsOf('25:00'), undefined);
  assert.equal(secondsOf('half drie'), undefined);
});
