import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shiftedDate } from './org-clock.ts';

const DAY = 86_400_000;

test('the present is moved, and only the present', () => {
  const Moved = shiftedDate(Date, 3 * DAY);
  const before = Date.now() + 3 * DAY;
  const moved = [Moved.now(), new Moved().getTime()];
  const after = Date.now() + 3 * DAY;
  assert.ok(moved.every((instant) => instant >= before && instant <= after));
  assert.equal(new Moved('2026-11-22T10:00:00Z').toISOString(), '2026-11-22T10:00:00.000Z');
  assert.equal(new Moved(2026, 10, 22).getMonth(), 10);
  assert.equal(Moved.parse('2026-11-22T10:00:00Z'), Date.parse('2026-11-22T10:00:00Z'));
  assert.ok(new Moved() instanceof Date);
});
