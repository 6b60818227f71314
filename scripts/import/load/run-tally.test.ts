import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CommandFailure } from '../../org-connection/command-failure.ts';
import { requireBalance, RunTally } from './run-tally.ts';

test('counts that add up pass; a missing or doubled row is an error with exit code 3', () => {
  const rows = { read: 10, created: 4, updated: 1, unchanged: 1, kept: 1, skipped: 2, rejected: 1 };
  requireBalance(rows, 10);
  for (const [changed, inFile] of [
    [{ created: 3 }, 10],
    [{ rejected: 2 }, 10],
    [{}, 11],
  ] as const) {
    assert.throws(
      () => requireBalance({ ...rows, ...changed }, inFile),
      (error: unknown) => error instanceof CommandFailure && error.exitCode === 3 && /do not add up/.test(error.message),
    );
  }
});

test('causes are added by name with their first line, and warnings keep their first five lines', () => {
  const tally = new RunTally();
  tally.skip('blank', 2);
  tally.skip('blank', 1);
  tally.skip('totals', 0);
  tally.reject({ code: 'INVALID_DATE', line: 9, reason: 'later' });
  tally.reject({ code: 'INVALID_DATE', line: 4, reason: 'earlier' });
  tally.warn('PADDED', 3, [2, 3, 4]);
  tally.warn('PADDED', 9, [5, 6, 7, 8]);
  assert.deepEqual(tally.skipped, { blank: 3 });
  assert.deepEqual(tally.counts(), { read: 0, created: 0, updated: 0, unchanged: 0, kept: 0, skipped: 3, rejected: 2 });
  assert.deepEqual(tally.rejected, { INVALID_DATE: { count: 2, line: 4, reason: 'earlier' } });
  assert.deepEqual([...tally.warnings], [['PADDED', { count: 12, lines: [2, 3, 4, 5, 6] }]]);
});
