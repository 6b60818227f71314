// The part of the days that the drawing shows: how far it is zoomed in, and where it is scrolled to.
import type { DayRange } from 'c/timelineItem';
import { dayAt, scaleFor, scrollAfterZoom, widthOf, xOf, zoomed, type TimeScale } from './timeScale';

export interface Viewport {
  readonly scale: TimeScale;
  /** Pixels in which days can be seen. */
  readonly width: number;
  /** Pixels beside them that hold the names of the products; 0 when the names stand above their lanes. */
  readonly nameWidth: number;
  /** Pixels from the first day of the timeline to the left of the view. */
  readonly scroll: number;
  /** The days that are drawn: what is in view, and as much again on both sides. */
  readonly sight: DayRange;
}

/** Days that are shown at first, and the part of them that has passed. */
const DAYS_AT_START = 1000;
const TODAY_AT = 0.3;
/** From this width on, names stand beside their lanes. */
const WIDE = 640;
const NAME_WIDTH = 136;

/** The viewport for a box of some width; the day at its left, if there is one already, stays there. */
export function measured(before: Viewport | undefined, clientWidth: number, range: DayRange, today: number): Viewport {
  const nameWidth = clientWidth >= WIDE ? NAME_WIDTH : 0;
  const width = clientWidth - nameWidth;
  if (!before) return atToday(scrolled(scaleFor(range, DAYS_AT_START, width), width, nameWidth, 0), today);
  const scale = zoomed(before.scale, 1, width);
  return scrolled(scale, width, nameWidth, xOf(scale, dayAt(before.scale, before.scroll)));
}

/** `anchor` is the place in the view that stays where it is: today when it is in view, else the middle. */
export function zoomedAt(viewport: Viewport, factor: number, today: number, anchor = anchorOf(viewport, today)): Viewport {
  const scale = zoomed(viewport.scale, factor, viewport.width);
  return scrolled(scale, viewport.width, viewport.nameWidth, scrollAfterZoom(viewport.scale, scale, viewport.scroll, anchor));
}

/** Shows today where it stands at first. */
export function atToday({ scale, width, nameWidth }: Viewport, today: number): Viewport {
  return scrolled(scale, width, nameWidth, xOf(scale, today) - width * TODAY_AT);
}

/** Shows some days in the middle, with as much again around them. */
export function around({ scale, width, nameWidth }: Viewport, { first, last }: DayRange): Viewport {
  const closer = scaleFor(scale, (last - first + 1) * 2, width);
  return scrolled(closer, width, nameWidth, xOf(closer, (first + last + 1) / 2) - width / 2);
}

export function withAllDays({ scale, width, nameWidth }: Viewport): Viewport {
  return scrolled(scaleFor(scale, scale.last + 1 - scale.first, width), width, nameWidth, 0);
}

export function scrolledTo({ scale, width, nameWidth }: Viewport, scroll: number): Viewport {
  return scrolled(scale, width, nameWidth, scroll);
}

/** True when a scroll position has come near to days that are not drawn yet. */
export function isNearEdge({ scale, sight, width }: Viewport, scroll: number): boolean {
  const slack = width / 4;
  const isLeft = xOf(scale, sight.first) > scroll - slack && sight.first > scale.first;
  const isRight = xOf(scale, sight.last) < scroll + width + slack && sight.last < scale.last;
  return isLeft || isRight;
}

function scrolled(scale: TimeScale, width: number, nameWidth: number, scroll: number): Viewport {
  const kept = Math.max(0, Math.min(scroll, widthOf(scale) - width));
  const sight = {
    first: Math.max(scale.first, Math.floor(dayAt(scale, kept - width))),
    last: Math.min(scale.last, Math.ceil(dayAt(scale, kept + 2 * width))),
  };
  return { scale, width, nameWidth, scroll: kept, sight };
}

function anchorOf({ scale, scroll, width }: Viewport, today: number): number {
  const place = xOf(scale, today) - scroll;
  return place >= 0 && place <= width ? place : width / 2;
}
