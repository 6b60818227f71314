// What the box beside a mark says.
import type { LinkedItem, Point } from 'c/timelineItem';
import type { PopoverContent } from 'c/timelinePopover';
import { DRAWN_WORDS, LABELS } from './drawingLabels';

type Part = Point & { readonly href: string };

/** Parts of a cluster that its tip names. */
const NAMED_PARTS = 3;

export function itemTip(item: LinkedItem): PopoverContent {
  return { key: item.key, heading: item.sentence, lines: item.details, item };
}

export function clusterTip(key: string, parts: readonly Part[]): PopoverContent {
  const named = parts.slice(0, NAMED_PARTS).map(({ sentence }) => sentence);
  return { key, heading: DRAWN_WORDS.cluster(parts), lines: [...new Set([...named, LABELS.clusterHint])] };
}

export function openedCluster(key: string, parts: readonly Part[]): PopoverContent {
  return { key, heading: DRAWN_WORDS.cluster(parts), lines: [], parts };
}
