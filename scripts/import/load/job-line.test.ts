import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { JobLine } from './job-line.ts';

test('one piece of work runs at a time, and submitting waits only for the one before', async () => {
  const line = new JobLine();
  const events: string[] = [];
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  await line.submit(async () => {
    events.push('first starts');
    await gate;
    events.push('first ends');
  });
  const second = line.submit(() => Promise.resolve(void events.push('second')));
  await turn();
  assert.deepEqual(events, ['first starts']);
  release();
  await second;
  await line.finish();
  assert.deepEqual(events, ['first starts', 'first ends', 'second']);
});

test('a failure stops the line, surfaces in the next call and is not thrown into the void', async () => {
  const line = new JobLine();
  let ran = false;
  await line.submit(() => Promise.reject(new Error('lost')));
  await line.settled();
  assert.throws(() => line.check(), /lost/);
  await assert.rejects(
    line.submit(() => Promise.resolve(void (ran = true))),
    /lost/,
  );
  await assert.rejects(line.finish(), /lost/);
  assert.equal(ran, false);
});
