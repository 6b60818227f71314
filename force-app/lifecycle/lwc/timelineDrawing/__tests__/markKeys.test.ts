import { markAfterKey } from '../markKeys';

const mark = (key: string, x: number): { key: string; x: number } => ({ key, x });
const ROWS = [[mark('band', 0)], [mark('bar', 5), mark('bar 2', 90)], [], [mark('a', 10), mark('b', 50), mark('c', 99)]];

describe('arrow keys between marks', () => {
  it('go along a row and stop at its ends', () => {
    expect(markAfterKey(ROWS, 'a', 'ArrowRight')).toBe('b');
    expect(markAfterKey(ROWS, 'b', 'ArrowLeft')).toBe('a');
    expect(markAfterKey(ROWS, 'c', 'ArrowRight')).toBeUndefined();
  });

  it('go to the nearest mark of the next row that has any', () => {
    expect(markAfterKey(ROWS, 'bar 2', 'ArrowDown')).toBe('c');
    expect(markAfterKey(ROWS, 'a', 'ArrowUp')).toBe('bar');
    expect(markAfterKey(ROWS, 'band', 'ArrowUp')).toBeUndefined();
  });

  it('go nowhere from a mark that is no longer there, or by another key', () => {
    expect(markAfterKey(ROWS, 'gone', 'ArrowDown')).toBeUndefined();
    expect(markAfterKey(ROWS, 'a', 'PageDown')).toBeUndefined();
  });
});
