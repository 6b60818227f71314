import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, localMoment } from './moment-input.ts';

const ZONE = 'Europe/Amsterdam';

test('a moment is shown as it is in the zone and comes back the same, in winter and in summer', () => {
  for (const [instant, local] of [
    ['2026-11-22T14:35:00.000Z', '2026-11-22T15:35'],
    ['2026-07-01T22:15:00.000Z', '2026-07-02T00:15'],
    // the morning after the clocks went forward, and the one after they went back
    ['2026-03-29T01:30:00.000Z', '2026-03-29T03:30'],
    ['2026-10-25T02:30:00.000Z', '2026-10-25T03:30'],
  ] as const) {
    assert.equal(localMoment(instant, ZONE), local);
    assert.equal(instantOf(local, ZONE), instant);
  }
});

test('nothing is no moment', () => {
  assert.equal(localMoment('', ZONE), '');
  assert.equal(localMoment('soon', ZONE), '');
  assert.equal(instantOf('', ZONE), '');
});
