import { dayAt, scaleFor, scrollAfterZoom, widthOf, xOf, zoomed } from '../timeScale';

const RANGE = { first: 1000, last: 1999 };

describe('the scale of the drawing', () => {
  it('leads from days to pixels and back', () => {
    const scale = scaleFor(RANGE, 100, 500);
    expect(scale.pixelsPerDay).toBe(5);
    expect([xOf(scale, 1000), xOf(scale, 1010), dayAt(scale, 50), widthOf(scale)]).toEqual([0, 50, 1010, 5000]);
  });

  it('never shows less than a few days, nor more than there are', () => {
    expect(scaleFor(RANGE, 1, 500).pixelsPerDay).toBe(40);
    expect(widthOf(scaleFor(RANGE, 1_000_000, 500))).toBe(500);
    expect(zoomed(scaleFor(RANGE, 1_000, 500), 0.01, 500).pixelsPerDay).toBe(0.5);
  });

  it('keeps the day under the pointer where it is', () => {
    const before = scaleFor(RANGE, 100, 500);
    const after = zoomed(before, 2, 500);
    const scroll = scrollAfterZoom(before, after, 1000, 250);
    expect(dayAt(after, scroll + 250)).toBeCloseTo(dayAt(before, 1250));
  });
});
