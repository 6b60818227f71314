import { dayAt, widthOf, xOf } from '../timeScale';
import { around, atToday, isNearEdge, measured, scrolledTo, withAllDays, zoomedAt } from '../viewport';

const RANGE = { first: 0, last: 2556 };
const TODAY = 730;

describe('the viewport', () => {
  it('begins with today at three tenths, and names beside the lanes only where there is room', () => {
    const wide = measured(undefined, 1136, RANGE, TODAY);
    expect([wide.width, wide.nameWidth]).toEqual([1000, 136]);
    expect(xOf(wide.scale, TODAY) - wide.scroll).toBeCloseTo(300);
    expect(measured(undefined, 500, RANGE, TODAY)).toMatchObject({ width: 500, nameWidth: 0 });
  });

  it('keeps the day at its left when the page becomes narrower', () => {
    const before = measured(undefined, 1136, RANGE, TODAY);
    const after = measured(before, 836, RANGE, TODAY);
    expect(dayAt(after.scale, after.scroll)).toBeCloseTo(dayAt(before.scale, before.scroll));
  });

  it('zooms around today while today is in view, else around the middle', () => {
    const before = measured(undefined, 1136, RANGE, TODAY);
    const closer = zoomedAt(before, 1.5, TODAY);
    expect(xOf(closer.scale, TODAY) - closer.scroll).toBeCloseTo(300);
    const later = scrolledTo(before, 1200);
    const middle = dayAt(later.scale, later.scroll + 500);
    const closerLater = zoomedAt(later, 1.5, TODAY);
    expect(dayAt(closerLater.scale, closerLater.scroll + 500)).toBeCloseTo(middle);
  });

  it('never leaves the timeline', () => {
    const viewport = measured(undefined, 1136, RANGE, TODAY);
    expect(scrolledTo(viewport, -500).scroll).toBe(0);
    expect(scrolledTo(viewport, 1e9).scroll).toBe(widthOf(viewport.scale) - 1000);
    const all = withAllDays(viewport);
    expect([all.scroll, all.sight]).toEqual([0, RANGE]);
    expect(widthOf(all.scale)).toBeCloseTo(1000);
  });

  it('draws as much again on both sides, and asks for more when that is nearly used up', () => {
    const viewport = atToday(zoomedAt(measured(undefined, 1136, RANGE, TODAY), 8, TODAY), TODAY);
    expect(isNearEdge(viewport, viewport.scroll)).toBe(false);
    expect(isNearEdge(viewport, viewport.scroll + 900)).toBe(true);
    expect(isNearEdge(scrolledTo(viewport, 0), 0)).toBe(false);
  });

  it('comes close to a few days', () => {
    const viewport = around(measured(undefined, 1136, RANGE, TODAY), { first: 700, last: 749 });
    expect(dayAt(viewport.scale, viewport.scroll)).toBeCloseTo(675);
    expect(dayAt(viewport.scale, viewport.scroll + 1000)).toBeCloseTo(775);
  });
});
