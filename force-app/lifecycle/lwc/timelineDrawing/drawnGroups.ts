// What the drawing puts on the screen: only what is in sight, each with its place in pixels.
import { MARK_PATHS, type Band, type Bar, type DayRange, type ItemGroup, type Kind, type LinkedItem, type Point } from 'c/timelineItem';
import { barLanes } from './barLanes';
import { clusterPoints } from './clusterPoints';
import type { PlacedMark } from './markKeys';
import { widthOf, xOf, type TimeScale } from './timeScale';

type Linked<Shape> = Shape & { readonly href: string };

export interface DrawnMark {
  readonly key: string;
  readonly href: string;
  readonly label: string;
  readonly markClass: string;
  readonly style: string;
  readonly path: string;
  /** A score, or the number of items in a cluster. */
  readonly badge: string;
  readonly isCluster: boolean;
}

export interface DrawnSpan {
  readonly key: string;
  readonly href: string;
  readonly label: string;
  readonly title: string;
  readonly spanClass: string;
  readonly style: string;
  /** Parts of a bar that mean something of their own. */
  readonly parts: readonly { readonly key: string; readonly partClass: string; readonly style: string }[];
  /** Place of the mark of the last day to give notice; blank without one. */
  readonly decisionStyle: string;
}

export interface DrawnGroup {
  readonly key: string;
  readonly name: string;
  /** The present stage. */
  readonly note: string;
  readonly hasBands: boolean;
  readonly bands: readonly DrawnSpan[];
  readonly lanes: readonly { readonly key: string; readonly bars: readonly DrawnSpan[] }[];
  readonly hasMarks: boolean;
  readonly marks: readonly DrawnMark[];
}

export interface Drawn {
  readonly groups: readonly DrawnGroup[];
  /** For the keyboard: what is in sight, row by row. */
  readonly rows: readonly (readonly PlacedMark[])[];
  readonly itemsByKey: ReadonlyMap<string, LinkedItem>;
  readonly clusters: ReadonlyMap<string, readonly Linked<Point>[]>;
}

export interface DrawnWords {
  /** Name of a group that belongs to no product. */
  readonly wholeAccount: string;
  /** What a cluster is called, for a count and the kinds in it. */
  cluster(items: readonly Point[]): string;
}

/** Points closer than this would cover one another. */
const MARK_DISTANCE = 26;
/** Days that a bar is drawn beyond what is known, on a side that is open. */
const OPEN_DAYS = 90;

export function drawGroups(groups: readonly ItemGroup[], scale: TimeScale, sight: DayRange, today: number, words: DrawnWords): Drawn {
  const rows: PlacedMark[][] = [];
  const itemsByKey = new Map<string, LinkedItem>();
  const clusters = new Map<string, readonly Linked<Point>[]>();
  const drawn = groups.map(({ category, name, items }) => {
    for (const item of items) itemsByKey.set(item.key, item);
    const spanRow = (spans: readonly Linked<Bar | Band>[], key: string): { key: string; spans: readonly DrawnSpan[] } => {
      const seen = spans.map((span) => ({ span, extent: extentOf(span, scale, today) })).filter(({ extent }) => isInSight(extent, sight));
      rows.push(seen.map(({ span, extent }) => ({ key: span.key, x: xOf(scale, Math.max(extent.first, sight.first)) })));
      return { key, spans: seen.map(({ span, extent }) => drawSpan(span, extent, scale)) };
    };
    const bands = items.filter((item) => item.shape === 'band');
    const bandRow = spanRow(bands, 'bands');
    const lanes = barLanes(items.filter((item) => item.shape === 'bar')).map((lane, at) => spanRow(lane, `lane ${at}`));
    const points = items.filter((item) => item.shape === 'point');
    const found = clusterPoints(points, ({ day }) => xOf(scale, day + 0.5), MARK_DISTANCE);
    const margin = [xOf(scale, sight.first), xOf(scale, sight.last)] as const;
    const marks = found
      .filter(({ x }) => x >= margin[0] && x <= margin[1])
      .map(({ x, items: joined }) => {
        const [first] = joined;
        if (joined.length > 1) clusters.set(clusterKey(first), joined);
        return { x, mark: joined.length === 1 && first ? drawPoint(first, x) : drawCluster(joined, x, words) };
      });
    rows.push(marks.map(({ x, mark }) => ({ key: mark.key, x })));
    return {
      key: category || 'account',
      name: category ? name : words.wholeAccount,
      note: bands.find(({ until }) => until === undefined)?.title ?? '',
      hasBands: bands.length > 0,
      bands: bandRow.spans,
      lanes: lanes.map(({ key, spans }) => ({ key, bars: spans })),
      hasMarks: points.length > 0,
      marks: marks.map(({ mark }) => mark),
    };
  });
  return { groups: drawn, rows, itemsByKey, clusters };
}

/** What is drawn of a span: an open side ends some days beyond what is known, the present stage ends today. */
function extentOf(span: Bar | Band, { first, last }: DayRange, today: number): DayRange {
  const known = Math.min(today, span.until ?? today);
  const from = span.from ?? known - OPEN_DAYS;
  const until = span.until ?? (span.shape === 'band' ? Math.max(today, from) : Math.max(today, from) + OPEN_DAYS);
  return { first: Math.max(first, from), last: Math.min(last, until) };
}

function isInSight(extent: DayRange, sight: DayRange): boolean {
  return extent.first <= sight.last && extent.last >= sight.first;
}

function drawSpan(span: Linked<Bar | Band>, extent: DayRange, scale: TimeScale): DrawnSpan {
  const base = { key: span.key, href: span.href, title: span.title, label: labelOf(span) };
  const style = place(scale, extent.first, extent.last);
  if (span.shape === 'band')
    return {
      ...base,
      style,
      spanClass: `band band_${span.tone % 8}${span.until === undefined ? ' band_present' : ''}`,
      parts: [],
      decisionStyle: '',
    };
  return {
    ...base,
    style,
    spanClass: barClass(span),
    parts: barParts(span, extent, scale),
    decisionStyle: decisionStyle(span, extent, scale),
  };
}

function barClass({ kind, isOver, from, until }: Bar): string {
  return [
    'bar',
    `bar_${kind}`,
    isOver ? 'bar_over' : '',
    from === undefined ? 'bar_open-start' : '',
    until === undefined ? 'bar_open-end' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function barParts({ approachFrom, decision, renewedFrom }: Bar, extent: DayRange, scale: TimeScale): DrawnSpan['parts'] {
  const part = (key: string, from: number, until: number): DrawnSpan['parts'] => {
    const [first, last] = [Math.max(from, extent.first), Math.min(until, extent.last)];
    return last < first ? [] : [{ key, partClass: `part part_${key}`, style: place(scale, first, last, extent.first) }];
  };
  return [
    ...(decision === undefined ? [] : part('bound', decision + 1, extent.last)),
    ...(renewedFrom === undefined ? [] : part('renewed', renewedFrom, extent.last)),
    ...(decision === undefined || approachFrom === undefined ? [] : part('approach', approachFrom, decision)),
  ];
}

/** At the end of the day; blank when there is none on this timeline. */
function decisionStyle({ decision }: Bar, extent: DayRange, scale: TimeScale): string {
  if (decision === undefined || decision < scale.first || decision > scale.last) return '';
  return `left:${(xOf(scale, decision + 1) - xOf(scale, extent.first)).toFixed(1)}px`;
}

function place(scale: TimeScale, first: number, last: number, origin = scale.first): string {
  const left = xOf(scale, first) - xOf(scale, origin);
  return `left:${left.toFixed(1)}px;width:${Math.max(xOf(scale, last + 1) - xOf(scale, first), 3).toFixed(1)}px`;
}

function drawPoint(point: Linked<Point>, x: number): DrawnMark {
  return {
    key: point.key,
    href: point.href,
    label: labelOf(point),
    markClass: `mark mark_${point.mark}`,
    style: `left:${x.toFixed(1)}px`,
    path: MARK_PATHS[point.mark],
    badge: point.badge,
    isCluster: false,
  };
}

function drawCluster(items: readonly Linked<Point>[], x: number, words: DrawnWords): DrawnMark {
  const kinds = new Set<Kind>(items.map(({ kind }) => kind));
  return {
    key: clusterKey(items[0]),
    href: '',
    label: words.cluster(items),
    markClass: `cluster cluster_${kinds.size === 1 ? [...kinds][0] : 'mixed'}`,
    style: `left:${x.toFixed(1)}px`,
    path: '',
    badge: String(items.length),
    isCluster: true,
  };
}

function clusterKey(first: Point | undefined): string {
  return `cluster ${first?.key}`;
}

/** What a screen reader says. */
export function labelOf({ sentence, details }: LinkedItem): string {
  return [sentence, ...details].map((part) => part.replace(/\.$/, '')).join('. ');
}

/** Pixels of the whole drawing. */
export function drawingStyle(scale: TimeScale): string {
  return `width:${widthOf(scale).toFixed(1)}px`;
}
