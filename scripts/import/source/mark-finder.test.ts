import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '../../data/random.ts';
import { MarkFinder, WINDOW } from './mark-finder.ts';

test('every delimiter, line end and quote is found, and nothing else', () => {
  const random = seededRandom(5);
  const finder = new MarkFinder(59);
  for (const [length, marks] of [
    [0, 2],
    [1, 2],
    [15, 3],
    [16, 16],
    [17, 16],
    [1_000, 20],
    [WINDOW, 1],
    [WINDOW, 200],
  ] as const) {
    const bytes = Buffer.from(
      Array.from({ length: length + 3 }, () => (random.whole(1, marks) === 1 ? random.pick([59, 10, 13, 34]) : random.whole(0, 255))),
    );
    const count = finder.search(bytes, 3, bytes.length);
    const expected = [...bytes.subarray(3)].flatMap((byte, at) => ([59, 10, 13, 34].includes(byte) ? [at] : []));
    assert.deepEqual([...finder.marks.subarray(0, count)], expected, `${length} bytes`);
  }
});
