import { barLanes } from '../barLanes';

const span = (from: number | undefined, until: number | undefined): { from: number | undefined; until: number | undefined } => ({
  from,
  until,
});

describe('lanes of bars', () => {
  it('puts what follows one another in one lane and what overlaps in several', () => {
    const [one, next, over] = [span(1, 10), span(11, 20), span(5, 15)];
    expect(barLanes([next, over, one])).toEqual([[one, next], [over]]);
    expect(barLanes([])).toEqual([]);
  });

  it('takes an end day as still occupied', () => {
    expect(barLanes([span(1, 10), span(10, 20)])).toHaveLength(2);
  });

  it('lets open bars run since always and for good', () => {
    const [since, forGood, between] = [span(undefined, 5), span(8, undefined), span(6, 7)];
    expect(barLanes([forGood, between, since])).toEqual([[since, between, forGood]]);
    expect(barLanes([span(undefined, undefined), span(undefined, undefined), since])).toHaveLength(3);
  });

  it('is not quadratic in anything that hurts: 2,000 contracts are laid at once', () => {
    const many = Array.from({ length: 2000 }, (_, at) => span(at, at + 50));
    expect(barLanes(many)).toHaveLength(51);
  });
});
