import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { openDaysOrg, type DaysOrg } from './engine/__fixtures__/days-org.ts';
import { runMissedNights, watchNights } from './night-watch.ts';

/** An org that was left on 22 November and is opened again at an instant; the test sets the time from then on. */
function leftOrg(context: TestContext, opened: string): DaysOrg & { time: Date } {
  const folder = mkdtempSync(join(tmpdir(), 'night-watch-'));
  openDaysOrg({ folder }).org.close();
  const clock = { time: new Date(opened) };
  const left = openDaysOrg({ folder, now: () => clock.time });
  context.after(() => {
    left.org.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return Object.assign(clock, left);
}

test('the nights since the org was last used are told before it is used again', async (context) => {
  const { org } = leftOrg(context, '2026-11-24T06:00:00Z');
  const told: string[] = [];
  await runMissedNights(org.automation, (lines) => told.push(...lines));
  assert.deepEqual(told, [
    'Running the flows of the days since this org was last used, 2026-11-23 to 2026-11-24:',
    '2026-11-23',
    '  Week_Scheduled_Greet: 1 interview',
    '2026-11-24  nothing to do',
  ]);
  await runMissedNights(org.automation, (lines) => assert.fail(`told again: ${lines.join()}`));
});

test('a day that comes while the org runs is run within a minute of it, until the watch ends', async (context) => {
  context.mock.timers.enable({ apis: ['setInterval'] });
  const left = leftOrg(context, '2026-11-22T20:00:00Z');
  const told: string[] = [];
  let hear = (): void => undefined;
  const end = watchNights(left.org.automation, (lines) => {
    told.push(...lines);
    hear();
  });
  left.time = new Date('2026-11-22T23:00:30Z');
  const heard = new Promise<void>((resolve) => (hear = resolve));
  context.mock.timers.tick(60_000);
  await heard;
  assert.deepEqual(told, ['2026-11-23', '  Week_Scheduled_Greet: 1 interview']);
  end();
  left.time = new Date('2026-11-24T23:00:30Z');
  context.mock.timers.tick(60_000);
  assert.equal(left.org.automation.readClock().ranThrough, '2026-11-23');
});
