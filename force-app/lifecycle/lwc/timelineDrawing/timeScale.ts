// The scale of the drawing: where a day stands, in pixels from the first day of the timeline.
import type { DayRange } from 'c/timelineItem';

export interface TimeScale extends DayRange {
  readonly pixelsPerDay: number;
}

/** At the closest, a day is this wide. */
const MOST_PIXELS_PER_DAY = 40;
export const ZOOM_STEP = 1.5;

export function xOf({ first, pixelsPerDay }: TimeScale, day: number): number {
  return (day - first) * pixelsPerDay;
}

export function dayAt({ first, pixelsPerDay }: TimeScale, x: number): number {
  return first + x / pixelsPerDay;
}

export function widthOf({ first, last, pixelsPerDay }: TimeScale): number {
  return (last + 1 - first) * pixelsPerDay;
}

/** A scale that shows a number of days in a view of some width; never so small that the whole range would not fill the view. */
export function scaleFor(range: DayRange, days: number, viewWidth: number): TimeScale {
  const { first, last } = range;
  const least = viewWidth / (last + 1 - first);
  return { first, last, pixelsPerDay: Math.min(Math.max(viewWidth / days, least), MOST_PIXELS_PER_DAY) };
}

export function zoomed(scale: TimeScale, factor: number, viewWidth: number): TimeScale {
  return scaleFor(scale, viewWidth / (scale.pixelsPerDay * factor), viewWidth);
}

/** The scroll position at which the day that stood at `anchor` pixels from the left of the view still stands there. */
export function scrollAfterZoom(before: TimeScale, after: TimeScale, scroll: number, anchor: number): number {
  return Math.max(0, xOf(after, dayAt(before, scroll + anchor)) - anchor);
}
