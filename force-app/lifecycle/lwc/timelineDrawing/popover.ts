// The box beside a mark: what it is in a few lines, or the parts of a cluster.
import { MARK_PATHS, type LinkedItem, type Point } from 'c/timelineItem';

type Part = Point & { readonly href: string };

/** Shown while the mouse or the focus is on a mark. */
export interface Tip {
  readonly key: string;
  readonly style: string;
  readonly heading: string;
  readonly lines: readonly { readonly key: string; readonly text: string }[];
  /** Undefined for a cluster. */
  readonly item: LinkedItem | undefined;
}

/** Stays until it is closed. */
export interface OpenedCluster {
  readonly key: string;
  readonly style: string;
  readonly heading: string;
  readonly parts: readonly {
    readonly key: string;
    readonly href: string;
    readonly sentence: string;
    readonly path: string;
    readonly iconClass: string;
  }[];
  /** Days of the first and the last part. */
  readonly first: number;
  readonly last: number;
}

/** As getBoundingClientRect tells them. */
interface Box {
  readonly left: number;
  readonly width: number;
  readonly bottom: number;
}
interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

const WIDTH = 320;
const GAP = 6;
/** Parts of a cluster that its tip names. */
const NAMED_PARTS = 3;

/** Below the mark, as near to its middle as the frame allows; a bar that begins out of sight counts from where it is seen. */
export function popoverStyle(mark: Box, frame: Frame): string {
  const width = Math.min(WIDTH, frame.width);
  const [seenFrom, seenUntil] = [Math.max(mark.left, frame.left), Math.min(mark.left + mark.width, frame.left + frame.width)];
  const left = (seenFrom + seenUntil) / 2 - frame.left - width / 2;
  const kept = Math.max(0, Math.min(left, frame.width - width));
  return `left:${kept.toFixed(0)}px;top:${(mark.bottom - frame.top + GAP).toFixed(0)}px;width:${width.toFixed(0)}px`;
}

export function itemTip(item: LinkedItem, style: string): Tip {
  return { key: item.key, style, heading: item.sentence, lines: lines(item.details), item };
}

/** `more` tells that pressing shows all parts. */
export function clusterTip(key: string, parts: readonly Part[], heading: string, more: string, style: string): Tip {
  const named = parts.slice(0, NAMED_PARTS).map(({ sentence }) => sentence);
  return { key, style, heading, lines: lines([...named, more]), item: undefined };
}

function lines(texts: readonly string[]): Tip['lines'] {
  return texts.map((text, at) => ({ key: String(at), text }));
}

export function openedCluster(key: string, parts: readonly Part[], heading: string, style: string): OpenedCluster {
  const days = parts.map(({ day }) => day);
  return {
    key,
    style,
    heading,
    parts: parts.map((part) => ({
      key: part.key,
      href: part.href,
      sentence: part.sentence,
      path: MARK_PATHS[part.mark],
      iconClass: `icon icon_${part.mark}`,
    })),
    first: Math.min(...days),
    last: Math.max(...days),
  };
}
