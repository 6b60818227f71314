import { rowAfterKey } from '../rowKeys';

describe('keys of the list', () => {
  it.each([
    ['j', -1, 0],
    ['j', 0, 1],
    ['ArrowDown', 2, 2],
    ['k', 2, 1],
    ['ArrowUp', 0, 0],
    ['k', -1, 0],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['x', 1, undefined],
    ['Enter', 1, undefined],
  ])('%s from row %d of three leads to %s', (key, at, row) => {
    expect(rowAfterKey(key, at, 3)).toBe(row);
  });

  it('lead nowhere in an empty list', () => {
    expect(rowAfterKey('j', -1, 0)).toBeUndefined();
  });
});
