// What list views filter on, and which dates it takes to answer them all.
import type { XmlElement } from './metadata-xml.ts';

/** Fields that a list view compares with a value. */
export type ListView = ReadonlySet<string>;

/** Reads `<ListView>`. A filter on blank is no comparison with a value. */
export function listView(root: XmlElement): ListView {
  const filters = root.all('filters').filter((filter) => filter.text('value') !== undefined);
  return new Set(filters.map((filter) => filter.required('field')));
}

/**
 * The fewest dates such that each list view that filters on a date filters on one of them: first the date of most list views, then the date of
 * most of those that are left. With each date the other fields that all its list views filter on.
 */
export function leadingDates(views: readonly ListView[], isDate: (field: string) => boolean): ReadonlyMap<string, readonly string[]> {
  const leading = new Map<string, readonly string[]>();
  let left = views.filter((view) => [...view].some(isDate));
  while (left.length > 0) {
    const uses = Map.groupBy(
      left.flatMap((view) => [...view].filter(isDate)),
      (field) => field,
    );
    const [date = ''] = [...uses].sort(([one, a], [other, b]) => b.length - a.length || one.localeCompare(other))[0] ?? [];
    const led = left.filter((view) => view.has(date));
    const others = [...(led[0] ?? [])].filter((field) => !isDate(field) && led.every((view) => view.has(field)));
    leading.set(date, others);
    left = left.filter((view) => !view.has(date));
  }
  return leading;
}
