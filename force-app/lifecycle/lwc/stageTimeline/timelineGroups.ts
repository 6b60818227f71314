// What the filters leave, per product category: the one content that drawing and list both show.
import { KINDS, type DayRange, type ItemGroup, type Kind, type LinkedItem } from 'c/timelineItem';

export interface TimelineFilters {
  readonly hidden: readonly Kind[];
  /** API name of a product category, `WHOLE_ACCOUNT`, or blank for everything. */
  readonly category: string;
}

/** Stands for what belongs to no product category. */
export const WHOLE_ACCOUNT = '-';

export interface GroupedItems {
  readonly groups: readonly ItemGroup[];
  /** Items of which nobody can say where they stand. */
  readonly undated: readonly LinkedItem[];
  /** Items that the filters let through but that lie before or after the days of the timeline. */
  readonly beyond: number;
  /** Items of each kind that could be shown, whether the filters hide the kind or not. */
  readonly counts: Readonly<Record<Kind, number>>;
}

export function groupItems(items: readonly LinkedItem[], filters: TimelineFilters, range: DayRange, today: number): GroupedItems {
  const ofProduct = items.filter((item) => !filters.category || (item.category || WHOLE_ACCOUNT) === filters.category);
  const inRange = ofProduct.filter((item) => isWithin(item, range));
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  for (const { kind } of inRange) counts[kind] += 1;
  const isShown = ({ kind }: LinkedItem): boolean => !filters.hidden.includes(kind);
  const shown = inRange.filter(isShown);
  const groups = categoriesInOrder(items, today).map(({ category, name }) => ({
    category,
    name,
    items: shown.filter((item) => item.category === category && item.shape !== 'undated'),
  }));
  return {
    groups: groups.filter((group) => group.items.length > 0),
    undated: shown.filter(({ shape }) => shape === 'undated'),
    beyond: ofProduct.filter(isShown).length - shown.length,
    counts,
  };
}

function isWithin(item: LinkedItem, { first, last }: DayRange): boolean {
  if (item.shape === 'undated') return true;
  if (item.shape === 'point') return item.day >= first && item.day <= last;
  return (item.from ?? first) <= last && (item.until ?? last) >= first;
}

export interface NamedCategory {
  readonly category: string;
  readonly name: string;
}

/** The product whose notice must be given first stands first; what belongs to no product stands last, without a name. */
export function categoriesInOrder(items: readonly LinkedItem[], today: number): readonly NamedCategory[] {
  const known = new Map<string, NamedCategory & { nearest: number }>();
  for (const item of items) {
    const { category, categoryName } = item;
    const found = known.get(category) ?? { category, name: categoryName, nearest: Infinity };
    known.set(category, { ...found, nearest: Math.min(found.nearest, nextDay(item, today)) });
  }
  return [...known.values()].sort(
    (one, other) =>
      Number(one.category === '') - Number(other.category === '') ||
      (one.nearest === other.nearest ? one.name.localeCompare(other.name) : one.nearest - other.nearest),
  );
}

function nextDay(item: LinkedItem, today: number): number {
  const day = item.shape === 'bar' && !item.isOver ? item.decision : undefined;
  return day !== undefined && day >= today ? day : Infinity;
}
