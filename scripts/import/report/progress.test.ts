import assert from 'node:assert/strict';
import { test } from 'node:test';
import { progressOn } from './progress.ts';

function recorder(isTTY: boolean) {
  const texts: string[] = [];
  const stream = { isTTY, columns: 120, write: (text: string) => texts.push(text) } as unknown as NodeJS.WriteStream;
  let time = 0;
  const progress = progressOn({ stream, name: (phase) => phase, number: (value) => String(value), clock: () => time });
  return { progress, texts, pass: (milliseconds: number) => (time += milliseconds) };
}

test('away from a terminal phases are lines, and rows a line every five seconds with rate and time left', () => {
  const { progress, texts, pass } = recorder(false);
  progress.phase('load');
  progress.rows(1, 100_000);
  pass(4_000);
  progress.rows(20_000, 100_000);
  pass(1_000);
  progress.rows(25_000, 100_000);
  progress.rows(26_000, 100_000);
  pass(5_000);
  progress.rows(100_000, 100_000);
  progress.end();
  assert.deepEqual(texts, ['load\n', 'load: 25000 / 100000, 5000/s, 0:15\n', 'load: 100000 / 100000, 10000/s, 0:00\n']);
});

test('on a terminal a bar is drawn and cleared', () => {
  const { progress, texts, pass } = recorder(true);
  progress.phase('load');
  pass(2_000);
  progress.rows(50, 100);
  progress.phase('finish');
  progress.end();
  assert.ok(
    texts.some((text) => text.includes('load ')),
    texts.join('|'),
  );
  assert.equal(texts.at(-1), 'finish …\n');
});
