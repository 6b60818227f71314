import { clusterPoints } from '../clusterPoints';

const clusters = (xs: readonly number[], distance = 26): { x: number; count: number }[] =>
  clusterPoints(xs, (x) => x, distance).map(({ x, items }) => ({ x, count: items.length }));

describe('clusters of points', () => {
  it('joins what would cover one another, and leaves the rest alone', () => {
    expect(clusters([0, 10, 100])).toEqual([
      { x: 5, count: 2 },
      { x: 100, count: 1 },
    ]);
    expect(clusters([])).toEqual([]);
  });

  it('keeps clusters that far apart, in whatever order the points come', () => {
    const many = clusters(Array.from({ length: 2000 }, (_, at) => (at * 37) % 1000));
    expect(many.reduce((total, { count }) => total + count, 0)).toBe(2000);
    const gaps = many.slice(1).map(({ x }, at) => x - (many[at]?.x ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(26);
    expect(many.length).toBeGreaterThan(10);
  });

  it('joins all points of one day', () => {
    expect(clusters([7, 7, 7])).toEqual([{ x: 7, count: 3 }]);
  });

  it('keeps the parts in order of time', () => {
    expect(clusterPoints([12, 3, 8], (x) => x, 26)[0]?.items).toEqual([3, 8, 12]);
  });
});
