// Where somebody left the list for a record, kept in the browser's session: who comes back finds the row again.
import { filtersFromText, sameFilters, type WorklistFilters } from 'c/worklistFilter';

export interface LeftPlace {
  readonly filters: WorklistFilters;
  /** Rows that were asked for. */
  readonly first: number;
  readonly rowId: string;
  readonly selectedIds: readonly string[];
  /** Civil day: tomorrow's list is another one. */
  readonly day: string;
}

const KEY = 'expiryWorklist.place';

/** A browser that keeps nothing brings people back to the top. */
export function keepPlace(place: LeftPlace): void {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify({ ...place, filters: JSON.stringify(place.filters) }));
  } catch {
    // nothing depends on it
  }
}

export function forgetPlace(): void {
  window.sessionStorage.removeItem(KEY);
}

/** The place in the list of these filters on this day; undefined when it was left elsewhere, or not at all. */
export function placeIn(filters: WorklistFilters, day: string): LeftPlace | undefined {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    const place = kept as Readonly<Record<keyof LeftPlace, unknown>>;
    const left = { ...filters, ...filtersFromText(String(place.filters)) };
    const { first, rowId, selectedIds } = place;
    if (place.day !== day || !sameFilters(left, filters) || typeof first !== 'number' || typeof rowId !== 'string') return undefined;
    return { filters, first, rowId, day, selectedIds: Array.isArray(selectedIds) ? selectedIds.map(String) : [] };
  } catch {
    return undefined;
  }
}
