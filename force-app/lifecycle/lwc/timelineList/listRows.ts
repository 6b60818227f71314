// The rows of the list: what comes first, nearest first; then what was, latest first.
import { KIND_PATHS, MARK_PATHS, type LinkedItem } from 'c/timelineItem';

export interface ListRow {
  readonly key: string;
  readonly href: string;
  /** The day that matters most, written out; blank when there is none. */
  readonly date: string;
  readonly sentence: string;
  readonly details: string;
  readonly kind: string;
  readonly path: string;
  readonly iconClass: string;
}

export interface ListWords {
  /** The name of what an item is: contract elsewhere, contact, … */
  kindOf(item: LinkedItem): string;
  written(day: number): string;
}

export interface ListParts {
  readonly coming: readonly LinkedItem[];
  readonly past: readonly LinkedItem[];
}

export function listParts(items: readonly LinkedItem[], today: number): ListParts {
  const placed = items.map((item) => ({ item, day: dayOf(item, today) ?? -Infinity }));
  const coming = placed.filter(({ day }) => day >= today).sort((one, other) => one.day - other.day);
  const past = placed.filter(({ day }) => day < today).sort((one, other) => (one.day === other.day ? 0 : other.day - one.day));
  return { coming: coming.map(({ item }) => item), past: past.map(({ item }) => item) };
}

export function rowOf(item: LinkedItem, today: number, words: ListWords): ListRow {
  const day = dayOf(item, today);
  const isPoint = item.shape === 'point';
  return {
    key: item.key,
    href: item.href,
    date: day === undefined ? '' : words.written(day),
    sentence: item.sentence,
    details: item.details.join(' · '),
    kind: words.kindOf(item),
    path: isPoint ? MARK_PATHS[item.mark] : KIND_PATHS[item.kind],
    iconClass: `icon icon_${isPoint ? item.mark : item.kind}`,
  };
}

/** Of a contract the next day that matters: notice, else end; what has no such day counts from its beginning. */
function dayOf(item: LinkedItem, today: number): number | undefined {
  if (item.shape === 'point') return item.day;
  if (item.shape === 'band') return item.from;
  if (item.shape === 'undated') return undefined;
  const { decision, until, from } = item;
  if (decision !== undefined && decision >= today) return decision;
  return until ?? decision ?? from;
}
